# SPDX-License-Identifier: EUPL-1.2
"""The fewest services with which every goal is still reached on its arrival day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.cheapest import Cheapest, SearchCutShort
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.lateness import arrival, arrivals
from ruimbaan.core.planner.problem import Problem, Switches
from ruimbaan.core.planner.schedule import Schedule, facts_leaned_on


@dataclass(slots=True)
class SameArrivals:
    """A trial: with only these services (and the bent rules), is every goal as early as ever?"""

    schedule: Schedule
    base: State
    wanted: dict[str, int | None]

    def start(self, chosen: Switches) -> State:
        return self.schedule.extend(self.base, chosen)

    def works(self, state: State) -> bool:
        return self._as_early(state.held)

    def still_failing(self, state: State, more: Switches) -> State | None:
        return self.schedule.extend_unless(state, more, self._as_early)

    def _as_early(self, held: Sequence[DaySet]) -> bool:
        problem = self.schedule.problem
        return all(arrival(problem, held, goal) == self.wanted[goal.fact] for goal in problem.goals)


def fewest_services(
    schedule: Schedule, bent: Switches, full: State, tries: int
) -> tuple[tuple[str, ...], bool]:
    """Services of a lean plan in the order of the world, and whether fewer is proven impossible.

    `full` is the maximal schedule with the same rules bent.
    """
    problem = schedule.problem
    nothing = schedule.solve(bent)
    trial = SameArrivals(schedule.narrowed(nothing, full), nothing, arrivals(problem, full))
    if trial.works(nothing):
        return (), True
    useful = _useful(problem, full)
    weights = dict.fromkeys(useful, 1)
    try:
        chosen = Cheapest(trial, tries).find(weights)
    except SearchCutShort:
        chosen = None
    if chosen is not None:
        return problem.services_in(chosen), True
    return problem.services_in(_dropped_one_by_one(trial, useful)), False


def _useful(problem: Problem, full: State) -> list[Switches]:
    """Services one can get and that some goal leans on, directly or through others."""
    leaned_on = facts_leaned_on(problem)
    return [
        problem.service_switch[service]
        for service, numbers in problem.ways_of_service.items()
        if any(
            full.applied[number] and any(e.fact in leaned_on for e in problem.ways[number].effects)
            for number in numbers
        )
    ]


def _dropped_one_by_one(trial: SameArrivals, services: list[Switches]) -> Switches:
    kept = sum(services)
    for switch in services:
        if trial.works(trial.start(kept & ~switch)):
            kept &= ~switch
    return kept
