# SPDX-License-Identifier: EUPL-1.2
"""Anything may happen to the handoffs of one goal, in any order and on any day: the goal always has
somebody, and no day on which something was due goes by in silence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ruimbaan.core.handoff.following import follow, pass_on
from ruimbaan.core.handoff.handoffs import Handoff, Step, claim, confirm_meeting, move
from ruimbaan.core.handoff.owners import (
    GoalOwner,
    Side,
    owner_of_goal,
    owner_today,
    still_open,
    without_owner,
)
from ruimbaan.core.handoff.reminding import To, due
from ruimbaan.core.handoff.states import (
    ENDED,
    NEEDS_REASON,
    By,
    Profile,
    Reason,
    State,
)
from ruimbaan.core.handoff.terms import Ask, answer_day
from ruimbaan.core.handoff.transitions import POSSIBLE
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.working_days import after_working_days

SENDER, NAMED, GOAL = UUID(int=2), UUID(int=4), UUID(int=5)
RECEIVERS = (UUID(int=10), UUID(int=11), UUID(int=12))
LONGEST_SILENCE = 30  # working days after which somebody is called by name, whatever was agreed

HERE = ZoneInfo("Europe/Amsterdam")


def local_day(moment: datetime) -> date:
    return moment.astimezone(HERE).date()


class OneGoal(RuleBasedStateMachine):
    @initialize(
        ask=st.sampled_from(Ask),
        begin=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
        receiver=st.sampled_from((None, *RECEIVERS)),
    )
    def begin(self, ask: Ask, begin: date, receiver: UUID | None) -> None:
        self.now = datetime(begin.year, begin.month, begin.day, 23, 30, tzinfo=UTC)
        self.gone: set[UUID] = set()
        self.told: set[tuple[UUID, object, int]] = set()
        self.since: dict[UUID, date] = {}
        self.handoffs = [
            Handoff(uuid4(), Profile.RUIMBAAN, "goal", SENDER, receiver, ask=ask, named=NAMED)
        ]
        self._step(State.DRAFT, By.PERSON)
        self._step(State.REQUESTED, By.PERSON)

    @property
    def today(self) -> date:
        return local_day(self.now)

    @property
    def last(self) -> Handoff:
        return self.handoffs[-1]

    def _step(self, end: State, by: By, days: int | None = None) -> None:
        day = self.today + timedelta(days=days) if days is not None else None
        if end is State.REQUESTED:
            day = answer_day(self.last.ask, self.today)
        reason = Reason.NO_PLACE if end in NEEDS_REASON else None
        self._put(move(self.last, Step(end, by, self.now, reason, day)))

    def _put(self, handoff: Handoff) -> None:
        self.handoffs[-1] = handoff
        self.since[handoff.id] = self.today

    @rule(
        choice=st.integers(0, 99),
        days=st.none() | st.integers(0, 20),
    )
    def somebody_moves_it(self, choice: int, days: int | None) -> None:
        ends = [end for begin, end in POSSIBLE[Profile.RUIMBAAN] if begin is self.last.state]
        if ends:
            end = ends[choice % len(ends)]
            by = min(POSSIBLE[Profile.RUIMBAAN][self.last.state, end].by)
            self._try(end, by, days)

    @rule(end=st.sampled_from(State), by=st.sampled_from(By))
    def somebody_tries_what_may_not(self, end: State, by: By) -> None:
        self._try(end, by, None)

    def _try(self, end: State, by: By, days: int | None) -> None:
        before = self.last
        try:
            self._step(end, by, days)
        except DomainError:
            assert self.last == before

    @rule(receiver=st.sampled_from(RECEIVERS))
    def somebody_claims_it(self, receiver: UUID) -> None:
        try:
            self._put(claim(self.last, receiver, self.now))
        except DomainError:
            assert self.last.receiver is not None or self.last.state is not State.REQUESTED

    @rule()
    def the_person_says_that_they_met(self) -> None:
        try:
            self._put(confirm_meeting(self.last, self.now))
        except DomainError:
            assert self.last.met is None

    @rule(receiver=st.sampled_from(RECEIVERS), passed=st.booleans())
    def the_next_way(self, receiver: UUID, passed: bool) -> None:
        try:
            following = (pass_on if passed else follow)(self.last, uuid4(), receiver)
        except DomainError:
            return
        self.handoffs.append(following)
        self._step(State.DRAFT, By.PERSON)
        self._step(State.REQUESTED, By.PERSON)

    @rule(who=st.sampled_from((SENDER, *RECEIVERS)))
    def somebody_leaves(self, who: UUID) -> None:
        """Who was named stays; the site does not let the last one go."""
        self.gone.add(who)

    @rule(days=st.integers(1, 25), looked=st.booleans())
    def days_pass(self, days: int, looked: bool) -> None:
        self.now += timedelta(days=days)
        if looked:
            self._look()

    def _look(self) -> None:
        """As the command does: everything that is due and was not told yet."""
        followed = {one.after for one in self.handoffs}
        for handoff in self.handoffs:
            for one in due(handoff, self.today, local_day, followed=handoff.id in followed):
                assert one.day <= self.today
                self.told.add((handoff.id, one.to, one.round))

    @invariant()
    def the_goal_has_somebody(self) -> None:
        assert without_owner(self.handoffs, lambda party: party not in self.gone) == ()
        for handoff in still_open(self.handoffs):
            assert owner_today(handoff, lambda party: party not in self.gone) in {SENDER, NAMED}

    @invariant()
    def the_goal_of_the_route_has_somebody_and_says_who(self) -> None:
        """The same goal on the route of the person: whoever answers is there today."""
        owner = owner_of_goal(GOAL, self.handoffs, lambda party: party not in self.gone)
        settled = any(one.met is not None for one in self.handoffs)
        if still_open(self.handoffs):
            assert owner.side in {Side.STAYS, Side.NAMED}
        elif settled:
            assert owner.side in {Side.RECEIVER, Side.NAMED}
        else:
            assert owner == GoalOwner(GOAL, Side.PERSON)
            return
        assert owner.party is not None
        assert owner.party not in self.gone

    @invariant()
    def until_they_met_the_sender_is_responsible(self) -> None:
        for handoff in self.handoffs:
            met = any(step.end is State.MET for step in handoff.steps)
            assert handoff.responsible == (handoff.receiver if met else SENDER)

    @invariant()
    def nothing_that_waits_stays_silent(self) -> None:
        """After the longest time that somebody could have asked for, who was named was called."""
        self._look()
        for handoff in still_open(self.handoffs):
            if handoff.state in {State.DRAFT, State.NEW}:
                continue
            waited = after_working_days(self.since[handoff.id], LONGEST_SILENCE)
            if self.today >= waited:
                assert (handoff.id, To.NAMED, len(handoff.steps)) in self.told, handoff.state

    @invariant()
    def what_is_over_is_not_reminded_of(self) -> None:
        followed = {one.after for one in self.handoffs}
        for handoff in self.handoffs:
            over = handoff.met is not None or (handoff.state in ENDED and handoff.id in followed)
            if over:
                assert due(handoff, self.today, local_day, followed=True) == ()


OneGoal.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestOneGoal = OneGoal.TestCase
