# SPDX-License-Identifier: EUPL-1.2
"""Why not this service? Every condition that fails today, each with its rule, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.directory.service import AllOf, Anchor, Condition, Need, Service
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.problem import Literal, Problem
from ruimbaan.core.planner.solve import Solver

TODAY = 0


@dataclass(frozen=True, slots=True)
class FailingCondition:
    """`fact` does not hold (or, with `holds=False`, is in the way) for an application today.
    `first_day`: from when it does in practice; None is never. `rule` asks it."""

    fact: str
    rule: str | None
    holds: bool
    first_day: int | None


@dataclass(frozen=True, slots=True)
class FailingNeed:
    """One need that is not met. Each alternative lists what fails in it; mending one is enough."""

    alternatives: tuple[tuple[FailingCondition, ...], ...]


@dataclass(frozen=True, slots=True)
class NotThisService:
    """`first_day`: the first day on which one can apply in practice; None is never. `opens`: the
    next day it is open, when it is closed today. With nothing at all, one can apply today."""

    service: str
    needs: tuple[FailingNeed, ...]
    first_day: int | None
    opens: int | None = None
    wait_unknown: bool = False


def failing_conditions(solver: Solver, service_id: str) -> NotThisService:
    """What stands between this person and this service today, in practice: nothing bent.

    Raises KeyError when the region has no such service.
    """
    problem, practice = solver.problem, solver.practice
    service = problem.world.services[service_id]
    look = _Look(problem, practice, service, _literals(problem, service_id))
    failing = (look.failing(need) for need in service.needs)
    return NotThisService(
        service=service_id,
        needs=tuple(FailingNeed(alternatives) for alternatives in failing if alternatives),
        first_day=_first_application(problem, practice, service_id),
        opens=_opens(problem, service_id),
        wait_unknown=service.wait.days is None,
    )


def givers(solver: Solver, fact: str) -> tuple[str, ...]:
    """The services that give this fact, in the order of the world."""
    return tuple(
        service.id
        for service in solver.problem.world.services.values()
        if any(gift.fact == fact for gift in service.gives)
    )


@dataclass(frozen=True, slots=True)
class _Look:
    problem: Problem
    state: State
    service: Service
    literals: Mapping[Condition, Literal]

    def failing(self, need: Need) -> tuple[tuple[FailingCondition, ...], ...]:
        """Nothing when the need is met; else what fails, alternative by alternative."""
        if isinstance(need, Condition):
            found = self.condition(need)
            return ((found,),) if found else ()
        if isinstance(need, AllOf):
            return self.all_of(need)
        options = [self.failing(option) for option in need.options]
        if not all(options):
            return ()
        return tuple(alternative for option in options for alternative in option)

    def all_of(self, need: AllOf) -> tuple[tuple[FailingCondition, ...], ...]:
        """The parts that fail, together; of a part with alternatives each is named."""
        parts = [self.failing(part) for part in need.parts]
        together = [found for part in parts if part for chosen in part for found in chosen]
        return (tuple(together),) if together else ()

    def condition(self, condition: Condition) -> FailingCondition | None:
        literal = self.literals.get(condition)
        if literal is None:  # no way through this door asks it: an unknown wait, for one
            return None
        span = self.problem.span
        days = literal.days(self.state.held[literal.fact], span)
        if condition.at is Anchor.START:
            days >>= self.service.wait.days or 0
        if span.contains(days, TODAY):
            return None
        first = span.first_from(days, TODAY)
        return FailingCondition(condition.fact, condition.rule, condition.holds, first)


def _literals(problem: Problem, service_id: str) -> dict[Condition, Literal]:
    return {
        literal.condition: literal
        for number in problem.ways_of_service[service_id]
        for literal in problem.ways[number].literals
    }


def _first_application(problem: Problem, practice: State, service_id: str) -> int | None:
    days = 0
    for number in problem.ways_of_service[service_id]:
        days |= practice.applied[number]
    return problem.span.first_from(days, TODAY)


def _opens(problem: Problem, service_id: str) -> int | None:
    numbers = problem.ways_of_service[service_id]
    if not numbers:
        return None
    open_days = problem.ways[numbers[0]].open_days
    if problem.span.contains(open_days, TODAY):
        return None
    return problem.span.first_from(open_days, TODAY)
