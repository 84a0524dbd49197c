# SPDX-License-Identifier: EUPL-1.2
"""The first random worlds of each oracle; `python -m tests.long.planner_oracles` goes on."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from random import Random

import pytest

from ruimbaan.analytics.planning.searching import Search
from tests.core.twins.worlds import random_case
from tests.long import planner_brute

BLOCK = 20
FIRST = range(0, 100, BLOCK)


def needs(module: str) -> None:
    pytest.importorskip(module, reason=f"{module} is not installed (requirements/dev.txt)")


@pytest.mark.parametrize("start", FIRST)
def test_everything_tried_day_by_day(start: int) -> None:
    wrong = {seed: planner_brute.wrong(seed) for seed in range(start, start + BLOCK)}

    assert not any(wrong.values()), {seed: lines for seed, lines in wrong.items() if lines}


@pytest.mark.parametrize("start", FIRST)
def test_a_model_with_a_variable_for_each_day(start: int) -> None:
    needs("ortools")
    from tests.long import planner_cpsat

    wrong = {seed: planner_cpsat.wrong(seed) for seed in range(start, start + BLOCK)}

    assert not any(wrong.values()), {seed: lines for seed, lines in wrong.items() if lines}


@pytest.mark.parametrize("start", FIRST)
def test_who_needs_what_without_days(start: int) -> None:
    needs("clingo")
    from tests.long import planner_clingo

    wrong = {seed: planner_clingo.wrong(seed) for seed in range(start, start + BLOCK)}

    assert not any(wrong.values()), {seed: lines for seed, lines in wrong.items() if lines}


def test_a_dearer_world_is_another_answer() -> None:
    needs("clingo")
    from tests.long import planner_clingo

    world, situation = planner_clingo.timeless(planner_clingo.case(0))
    rules = {
        rule.id: replace(rule, asks=rule.asks and rule.asks + 1) for rule in world.rules.values()
    }
    dearer = replace(world, rules=rules)

    least = planner_clingo.Untimed(world, situation).least()
    assert least == 3
    assert planner_clingo.Untimed(dearer, situation).least() == least + 1


def test_more_room_is_another_answer() -> None:
    needs("ortools")
    from tests.long import planner_cpsat

    rng = Random(0)
    cases = (random_case(rng) for _ in count())
    world, situation = next(
        case
        for case in cases
        if planner_cpsat.takes_time(case[0]) and len(Search(*case, delta=1).found().rows) > 1
    )

    within = [planner_cpsat.Timed(world, situation).least_lateness(most) for most in (0, 99)]
    assert within[0] > within[1]
