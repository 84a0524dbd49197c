# SPDX-License-Identifier: EUPL-1.2
"""What a plan costs on the way: executed day by day, with everything that takes something away."""

from __future__ import annotations

from collections.abc import Iterable

from ruimbaan.core.planner.answer import PlanLoss
from ruimbaan.core.planner.execution import Application, Execution, Lost
from ruimbaan.core.planner.extract import Applications
from ruimbaan.core.planner.problem import Problem, Switches
from ruimbaan.core.planner.simulate import execute


class PlanDoesNotHold(AssertionError):
    """The simulator could not live a plan that the planner made: one of them is wrong."""


def losses_of(
    problem: Problem, switches: Switches, applications: Applications
) -> tuple[PlanLoss, ...]:
    """Losses of the plan, each with its rule and the goals that suffer.

    Raises PlanDoesNotHold when, without losses, some application is refused: that is a fault of
    the planner and never of the world.
    """
    steps = [
        Application(door.service, day, door.wait)
        for door, days in applications.items()
        for day in problem.span.each(days)
    ]
    bent = frozenset(problem.rules_in(switches))
    until = _last_day(problem, steps)
    clean = execute(problem.world, problem.situation, bent, steps, until=until, with_losses=False)
    if clean.refused:
        raise PlanDoesNotHold(f"refused: {clean.refused}")
    if not any(problem.world.services[step.service].takes for step in steps):
        return ()
    lived = execute(problem.world, problem.situation, bent, steps, until=until)
    return tuple(_periods(lived.lost, _hurt(clean, lived)))


def _last_day(problem: Problem, steps: Iterable[Application]) -> int:
    """The day after the last step has ended."""
    ends = [0]
    for step in steps:
        service = problem.world.services[step.service]
        ends.append(step.day + step.wait + max(service.lasts, 1))
    return max(ends) + 1


def _hurt(clean: Execution, lived: Execution) -> tuple[str, ...]:
    return tuple(goal for goal, day in clean.arrivals.items() if lived.arrivals[goal] != day)


def _periods(lost: list[Lost], hurt: tuple[str, ...]) -> list[PlanLoss]:
    """Join lost days that follow each other."""
    periods: list[PlanLoss] = []
    for item in sorted(lost, key=lambda x: (x.service, x.fact, x.rule or "", x.day)):
        last = periods[-1] if periods else None
        same = last and (last.service, last.fact, last.rule) == (
            item.service,
            item.fact,
            item.rule,
        )
        if last and same and last.until == item.day:
            periods[-1] = PlanLoss(
                item.fact, item.service, last.from_day, item.day + 1, item.rule, hurt
            )
        elif not (last and same and last.until > item.day):
            periods.append(
                PlanLoss(item.fact, item.service, item.day, item.day + 1, item.rule, hurt)
            )
    return sorted(periods, key=lambda period: (period.from_day, period.service, period.fact))
