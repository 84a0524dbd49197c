# SPDX-License-Identifier: EUPL-1.2
"""Logs that chance makes, with what hurts: ties, overlaps, things done again, values that lack."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

ACTIVITIES = ("aanmelding", "intake", "behandeling", "huisbezoek", "overleg", "afronding")
ORGANISATIONS = ("Brijder", "Wijkteam", "Herstelhuis", "Schuldhulp")
FRAMES = ("Zvw", "Wmo", "Participatiewet")
HEADER = ("case", "activity", "start", "complete", "organisation", "frame")
BEGIN = datetime(2025, 1, 6, 8, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Row:
    case: str
    activity: str
    start: datetime | None
    complete: datetime
    organisation: str
    frame: str


def random_log(
    chance: Random, *, cases: int = 8, most: int = 9, gaps: float = 0.0, in_order: bool = False
) -> list[Row]:
    """Rows in an order of their own, unless `in_order`; `gaps` is the share of values that lack."""
    rows = [row for number in range(cases) for row in _case(chance, f"c{number}", most, gaps)]
    if not in_order:
        chance.shuffle(rows)
    return rows


def write_csv(rows: list[Row], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        for row in rows:
            start = "" if row.start is None else row.start.isoformat()
            writer.writerow(
                (
                    *(row.case, row.activity, start, row.complete.isoformat()),
                    *(row.organisation, row.frame),
                )
            )


def _case(chance: Random, case: str, most: int, gaps: float) -> list[Row]:
    now = BEGIN + timedelta(hours=chance.randrange(24 * 90))
    rows = []
    for _ in range(chance.randint(1, most)):
        now += timedelta(minutes=chance.choice((0, 0, 20, 600, 4000, 20_001)))
        took = timedelta(minutes=chance.choice((0, 0, 15, 700)))

        def kept(value: str) -> str:
            return "" if chance.random() < gaps else value

        rows.append(
            Row(
                case=case,
                activity=chance.choice(ACTIVITIES),
                start=None if chance.random() < gaps else now - took,
                complete=now,
                organisation=kept(chance.choice(ORGANISATIONS)),
                frame=kept(chance.choice(FRAMES)),
            )
        )
    return rows
