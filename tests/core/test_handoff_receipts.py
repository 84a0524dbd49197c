# SPDX-License-Identifier: EUPL-1.2
"""Traces of the system together: per pair, kind and week, with a week as the most precise."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.handoff.receipts import Pair, Trace, by_week, week_of
from ruimbaan.core.handoff.states import State
from ruimbaan.core.handoff.terms import Ask

KADE, WIJK = UUID(int=1), UUID(int=2)
MONDAY = date(2026, 11, 23)


def trace(weeks: int, outcome: State = State.MET, ended: date = MONDAY) -> Trace:
    asked = ended - timedelta(weeks=weeks)
    return Trace(WIJK, KADE, Ask.SUPPORT, 7, asked, ended, outcome)


def test_counts_and_the_median_wait_per_pair_and_week():
    (week,) = by_week([trace(1), trace(2), trace(9), trace(2, State.REJECTED)])

    assert week.pair == Pair(WIJK, KADE, Ask.SUPPORT, 7)
    assert (week.week, week.count, week.median_wait) == (MONDAY, 4, 2.0)
    assert week.outcomes == {State.MET: 3, State.REJECTED: 1}


def test_each_kind_pair_and_week_stands_apart_and_the_newest_comes_first():
    other = Trace(None, None, Ask.SUPPORT, None, MONDAY, MONDAY, State.MET)
    before = MONDAY - timedelta(weeks=1)

    found = by_week([trace(1, ended=before), other, trace(1)])

    assert [(one.week, one.pair.receiver) for one in found] == [
        (MONDAY, KADE),
        (MONDAY, None),
        (before, KADE),
    ]
    assert found[1].median_wait == 0


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_of_a_day_only_its_monday_is_kept(day: date):
    monday = week_of(day)

    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(weeks=1)


@given(st.permutations([trace(number, ended=MONDAY) for number in range(5)]))
def test_the_order_in_which_they_came_says_nothing(traces: list[Trace]):
    assert by_week(traces) == by_week(sorted(traces, key=lambda one: one.asked))
