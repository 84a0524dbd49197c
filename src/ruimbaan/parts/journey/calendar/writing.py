# SPDX-License-Identifier: EUPL-1.2
"""Events as iCalendar (RFC 5545), with the Dutch clock and its changes in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import icalendar

from ruimbaan.parts.journey.calendar.events import HERE, Event

PRODUCT = "-//Ruimbaan//Agenda//NL"
SUMMER, WINTER = "CEST", "CET"
FORWARD = datetime(1996, 3, 31, 2)  # noqa: DTZ001 -- on the clock that then goes forward
BACK = datetime(1996, 10, 27, 3)  # noqa: DTZ001 -- on the clock that then goes back
REFRESH = timedelta(hours=6)


def calendar_text(events: Iterable[Event], name: str) -> bytes:
    """The same events always give the same bytes. An event without an end: how long it takes,
    nobody wrote down."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", icalendar.vDuration(REFRESH))
    calendar.add_component(_dutch_clock())
    for event in events:
        calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


def _dutch_clock() -> icalendar.Timezone:
    """The rule of the European Union since 1996: no list of years, so it does not run out."""
    zone = icalendar.Timezone()
    zone.add("tzid", HERE.key)
    zone.add_component(_season(icalendar.TimezoneDaylight(), FORWARD, 3, SUMMER))
    zone.add_component(_season(icalendar.TimezoneStandard(), BACK, 10, WINTER))
    return zone


def _season(
    made: icalendar.Component, first: datetime, month: int, name: str
) -> icalendar.Component:
    """From the last Sunday of this month on; `first` is on the clock that is put forward or back."""
    begins = timedelta(hours=2) if name == SUMMER else timedelta(hours=1)
    before = timedelta(hours=3) - begins
    made.add("dtstart", first)
    made.add("tzname", name)
    made.add("tzoffsetfrom", before)
    made.add("tzoffsetto", begins)
    made.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
    return made


def _component(event: Event) -> icalendar.Event:
    made = icalendar.Event()
    made.add("uid", f"{event.id}@ruimbaan")
    made.add("dtstamp", event.changed.astimezone(UTC))
    made.add("last-modified", event.changed.astimezone(UTC))
    made.add("sequence", event.version - 1)
    made.add("summary", event.title)
    made.add("dtstart", event.begins)
    if not isinstance(event.begins, datetime) and event.begins < date.max:  # else: its one day
        made.add("dtend", event.begins + timedelta(days=1))
    if event.place:
        made.add("location", event.place)
    made.add("class", "PRIVATE")
    return made
