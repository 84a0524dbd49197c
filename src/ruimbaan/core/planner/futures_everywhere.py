# SPDX-License-Identifier: EUPL-1.2
"""Who joins every waiting list and takes the best: per future the maximal schedule.

No plan arrives sooner in that future, so the share of futures in time is never less than the chance
of who does not know the waits beforehand: an upper bound.
"""

from __future__ import annotations

from ruimbaan.core.planner.fixed_point import Run
from ruimbaan.core.planner.futures_problem import in_future, settled, uncertain
from ruimbaan.core.planner.futures_waits import Waits
from ruimbaan.core.planner.lateness import arrival
from ruimbaan.core.planner.problem import Problem, Switches, Way
from ruimbaan.core.planner.schedule import Schedule, solve_once

# Per goal the day of arrival in each future; None is not within the horizon.
Arrivals = tuple[tuple[int | None, ...], ...]


def everywhere(problem: Problem, switches: Switches, waits: Waits, count: int) -> Arrivals:
    """Arrivals with these rules bent, in each of so many futures."""
    small = settled(problem, switches)
    drawn = uncertain(small, waits)
    order = Schedule(small, solve_once(small, 0)).order
    everyone = (1 << len(order.order)) - 1
    known: dict[tuple[int, int], Way] = {}
    found: list[list[int | None]] = []
    for future in range(count if drawn else 1):
        run = Run(in_future(small, drawn, waits, future, known), order, 0, None)
        run.through(everyone)
        found.append([arrival(small, run.held, goal) for goal in small.goals])
    if not drawn:
        found *= count  # nothing is uncertain: all futures are the same
    return tuple(tuple(days) for days in zip(*found, strict=True))
