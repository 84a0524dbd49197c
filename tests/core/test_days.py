# SPDX-License-Identifier: EUPL-1.2
"""Sets of days as numbers against sets of days as sets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.kernel.days import DaySet, Span

SPAN = Span(horizon=20, history=6)
DAYS = range(-6, 20)
some_days = st.sets(st.sampled_from(DAYS))
lengths = st.integers(1, 30)


def packed(days: set[int]) -> DaySet:
    return sum(1 << (day + SPAN.history) for day in days)


def unpacked(days: DaySet) -> set[int]:
    return set(SPAN.each(days))


@given(some_days)
def test_packing_loses_nothing(days: set[int]) -> None:
    assert unpacked(packed(days)) == days
    assert SPAN.first(packed(days)) == min(days, default=None)
    assert SPAN.last(packed(days)) == max(days, default=None)
    assert all(SPAN.contains(packed(days), day) is (day in days) for day in DAYS)


@given(st.none() | st.integers(-9, 25), st.none() | st.integers(-9, 25))
def test_between_is_half_open_and_stays_inside_the_span(first: int | None, until: int | None):
    expected = {
        day for day in DAYS if (first is None or first <= day) and (until is None or day < until)
    }

    assert unpacked(SPAN.between(first, until)) == expected


@given(some_days, st.integers(0, 30))
def test_moving_drops_what_leaves_the_span(days: set[int], by: int) -> None:
    assert unpacked(SPAN.later(packed(days), by)) == {d + by for d in days if d + by in DAYS}
    assert unpacked(SPAN.earlier(packed(days), by)) == {d - by for d in days if d - by in DAYS}


@given(some_days, lengths)
def test_lasting_fills_so_many_days_from_each_day(days: set[int], length: int) -> None:
    expected = {d + more for d in days for more in range(length) if d + more in DAYS}

    assert unpacked(SPAN.lasting(packed(days), length)) == expected


@given(some_days)
def test_lasting_for_ever_begins_on_the_first_day(days: set[int]) -> None:
    expected = {day for day in DAYS if days and day >= min(days)}

    assert unpacked(SPAN.lasting(packed(days), None)) == expected


@given(some_days, st.integers(0, 30))
def test_within_looks_back_for_one_day(days: set[int], k: int) -> None:
    expected = {t for t in DAYS if any(d in days for d in range(t - k, t + 1))}

    assert unpacked(SPAN.held_within(packed(days), k)) == expected


@given(some_days, st.integers(0, 30))
def test_for_at_least_wants_every_day_and_nothing_before_the_history(days: set[int], k: int):
    expected = {t for t in DAYS if all(d in days for d in range(t - k, t + 1))}

    assert unpacked(SPAN.held_for(packed(days), k)) == expected


@given(some_days, some_days)
def test_spread_goes_on_while_the_next_day_is_open(days: set[int], open_days: set[int]) -> None:
    expected = set(days)
    for day in DAYS:
        if day - 1 in expected and day in open_days:
            expected.add(day)

    assert unpacked(SPAN.spread(packed(days), packed(open_days))) == expected


@given(some_days)
def test_the_end_of_the_first_run_is_before_the_first_gap(days: set[int]) -> None:
    last = min((day for day in days if day + 1 not in days), default=None)

    assert SPAN.end_of_first_run(packed(days)) == last
