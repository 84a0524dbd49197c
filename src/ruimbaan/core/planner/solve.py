# SPDX-License-Identifier: EUPL-1.2
"""The one door to the planner: a world and a situation in, an answer out."""

from __future__ import annotations

from functools import cached_property

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Answer, Finding, Plan, Point, Rung
from ruimbaan.core.planner.cheapest import SearchCutShort
from ruimbaan.core.planner.findings import WhyNot
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.front import Front, Row
from ruimbaan.core.planner.ladder import climb
from ruimbaan.core.planner.lateness import Target, arrivals, uncovered_days
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.lean import fewest_services
from ruimbaan.core.planner.plan_maker import PlanMaker
from ruimbaan.core.planner.schedule import Schedule, solve_once
from ruimbaan.core.planner.world import World

WEEK = 7
TRIES = 200_000


def solve(world: World, situation: Situation, *, delta: int = WEEK, tries: int = TRIES) -> Answer:
    """All best plans for this situation, what blocks the rest, and the ladder.

    `delta`: a next plan must win at least so many weighted days. `tries` bounds each search;
    when it is too small the answer says that it is not complete.
    """
    return Solver(world, situation, delta=delta, tries=tries).answer()


class Solver:
    """The same answer in parts, each worked out when it is first asked for: a page that shows
    one plan need not wait for the steps of all others."""

    def __init__(
        self, world: World, situation: Situation, *, delta: int = WEEK, tries: int = TRIES
    ) -> None:
        self.problem = lay_out(world, situation)
        self.delta = delta
        self.tries = tries
        self._practice = solve_once(self.problem, self.problem.all_services)
        self._schedule = Schedule(self.problem, self._practice)
        rules = world.rules.values()
        self._bendable = self.problem.bend(rule.id for rule in rules if rule.may_bend)
        everything = self._schedule.extend(self._practice, sum(self.problem.rule_switch.values()))
        narrowed = self._schedule.narrowed(self._practice, everything)
        self._target = Target(*narrowed, self.problem.goals)
        self._states: dict[int, State] = {}
        self._services: dict[int, tuple[str, ...]] = {}
        self._plans: dict[int, Plan] = {}

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The front without steps: what is bent, what it asks, and when everything arrives."""
        return tuple(self._point(number) for number in range(len(self._rows)))

    def _point(self, number: int) -> Point:
        row, state = self._rows[number], self._state(number)
        return Point(
            flexed=self.problem.rules_in(row.bent),
            lateness=row.lateness,
            asks=row.asks,
            uncovered=uncovered_days(self.problem, state),
            arrivals=arrivals(self.problem, state),
        )

    def plan(self, number: int) -> Plan:
        """The plan of this row of the front; row 0 is practice."""
        if number not in self._plans:
            row, state, services = self._rows[number], self._state(number), self.services(number)
            maker = PlanMaker(self._schedule, self._target, row, state, services)
            self._plans[number] = maker.plan()
        return self._plans[number]

    def services(self, number: int) -> tuple[str, ...]:
        """The services in the plan of this row, without its days: a smaller question."""
        if number not in self._services:
            bent, full = self._rows[number].bent, self._state(number)
            self._services[number], _ = fewest_services(self._schedule, bent, full, self.tries)
        return self._services[number]

    def _state(self, number: int) -> State:
        """The maximal schedule with the rules of this row bent."""
        if number not in self._states:
            bent = self._rows[number].bent
            self._states[number] = self._schedule.extend(self._practice, bent)
        return self._states[number]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Why practice does not reach a goal, for each such goal."""
        return tuple(WhyNot(self.problem, self._target, self._bendable, self.tries).findings())

    @property
    def practice(self) -> State:
        """The maximal schedule with nothing bent: for each fact every day on which it can hold."""
        return self._practice

    @property
    def ladder(self) -> tuple[Rung, ...]:
        """From start earlier to change the rule; empty when the search was cut short."""
        return self._ladder[0]

    @property
    def complete(self) -> bool:
        return self._front[1] and self._ladder[1]

    def answer(self) -> Answer:
        """Everything."""
        world = self.problem.world
        return Answer(
            world_digest=world.digest,
            as_of=world.as_of,
            horizon=self.problem.span.horizon,
            front=tuple(self.plan(number) for number in range(len(self._rows))),
            findings=self.findings,
            ladder=self.ladder,
            complete=self.complete,
        )

    @cached_property
    def _front(self) -> tuple[list[Row], bool]:
        effective = self._bendable & self._target.schedule.effective
        return Front(self._target, effective, self.delta, self.tries).rows()

    @property
    def _rows(self) -> list[Row]:
        return self._front[0]

    @cached_property
    def _ladder(self) -> tuple[tuple[Rung, ...], bool]:
        try:
            return climb(self._target, self.tries), True
        except SearchCutShort:
            return (), False
