# SPDX-License-Identifier: EUPL-1.2
"""A database as an earlier version left it, in this version: what was in it, and what got lost."""

from __future__ import annotations

import lzma
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tools.paths import ROOT

GROWS = {  # Django's own lists, which follow from the code: rows may come, none may go
    "auth_permission",
    "django_content_type",
    "django_migrations",
}
NOT_DATA = {"sqlite_sequence", "sqlite_stat1"}
FOLLOWS = "directory_search_"  # the index of the map: made again from the records
PREPARE = "import django; django.setup(); from ruimbaan.project import demo; demo.prepare()"  # of any version
MIGRATE = "import django; django.setup(); from django.core.management import call_command as call; "
MIGRATE += "call('migrate', interactive=False, verbosity=0)"


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[str, ...]
    rows: Counter[tuple[object, ...]]

    def only(self, columns: tuple[str, ...]) -> Counter[tuple[object, ...]]:
        places = [self.columns.index(column) for column in columns]
        found: Counter[tuple[object, ...]] = Counter()
        for row, count in self.rows.items():
            found[tuple(row[place] for place in places)] += count
        return found


def tables_of(database: Path) -> dict[str, Table]:
    """Everything in it, but for what follows from the rest."""
    with closing(sqlite3.connect(database)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        found = {}
        for (name,) in names:
            if name in NOT_DATA or name.startswith(FOLLOWS):
                continue
            cursor = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 -- of the file itself
            columns = tuple(column[0] for column in cursor.description)
            found[name] = Table(columns, Counter(cursor.fetchall()))
    return found


def lost(
    before: Mapping[str, Table], after: Mapping[str, Table], *, meant: frozenset[str] = frozenset()
) -> list[str]:
    """What is no longer there, or is there otherwise. `meant`: tables and columns that this version
    takes away on purpose, as `table` or `table.column`."""
    found = []
    for name, table in before.items():
        if name in meant:
            continue
        if name not in after:
            found.append(f"{name} is gone")
            continue
        gone = [column for column in table.columns if column not in after[name].columns]
        found += [f"{name}.{one} is gone" for one in gone if f"{name}.{one}" not in meant]
        shared = tuple(column for column in table.columns if column not in gone)
        missing = table.only(shared) - after[name].only(shared)
        more = after[name].only(shared) - table.only(shared)
        if missing:
            found.append(f"{name}: {missing.total()} rows changed or gone")
        if more.total() > missing.total() and name not in GROWS:
            found.append(f"{name}: {more.total() - missing.total()} rows came from nowhere")
    return found


def prepare(var: Path, source: Path) -> None:
    """The demo of the version whose code stands in `source`, with its people and their files."""
    _run(PREPARE, var, source)


def migrate(var: Path) -> None:
    """The tables of this version."""
    _run(MIGRATE, var, ROOT / "src")


def settings_of(var: Path) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "ruimbaan.project.settings",
        "RUIMBAAN_DEMO": "1",
        "RUIMBAAN_DEBUG": "1",
        "RUIMBAAN_VAR": str(var),
    }


def _run(code: str, var: Path, source: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    subprocess.run(
        [sys.executable, "-c", code],
        cwd=var.parent,
        env={**kept, "PYTHONPATH": str(source), **settings_of(var)},
        check=True,
        capture_output=True,
    )


def keep(database: Path, to: Path) -> None:
    """The whole database as text, squeezed; without the index, which a page makes again."""
    with closing(sqlite3.connect(database)) as connection:
        lines = [
            line for line in connection.iterdump() if not line.startswith(f'INSERT INTO "{FOLLOWS}')
        ]
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME))


def put_back(kept: Path, database: Path) -> None:
    database.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(lzma.decompress(kept.read_bytes()).decode())
