# SPDX-License-Identifier: EUPL-1.2
"""All people of a population at once, to ask what a change of rules would win for them together.

Nothing is kept of which rules go together: each change is worked out anew, for everybody who begins
alike once. For many changes `working.rank` is the way.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ruimbaan.analytics.planning.compiling import Compiled
from ruimbaan.analytics.planning.engine import in_good_order
from ruimbaan.analytics.planning.many import People, arrivals_of_many, people
from ruimbaan.analytics.population.drawing import draw_many
from ruimbaan.analytics.population.figures import Won
from ruimbaan.core.journey.population import Drawn, Population, situation_of
from ruimbaan.core.journey.situation import Goal, Situation, in_sight
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem
from ruimbaan.core.planner.world import World

Days = NDArray[np.int32]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Begun:
    """Who plan from the same day: their numbers among all that begin differently."""

    compiled: Compiled
    people: People
    numbers: Numbers


class Crowd:
    """People [0, count), each laid out once; `practice`: when those who begin alike arrive at each
    wish with nothing bent."""

    def __init__(
        self, world: World, population: Population, seed: int, count: int, cores: int
    ) -> None:
        self.world, self.population, self.cores = world, population, cores
        begins, self.wants = draw_many(population, seed, 0, count, cores)
        codes, self.alike = np.unique(begins, return_inverse=True)
        self.begun = self._begun(codes.tolist())
        self.practice = self.arrivals(())

    def won(self, bent: Collection[str]) -> Won:
        """With these rules changed for everybody."""
        arrives, horizon = self.arrivals(bent), self.world.span.horizon
        sooner = np.zeros(len(self.alike), np.bool_)
        days = reached = 0
        low = 0
        for at, wish in enumerate(self.population.wishes):
            before, after = (found[:, at].astype(np.int64) for found in (self.practice, arrives))
            needed_by = np.array([0, *(in_sight(day, horizon) for day, _ in wish.needed_by)])
            gain = np.maximum(before[:, None] - needed_by, 0)
            gain -= np.maximum(after[:, None] - needed_by, 0)
            gain[:, 0] = 0  # who does not want it
            choice = self.wants >> low & ((1 << wish.width) - 1)
            own = self.alike * len(needed_by) + choice
            often = np.bincount(own, minlength=gain.size).reshape(gain.shape)
            days += wish.weight * int((often * gain).sum())
            newly = (after < before) & (before == horizon)
            reached += int(often[newly, 1:].sum())
            sooner |= (gain > 0).ravel()[own]
            low += wish.width
        return Won(days, int(sooner.sum()), reached)

    def arrivals(self, bent: Collection[str]) -> Days:
        """Per way of beginning and per wish the first day; the horizon when never."""
        wishes = [wish.fact for wish in self.population.wishes]
        found = np.empty((self.begun_count, len(wishes)), np.int32)
        for one in self.begun:
            problem = one.compiled.problem
            on = one.compiled.on(problem.all_services | problem.bend(bent))
            facts = [problem.index[fact] for fact in wishes]
            found[one.numbers] = arrivals_of_many(
                one.compiled, on, one.people, facts, threads=self.cores
            )
        return found

    @property
    def begun_count(self) -> int:
        return sum(len(one.numbers) for one in self.begun)

    def _begun(self, codes: Sequence[int]) -> list[_Begun]:
        situations = [situation_of(self.population, Drawn(code, 0)) for code in codes]
        found = []
        for day in sorted({one.plan_from for one in situations}):
            numbers = [at for at, one in enumerate(situations) if one.plan_from == day]
            compiled = in_good_order(self._problem(day))
            who = people(compiled, (situations[at] for at in numbers))
            found.append(_Begun(compiled, who, np.array(numbers)))
        return found

    def _problem(self, plan_from: int) -> Problem:
        goals = tuple(Goal(wish.fact, 0) for wish in self.population.wishes)
        return lay_out(self.world, Situation("", goals=goals, plan_from=plan_from))
