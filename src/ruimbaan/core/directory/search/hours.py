# SPDX-License-Identifier: EUPL-1.2
"""When a place is open, from the schedules of HSDS, day by day.

What is said is kept as spans: a day of the week (or of the month) with minutes after midnight. A span
that passes midnight ends after 1440. A schedule that says no hours gives no span: unknown is not open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from ruimbaan.core.directory.records.record import Record
from ruimbaan.core.directory.records.tables import DAYS

DAY = 24 * 60  # minutes
WEEK = 7  # days
MOST_EVERY = 8  # weeks; a rhythm that is slower is not counted on
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_BYDAY = re.compile(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$")


@dataclass(frozen=True, slots=True)
class Span:
    """Open from `opens` up to `closes` (minutes) on this `weekday` (0 is Monday) or `month_day`.

    `nth` is which such weekday of the month (-1 the last), 0 for all; `every` so many weeks, in
    the week whose number has the remainder `phase`; between `first` and `last`, both included.
    """

    opens: int
    closes: int
    weekday: int | None = None
    month_day: int | None = None
    nth: int = 0
    every: int = 1
    phase: int = 0
    first: date | None = None
    last: date | None = None

    def is_open(self, moment: datetime) -> bool:
        """`moment` in the time of the place itself."""
        minute = moment.hour * 60 + moment.minute
        today, before = moment.toordinal(), moment.toordinal() - 1
        return (self.opens <= minute < self.closes and self._counts(today)) or (
            minute + DAY < self.closes and self._counts(before)
        )

    def _counts(self, ordinal: int) -> bool:
        day = date.fromordinal(ordinal)
        return (
            (self.weekday is None or self.weekday == day.weekday())
            and (self.month_day is None or self.month_day == day.day)
            and (not self.nth or self.nth in nth_of(day))
            and week_of(day) % self.every == self.phase
            and (self.first is None or self.first <= day)
            and (self.last is None or day <= self.last)
        )


def week_of(day: date) -> int:
    """A number that is one more every Monday."""
    return (day.toordinal() - 1) // WEEK


def nth_of(day: date) -> tuple[int, int]:
    """Which one of its weekday in the month it is, from the front and from the back."""
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    left = (following - day).days
    return (day.day - 1) // WEEK + 1, -((left - 1) // WEEK + 1)


def spans_of(schedule: Record) -> Iterator[Span]:
    """What this record says; nothing where it says no hours or says them in no way we know."""
    opens, closes = _minutes(schedule.text("opens_at")), _minutes(schedule.text("closes_at"))
    if opens is None or closes is None:
        return
    if closes <= opens:
        closes += DAY
    first = max(
        filter(None, (_day(schedule, "valid_from"), _day(schedule, "dtstart"))), default=None
    )
    last = min(filter(None, (_day(schedule, "valid_to"), _day(schedule, "until"))), default=None)
    if schedule.text("freq") == "MONTHLY":
        for weekday, month_day, nth in _of_month(schedule):
            yield Span(opens, closes, weekday, month_day, nth, first=first, last=last)
        return
    every = _interval(schedule)
    if every > MOST_EVERY:
        return
    since = _day(schedule, "dtstart")
    phase = week_of(since) % every if since else 0
    for weekday in _weekdays(schedule, since):
        yield Span(opens, closes, weekday, every=every, phase=phase, first=first, last=last)


def _weekdays(schedule: Record, since: date | None) -> Iterator[int]:
    """Without days named, the weekday of the first day counts, and without that every day."""
    named = [DAYS.index(found[2]) for found in _named(schedule)]
    if named:
        yield from dict.fromkeys(named)
    elif since and schedule.text("freq") == "WEEKLY":
        yield since.weekday()
    else:
        yield from range(WEEK)


def _of_month(schedule: Record) -> Iterator[tuple[int | None, int | None, int]]:
    for found in _named(schedule):
        yield DAYS.index(found[2]), None, int(found[1] or 0)
    for number in re.findall(r"\d+", schedule.text("bymonthday")):
        yield None, int(number), 0


def _named(schedule: Record) -> list[re.Match[str]]:
    words = re.split(r"[,\s;]+", schedule.text("byday").upper())
    return [found for found in map(_BYDAY.match, words) if found]


def _interval(schedule: Record) -> int:
    found = schedule.values.get("interval")
    return found if isinstance(found, int) and not isinstance(found, bool) and found > 0 else 1


def _minutes(text: str) -> int | None:
    found = _TIME.match(text)
    if found is None:
        return None
    minutes = int(found[1]) * 60 + int(found[2])
    return minutes if minutes <= DAY else None


def _day(schedule: Record, column: str) -> date | None:
    try:
        return date.fromisoformat(schedule.text(column))
    except ValueError:
        return None
