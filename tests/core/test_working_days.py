# SPDX-License-Identifier: EUPL-1.2
"""Working days: Easter against a list, terms against a calendar counted day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.kernel.working_days import (
    after_working_days,
    end_of_term,
    holidays,
    is_working_day,
    on_or_after,
)

EASTERS = {2000: (4, 23), 2008: (3, 23), 2011: (4, 24), 2016: (3, 27), 2019: (4, 21)} | {
    2024: (3, 31),
    2025: (4, 20),
    2026: (4, 5),
    2027: (3, 28),
    2038: (4, 25),
}
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(("year", "easter"), EASTERS.items())
def test_easter_monday_and_what_hangs_on_it(year: int, easter: tuple[int, int]):
    sunday = date(year, *easter)

    assert {sunday + timedelta(days=days) for days in (-2, 1, 39, 50)} <= holidays(year)


def test_the_holidays_of_2026():
    assert sorted(day.strftime("%d-%m") for day in holidays(2026)) == sorted(
        ("01-01", "03-04", "06-04", "27-04", "05-05", "14-05", "25-05", "25-12", "26-12")
    )


def test_kings_day_on_a_sunday_is_a_day_earlier():
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)


@pytest.mark.parametrize(
    ("begin", "term", "end"),
    [
        (date(2026, 11, 23), {"weeks": 6}, date(2027, 1, 4)),
        (date(2026, 11, 27), {"weeks": 4}, date(2026, 12, 28)),  # Christmas, then a weekend
        (date(2026, 4, 2), {"days": 1}, date(2026, 4, 7)),  # Good Friday to Easter Monday
    ],
)
def test_a_term_that_ends_on_a_day_off_ends_on_the_next_working_day(
    begin: date, term: dict[str, int], end: date
):
    assert end_of_term(begin, **term) == end


def test_three_working_days_around_a_weekend_and_a_holiday():
    assert after_working_days(date(2026, 4, 1), 3) == date(2026, 4, 8)


@given(DAYS)
def test_on_or_after_is_the_first_working_day(day: date):
    found = on_or_after(day)

    assert is_working_day(found)
    assert not any(is_working_day(day + timedelta(days=n)) for n in range((found - day).days))


@given(DAYS, st.integers(0, 40))
def test_working_days_counted_one_by_one(begin: date, count: int):
    end = after_working_days(begin, count)

    passed = (begin + timedelta(days=n) for n in range(1, (end - begin).days + 1))
    assert sum(is_working_day(day) for day in passed) == count
