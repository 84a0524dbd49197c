# SPDX-License-Identifier: EUPL-1.2
"""The intervals hold the truth about 95 times of a hundred, and few people stay out of sight."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.measure import Unit, Value
from ruimbaan.analytics.measures.parts import safe
from ruimbaan.core.insight.curves import Course, curve
from ruimbaan.core.kernel.texts import Text

NAME = Text("naam", "name")
FEWEST = 10


def test_people_drawn_again_hold_the_truth_in_about_95_of_100():
    """Planted: 3 and 1 of what each person has, in two sums, so a ratio of 3."""
    chance, held = np.random.default_rng(3056), 0
    for _ in range(200):
        rows = np.column_stack([chance.exponential(3, 120), chance.exponential(1, 120)])
        _, low, high = figures.drawn_again(rows.tolist(), [1] * 120, figures.ratio)
        held += low <= 3 <= high
    assert 180 <= held <= 198


def test_the_same_people_give_the_same_interval():
    rows, often = [(1, 2), (3, 4), (0, 5)], [4, 5, 6]

    assert figures.drawn_again(rows, often, figures.ratio) == figures.drawn_again(
        rows, often, figures.ratio
    )


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9), st.integers(1, 5)), min_size=1))
def test_people_told_together_count_as_each_on_their_own(told):
    whole, low, high = figures.drawn_again(
        [(one, other) for one, other, _ in told], [often for *_, often in told], figures.ratio
    )

    top = sum(one * often for one, _, often in told)
    bottom = sum(other * often for _, other, often in told)
    assert whole == pytest.approx(top / bottom)
    assert low <= high


def test_the_day_on_which_half_were_met_is_in_its_interval_95_of_100_times():
    """Planted: 1 to 40 days, each as likely, so half after 20; some are cut off before."""
    random, held = Random(3056), 0
    for _ in range(200):
        rows = []
        for _ in range(150):
            wait, cut = random.randint(1, 40), random.randint(1, 120)
            rows.append(Course(min(wait, cut), "met" if wait <= cut else None))
        value = figures.day_of(curve(rows, "met"), 0.5, "half", NAME, 150)
        low, high = value.low, value.high
        assert low is not None
        assert high is not None
        held += low <= 20 <= high
    assert 184 <= held <= 200


def parts(*persons: int) -> list[int]:
    rows = [{"part": str(i), "persons": some} for i, some in enumerate(persons)]
    shown = safe(
        rows, FEWEST, lambda row: Value("x", NAME, Unit.SHARE, row["persons"], row["persons"])
    )
    return [value.persons for value in shown]


@given(st.lists(st.integers(1, 40), max_size=8))
def test_what_is_left_out_of_the_parts_is_never_about_few_people(persons):
    """A person may be in more than one part; here nobody is, which is when taking away works."""
    shown = parts(*persons)

    hidden = sum(persons) - sum(shown)
    assert all(one >= FEWEST for one in shown)
    assert hidden == 0 or hidden >= FEWEST or not shown


def test_the_smallest_part_goes_along_when_the_others_could_be_worked_out():
    assert parts(30, 12, 3) == [30]
    assert parts(30, 12, 6, 6) == [30, 12]
