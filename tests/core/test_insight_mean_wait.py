# SPDX-License-Identifier: EUPL-1.2
"""The mean wait: equal to its definition, and the truth is in its interval."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.insight.curves import Z_95, Course, curve
from ruimbaan.core.insight.mean_wait import mean_wait
from tests.core.slow_curves import ended, incidence, under_way

MET = "met"
waits = st.lists(
    st.builds(
        lambda enter, lasts, end: Course(enter + lasts, end, enter),
        st.integers(-1, 3),
        st.integers(1, 12),
        st.sampled_from((MET, None)),
    ),
    min_size=1,
    max_size=20,
)


@given(waits, st.integers(1, 15))
def test_the_mean_is_the_sum_of_who_still_waits_on_each_day(rows: list[Course], horizon: int):
    found = mean_wait(curve(rows, MET), horizon)

    seen = min(horizon, max(one.leave for one in rows))
    days = [1 - incidence(rows, MET, day) for day in range(seen)]
    assert found.horizon == seen
    assert found.days == pytest.approx(float(sum(days)), abs=1e-9)
    assert found.low <= found.days + 1e-12
    assert found.high >= found.days - 1e-12


@given(waits, st.integers(1, 15))
def test_its_variance_is_that_of_greenwood_term_by_term(rows: list[Course], horizon: int):
    found = mean_wait(curve(rows, MET), horizon)

    seen, variance = min(horizon, max(one.leave for one in rows)), Fraction(0)
    for day in {one.leave for one in rows if one.end and one.leave < seen}:
        n, d = under_way(rows, day), ended(rows, day)
        area = sum((1 - incidence(rows, MET, one) for one in range(max(day, 0), seen)), Fraction(0))
        if n > d:
            variance += area * area * Fraction(d, n * (n - d))
    assert found.high == pytest.approx(min(found.days + Z_95 * sqrt(variance), seen), abs=1e-6)


def test_without_anybody_cut_off_it_is_the_plain_mean():
    rows = [Course(day, MET, enter=-1) for day in (0, 3, 5, 40)]

    assert mean_wait(curve(rows, MET), 30).days == pytest.approx((0 + 3 + 5 + 30) / 4)


def test_the_interval_holds_the_truth_in_about_95_of_100():
    """Planted: waits of 1 to 20 days, each as likely, so 10.5 on average; some are cut off."""
    random, held = Random(3056), 0
    for _ in range(300):
        rows = []
        for _ in range(150):
            wait, cut = random.randint(1, 20), random.randint(1, 60)
            rows.append(Course(min(wait, cut), MET if wait <= cut else None))
        found = mean_wait(curve(rows, MET), 20)
        held += found.low <= 10.5 <= found.high
    assert 274 <= held <= 297
