# SPDX-License-Identifier: EUPL-1.2
"""The compiled front against the front of the core, and what it says when its time is up."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from random import Random

import pytest

from ruimbaan.analytics.planning.checking import unproven
from ruimbaan.analytics.planning.searching import Search
from ruimbaan.core.planner.front import Front, Row
from ruimbaan.core.planner.lateness import Target
from ruimbaan.core.planner.problem import bits
from ruimbaan.core.planner.solve import TRIES, Solver
from tests.bench.big_regions import BigRegion
from tests.core.twins.worlds import random_case

BLOCK = 50
SEEDS = range(0, 500, BLOCK)
LONG = 600.0  # seconds; compiling counts as searching
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
    wrong = [] if list(found.rows) == wanted and found.complete else [f"{found}, not {wanted}"]
    return wrong + unproven(search, found)


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


def test_with_no_time_at_all_there_is_a_proven_gap() -> None:
    region = BigRegion.make(120, 2)
    gaps = 0
    for number in range(40):
        search = Search(region.world, region.person(number), delta=1)
        found = search.front.found(number % 7, clock=map(float, count()).__next__)
        gaps += found.gap is not None

        assert not unproven(search, found)
        assert list(found.rows) == rows_of_the_core(search)[: len(found.rows)]
        if found.gap is not None and found.gap.known is not None:
            assert found.gap.asks_at_least <= found.gap.known.asks
            assert found.gap.known.lateness <= found.gap.lateness
    assert gaps > 5


def test_the_check_sees_what_is_not_true() -> None:
    region = BigRegion.make(120, 0)
    search = next(
        search
        for search in (Search(region.world, region.person(number)) for number in count())
        if len(search.found(LONG).rows) > 2
    )
    found = search.found(LONG)
    first, second, *rest = found.rows
    cut = found.cuts[0]

    dearer = replace(second, asks=second.asks + 1)
    spare = next(s for s in bits(search.bendable & ~second.bent))
    assert unproven(search, replace(found, rows=(first, dearer, *rest)))
    assert unproven(search, replace(found, rows=(first, replace(second, bent=second.bent | spare))))
    assert unproven(search, replace(found, rows=(first, *rest)))
    assert unproven(search, replace(found, cuts=()))
    assert unproven(search, replace(found, cuts=(replace(cut, late=cut.late + 1), *found.cuts[1:])))


def test_the_same_points_as_the_core() -> None:
    region = BigRegion.make(120, 1)
    search = Search(region.world, region.person(5))
    points = tuple(search.point(row) for row in search.found(LONG).rows)

    assert points == Solver(region.world, region.person(5)).points
