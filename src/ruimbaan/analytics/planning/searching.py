# SPDX-License-Identifier: EUPL-1.2
"""From a world and a situation to the whole front, with the compiled search.

    search = Search(world, situation, budget=16)      # what asks more than 16 is left out
    search.found(seconds=1).rows                      # the rows of the core's front
    search.points()                                   # the same in the words of the core

The problem is laid out and made as small as it gets by the core, which takes less time than the
search saves; only what is asked hundreds of times is compiled.
"""

from __future__ import annotations

from functools import cached_property

from ruimbaan.analytics.planning.compiling import laid_out
from ruimbaan.analytics.planning.front import CompiledFront
from ruimbaan.analytics.planning.proof import Found
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Point
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.front import Row
from ruimbaan.core.planner.lateness import arrivals, uncovered_days
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.narrowing import narrow
from ruimbaan.core.planner.schedule import Schedule, solve_once
from ruimbaan.core.planner.solve import WEEK
from ruimbaan.core.planner.world import World

SECONDS = 1.0


class Search:
    """The front of one situation. `delta`: a next row wins at least so many weighted days.
    `budget`: what a row may ask at most; None for the whole front."""

    def __init__(
        self, world: World, situation: Situation, *, delta: int = WEEK, budget: int | None = None
    ) -> None:
        self.problem = lay_out(world, situation)
        self.practice = solve_once(self.problem, self.problem.all_services)
        self.schedule = Schedule(self.problem, self.practice)
        self.delta = delta
        self.budget = budget
        self.bendable = self.problem.bend(
            rule.id
            for rule in world.rules.values()
            if rule.may_bend and (budget is None or (rule.asks or 0) <= budget)
        )

    @cached_property
    def front(self) -> CompiledFront:
        """The search, on the problem as small as it gets."""
        most = self.schedule.extend(self.practice, self.bendable)
        narrowed = narrow(self.problem, self.practice, most)
        ways, kept = narrowed.problem.ways, narrowed.problem.maintained
        never = self.problem.span.horizon
        opens = [self.problem.span.first(days) for days in narrowed.state(most).applied]
        soonest = [never if day is None else day for day in opens] + [never] * len(kept)
        order = sorted(range(len(ways) + len(kept)), key=soonest.__getitem__)
        return CompiledFront(
            laid_out(narrowed.problem, order),
            self.problem.all_services,
            self.bendable,
            delta=self.delta,
            budget=self.budget,
        )

    def found(self, seconds: float = SECONDS) -> Found:
        """All rows that are proven within so many seconds of searching."""
        return self.front.found(seconds)

    def point(self, row: Row) -> Point:
        """A row in the words of the core."""
        state = self.state(row)
        return Point(
            flexed=self.problem.rules_in(row.bent),
            lateness=row.lateness,
            asks=row.asks,
            uncovered=uncovered_days(self.problem, state),
            arrivals=arrivals(self.problem, state),
        )

    def state(self, row: Row) -> State:
        """The maximal schedule with the rules of this row bent."""
        return self.schedule.extend(self.practice, row.bent)
