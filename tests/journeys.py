# SPDX-License-Identifier: EUPL-1.2
"""The journeys of three made-up people, day by day, as those who know the field wrote them.

`data/journeys.csv` is the project's own (EUPL-1.2): a story plays what stands there, and invents
no day and no event of its own.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

FILE = Path(__file__).parent / "data" / "journeys.csv"
DAY_0 = datetime.fromisoformat("2026-11-23T10:00:00+01:00")  # a Monday

STERRE = {
    "goals": "safe-stop help-home child-closer",
    "sleep": "own-home",
    "address": "where-i-sleep",
    "region": "waalstad",
    "ties": "lived-here",
    "money": "assistance",
    "age": "27-plus",
    "insurance": "insured",
    "doctor": "has-doctor",
    "debts": "none",
    "help_needed": "daily",
    "treatment": "referral",
    "people": "family animal",
    "children": "elsewhere",
}
"""Her answers in the Routecheck: at home, with a referral; a child who lives with grandma, a dog."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the file. `what` are its Dutch words; `day` counts from day 0 and may lie before."""

    id: str
    person: str
    day: int
    domain: str
    organisation: str
    what: str
    status: str
    waits_since: int | None
    friction: str
    rule: str
    room: str

    @property
    def at(self) -> datetime:
        return DAY_0 + timedelta(days=self.day)


def events_of(person: str) -> tuple[Event, ...]:
    """In the order in which they happen."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["person"] == person]
    return tuple(
        Event(
            row["event_id"],
            row["person"],
            int(row["day"]),
            row["domain"],
            row["organisation_type"],
            row["event_nl"],
            row["status"],
            int(row["waiting_since_day"]) if row["waiting_since_day"] else None,
            row["friction"],
            row["rule"],
            row["discretion"],
        )
        for row in sorted(rows, key=lambda row: int(row["day"]))
    )
