# SPDX-License-Identifier: EUPL-1.2
"""A round table: those concerned look at one friction together, and decide. No name is kept of who
sat there, only from which place they spoke.

A decision needs somebody who lived it and somebody who works on it, of two organisations at least.
It has a day on which they look back, within a year; until then nobody calls it solved.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ruimbaan.core.frictions.errors import DayNotRight, NothingChosen, RuleMissing, TooFewAtTheTable
from ruimbaan.core.journey.own_words import check_words
from ruimbaan.core.kernel.texts import Text

MOST_LINE = 400  # signs
LONGEST = timedelta(days=366)
FEWEST_ORGANISATIONS = 2


class Weight(StrEnum):
    """How heavy those at the table find it, here and now."""

    NORMAL = "normal"
    COSTLY = "costly"
    JAMMED = "jammed"


class Seat(StrEnum):
    CLIENT = "client"
    EXPERIENCE_EXPERT = "experience-expert"
    CLOSE_ONE = "close-one"
    WORKER = "worker"
    MANAGER = "manager"
    MUNICIPALITY = "municipality"
    PAYER = "payer"
    INITIATIVE = "initiative"


LIVED_IT = frozenset({Seat.CLIENT, Seat.EXPERIENCE_EXPERT, Seat.CLOSE_ONE})
WORKS_ON_IT = frozenset({Seat.WORKER, Seat.INITIATIVE})


class Kind(StrEnum):
    """What they decided. Leaving it is a decision too: much friction is normal."""

    LEAVE = "leave"
    AGREE = "agree"
    ROOM = "room"
    CHANGE_RULE = "change-rule"


NEEDS_RULE = frozenset({Kind.ROOM, Kind.CHANGE_RULE})


class Outcome(StrEnum):
    HELPED = "helped"
    A_BIT = "a-bit"
    NOT_YET = "not-yet"
    NOT_DONE = "not-done"


class Standing(StrEnum):
    RUNS = "runs"
    TO_LOOK_BACK = "to-look-back"
    LOOKED_BACK = "looked-back"


@dataclass(frozen=True, slots=True)
class Meeting:
    """`what` and `who`: what will happen and which organisation does it, or why they leave it.
    `rule`: the rule that is used or has to change."""

    held: date
    seats: frozenset[Seat]
    organisations: int
    weight: Weight
    kind: Kind
    what: str
    who: str
    review: date
    rule: str = ""
    outcome: Outcome | None = None

    def standing(self, today: date) -> Standing:
        if self.outcome is not None:
            return Standing.LOOKED_BACK
        return Standing.TO_LOOK_BACK if today >= self.review else Standing.RUNS


MISSING_LIVED = Text("iemand die het zelf meemaakte", "somebody who lived it")
MISSING_WORKER = Text(
    "iemand van de uitvoering of van een initiatief",
    "somebody who does the work or is of an initiative",
)
MISSING_ORGANISATION = Text("een tweede organisatie", "a second organisation")


def check(meeting: Meeting, today: date) -> None:
    """Raises the first thing that keeps this from being a decision of those concerned; of who is not
    at the table, all at once."""
    if missing := _missing(meeting):
        raise TooFewAtTheTable(
            missing=Text(
                "; ".join(one.nl for one in missing),
                "; ".join(one.in_language("en") for one in missing),
            )
        )
    if meeting.held > today:
        raise DayNotRight(day=meeting.held.isoformat())
    if not meeting.held < meeting.review <= meeting.held + LONGEST:
        raise DayNotRight(day=meeting.review.isoformat())
    if meeting.kind in NEEDS_RULE and not meeting.rule:
        raise RuleMissing
    if not meeting.what.strip():
        raise NothingChosen
    check_words(meeting.what, most=MOST_LINE)
    check_words(meeting.who, most=MOST_LINE, must=meeting.kind is not Kind.LEAVE)


def _missing(meeting: Meeting) -> tuple[Text, ...]:
    needed = (
        (bool(meeting.seats & LIVED_IT), MISSING_LIVED),
        (bool(meeting.seats & WORKS_ON_IT), MISSING_WORKER),
        (meeting.organisations >= FEWEST_ORGANISATIONS, MISSING_ORGANISATION),
    )
    return tuple(words for is_there, words in needed if not is_there)
