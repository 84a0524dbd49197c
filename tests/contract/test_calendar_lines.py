# SPDX-License-Identifier: EUPL-1.2
"""Every calendar is RFC 5545 line by line, whatever people typed; and the reader that says so sees
each kind of fault."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from ruimbaan.parts.journey.calendar.events import Chosen, events
from ruimbaan.parts.journey.calendar.writing import calendar_text
from tests.contract.calendar_lines import faults, unfolded
from tests.contract.test_calendar import LINK, TODAY, told

TYPED = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1
)
GOOD = (
    "BEGIN:VCALENDAR\r\nPRODID:-//x//NL\r\nVERSION:2.0\r\n"
    "BEGIN:VEVENT\r\nUID:1@x\r\nDTSTAMP:20261122T120000Z\r\nDTSTART;VALUE=DATE:20261123\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


@settings(max_examples=100)
@given(
    rows=st.lists(
        st.tuples(
            st.dates(date(2026, 11, 1), date(2040, 1, 1)), st.none() | st.times(), TYPED, TYPED
        ),
        max_size=4,
    ),
    name=TYPED,
)
def test_whatever_was_typed_each_line_is_as_the_standard_says(
    rows: list[tuple[date, time | None, str, str]], name: str
):
    written = [told(number, *row) for number, row in enumerate(rows)]
    raw = calendar_text(events(LINK, written, Chosen(words=True, places=True), TODAY, "nl"), name)

    assert faults(raw) == []


def test_what_somebody_types_never_becomes_a_line_of_its_own():
    typed = 'x\\nBEGIN:VEVENT;A="b":c,d'
    written = [told(1, TODAY, None, typed, typed)]
    raw = calendar_text(events(LINK, written, Chosen(words=True, places=True), TODAY, "nl"), typed)

    assert faults(raw) == []
    assert [line for line in unfolded(raw.decode()) if line.startswith("BEGIN:VEVENT")] == [
        "BEGIN:VEVENT"
    ]


def test_a_good_one_has_no_fault():
    assert faults(GOOD.encode()) == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        (GOOD.replace("UID:1@x\r\n", ""), "VEVENT has UID 0 times"),
        (GOOD.replace("VERSION:2.0\r\n", "VERSION:2.0\r\n" * 2), "VCALENDAR has VERSION 2 times"),
        (GOOD.replace("END:VEVENT\r\n", ""), "VCALENDAR ends VEVENT"),
        (GOOD.replace("\r\nUID", "\nUID"), "half a line break"),
        (GOOD.removesuffix("\r\n"), "no line break at the end"),
        (GOOD.replace("1@x", "1" * 80), "line of 84 octets"),
        (GOOD.replace("1@x", "1\x07"), "a control sign in UID"),
        (GOOD.replace("UID:1@x", "UID"), "no value: 'UID'"),
        (GOOD.replace("UID:1@x", ":1@x"), "no name: ':1@x'"),
        (GOOD.replace("VEVENT", "VTODO"), "VTODO inside VCALENDAR"),
    ],
)
def test_a_fault_is_seen(changed: str, fault: str):
    assert fault in faults(changed.encode())


def test_the_clock_it_carries_is_whole():
    raw = calendar_text(
        events(LINK, [told(1, TODAY, time(9), "x")], Chosen(), TODAY, "nl"), "Agenda"
    )

    text = raw.decode()
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert "DTSTART;TZID=Europe/Amsterdam:" in text
    assert datetime(2026, 11, 22, 12, tzinfo=UTC).strftime("DTSTAMP:%Y%m%dT%H%M%SZ") in text
