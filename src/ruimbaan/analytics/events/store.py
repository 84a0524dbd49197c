# SPDX-License-Identifier: EUPL-1.2
"""A log kept as a file of DuckDB, with the tables of its flows: opened at once, after a check."""

from __future__ import annotations

from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events import errors
from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.log import EVENT, EventLog, Order
from ruimbaan.analytics.events.mark import Mark
from ruimbaan.analytics.events.reading import Asked, quoted
from ruimbaan.analytics.events.tidying import NAMES
from ruimbaan.core.kernel.texts import Text

KEPT, MARK = "kept", "mark"
NO_MARK = Text(
    "ons merk ontbreekt, is veranderd of is van een andere versie",
    "our mark lacks, was changed or is of another version",
)
OTHER_SIZE = Text("er staan meer of minder rijen in", "it holds more or fewer rows")
OTHER_PRECISION = Text(
    "de tabellen zijn gemaakt met een andere --precision",
    "its tables were made with another --precision",
)
NAMED = tuple(role.value for role in NAMES if role is not Role.CASE)


def open_store(con: DuckDBPyConnection, path: Path, asked: Asked) -> EventLog:
    """The log with its tables, which are read only. Raises NotOurStore.

    DuckDB itself keeps a checksum of each block and refuses one that was damaged.
    """
    try:
        con.execute(f"ATTACH {quoted(path)} AS {KEPT} (READ_ONLY)")
        con.execute(f"USE {KEPT}")
        found = con.execute(f"SELECT text FROM {MARK}").fetchall()  # noqa: S608
        mark = Mark.of(found[0][0]) if found else None
        sizes = {table: _rows(con, table) for table in mark.sizes} if mark else {}
    except duckdb.Error as error:
        reason = str(error).splitlines()[0][:200].replace(str(path), path.name)
        raise errors.NotOurStore(file=path.name, reason=reason) from None
    if mark is None:
        raise errors.NotOurStore(file=path.name, reason=NO_MARK)
    if sizes != dict(mark.sizes):
        raise errors.NotOurStore(file=path.name, reason=OTHER_SIZE)
    if asked.precision not in (None, mark.precision):
        raise errors.NotOurStore(file=path.name, reason=OTHER_PRECISION)
    con.execute(f"CREATE TEMP VIEW {EVENT} AS {_events()}")
    return EventLog(
        con,
        path.name,
        {role: role.value for role in mark.roles},
        mark.precision,
        mark.declared,
        mark.report,
        Order.KEPT,
    )


def _rows(con: DuckDBPyConnection, table: str) -> int:
    return int(con.execute(f'SELECT count(*) FROM "{table}"').fetchall()[0][0])  # noqa: S608


def _events() -> str:
    """The events with their names again."""
    names = ", ".join(f"{column}_name.name AS {column}" for column in NAMED)
    joins = " ".join(
        f"LEFT JOIN name {column}_name ON {column}_name.code = coded.{column}" for column in NAMED
    )
    return (
        f'SELECT course."case", seq, {names}, make_timestamp(began) AS "start",'  # noqa: S608
        f' make_timestamp(ended) AS complete FROM coded JOIN course ON course.code = coded."case"'
        f" {joins}"
    )
