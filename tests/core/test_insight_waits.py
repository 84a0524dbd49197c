# SPDX-License-Identifier: EUPL-1.2
"""What a released table says of handing over, and what it leaves open when counts are hidden."""

from __future__ import annotations

from datetime import date
from itertools import accumulate, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.insight.released import Release
from ruimbaan.core.insight.waits import WITHIN, Shown, Waits, waits, wilson

STEPS = tuple(f"ontmoet > {name}" for name in WITHIN)


def release(steps: tuple[int | None, ...], asked: int | None, met: int | None) -> Release:
    cells: dict[tuple[str, ...], int | None] = dict(
        zip(((one,) for one in STEPS), steps, strict=True)
    )
    cells |= {("*",): asked, ("ontmoet",): met, ("niet > wacht",): 7}
    return Release("t", date(2026, 11, 2), 10, "p", ("loop",), cells, "")


def said(*steps: int | None, asked: int | None, met: int | None) -> Waits:
    return waits(release(steps, asked, met))


def test_all_counts_give_shares_and_the_week_of_the_half():
    found = said(20, 30, 10, 20, asked=100, met=80)

    assert found.met == ((20, 20), (50, 50), (60, 60), (80, 80))
    assert found.half_within == 3
    assert found.shown is Shown.PACE
    assert found.not_met["wacht"] == 7
    share = found.share(13)
    assert share is not None
    assert share.value == 0.8
    # Wilson's interval of 80 of 100, as R's prop.test(correct = FALSE) gives it
    assert (round(share.low, 4), round(share.high, 4)) == (0.7112, 0.8666)


def test_less_than_half_in_thirteen_weeks_is_slow():
    assert said(1, 2, 3, 4, asked=100, met=10).is_slow
    assert said(1, 2, 3, 4, asked=100, met=10).half_within is None


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (said(None, None, 0, 0, asked=None, met=None), Shown.FEW),
        (said(0, 0, 0, 0, asked=0, met=0), Shown.NOBODY),
        (said(None, None, 10, 0, asked=40, met=36), Shown.COUNT),
        (said(25, None, None, 0, asked=40, met=None), Shown.PACE),
    ],
    ids=["hidden", "nobody", "how many", "how fast"],
)
def test_what_can_be_said(found: Waits, shown: Shown):
    assert found.shown is shown


@given(
    st.lists(st.integers(0, 4), min_size=4, max_size=4),
    st.integers(0, 3),
    st.lists(st.booleans(), min_size=4, max_size=4),
    st.booleans(),
)
def test_the_bounds_are_those_of_every_table_that_fits(
    counts: list[int], rest: int, hide: list[bool], met_hidden: bool
):
    """Against all tables there can be: the same sums, and somebody in each hidden step."""
    steps = tuple(None if gone and n else n for n, gone in zip(counts, hide, strict=True))
    asked, met = sum(counts) + rest, None if met_hidden else sum(counts)

    fitting = [
        tuple(accumulate(one))
        for one in product(*(range(1, asked + 1) if step is None else (step,) for step in steps))
        if (sum(one) <= asked if met is None else sum(one) == met)
    ]

    bounds = tuple((min(column), max(column)) for column in zip(*fitting, strict=True))
    assert said(*steps, asked=asked, met=met).met == bounds


def test_a_share_of_nobody_is_none():
    assert wilson(0, 0) is None
    assert wilson(0, None) is None
    none = wilson(0, 10)
    assert none is not None
    assert none.low == 0.0
