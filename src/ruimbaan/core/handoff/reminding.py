# SPDX-License-Identifier: EUPL-1.2
"""Who hears what, and when, as long as a handoff is not done. The schedule is data.

Nothing is dropped because a day was skipped: what came due while nobody looked is still due, and
every state in which somebody waits ends with a person who is called by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ruimbaan.core.handoff.handoffs import Handoff
from ruimbaan.core.handoff.states import ENDED, State
from ruimbaan.core.handoff.terms import ANSWER_WITHIN, before_working_days, law_day
from ruimbaan.core.kernel.working_days import after_working_days

DayOf = Callable[[datetime], date]  # on the clocks where the people are


class To(StrEnum):
    RECEIVER = "receiver"
    SENDER = "sender"
    NAMED = "named"  # who was named when it was sent: is called when it stays silent
    PERSON = "person"


class Nudge(StrEnum):
    ASK_AGAIN = "ask_again"
    SILENT = "silent"
    SILENT_NAMED = "silent_named"
    LATE_BY_LAW = "late_by_law"
    LATE_BY_LAW_NAMED = "late_by_law_named"
    DAY_ASKED = "day_asked"
    DAY_PASSED = "day_passed"
    DAY_PASSED_NAMED = "day_passed_named"
    DID_YOU_MEET = "did_you_meet"
    NOT_MET = "not_met"
    NOT_MET_NAMED = "not_met_named"
    NEXT_WAY = "next_way"
    NEXT_WAY_NAMED = "next_way_named"


class Since(StrEnum):
    """The day a line of the schedule counts from."""

    ANSWER = "answer"  # the last day for an answer
    LAW = "law"
    HELD = "held"  # the other day that the receiver asked for
    MEETING = "meeting"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Line:
    """`working_days` after the day it counts from; below zero before it."""

    nudge: Nudge
    to: To
    since: Since
    working_days: int


@dataclass(frozen=True, slots=True)
class Due:
    """`round` counts the steps so far: a new answer day is a new reason to remind."""

    nudge: Nudge
    to: To
    day: date
    round: int


SCHEDULE: Mapping[State, tuple[Line, ...]] = {
    **{
        state: (
            Line(Nudge.ASK_AGAIN, To.RECEIVER, Since.ANSWER, -1),
            Line(Nudge.SILENT, To.SENDER, Since.ANSWER, 1),
            Line(Nudge.SILENT_NAMED, To.NAMED, Since.ANSWER, 3),
            Line(Nudge.LATE_BY_LAW, To.SENDER, Since.LAW, 1),
            Line(Nudge.LATE_BY_LAW_NAMED, To.NAMED, Since.LAW, 1),
        )
        for state in (State.REQUESTED, State.RECEIVED)
    },
    State.ON_HOLD: (
        Line(Nudge.DAY_ASKED, To.RECEIVER, Since.HELD, 0),
        Line(Nudge.DAY_PASSED, To.SENDER, Since.HELD, 1),
        Line(Nudge.DAY_PASSED_NAMED, To.NAMED, Since.HELD, 3),
        Line(Nudge.LATE_BY_LAW, To.SENDER, Since.LAW, 1),
        Line(Nudge.LATE_BY_LAW_NAMED, To.NAMED, Since.LAW, 1),
    ),
    **{
        state: (
            Line(Nudge.DID_YOU_MEET, To.PERSON, Since.MEETING, 1),
            Line(Nudge.NOT_MET, To.SENDER, Since.MEETING, 2),
            Line(Nudge.NOT_MET_NAMED, To.NAMED, Since.MEETING, 5),
            Line(Nudge.LATE_BY_LAW, To.SENDER, Since.LAW, 1),
            Line(Nudge.LATE_BY_LAW_NAMED, To.NAMED, Since.LAW, 1),
        )
        for state in (State.ACCEPTED, State.IN_PROGRESS)
    },
    **{
        state: (
            Line(Nudge.NEXT_WAY, To.SENDER, Since.ENDED, 1),
            Line(Nudge.NEXT_WAY_NAMED, To.NAMED, Since.ENDED, 3),
        )
        for state in ENDED - {State.CANCELLED_BY_PERSON, State.ENTERED_IN_ERROR}
    },
}
"""A draft waits for the person, who is never reminded of that."""


def due(handoff: Handoff, today: date, day_of: DayOf, *, followed: bool = False) -> tuple[Due, ...]:
    """All that has come due, the earliest first. `followed`: the next handoff is there already, so
    after an end nobody has to look for a way."""
    if not handoff.is_open or (followed and handoff.state in ENDED):
        return ()
    found = []
    for line in SCHEDULE.get(handoff.state, ()):
        begin = _begin(handoff, line.since, day_of)
        if begin is not None and (day := _shifted(begin, line.working_days)) <= today:
            found.append(Due(line.nudge, line.to, day, len(handoff.steps)))
    return tuple(sorted(found, key=lambda one: (one.day, one.nudge)))


def next_day(handoff: Handoff, today: date, day_of: DayOf) -> date | None:
    """When something comes due that is not yet."""
    days = [
        _shifted(begin, line.working_days)
        for line in SCHEDULE.get(handoff.state, ())
        if (begin := _begin(handoff, line.since, day_of)) is not None
    ]
    return min((day for day in days if day > today), default=None)


def _begin(handoff: Handoff, since: Since, day_of: DayOf) -> date | None:
    """Where no day was said, the usual time after the last step: nothing waits without an end."""
    if not handoff.steps:
        return None
    last = day_of(handoff.steps[-1].at)
    usual = after_working_days(last, ANSWER_WITHIN)
    match since:
        case Since.ANSWER:
            return handoff.answer_by or usual
        case Since.HELD:
            return handoff.steps[-1].day or usual
        case Since.MEETING:
            return handoff.meeting or usual
        case Since.ENDED:
            return last
        case Since.LAW:
            asked = handoff.asked
            return None if asked is None else law_day(handoff.ask, day_of(asked))


def _shifted(day: date, working_days: int) -> date:
    if working_days < 0:
        return before_working_days(day, -working_days)
    return after_working_days(day, working_days) if working_days else day
