# SPDX-License-Identifier: EUPL-1.2
"""Pushing and popping against solving anew, step by step along random walks."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from ruimbaan.analytics.planning.compiling import Numbers
from ruimbaan.analytics.planning.engine import Engine
from ruimbaan.analytics.planning.incremental import keep, pop, push
from ruimbaan.analytics.planning.words import Words
from ruimbaan.analytics.planning.work import LEVEL
from ruimbaan.core.planner.lateness import lateness
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem, Switches, bits
from ruimbaan.core.planner.schedule import solve_once
from tests.bench.big_regions import BigRegion
from tests.core.twins.worlds import random_case

LEVELS, STEPS = 4, 14


class Walk:
    """One problem, pushed and popped at random; per open level what is then right."""

    def __init__(self, problem: Problem, seed: int) -> None:
        self.problem, self.rng = problem, Random(seed)
        self.engine = Engine(problem, levels=LEVELS)
        self.compiled, self.work = self.engine.compiled, self.engine.work
        self.engine.run(self.compiled.on(problem.all_services))
        self.open = [self.now(problem.all_services)]
        self.cut_short = 0

    def now(self, switches: Switches) -> tuple[Switches, Words, Numbers]:
        return switches, self.work.held.copy(), self.work.first.copy()

    def step(self) -> None:
        chance = self.rng.random()
        if chance < 0.5 and len(self.open) <= LEVELS:
            self.push()
        elif chance < 0.7 and len(self.open) > 1:
            keep(self.work)
            self.open.pop(-2)
        elif len(self.open) > 1:
            pop(self.work)
            self.open.pop()
        switches, held, first = self.open[-1]
        assert self.work.at[LEVEL] == len(self.open) - 1
        assert np.array_equal(self.work.held, held)
        assert np.array_equal(self.work.first, first)
        assert np.array_equal(self.work.on, self.compiled.on(switches))

    def push(self) -> None:
        rules = sum(self.problem.rule_switch.values())
        more = sum(switch for switch in bits(rules) if self.rng.random() < 0.3)
        at_most = self.rng.choice((-1, -1, 0, 50, 1000))
        switches = self.open[-1][0] | more
        wanted = solve_once(self.problem, switches)
        late = lateness(self.problem, wanted.held, self.problem.goals)
        numbers = self.compiled.numbers(more)

        early = push(self.compiled.layout, self.work, numbers, len(numbers), at_most)

        assert early == (late <= at_most)
        if early:
            self.cut_short += 1
            pop(self.work)
        else:
            assert self.compiled.sets(self.work.held[:-1]) == wanted.held
            self.open.append(self.now(switches))


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_pushing_and_popping_is_solving_anew(start: int) -> None:
    cut_short = 0
    for seed in range(start, start + 50):
        walk = Walk(lay_out(*random_case(Random(seed))), seed)
        for _ in range(STEPS):
            walk.step()
        cut_short += walk.cut_short

    assert cut_short > 0


@pytest.mark.parametrize("seed", range(6))
def test_pushing_and_popping_is_solving_anew_in_a_big_region(seed: int) -> None:
    region = BigRegion.make(100, seed)
    walk = Walk(lay_out(region.world, region.person(seed)), seed)

    for _ in range(STEPS):
        walk.step()
