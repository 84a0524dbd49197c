# SPDX-License-Identifier: EUPL-1.2
"""A day as people type it: a date field gives 2027-06-23, a hand writes "23 juni 2027"."""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "january", "jan"),
            ("februari", "february", "feb"),
            ("maart", "march", "mrt", "mar"),
            ("april", "apr"),
            ("mei", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("augustus", "august", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
DUTCH = re.compile(r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})", re.ASCII)
WRITTEN = re.compile(r"(?P<day>\d{1,2}) (?P<month>[a-z]{3,9})\.? (?P<year>\d{4})", re.ASCII)


def read_day(words: str) -> date | None:
    """None when it is not a day of the calendar."""
    tidy = " ".join(words.lower().split())
    for pattern in (ISO, DUTCH, WRITTEN):
        if found := pattern.fullmatch(tidy):
            month = found["month"]
            number = int(month) if month.isdigit() else MONTHS.get(month, 0)
            try:
                return date(int(found["year"]), number, int(found["day"]))
            except ValueError:
                return None
    return None
