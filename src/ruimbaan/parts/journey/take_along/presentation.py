# SPDX-License-Identifier: EUPL-1.2
"""The pages of taking in, as values."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.journey.taken_along import TakenAlong
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.presentation.card import ShownPart
from ruimbaan.parts.journey.presentation.cards import shown
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.saying import day, in_words, say
from ruimbaan.parts.journey.take_along.coming import ComingPart
from ruimbaan.parts.journey.take_along.keeping import Kept
from ruimbaan.ui.components import Alert, Link
from ruimbaan.ui.reader import explained


@dataclass(frozen=True, slots=True)
class Offered:
    """One part to take in or to leave. `shown` is empty for what has pages of its own."""

    section: str
    title: str
    much: str
    shown: ShownPart | None


def file_page(error: DomainError | None = None) -> dict[str, object]:
    return {
        "crumbs": (home_crumb(), Link(_("Uit een ander Ruimbaan"))),
        "error": Alert(explained(error), "error") if error else None,
    }


def look_page(
    own: Own, taken: TakenAlong, parts: tuple[ComingPart, ...], history: tuple[str, ...], text: str
) -> dict[str, object]:
    return {
        **file_page(),
        "made": day(timezone.localdate(taken.made), own.today),
        "parts": tuple(_offered(own, part) for part in parts),
        "history": history,
        "text": text,
    }


def done_page(kept: Kept) -> dict[str, object]:
    return {**file_page(), "new": kept.new, "there": kept.there}


def _offered(own: Own, part: ComingPart) -> Offered:
    one, many = part.kind.counted
    count = len(part.entries)
    told = tuple(
        Told(entry.id, 1, entry.written or own.now, entry.written or own.now, entry.values)
        for entry in part.entries
    )
    own_view = None if part.kind.own_pages else shown(part.kind, told, own.today)
    return Offered(
        part.kind.section,
        in_words(part.kind.title),
        say(one if count == 1 else many, count=count),
        own_view,
    )
