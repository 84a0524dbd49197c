# SPDX-License-Identifier: EUPL-1.2
"""What a plan costs on the way: executed day by day, with everything that takes something away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.answer import PlanLoss
from ruimbaan.core.planner.clashes import may_clash
from ruimbaan.core.planner.execution import Application, Execution, Lost
from ruimbaan.core.planner.problem import Door, Problem, Switches
from ruimbaan.core.planner.simulate import execute

WEEK = 7


class PlanDoesNotHold(AssertionError):
    """The simulator could not live a plan that the planner made: one of them is wrong."""


def losses_of(
    problem: Problem,
    switches: Switches,
    applications: Mapping[Door, DaySet],
    claimed: Mapping[str, int | None],
) -> tuple[PlanLoss, ...]:
    """What is lost on the way, each with its rule and the goals that would be there sooner without.

    Raises PlanDoesNotHold when some application is refused, or a goal does not arrive as claimed:
    that is a fault of the planner and never of the world.
    """
    steps = [
        Application(door.service, day, door.wait)
        for door, days in applications.items()
        for day in problem.span.each(days)
    ]
    bent = frozenset(problem.rules_in(switches))
    until = _last_day(problem, steps, claimed)
    clean = execute(problem.world, problem.situation, bent, steps, until=until, with_losses=False)
    if clean.refused:
        raise PlanDoesNotHold(f"refused: {clean.refused}")
    if not may_clash(problem.world, problem.situation):
        return ()
    lived = execute(problem.world, problem.situation, bent, steps, until=until)
    if lived.refused or lived.arrivals != dict(claimed):
        raise PlanDoesNotHold(f"refused: {lived.refused}, {lived.arrivals} for {claimed}")
    return tuple(_periods(lived.lost, _hurt(clean, lived)))


def _last_day(
    problem: Problem, steps: Iterable[Application], claimed: Mapping[str, int | None]
) -> int:
    """The day after the last step has ended, and the last goal has come, or a week later."""
    ends = [day for day in claimed.values() if day is not None] + [0]
    for step in steps:
        service = problem.world.services[step.service]
        ends.append(step.day + step.wait + max(service.lasts, 1))
    return max(ends) + WEEK


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
