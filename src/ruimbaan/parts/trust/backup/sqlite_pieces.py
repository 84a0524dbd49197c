# SPDX-License-Identifier: EUPL-1.2
"""Copies of SQLite files through its backup API: whole, and nobody waits. A plain `cp` of a file
in use passes every check and silently misses rows."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from ruimbaan.parts.trust.backup.errors import BackupUnreadable, ContentsDiffer

PATIENCE = 20  # seconds, for a writer


def copy(source: Path, to: Path) -> None:
    """`to` is made, or what stands in it is replaced in one transaction."""
    try:
        with closing(_open(source)) as old, closing(sqlite3.connect(to, timeout=PATIENCE)) as new:
            new.execute("PRAGMA synchronous=FULL")
            old.backup(new)
            new.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlite3.Error as error:
        raise BackupUnreadable(path=source.name, reason=error) from error


def rows_of(path: Path) -> dict[str, int]:
    """How many rows each table has. Raises ContentsDiffer when the file is not sound."""
    try:
        with closing(_open(path)) as file:
            said = file.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if said != "ok":
                raise ContentsDiffer(reason=said)
            tables = file.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                "ORDER BY name"
            ).fetchall()
            return {table: _count(file, table) for (table,) in tables}
    except sqlite3.DatabaseError as error:
        raise ContentsDiffer(reason=error) from error


def has_tables(path: Path) -> bool:
    return path.exists() and bool(rows_of(path))


def _count(file: sqlite3.Connection, table: str) -> int:
    quoted = '"' + table.replace('"', '""') + '"'
    found: int = file.execute(f"SELECT count(*) FROM {quoted}").fetchone()[0]  # noqa: S608 -- quoted
    return found


def _open(path: Path) -> sqlite3.Connection:
    """Without making one that is not there."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=PATIENCE)
