# SPDX-License-Identifier: EUPL-1.2
"""A row of the front made into a plan, where steps can clash and the plan goes round it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.answer import Clash, Leg, Plan, PlanLoss, Step
from ruimbaan.core.planner.branches import hiding
from ruimbaan.core.planner.critical import CriticalPath
from ruimbaan.core.planner.extract import applications_for
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.front import Row
from ruimbaan.core.planner.lateness import arrivals, score
from ruimbaan.core.planner.lean import fewest_services
from ruimbaan.core.planner.living import LivedTarget
from ruimbaan.core.planner.plan_maker import PlanMaker
from ruimbaan.core.planner.problem import Door
from ruimbaan.core.planner.schedule import Schedule
from ruimbaan.core.planner.together import Best, Together

Planned = Mapping[Door, DaySet]


def lived_plan(target: LivedTarget, row: Row, state: State, tries: int) -> Plan:
    """`state`: the maximal schedule with the rules of the row bent; `tries` bounds the search for
    fewer services."""
    best, together = target.best(state), target.together(row.bent)
    planned = _with_few_services(target, state, best, together, tries)
    schedule = Schedule(hiding(together.problem, together.clashes.taken(planned)), state)
    possible = schedule.solve(state.switches)
    maker = _Maker(
        schedule, target, row, possible, (), best=best, planned=planned, together=together
    )
    clashes = _each_once(best)
    later = tuple(
        goal
        for goal, day in arrivals(together.problem, state).items()
        if best.arrivals[goal] != day
    )
    plan = maker.plan()
    losses = tuple(_with_hurts(loss, clashes, later) for loss in plan.losses)
    late = best.score.lateness
    return replace(plan, lateness=late, losses=losses, clashes=clashes, gap=best.gap)


def _with_hurts(loss: PlanLoss, clashes: tuple[Clash, ...], later: tuple[str, ...]) -> PlanLoss:
    """The goals that are later because steps clash, when this loss is one of those clashes."""
    here = ((loss.service,), loss.fact)
    met = any((clash.services, clash.fact) == here for clash in clashes)
    return replace(loss, hurts=tuple(dict.fromkeys((*loss.hurts, *later)))) if met else loss


def _with_few_services(
    target: LivedTarget, state: State, best: Best, together: Together, tries: int
) -> Planned:
    """The same arrivals with as few services as in its branch, when that comes true as well."""
    problem = best.branch.of(target.whole.problem)
    schedule = Schedule(problem, state)
    here = schedule.solve(state.switches)
    if score(problem, here.held) != best.score:
        return best.applications
    bent = state.switches & ~problem.all_services
    services, _ = fewest_services(schedule, bent, here, tries)
    lean = applications_for(schedule, here, services)
    lived = together.comes_true(lean)
    same = lived is not None and arrivals(problem, lived) == best.arrivals
    return lean if same else best.applications


def _each_once(best: Best) -> tuple[Clash, ...]:
    """The clashes on the way to the plan; the same one on several days only on its first."""
    found: dict[tuple[object, ...], Clash] = {}
    for clash in sorted(best.clashes, key=lambda each: each.day):
        found.setdefault((clash.kind, frozenset(clash.services), clash.fact, clash.rule), clash)
    return tuple(found.values())


@dataclass(slots=True, kw_only=True)
class _Maker(PlanMaker):
    """`schedule` and `state` leave out what the plan itself takes on the way."""

    best: Best
    planned: Planned
    together: Together

    def _applications(self) -> Planned:
        return self.planned

    def _arrivals(self) -> dict[str, int | None]:
        return dict(self.best.arrivals)

    def _critical(self, reached: dict[str, int | None]) -> dict[str, tuple[Leg, ...]]:
        planned = self.schedule.solve(self.state.switches, self.planned)
        path = CriticalPath(self.problem, planned)
        return {fact: path.to(fact, day) for fact, day in reached.items() if day is not None}

    def _steps(self, applications: Planned) -> tuple[Step, ...]:
        """How late a step may be is only said when that was lived as well, the rest as planned."""
        made = PlanMaker._steps(self, applications)
        return tuple(replace(step, latest=self._latest(step)) for step in made)

    def _latest(self, step: Step) -> int:
        """Doubles the delay, over the days on which one can apply, until it hurts; then halves."""
        days = self._days_open(step)
        low, stride = 0, 1
        while low + stride < len(days) and self._still_in_time(step, days[low + stride]):
            low, stride = low + stride, 2 * stride
        while stride > 1:
            stride //= 2
            if low + stride < len(days) and self._still_in_time(step, days[low + stride]):
                low += stride
        return days[low]

    def _days_open(self, step: Step) -> Sequence[int]:
        """The planned day, and for a single application every later one that is possible."""
        span, found = self.problem.span, 0
        if step.times == 1:
            for number in self.problem.ways_of_service[step.service]:
                if self.problem.ways[number].wait == step.wait:
                    found |= self.state.applied[number]
        return [step.apply, *span.each(found & span.from_day(step.apply + 1))]

    def _still_in_time(self, step: Step, day: int) -> bool:
        span, door = self.problem.span, Door(step.service, step.wait)
        moved = self.planned[door] & ~span.between(step.apply, step.apply + 1)
        planned = {**self.planned, door: moved | span.between(day, day + 1)}
        lived = self.together.comes_true(planned)
        if lived is None:
            return False
        then = arrivals(self.together.problem, lived)
        for goal in self.problem.goals:
            here, there = self.best.arrivals[goal.fact], then[goal.fact]
            if here is not None and (there is None or there > max(goal.needed_by, here)):
                return False
        return True
