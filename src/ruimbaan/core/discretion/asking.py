# SPDX-License-Identifier: EUPL-1.2
"""The course of one request for room: who is to act, what counts when nobody does, and what never does.

Silence is never a yes. An answer is final; what may follow is that it is taken back, with a reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ruimbaan.core.discretion.asking_errors import (
    NotNow,
    NoYesToLookBackOn,
    ReasonNeeded,
    TooLate,
)
from ruimbaan.core.handoff.terms import before_working_days
from ruimbaan.core.kernel.working_days import after_working_days

DEPUTY_DAYS = 3  # working days that a deputy gets
USUAL_DAYS = 5  # working days for an answer, when nobody says otherwise


class State(StrEnum):
    PROPOSED = "proposed"  # the person it is about has not said yet whether it may leave
    DECLINED = "declined"  # the person said no: nothing left
    ASKED = "asked"
    WITH_DEPUTY = "with_deputy"
    YES = "yes"
    YES_BUT = "yes_but"
    NO = "no"
    UNANSWERED = "unanswered"
    WITHDRAWN = "withdrawn"
    TAKEN_BACK = "taken_back"  # by who had said yes


class Fallback(StrEnum):
    """What silence means, as agreed before it was sent."""

    DEPUTY = "deputy"
    UNANSWERED = "unanswered"


class Effect(StrEnum):
    """What it did, in one tap. Never a mark for anybody."""

    HELPED = "helped"
    PARTLY = "partly"
    NOTHING = "nothing"
    WORSE = "worse"
    NOT_USED = "not_used"


WAITING = frozenset({State.ASKED, State.WITH_DEPUTY})
SAID_YES = frozenset({State.YES, State.YES_BUT})
ANSWERS = frozenset({State.YES, State.YES_BUT, State.NO})
OPEN = WAITING | {State.PROPOSED}


@dataclass(frozen=True, slots=True)
class Request:
    """`until` is how long the room is asked for, `answer_by` the last day for an answer: of the
    deputy, once it is there. `words` are those of the answer, `reason` of taking back."""

    state: State
    what: str
    why: str
    until: date
    answer_by: date
    fallback: Fallback = Fallback.UNANSWERED
    asked: date | None = None
    reminded: bool = False
    answered: date | None = None
    words: str = ""
    reason: str = ""
    look_back: date | None = None
    effect: Effect | None = None

    def answerable(self, today: date) -> bool:
        return self.state in WAITING and today <= self.answer_by

    def looks_back(self, today: date) -> bool:
        """Whether it is time to say what it did; nobody has to."""
        return (
            self.state in SAID_YES
            and self.effect is None
            and self.look_back is not None
            and self.look_back <= today
        )

    def is_over(self, today: date) -> bool:
        """Nobody has to do anything, or counts on it, any more."""
        return self.until < today if self.state in SAID_YES else self.state not in OPEN

    def may_leave(self, today: date) -> bool:
        """Whether it can go from a full list: not while who asked still is to look back on it."""
        day = self.look_back if self.state in SAID_YES and self.effect is None else None
        return self.is_over(today) and (day is None or day <= today)

    @property
    def ends(self) -> date:
        """About when it was over. Of what was taken back no day is kept: its last day, so that who
        asked can still read why."""
        if self.state in SAID_YES or self.state is State.TAKEN_BACK:
            return self.until
        if self.state is State.UNANSWERED:
            return self.answer_by
        return self.answered or self.asked or self.answer_by


def begin(request: Request, today: date, *, needs_a_yes: bool) -> Request:
    """`needs_a_yes`: it is about a person who did not ask it, and does not leave without that one."""
    if needs_a_yes:
        return replace(request, state=State.PROPOSED, asked=None)
    return replace(request, state=State.ASKED, asked=today)


def agree(request: Request, today: date) -> Request:
    """The person says yes: now it leaves. A day for the answer that came too near is moved on."""
    _demand(request, State.PROPOSED)
    soonest = after_working_days(today, 1)
    return replace(
        request, state=State.ASKED, asked=today, answer_by=max(request.answer_by, soonest)
    )


def decline(request: Request) -> Request:
    _demand(request, State.PROPOSED)
    return replace(request, state=State.DECLINED)


def answer(request: Request, said: State, words: str, today: date) -> Request:
    if said not in ANSWERS or request.state not in WAITING:
        raise NotNow
    if today > request.answer_by:
        raise TooLate
    look_back = request.until if said in SAID_YES else None
    return replace(request, state=said, words=words, answered=today, look_back=look_back)


def take_back(request: Request, reason: str) -> Request:
    """By who said yes. What was said stays readable beside it."""
    _demand(request, *SAID_YES)
    if not reason.strip():
        raise ReasonNeeded
    return replace(request, state=State.TAKEN_BACK, reason=reason, look_back=None)


def withdraw(request: Request) -> Request:
    """By who asked, or by the person it is about, as long as there is no answer."""
    _demand(request, *OPEN)
    return replace(request, state=State.WITHDRAWN)


def look_back_on(request: Request, day: date) -> Request:
    if request.state not in SAID_YES:
        raise NoYesToLookBackOn
    return replace(request, look_back=day)


def what_it_did(request: Request, effect: Effect) -> Request:
    if request.state not in SAID_YES:
        raise NoYesToLookBackOn
    return replace(request, effect=effect)


def after_silence(request: Request, today: date) -> Request:
    """The same request when nothing is due: reminding once, then the fallback, and then the end."""
    if request.state is State.PROPOSED and today > request.until:
        return replace(request, state=State.UNANSWERED)
    if request.state not in WAITING:
        return request
    if today > request.answer_by:
        if request.state is State.ASKED and request.fallback is Fallback.DEPUTY:
            later = after_working_days(today, DEPUTY_DAYS)
            return replace(request, state=State.WITH_DEPUTY, answer_by=later, reminded=False)
        return replace(request, state=State.UNANSWERED)
    if not request.reminded and today >= before_working_days(request.answer_by, 1):
        return replace(request, reminded=True)
    return request


def next_day(request: Request) -> date | None:
    """When to look again; None when nothing comes of waiting any more."""
    if request.state is State.PROPOSED:
        return request.until
    if request.state in WAITING:
        if request.reminded:
            return request.answer_by
        return before_working_days(request.answer_by, 1)
    return None


def _demand(request: Request, *states: State) -> None:
    if request.state not in states:
        raise NotNow
