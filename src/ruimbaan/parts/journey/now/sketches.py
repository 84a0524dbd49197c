# SPDX-License-Identifier: EUPL-1.2
"""Sketches of a file: from its entries to moments, and from a form to what can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from ruimbaan.core.journey.own_words import MOST_IN_A_LINE, WordsWithoutShape, check_words
from ruimbaan.core.journey.then_and_now import Moment
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.filling_in import (
    ALWAYS,
    FieldUnknown,
    NotAChoice,
    came_whole,
    form_id,
    version_in,
)
from ruimbaan.parts.journey.now.content_of import asks, marks
from ruimbaan.parts.journey.now.kinds import SKETCH, TITLE
from ruimbaan.parts.trust.walls import Opening

SKIPPED = "liever-niet"


@dataclass(frozen=True, slots=True)
class Filled:
    """`values` is what can be kept, `typed` what stood on the screen; `errors` by field."""

    form: UUID
    version: int
    values: Mapping[str, str]
    typed: Mapping[str, str]
    errors: Mapping[str, DomainError]


def moment(told: Told) -> Moment:
    found = {code: told.values[code] for code in asks() if code in told.values}
    return Moment(told.id, told.written, told.values.get(TITLE, ""), found)


def moments(opening: Opening) -> tuple[Moment, ...]:
    """The oldest first."""
    return tuple(moment(told) for told in entries.read(opening, SKETCH))


def read(request: HttpRequest) -> Filled:
    sent = request.POST
    errors: dict[str, DomainError] = {
        name: FieldUnknown(name=name[:40]) for name in sorted(set(sent) - {TITLE, *asks()} - ALWAYS)
    }
    for code in asks():
        given = sent.getlist(code)
        if len(given) > 1 or not set(given) <= {SKIPPED, *marks()}:
            errors[code] = NotAChoice()
    try:
        check_words(sent.get(TITLE, ""), most=MOST_IN_A_LINE, must=False)
    except DomainError as error:
        errors[TITLE] = error
    if not came_whole(request):
        errors.setdefault(TITLE, WordsWithoutShape())
    typed = {name: sent.get(name, "") for name in (TITLE, *asks())}
    values = {name: text for name, text in typed.items() if text.strip() and text != SKIPPED}
    return Filled(form_id(sent), version_in(sent), values, typed, errors)
