# SPDX-License-Identifier: EUPL-1.2
"""What a receiver filled in: yes with a day, no with a reason, another day, or contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.http import QueryDict
from django.utils import timezone

from ruimbaan.core.handoff.handoffs import Step
from ruimbaan.core.handoff.states import By, Reason, State
from ruimbaan.core.journey.own_words import MOST_IN_A_LINE, check_words
from ruimbaan.core.kernel.last_day import LAST_DAY
from ruimbaan.parts.handoff.errors import DayNeeded, DayPassed, NothingChosen

DO, DAY, REASON, SAID = "doe", "dag", "reden", "zeg"


class Answer(StrEnum):
    YES = "ja"
    NO = "nee"
    OTHER_DAY = "andere-dag"
    CONTACT = "contact"
    NOT_AFTER_ALL = "toch-niet"


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer as it was sent, to stand in the form again. `do` says in which."""

    do: str
    day: str
    reason: str
    said: str


def typed_of(sent: QueryDict) -> Typed:
    return Typed(sent.get(DO, ""), sent.get(DAY, ""), sent.get(REASON, ""), sent.get(SAID, ""))


def step_of(sent: QueryDict, at: datetime) -> Step:
    """Raises DayNeeded, DayPassed, NothingChosen, and what the words of somebody raise."""
    check_words(said_of(sent), most=MOST_IN_A_LINE, must=False)
    match sent.get(DO):
        case Answer.YES:
            return Step(State.ACCEPTED, By.RECEIVER, at, day=_day(sent, at))
        case Answer.NO:
            return Step(State.REJECTED, By.RECEIVER, at, _reason(sent))
        case Answer.OTHER_DAY:
            return Step(State.ON_HOLD, By.RECEIVER, at, _reason(sent), _day(sent, at))
        case Answer.CONTACT:
            return Step(State.IN_PROGRESS, By.RECEIVER, at, day=_day(sent, at, must=False))
        case Answer.NOT_AFTER_ALL:
            return Step(State.FAILED, By.RECEIVER, at, _reason(sent))
        case _:
            raise NothingChosen


def said_of(sent: QueryDict) -> str:
    """What the receiver says to the person about it; may be empty."""
    return sent.get(SAID, "").strip()


def _reason(sent: QueryDict) -> Reason:
    try:
        return Reason(sent.get(REASON, ""))
    except ValueError:
        raise NothingChosen from None


def _day(sent: QueryDict, at: datetime, *, must: bool = True) -> date | None:
    text = sent.get(DAY, "")
    if not text and not must:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise DayNeeded from None
    if not timezone.localdate(at) <= found <= LAST_DAY:
        raise DayPassed
    return found
