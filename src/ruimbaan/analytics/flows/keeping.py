# SPDX-License-Identifier: EUPL-1.2
"""Writes a log with the tables of its flows as one file of DuckDB."""

from __future__ import annotations

from pathlib import Path

from ruimbaan.analytics.events.log import EventLog
from ruimbaan.analytics.events.mark import Mark
from ruimbaan.analytics.events.reading import quoted
from ruimbaan.analytics.events.store import MARK
from ruimbaan.analytics.flows.answer import kept_tables
from ruimbaan.analytics.flows.tables import TABLES

BEING_WRITTEN = ".part"


def write_store(log: EventLog, path: Path) -> None:
    """In one move: whoever looks sees the file that was there, or the whole new one.

    Raises NothingUsable, OSError.
    """
    kept_tables(log)
    unfinished = path.with_name(f"{path.name}{BEING_WRITTEN}")
    unfinished.unlink(missing_ok=True)
    unfinished.touch()
    unfinished.unlink()
    con, target = log.con, "written"
    con.execute(f"ATTACH {quoted(unfinished)} AS {target}")
    try:
        for table in TABLES:
            con.execute(f"CREATE TABLE {target}.{table} AS FROM {table}")
        sizes = {
            table: int(con.execute(f"SELECT count(*) FROM {target}.{table}").fetchall()[0][0])  # noqa: S608
            for table in TABLES
        }
        mark = Mark(log.precision, log.declared, tuple(log.roles), log.report, sizes)
        con.execute(f"CREATE TABLE {target}.{MARK} (text VARCHAR)")
        con.execute(f"INSERT INTO {target}.{MARK} VALUES (?)", [mark.text()])  # noqa: S608
    finally:
        con.execute(f"DETACH {target}")
    unfinished.replace(path)
