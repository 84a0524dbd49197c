# SPDX-License-Identifier: EUPL-1.2
"""The fewest services with which every goal is still reached on its arrival day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.cheapest import Cheapest, SearchCutShort
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.lateness import arrival, arrivals
from ruimbaan.core.planner.problem import Switches
from ruimbaan.core.planner.schedule import Schedule


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
    trial = SameArrivals(*schedule.narrowed(nothing, full), arrivals(problem, full))
    if trial.works(nothing):
        return (), True
    effective = trial.schedule.effective
    useful = [switch for switch in problem.service_switch.values() if switch & effective]
    weights = dict.fromkeys(useful, 1)
    try:
        chosen = Cheapest(trial, tries).find(weights)
    except SearchCutShort:
        chosen = None
    if chosen is not None:
        return problem.services_in(chosen), True
    return problem.services_in(_dropped_one_by_one(trial, useful)), False


def _dropped_one_by_one(trial: SameArrivals, services: list[Switches]) -> Switches:
    kept = sum(services)
    for switch in services:
        if trial.works(trial.start(kept & ~switch)):
            kept &= ~switch
    return kept
