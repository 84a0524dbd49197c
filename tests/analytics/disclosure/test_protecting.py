# SPDX-License-Identifier: EUPL-1.2
"""What is hidden: enough, little more than needed, and the same each time."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.analytics.disclosure.auditing import Audited, audit
from ruimbaan.analytics.disclosure.cubes import Cube, Key
from ruimbaan.analytics.disclosure.optimum import least_cost
from ruimbaan.analytics.disclosure.protecting import costs, protect
from ruimbaan.analytics.disclosure.tables import Proposal, Rule
from tests.analytics.disclosure.attackers import given_away
from tests.analytics.disclosure.chance import PEOPLE, flat, plain

FAR = 1.15  # times the optimum
SPARSE = 0.45  # of the finest cells, at a threshold of 5


def cube_of(*rows: tuple[int, ...]) -> Cube:
    a, b = flat("a", len(rows)), flat("b", len(rows[0]))
    counts: dict[Key, int] = {
        (a.leaves[i], b.leaves[j]): amount
        for i, row in enumerate(rows)
        for j, amount in enumerate(row)
    }
    return Cube(PEOPLE, (a, b), counts)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(*[st.integers(0, 20)] * 3), min_size=2, max_size=3),
    st.sampled_from((3, 5, 10)),
)
def test_whatever_the_counts_nobody_can_tell_a_small_one(rows, threshold):
    cube, rule = cube_of(*rows), Rule(threshold)
    verdict = audit(protect("t", cube, rule), rule)

    assert isinstance(verdict, Audited)
    assert given_away([cube], [verdict.table], threshold) == []


def test_no_small_count_is_shown_and_every_zero_is():
    cube = plain(3, ((5, 5), (4, 4)))
    hidden = protect("t", cube, Rule()).hidden

    assert hidden[Rule().small(cube.values)].all()
    assert not hidden[cube.values == 0].any()


def test_hiding_only_the_small_ones_is_seen_through():
    cube = cube_of((3, 20, 30), (25, 40, 12), (31, 14, 22))
    only = Proposal("t", cube, Rule().small(cube.values))

    (leak,) = audit(only, Rule()).report.leaks

    assert (leak.cell, leak.least, leak.most, leak.exact) == ("a0, b0", 3, 3, True)


def test_where_all_is_large_nothing_is_hidden():
    assert not protect("t", cube_of((10, 20), (30, 40)), Rule()).hidden.any()


def test_nine_is_hidden_and_ten_is_shown():
    cube = cube_of((9, 10, 50), (50, 60, 70), (80, 90, 10))
    hidden = dict(zip(cube.keys, protect("t", cube, Rule(10)).hidden, strict=True))

    assert hidden[("a0",), ("b0",)]
    assert Rule(10).small(np.array([0, 1, 9, 10])).tolist() == [False, True, True, False]


def test_the_order_of_the_rows_does_not_matter():
    cube = plain(8, ((5, 5), (5, 5)))
    rows = list(cube.counts.items())
    Random(1).shuffle(rows)
    other = Cube(cube.population, cube.dimensions, dict(rows))

    assert (protect("t", cube, Rule()).hidden == protect("t", other, Rule()).hidden).all()


@pytest.mark.parametrize("threshold", [5, 10])
def test_it_costs_little_more_than_the_best_there_is(threshold):
    rule = Rule(threshold)
    cubes = [plain(seed, ((3, 4), (3, 4))) for seed in range(8)]

    ours = [float(costs(cube)[protect("t", cube, rule).hidden].sum()) for cube in cubes]
    best = [least_cost(cube, rule) for cube in cubes]

    assert all(low <= cost + 1e-6 for low, cost in zip(best, ours, strict=True))
    assert sum(ours) <= FAR * sum(best)


def test_a_sparse_table_stays_of_use():
    verdicts = [
        audit(protect("t", plain(seed, ((4, 10), (4, 8))), Rule(5)), Rule(5)) for seed in range(6)
    ]
    hidden = sum(one.report.finest_hidden for one in verdicts)

    assert hidden <= SPARSE * sum(one.report.finest for one in verdicts)
