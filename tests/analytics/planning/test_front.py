# SPDX-License-Identifier: EUPL-1.2
"""The compiled front against the front of the core, and what it says when its time is up."""

from __future__ import annotations

from random import Random

import pytest

from ruimbaan.analytics.planning.searching import Search
from ruimbaan.core.planner.front import Front, Row
from ruimbaan.core.planner.lateness import Target
from ruimbaan.core.planner.solve import TRIES
from tests.bench.big_regions import BigRegion
from tests.core.twins.worlds import random_case

BLOCK = 50
SEEDS = range(0, 500, BLOCK)
LONG = 60.0  # seconds
IN_A_BIG_REGION = range(12)


def rows_of_the_core(search: Search) -> list[Row]:
    """The whole front, all prices."""
    bendable = sum(search.problem.rule_switch[rule.id] for rule in rules(search))
    most = search.schedule.extend(search.practice, bendable)
    target = Target(*search.schedule.narrowed(search.practice, most), search.problem.goals)
    effective = bendable & target.schedule.effective
    rows, complete = Front(target, effective, search.delta, TRIES).rows()
    assert complete
    return rows


def rules(search: Search):
    return [rule for rule in search.problem.world.rules.values() if rule.may_bend]


def differences(search: Search) -> list[str]:
    found = search.found(LONG)
    wanted = rows_of_the_core(search)
    if search.budget is not None:
        wanted = [row for row in wanted if row.asks <= search.budget]
    return [] if list(found.rows) == wanted and found.complete else [f"{found}, not {wanted}"]


@pytest.mark.parametrize("start", SEEDS)
def test_the_rows_of_the_core(start: int) -> None:
    wrong = {}
    for seed in range(start, start + BLOCK):
        rng = Random(seed)
        world, situation = random_case(rng)
        search = Search(world, situation, delta=rng.choice((1, 2, 7)))
        wrong[seed] = differences(search)

    assert not any(wrong.values()), {seed: lines for seed, lines in wrong.items() if lines}


@pytest.mark.parametrize("start", SEEDS[:4])
def test_the_rows_of_the_core_within_a_budget(start: int) -> None:
    wrong = {}
    for seed in range(start, start + BLOCK):
        rng = Random(seed)
        world, situation = random_case(rng, rules=6)
        wrong[seed] = differences(Search(world, situation, delta=1, budget=rng.randint(0, 16)))

    assert not any(wrong.values()), {seed: lines for seed, lines in wrong.items() if lines}


@pytest.mark.parametrize("number", IN_A_BIG_REGION)
def test_the_rows_of_the_core_in_a_big_region(number: int) -> None:
    region = BigRegion.make(120, number)
    search = Search(region.world, region.person(number))

    assert not differences(search)
