# SPDX-License-Identifier: EUPL-1.2
"""Curves of who arrived by when: equal to the definition, and honest about who still waits."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.insight.curves import Course, Point, curve
from tests.core.slow_curves import incidence, variance

MET, REFUSED = "met", "refused"
ENDS = (None, MET, REFUSED)
KEPT = Path(__file__).parent.parent / "data" / "curves" / "lifelines.json"
courses = st.lists(
    st.builds(
        lambda enter, lasts, end: Course(enter + lasts, end, enter),
        st.integers(-1, 6),
        st.integers(1, 12),
        st.sampled_from((MET, REFUSED, None)),
    ),
    min_size=1,
    max_size=25,
)


@given(courses)
def test_every_point_equals_the_definition(rows: list[Course]):
    for point in curve(rows, MET).points:
        assert point.share == pytest.approx(float(incidence(rows, MET, point.day)), abs=1e-12)
        slow = float(variance(rows, MET, point.day))
        assert point.variance == pytest.approx(max(slow, 0.0), abs=1e-12)


@given(courses)
def test_it_only_rises_and_all_ends_together_never_pass_the_whole(rows: list[Course]):
    met, refused = curve(rows, MET), curve(rows, REFUSED)

    for one in (met, refused):
        shares = [point.share for point in one.points]
        assert shares == sorted(shares)
    last = [one.points[-1].share for one in (met, refused) if one.points]
    assert sum(last) <= 1 + 1e-12


@given(courses)
def test_the_interval_holds_its_share(rows: list[Course]):
    for point in curve(rows, MET).points:
        low, high = point.interval
        assert 0 <= low <= point.share <= high <= 1


@given(courses)
def test_courses_told_together_are_as_good_as_each_on_its_own(rows: list[Course]):
    together = [replace(one, count=often) for one, often in Counter(rows).items()]

    assert curve(together, MET) == curve(rows, MET)


def test_who_ends_on_the_day_it_began_is_counted():
    rows = [Course(0, MET, enter=-1, count=3), Course(5, None, enter=-1)]

    found = curve(rows, MET)

    assert (found.count, found.cut_off) == (4, 1)
    assert (found.points[0].day, found.points[0].share) == (0, 0.75)


def test_without_anybody_left_out_it_is_the_plain_share():
    rows = [Course(day, MET) for day in range(1, 11)] + [Course(20, REFUSED)] * 10

    found = curve(rows, MET)

    assert found.at(10) is not None
    assert found.points[-1].share == pytest.approx(0.5)
    assert found.day_of(0.25) == 5
    assert found.day_of(0.51) is None


def test_leaving_out_who_still_waits_flatters():
    """Of a hundred that were sent, half were met within ten days and half still wait after thirty."""
    rows = [Course(1 + number % 10, MET) for number in range(50)] + [Course(30, None)] * 50

    whole = curve(rows, MET).at(28)
    completed = curve([one for one in rows if one.end], MET).at(10)

    assert whole is not None
    assert completed is not None
    assert whole.share == pytest.approx(0.5)
    assert completed.share == pytest.approx(1.0)


def test_at_the_edge_itself_it_is_the_share_alone():
    """Everybody arrived, but rounding leaves a hair."""
    point = Point(day=40, share=1 - 1e-16, variance=1e-16, under_way=4)

    assert point.interval == (point.share, point.share)


def test_nothing_is_said_past_the_last_day_that_was_seen():
    rows = [Course(3, MET), Course(9, None)]

    assert curve(rows, MET).at(9) is not None
    assert curve(rows, MET).at(10) is None
    assert curve(rows, REFUSED).at(5) is not None
    assert curve([], MET).at(1) is None


def test_who_came_later_counts_from_then_on():
    rows = [Course(5, MET), Course(5, None), *(Course(9, None, enter=6) for _ in range(8))]

    point = curve(rows, MET).points[0]

    assert (point.under_way, point.share) == (2, 0.5)


def test_the_interval_holds_the_truth_in_about_95_of_100():
    """Planted: within 10 days 40 % meet; others are refused or cut off before."""
    random, held = Random(3056), 0
    for _ in range(300):
        rows = [_lived(random) for _ in range(200)]
        point = curve(rows, MET).at(10)
        assert point is not None
        low, high = point.interval
        held += low <= 0.4 <= high
    assert 275 <= held <= 297


def _lived(random: Random) -> Course:
    """Four in ten meet and one in ten is refused, evenly over ten days; some are cut off before."""
    drawn, day = random.random(), random.randint(1, 10)
    leave, end = (day, MET) if drawn < 0.4 else (day, REFUSED) if drawn < 0.5 else (20, None)
    cut = random.randint(1, 30)
    return Course(cut, None) if cut < leave else Course(leave, end)


@pytest.mark.parametrize("kept", json.loads(KEPT.read_text("utf-8")), ids=range(3))
def test_it_equals_lifelines_on_days_without_ties(kept: dict[str, list[list[float]]]):
    """Answers of lifelines 0.30.3, kept by tests/long/lifelines_twin.py."""
    points = curve([Course(int(day), ENDS[int(end)]) for day, end in kept["rows"]], MET).points

    assert [one.day for one in points] == [day for day, _share, _variance in kept["answer"]]
    for one, (_day, share, spread) in zip(points, kept["answer"], strict=True):
        assert one.share == pytest.approx(share, abs=1e-9)
        assert one.variance == pytest.approx(spread, abs=1e-9)
