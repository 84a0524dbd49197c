# SPDX-License-Identifier: EUPL-1.2
"""A handoff and what may happen to it.

State and responsibility are two things. Whatever a standard or a receiver calls "completed": the
sender stays responsible until the person says "we hebben elkaar ontmoet".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from ruimbaan.core.handoff.errors import (
    NotAReason,
    NotPossible,
    NotYours,
    PersonSaysSo,
    ReasonMissing,
)
from ruimbaan.core.handoff.states import (
    ENDED,
    NEEDS_REASON,
    WAITING_FOR_ANSWER,
    By,
    Profile,
    Reason,
    State,
)
from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.handoff.transitions import POSSIBLE


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened. `day` is a proposed or agreed day; `words` are the sender's or
    receiver's own and reach the person as they are."""

    end: State
    by: By
    at: datetime
    reason: Reason | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Handoff:
    """`receiver` is None while the request is open for whoever is able to claim it. `goal` is what
    of the person's plan goes along; `after` is the handoff that this one follows, `via` through whom
    it came. `named` is called when it stays silent, and answers for it when the sender is gone."""

    id: UUID
    profile: Profile
    goal: str
    sender: UUID
    receiver: UUID | None
    state: State = State.NEW
    steps: tuple[Step, ...] = ()
    answer_by: date | None = None
    meeting: date | None = None
    met: datetime | None = None
    after: UUID | None = None
    ask: Ask = Ask.SUPPORT
    named: UUID | None = None
    via: UUID | None = None

    @property
    def asked(self) -> datetime | None:
        """When it was sent first. Asking for another day begins no new term."""
        return next((step.at for step in self.steps if step.end is State.REQUESTED), None)

    @property
    def accepted(self) -> datetime | None:
        """When the receiver said yes, or had contact, for the first time."""
        yes = {State.ACCEPTED, State.IN_PROGRESS}
        return next((step.at for step in self.steps if step.end in yes), None)

    @property
    def was_accepted(self) -> bool:
        return self.accepted is not None

    @property
    def responsible(self) -> UUID:
        """Who answers for the goal now. There is always one."""
        if self.met is None or self.receiver is None:
            return self.sender
        return self.receiver

    @property
    def is_open(self) -> bool:
        """Somebody still has to do something: also when it ended without a meeting, because then
        the sender looks for the next way."""
        return self.met is None and self.state not in {
            State.CANCELLED_BY_PERSON,
            State.ENTERED_IN_ERROR,
        }

    def is_silent(self, today: date) -> bool:
        """The receiver let the day pass by which an answer was asked."""
        return (
            self.state in WAITING_FOR_ANSWER
            and self.answer_by is not None
            and today > self.answer_by
        )


def move(handoff: Handoff, step: Step) -> Handoff:
    """The handoff after this step. Raises a DomainError when the step is not possible."""
    possible = POSSIBLE[handoff.profile].get((handoff.state, step.end))
    if possible is None:
        raise NotPossible(begin=handoff.state, end=step.end)
    if step.by not in possible.by:
        raise NotYours(end=step.end)
    _check(handoff, step)
    return replace(
        handoff,
        state=step.end,
        steps=(*handoff.steps, step),
        meeting=_meeting(handoff, step),
        answer_by=step.day if step.end is State.REQUESTED else handoff.answer_by,
        met=step.at if step.end is State.MET else handoff.met,
    )


def confirm_meeting(handoff: Handoff, at: datetime) -> Handoff:
    """The person says that they met, also when the standard on the other side has no state for it
    or has closed its side already. Saying it twice changes nothing."""
    if handoff.met is not None:
        return handoff
    if handoff.profile is Profile.RUIMBAAN:
        return move(handoff, Step(State.MET, By.PERSON, at))
    if not handoff.was_accepted or handoff.receiver is None:
        raise NotPossible(begin=handoff.state, end=State.MET)
    return replace(handoff, met=at)


def claim(handoff: Handoff, receiver: UUID, at: datetime) -> Handoff:
    """An able organisation takes an open request. The first one gets it."""
    if handoff.receiver is not None or handoff.state is not State.REQUESTED:
        raise NotPossible(begin=handoff.state, end=State.RECEIVED)
    taken = replace(handoff, receiver=receiver)
    if handoff.profile is Profile.RUIMBAAN:
        return move(taken, Step(State.RECEIVED, By.RECEIVER, at))
    return taken


def _meeting(handoff: Handoff, step: Step) -> date | None:
    """That there was contact takes away no day that was agreed on."""
    if step.end is State.IN_PROGRESS:
        return step.day or handoff.meeting
    return step.day if step.end is State.ACCEPTED else handoff.meeting


def _check(handoff: Handoff, step: Step) -> None:
    if step.end in NEEDS_REASON and step.reason is None:
        raise ReasonMissing
    if step.reason is not None and step.end not in NEEDS_REASON:
        raise NotAReason
    if step.reason is Reason.PERSON_CHOSE and step.by is By.RECEIVER:
        raise PersonSaysSo
    if handoff.profile is Profile.RUIMBAAN:
        _check_hold(handoff, step)
        if step.end in {State.ACCEPTED, State.IN_PROGRESS, State.MET} and handoff.receiver is None:
            raise NotPossible(begin=handoff.state, end=step.end)


def _check_hold(handoff: Handoff, step: Step) -> None:
    """What was put on hold goes on where it stood: an answer that is still asked for cannot become
    a contact, and what was accepted is not asked for once more."""
    if handoff.state is not State.ON_HOLD:
        return
    needs_acceptance = {State.IN_PROGRESS, State.FAILED}
    before_acceptance = {State.REQUESTED, State.ACCEPTED, State.REJECTED}
    wrong = before_acceptance if handoff.was_accepted else needs_acceptance
    if step.end in wrong:
        raise NotPossible(begin=handoff.state, end=step.end)


def has_ended(handoff: Handoff) -> bool:
    return handoff.state in ENDED
