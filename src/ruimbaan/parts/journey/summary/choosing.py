# SPDX-License-Identifier: EUPL-1.2
"""What somebody chose for the one page, checked before anything is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from django.http import HttpRequest

from ruimbaan.core.journey.own_words import MOST_IN_A_LINE, WordsWithoutShape, check_words
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.file_parts import SHAREABLE, Part
from ruimbaan.core.trust.grants import GrantEndsBeforeItStarts, GrantNotForThis, GrantTooLong
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.journey.choosing import DAY, UNTIL, WHAT, WHY, ends_of
from ruimbaan.parts.journey.filling_in import NotAChoice, came_whole, form_id
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.presentation.choosing import Typed
from ruimbaan.parts.journey.wording import OF_PURPOSE_PATH
from ruimbaan.parts.trust.queries import LinkKind
from ruimbaan.parts.trust.services import LinkWanted

T = TypeVar("T")
Errors = Mapping[str, DomainError]
FOR = "voor"
NAMES = frozenset({WHAT, WHY, UNTIL, DAY, FOR})


def parts_of(typed: Typed) -> tuple[Part, ...]:
    """In the order of the file, each once. Raises NotAChoice."""
    chosen = set(typed[WHAT])
    found = tuple(part for part in OF_PART if part in SHAREABLE and part.value in chosen)
    if not found or len(found) < len(chosen):
        raise NotAChoice
    return found


def read(
    request: HttpRequest, typed: Typed, parts: tuple[Part, ...], now: datetime
) -> tuple[LinkWanted | None, Errors]:
    """None when something is wrong, and then what is wrong at each question."""
    errors: dict[str, DomainError] = {}

    def ask(name: str, question: Callable[[], T]) -> T | None:
        try:
            return question()
        except DomainError as error:
            errors[name] = error
            return None

    whom = ask(FOR, lambda: _whom(request, typed))
    purpose = ask(WHY, lambda: _purpose(typed))
    ends = ask(UNTIL, lambda: ends_of(request.POST, now))
    if whom is None or purpose is None or ends is None:
        return None, errors
    wanted = LinkWanted(
        form=form_id(request.POST),
        kind=LinkKind.SUMMARY,
        parts=parts,
        purpose=purpose,
        ends=ends,
        with_code=True,
        about={"for": whom},
    )
    return wanted, errors


def question_of(error: DomainError) -> str:
    """At which question an error belongs that only shows when all answers are put together; empty
    when it is about the link as a whole."""
    if isinstance(error, GrantNotForThis):
        return WHY
    return UNTIL if isinstance(error, GrantTooLong | GrantEndsBeforeItStarts) else ""


def _whom(request: HttpRequest, typed: Typed) -> str:
    if not came_whole(request):
        raise WordsWithoutShape
    whom = typed[FOR][-1] if typed[FOR] else ""
    check_words(whom, most=MOST_IN_A_LINE, must=True)
    return whom.strip()


def _purpose(typed: Typed) -> Purpose:
    path = typed[WHY][-1] if typed[WHY] else ""
    if path not in OF_PURPOSE_PATH:
        raise NotAChoice
    return OF_PURPOSE_PATH[path]
