# SPDX-License-Identifier: EUPL-1.2
"""Whatever stands in it, two readers of the standard read the calendar as it was meant, also in the
nights in which the clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from uuid import UUID

import hypothesis.strategies as st
import icalendar
import pytest
from dateutil.tz import tzical
from hypothesis import example, given, settings

from ruimbaan.parts.journey.calendar.events import HERE, KEPT, NEUTRAL, Chosen, Event, events
from ruimbaan.parts.journey.calendar.writing import calendar_text
from ruimbaan.parts.journey.entries import Told

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LINK = UUID(int=4)
DAYS = st.dates(date(2026, 1, 1), date(2060, 1, 1))
HOURS = st.times().map(lambda at: at.replace(second=0, microsecond=0))
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1
).filter(lambda text: text.strip() != "")


def told(row: int, day: date, hour: time | None, what: str, where: str = "") -> Told:
    values = {"what": what, "day": day.isoformat(), "with": "Noor", "words": "briefje"}
    if hour is not None:
        values["time"] = f"{hour:%H:%M}"
    if where:
        values["where"] = where
    return Told(UUID(int=row), 3, NOW, NOW, values)


def read(found: tuple[Event, ...]) -> list[icalendar.Event]:
    raw = calendar_text(found, "Agenda")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(raw)
    assert isinstance(calendar, icalendar.Calendar)
    assert not any(event.errors for event in calendar.events)
    return calendar.events


def moment(event: icalendar.Event) -> datetime:
    assert isinstance(event.start, datetime)
    return event.start


def clock_of_file() -> object:
    """The Dutch clock as another library reads it out of the file."""
    text = calendar_text((), "Agenda").decode().replace("\r\n", "\n")
    return tzical(StringIO(text)).get("Europe/Amsterdam")


ROWS = st.lists(st.tuples(DAYS, st.none() | HOURS, WORDS, WORDS), max_size=6)


@settings(max_examples=150, deadline=None)
@given(rows=ROWS, words=st.booleans(), places=st.booleans())
def test_what_goes_in_comes_out_and_nothing_that_was_not_chosen(
    rows: list[tuple[date, time | None, str, str]], words: bool, places: bool
):
    written = [told(number, *row) for number, row in enumerate(rows)]
    found = events(LINK, written, Chosen(words, places), TODAY, "nl")
    wanted = [row for row in rows if row[0] >= TODAY - KEPT]

    parsed = read(found)

    assert [event["SUMMARY"] for event in parsed] == [
        what if words else NEUTRAL.nl for _day, _hour, what, _where in wanted
    ]
    assert [event.get("LOCATION", "") for event in parsed] == [
        where if places else "" for *_, where in wanted
    ]
    assert [event.start for event in parsed] == [
        day if hour is None else datetime.combine(day, hour, HERE) for day, hour, *_ in wanted
    ]


@settings(max_examples=200, deadline=None)
@given(day=DAYS, hour=HOURS)
@example(day=date(2027, 3, 28), hour=time(1, 59))
@example(day=date(2027, 3, 28), hour=time(3, 0))
@example(day=date(2027, 10, 31), hour=time(1, 59))
@example(day=date(2027, 10, 31), hour=time(3, 0))
@example(day=date(2059, 10, 26), hour=time(3, 0))
def test_the_clock_in_the_file_is_the_dutch_clock(day: date, hour: time):
    here = datetime.combine(day, hour, HERE)
    if here.astimezone(UTC).astimezone(HERE) != here or _twice(here):
        return  # on no clock, or on two: the night of the change has its own test
    there = datetime.combine(day, hour, clock_of_file())  # type: ignore[arg-type]

    assert there.utcoffset() == here.utcoffset()


def _twice(here: datetime) -> bool:
    return here.utcoffset() != here.replace(fold=1).utcoffset()


def test_an_hour_that_comes_twice_is_the_first_of_the_two():
    night = told(1, date(2027, 10, 31), time(2, 30), "x")
    (event,) = read(events(LINK, [night], Chosen(), TODAY, "nl"))

    assert moment(event).astimezone(UTC) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "utc"), [(date(2027, 3, 27), 9), (date(2027, 3, 28), 8), (date(2027, 10, 31), 9)]
)
def test_ten_in_the_morning_stays_ten_in_the_morning(day: date, utc: int):
    (event,) = read(events(LINK, [told(1, day, time(10), "x")], Chosen(), TODAY, "nl"))

    assert (moment(event).hour, moment(event).astimezone(UTC).hour) == (10, utc)


def test_a_day_without_an_hour_is_a_whole_day():
    (event,) = read(events(LINK, [told(1, TODAY, None, "x")], Chosen(), TODAY, "nl"))

    assert (event.start, event.end) == (TODAY, TODAY + timedelta(days=1))


def test_two_calendars_cannot_be_laid_side_by_side():
    rows = [told(1, TODAY, None, "x")]
    one = events(LINK, rows, Chosen(), TODAY, "nl")
    two = events(UUID(int=5), rows, Chosen(), TODAY, "nl")

    assert one[0].id != two[0].id
    assert str(UUID(int=1)) not in calendar_text(one, "Agenda").decode()


def test_the_same_events_always_give_the_same_bytes():
    found = events(LINK, [told(1, TODAY, time(9), "x")], Chosen(), TODAY, "nl")

    assert calendar_text(found, "Agenda") == calendar_text(found, "Agenda")
