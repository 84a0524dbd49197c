# SPDX-License-Identifier: EUPL-1.2
"""Open now, from the schedules of HSDS."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.core.directory.search.hours import nth_of, spans_of, week_of


def is_open(moment: str, **values: Json) -> bool:
    schedule = Record("schedule", "s", values)
    return any(span.is_open(datetime.fromisoformat(moment)) for span in spans_of(schedule))


OFFICE: dict[str, Json] = {
    "freq": "WEEKLY", "byday": "MO,TU,FR", "opens_at": "09:00", "closes_at": "17:00",
}  # fmt: skip
NIGHT: dict[str, Json] = {"opens_at": "20:30:00+01:00", "closes_at": "08:00"}
MONTHLY: dict[str, Json] = {
    "freq": "MONTHLY", "byday": "1WE,-1FR", "opens_at": "10:00", "closes_at": "12:00",
}  # fmt: skip
FORTNIGHT: dict[str, Json] = {**OFFICE, "interval": 2, "byday": "MO", "dtstart": "2026-11-02"}


@pytest.mark.parametrize(
    ("moment", "schedule", "open_"),
    [
        ("2026-11-23T09:00", OFFICE, True),  # a Monday
        ("2026-11-23T16:59", OFFICE, True),
        ("2026-11-23T17:00", OFFICE, False),
        ("2026-11-25T12:00", OFFICE, False),
        ("2026-11-23T21:00", NIGHT, True),
        ("2026-11-24T07:59", NIGHT, True),
        ("2026-11-24T08:00", NIGHT, False),
        ("2026-11-04T11:00", MONTHLY, True),  # the first Wednesday
        ("2026-11-11T11:00", MONTHLY, False),
        ("2026-11-27T11:00", MONTHLY, True),  # the last Friday
        ("2026-11-20T11:00", MONTHLY, False),
        ("2026-11-16T10:00", FORTNIGHT, True),
        ("2026-11-23T10:00", FORTNIGHT, False),
        ("2026-11-23T10:00", {**OFFICE, "valid_to": "2026-11-22"}, False),
        ("2026-11-23T10:00", {**OFFICE, "valid_from": "2026-11-24"}, False),
        ("2026-11-23T10:00", {**OFFICE, "valid_from": "2026-11-23"}, True),
        ("2026-11-26T10:00", {**OFFICE, "byday": "", "dtstart": "2026-11-05"}, True),
        ("2026-11-23T10:00", {"byday": "MO"}, False),  # no hours said: unknown is not open
        ("2026-11-23T10:00", {**OFFICE, "opens_at": "half nine"}, False),
        ("2026-11-23T10:00", {**OFFICE, "interval": 60}, False),
        ("2026-11-15T11:00", {**MONTHLY, "byday": "", "bymonthday": "1,15"}, True),
    ],
)
def test_it_is_open_when_it_says_so(moment: str, schedule: dict[str, Json], open_: bool):
    assert is_open(moment, **schedule) is open_


def test_a_night_counts_for_the_day_on_which_it_began():
    friday = {**NIGHT, "freq": "WEEKLY", "byday": "FR"}

    assert is_open("2026-11-28T03:00", **friday)  # Saturday
    assert not is_open("2026-11-27T03:00", **friday)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 30)))
def test_days_are_counted_in_their_month_and_week(day: date):
    front, back = nth_of(day)

    assert (day - timedelta(days=7 * (front - 1))).month == day.month
    assert (day - timedelta(days=7 * front)).month != day.month
    assert (day + timedelta(days=7 * (-back - 1))).month == day.month
    assert (day + timedelta(days=-7 * back)).month != day.month
    assert week_of(day + timedelta(days=1)) - week_of(day) == (day.weekday() == 6)


WORDS = st.text(max_size=12) | st.sampled_from(["09:00", "MO,1TU,-1FR", "MONTHLY", "2026-02-30"])


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(OFFICE, WORDS)), st.datetimes())
def test_no_schedule_is_too_strange(values: dict[str, Json], moment: datetime):
    for span in spans_of(Record("schedule", "s", values)):
        assert span.opens < span.closes
        assert span.is_open(moment) in (True, False)
