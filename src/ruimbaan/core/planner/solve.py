# SPDX-License-Identifier: EUPL-1.2
"""The one door to the planner: a world and a situation in, an answer out."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Answer, Finding, Plan, Point, Rung
from ruimbaan.core.planner.cheapest import SearchCutShort
from ruimbaan.core.planner.clashes import may_clash
from ruimbaan.core.planner.extract import applications_for
from ruimbaan.core.planner.findings import WhyNot
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.front import Front, Row
from ruimbaan.core.planner.ladder import climb
from ruimbaan.core.planner.lateness import Target, arrivals, uncovered_days
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.lean import fewest_services
from ruimbaan.core.planner.lived_plan import lived_plan
from ruimbaan.core.planner.living import BRANCHES, LivedTarget
from ruimbaan.core.planner.plan_maker import PlanMaker
from ruimbaan.core.planner.problem import Switches
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
        self,
        world: World,
        situation: Situation,
        *,
        delta: int = WEEK,
        tries: int = TRIES,
        branches: int = BRANCHES,
        losses: bool = True,
    ) -> None:
        """`branches`: how many ways round clashes are looked at for one set of bent rules. Without
        `losses` no way round what a service takes is looked for: it is told beside the plan. That is
        several times as quick, for a page somebody waits for."""
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
        self._lived = (
            LivedTarget.of(self._target, self._schedule, everything, branches)
            if may_clash(world, situation, losses=losses)
            else None
        )
        self._states: dict[Switches, State] = {}
        self._services: dict[Switches, tuple[str, ...]] = {}
        self._plans: dict[int, Plan] = {}

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The front without steps: what is bent, what it asks, and when everything arrives."""
        return tuple(self._point(number) for number in range(len(self._rows)))

    def _point(self, number: int) -> Point:
        row, state = self._rows[number], self._state(number)
        if self._goes_round:
            plan = self.plan(number)
            return Point(
                plan.flexed, plan.lateness, plan.asks, plan.uncovered, plan.arrivals, plan.gap
            )
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
            self._plans[number] = self._plan(self._rows[number], self._state(number))
        return self._plans[number]

    def _plan(self, row: Row, state: State) -> Plan:
        target = self._target
        if self._lived and self._goes_round:
            if not self._comes_true(row.bent):
                return lived_plan(self._lived, row, state, self.tries)
            # as good as the bound, also where the search for rules had to stop before it saw that
            row, target = replace(row, lateness=self._target.lateness(state)), self._lived
        services = self._fewest(row.bent, state)
        return PlanMaker(self._schedule, target, row, state, services).plan()

    def services(self, number: int) -> tuple[str, ...]:
        """The services in the plan of this row, without its days: a smaller question."""
        if self._goes_round:
            used = {step.service for step in self.plan(number).steps}
            return tuple(name for name in self.problem.world.services if name in used)
        return self._fewest(self._rows[number].bent, self._state(number))

    def _fewest(self, bent: Switches, full: State) -> tuple[str, ...]:
        if bent not in self._services:
            self._services[bent], _ = fewest_services(self._schedule, bent, full, self.tries)
        return self._services[bent]

    def _state(self, number: int) -> State:
        """The maximal schedule with the rules of this row bent."""
        return self._with(self._rows[number].bent)

    def _with(self, bent: Switches) -> State:
        if bent not in self._states:
            self._states[bent] = self._schedule.extend(self._practice, bent)
        return self._states[bent]

    def _comes_true(self, bent: Switches) -> bool:
        """Does the plan with these rules bent come true as it is, with all that can clash?"""
        if self._lived is None:
            return True
        full = self._with(bent)
        planned = applications_for(self._schedule, full, self._fewest(bent, full))
        lived = self._lived.together(bent).comes_true(planned)
        return lived is not None and arrivals(self.problem, lived) == arrivals(self.problem, full)

    @property
    def _goes_round(self) -> bool:
        """Are there clashes, so that the plans are looked for with what is lived?"""
        return self._front[2]

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Why practice does not reach a goal, for each such goal."""
        target = self._lived or self._target
        plan = self.plan(0) if self._goes_round else None
        return tuple(WhyNot(self.problem, target, self._bendable, self.tries, plan).findings())

    @cached_property
    def blocked(self) -> tuple[Finding, ...]:
        """The same as far as rules and services go, whatever else one does in the same week: for who
        looks through a whole rulebook, and without the plans that `findings` may need."""
        return tuple(
            WhyNot(self.problem, self._target, self._bendable, self.tries, None).findings()
        )

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
        return self._front[1] and self._ladder[1] and (self._lived is None or self._lived.proven)

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
    def _front(self) -> tuple[list[Row], bool, bool]:
        """The rows, whether all are there, and whether they go round clashes. When every plan
        comes true as it is, the bound is reached and nothing else can be better."""
        rows, complete = self._front_of(self._target)
        if self._lived is None or all(self._comes_true(row.bent) for row in rows):
            return rows, complete, False
        return *self._front_of(self._lived), True

    def _front_of(self, target: Target) -> tuple[list[Row], bool]:
        return Front(target, self._bendable & target.effective, self.delta, self.tries).rows()

    @property
    def _rows(self) -> list[Row]:
        return self._front[0]

    @cached_property
    def _ladder(self) -> tuple[tuple[Rung, ...], bool]:
        try:
            rungs = climb(self._target, self.tries)
            if self._lived is None or all(
                self._comes_true(self.problem.bend(rung.flexed)) for rung in rungs
            ):
                return rungs, True
            return climb(self._lived, self.tries), True
        except SearchCutShort:
            return (), False
