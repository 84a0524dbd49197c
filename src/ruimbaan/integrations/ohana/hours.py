# SPDX-License-Identifier: EUPL-1.2
"""Days and hours as Americans write them, as HSDS has them."""

from __future__ import annotations

import re
from datetime import datetime

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.tables import DAYS

FORMS = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%B %d, %Y", "%b %d, %Y")
EVERY_YEAR = 1  # Ohana gives a holiday that comes every year the year 1
_TIME = re.compile(r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?(?::\d{2})?\s*(?P<half>[ap])?\.?m?\.?")


def regular(cells: dict[str, str]) -> dict[str, Json]:
    """A day of the week, every week."""
    return {
        "freq": "WEEKLY",
        "byday": weekday(cells.get("weekday", "")),
        "opens_at": time_of(cells.get("opens_at", "")),
        "closes_at": time_of(cells.get("closes_at", "")),
    }


def holiday(cells: dict[str, str]) -> dict[str, Json]:
    """A period with other hours or none. Without a year there are no hours: they would count every
    day."""
    first, last = date_of(cells.get("start_date", "")), date_of(cells.get("end_date", ""))
    closed = cells.get("closed", "").strip().casefold() in ("true", "t", "1", "yes")
    told = f"{cells.get('start_date', '')} – {cells.get('end_date', '')}"
    found: dict[str, Json] = {
        "valid_from": first,
        "valid_to": last,
        "description": f"closed: {told}" if closed else told,
    }
    if first and last and not closed:
        found["opens_at"] = time_of(cells.get("opens_at", ""))
        found["closes_at"] = time_of(cells.get("closes_at", ""))
    return found


def weekday(text: str) -> str:
    """`MO` for Monday, Mon or 1; what is no day stays as it is."""
    day = text.strip()
    if len(day) == 1 and day.isdecimal() and 1 <= int(day) <= len(DAYS):
        return DAYS[int(day) - 1]
    short = day[:2].upper()
    return short if short in DAYS else day


def time_of(text: str) -> str:
    """`16:00` for 4:00 PM or 4pm; what is no time stays as it is."""
    found = _TIME.fullmatch(text.strip().casefold())
    if found is None:
        return text
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else text


def date_of(text: str) -> str:
    """As ISO has it; nothing when it is no date, or one of every year."""
    for form in FORMS:
        try:
            found = datetime.strptime(text.strip(), form).date()  # noqa: DTZ007
        except ValueError:
            continue
        return "" if found.year == EVERY_YEAR else found.isoformat()
    return ""
