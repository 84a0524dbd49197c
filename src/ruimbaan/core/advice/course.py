# SPDX-License-Identifier: EUPL-1.2
"""The course of an advice: written, sent to who decides, decided, and in force from a day.

Every step stays; a newer text after a no begins again. A step names a function, never a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ruimbaan.core.advice.errors import NotInThisOrder, SaysTooMuch, StepDayNotRight
from ruimbaan.core.frictions.reports import personal_in
from ruimbaan.core.journey.own_words import check_words

MOST_TEXT, MOST_WHO = 1_500, 120  # signs


class Step(StrEnum):
    WRITTEN = "written"
    SENT = "sent"
    AGREED = "agreed"
    REFUSED = "refused"
    CHANGED = "changed"


class Standing(StrEnum):
    NONE = "none"
    DRAFT = "draft"
    SENT = "sent"
    AGREED = "agreed"
    REFUSED = "refused"
    CHANGED = "changed"


FOLLOWS: dict[Standing, frozenset[Step]] = {
    Standing.NONE: frozenset({Step.WRITTEN}),
    Standing.DRAFT: frozenset({Step.WRITTEN, Step.SENT}),
    Standing.SENT: frozenset({Step.WRITTEN, Step.AGREED, Step.REFUSED}),
    Standing.REFUSED: frozenset({Step.WRITTEN}),
    Standing.AGREED: frozenset({Step.CHANGED}),
    Standing.CHANGED: frozenset(),
}
_STANDING: dict[Step, Standing] = {
    Step.WRITTEN: Standing.DRAFT,
    Step.SENT: Standing.SENT,
    Step.AGREED: Standing.AGREED,
    Step.REFUSED: Standing.REFUSED,
    Step.CHANGED: Standing.CHANGED,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """One step. `text` is the proposed text, or why not; `who` to whom it went or who decided; `day` when
    that was, or from when the rule is changed."""

    step: Step
    day: date
    text: str = ""
    who: str = ""


def standing(taken: Sequence[Taken]) -> Standing:
    return _STANDING[taken[-1].step] if taken else Standing.NONE


def text_of(taken: Sequence[Taken]) -> str:
    """The newest text; empty before the first."""
    return next((one.text for one in reversed(taken) if one.step is Step.WRITTEN), "")


def changed_on(taken: Sequence[Taken]) -> date | None:
    """From which day, as who takes the steps noted it; it may be a day to come."""
    return next((one.day for one in taken if one.step is Step.CHANGED), None)


def check(taken: Sequence[Taken], step: Taken, today: date) -> None:
    """Raises the first thing that keeps this step from being taken."""
    if step.step not in FOLLOWS[standing(taken)]:
        raise NotInThisOrder
    if step.step is not Step.CHANGED and step.day > today:
        raise StepDayNotRight(day=step.day.isoformat())
    if taken and step.day < taken[-1].day:
        raise StepDayNotRight(day=step.day.isoformat())
    check_words(step.text, most=MOST_TEXT, must=step.step is Step.WRITTEN)
    check_words(step.who, most=MOST_WHO, must=step.step in {Step.SENT, Step.AGREED, Step.REFUSED})
    for found in (*personal_in(step.text), *personal_in(step.who)):
        raise SaysTooMuch(found=found)
