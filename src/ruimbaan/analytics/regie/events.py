# SPDX-License-Identifier: EUPL-1.2
"""What people let count, as an event log for research: sorted by course and order, precise to a week.

Each person of one year gets a number that says nothing: another export gives other numbers.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryDirectory

from ruimbaan.analytics.events import Asked, Precision, Role, open_log
from ruimbaan.analytics.events.own_parquet import write_parquet
from ruimbaan.core.insight.contributed import Counted, Step

ORDER = tuple(Step)  # of steps in the same week: as a course usually goes
MINE = 0o600
COLUMNS = (Role.CASE, Role.ACTIVITY, Role.COMPLETE)


def write_events(rows: Iterable[Counted], out: Path) -> int:
    """How many events. `out` is Parquet that every `ruimbaan frictions` command opens, and only its
    owner; a file that is there stays. Raises OSError."""
    found = sorted(rows, key=lambda one: (one.name, one.week, ORDER.index(one.step), one.about))
    names = sorted({one.name for one in found})
    SystemRandom().shuffle(names)
    number = {name: str(place) for place, name in enumerate(names, 1)}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "events.csv"
        with file.open("w", encoding="utf-8", newline="") as made:
            writer = csv.writer(made)
            writer.writerow(role.value for role in COLUMNS)
            writer.writerows(
                (number[one.name], _activity(one), one.week.isoformat()) for one in found
            )
        columns = {role: role.value for role in COLUMNS}
        log = open_log(file, Asked(columns=columns, precision=Precision.WEEK))
        sorted_file = file.with_suffix(".parquet")
        write_parquet(log, sorted_file)
        # Written apart first: DuckDB gives a file the rights of any other one.
        with os.fdopen(os.open(out, os.O_CREAT | os.O_EXCL | os.O_WRONLY, MINE), "wb") as target:
            target.write(sorted_file.read_bytes())
    return len(found)


def _activity(one: Counted) -> str:
    return f"{one.step.value} {one.about}".strip()
