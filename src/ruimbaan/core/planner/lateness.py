# SPDX-License-Identifier: EUPL-1.2
"""Arrivals, lateness and uncovered days of one set of bent rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ruimbaan.core.journey.situation import Goal
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.problem import Problem, Switches
from ruimbaan.core.planner.schedule import Schedule


@dataclass(slots=True)
class Target:
    """A trial for the search: is the weighted lateness of these goals at most `at_most`?

    Begins at `base`: the state of practice, all services on and nothing bent.
    """

    schedule: Schedule
    base: State
    goals: tuple[Goal, ...]
    at_most: int = 0
    known: dict[Switches, State] = field(default_factory=dict)

    def start(self, chosen: Switches) -> State:
        switches = self.base.switches | chosen
        if switches not in self.known:
            fewer = (state for state in self.known.values() if not state.switches & ~switches)
            nearest = max(fewer, key=lambda s: s.switches.bit_count(), default=self.base)
            self.known[switches] = self.schedule.extend(nearest, chosen)
        return self.known[switches]

    def works(self, state: State) -> bool:
        return self._in_time(state.held)

    def still_failing(self, state: State, more: Switches) -> State | None:
        return self.schedule.extend_unless(state, more, self._in_time)

    def _in_time(self, held: Sequence[DaySet]) -> bool:
        return lateness(self.schedule.problem, held, self.goals) <= self.at_most

    def lateness(self, state: State) -> int:
        return lateness(self.schedule.problem, state.held, self.goals)

    @property
    def effective(self) -> Switches:
        """The switches that change anything."""
        return self.schedule.effective

    def arrivals(self, state: State) -> dict[str, int | None]:
        return arrivals(self.schedule.problem, state)

    def alone(self, goal: str, at_most: int) -> Target:
        """The same for one goal, wanted today."""
        return replace(self, goals=(Goal(goal, 0),), at_most=at_most)


class Score(NamedTuple):
    """Less is better: weighted days late first, then the weighted sum of all arrivals."""

    lateness: int
    arrivals: int


def arrival(problem: Problem, held: Sequence[DaySet], goal: Goal) -> int | None:
    """The first day, from day 0 on, on which the goal holds, given the days of all facts."""
    return problem.span.first_from(held[problem.index[goal.fact]], 0)


def arrivals(problem: Problem, state: State) -> dict[str, int | None]:
    return {goal.fact: arrival(problem, state.held, goal) for goal in problem.goals}


def lateness(problem: Problem, held: Sequence[DaySet], goals: tuple[Goal, ...]) -> int:
    """Sum of weight x days late; a goal that is not reached arrives on the horizon day."""
    total = 0
    for goal in goals:
        day = arrival(problem, held, goal)
        reached = problem.span.horizon if day is None else day
        total += goal.weight * max(0, reached - goal.needed_by)
    return total


def score(problem: Problem, held: Sequence[DaySet]) -> Score:
    days = ((goal, arrival(problem, held, goal)) for goal in problem.goals)
    horizon = problem.span.horizon
    total = sum(goal.weight * (horizon if day is None else day) for goal, day in days)
    return Score(lateness(problem, held, problem.goals), total)


def uncovered_days(
    problem: Problem, state: State, reached: Mapping[str, int | None] | None = None
) -> int:
    """Days from 0 to the last arrival on which no support is received whatever one does. `reached`:
    the arrivals, when they are not those of `state`."""
    days = arrivals(problem, state) if reached is None else reached
    horizon = problem.span.horizon
    last = max((horizon if day is None else day for day in days.values()), default=0)
    support = 0
    for fact in problem.supports:
        support |= state.held[fact]
    return (problem.span.between(0, last) & ~support).bit_count()
