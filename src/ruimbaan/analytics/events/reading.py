# SPDX-License-Identifier: EUPL-1.2
"""What every reader takes and gives: a file becomes the table `raw`, one row for each event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

import duckdb
import ibis
import ibis.expr.types as ir
from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.moments import DayOrder
from ruimbaan.analytics.events.precision import Precision

RAW = "raw"


@dataclass(frozen=True, slots=True)
class Asked:
    """What whoever opens a log says about it; what is left out is found in the log itself."""

    columns: Mapping[Role, str] = field(default_factory=lambda: MappingProxyType({}))
    dates: DayOrder | None = None
    precision: Precision | None = None
    rows: int = 20  # of each kind of finding that are listed


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that its reader could not take: which `code` of the catalogue, and where."""

    code: str
    row: int
    found: str = ""


@dataclass(frozen=True, slots=True)
class Staged:
    """A file as it was read. `row` is the row of a sheet (its names are on row 1), or the number of
    the event in a file without rows. `copied` says whether `raw` is a table, not a look at a file."""

    con: DuckDBPyConnection
    roles: Mapping[Role, str]
    faults: tuple[Fault, ...] = ()
    copied: bool = True

    def rows(self) -> int:
        return int(self.con.execute(f"SELECT count(*) FROM {RAW}").fetchall()[0][0])  # noqa: S608

    def text_times(self) -> list[str]:
        """The roles of a time of which the file holds texts, not real times."""
        texts = text_columns(self.con, RAW)
        return [role.value for role in (Role.START, Role.COMPLETE) if role.value in texts]


def new_engine(memory: str = "1200MB") -> DuckDBPyConnection:
    """DuckDB in this process; it spills to disk past `memory`. Times are UTC."""
    con = duckdb.connect(config={"memory_limit": memory})
    # its own progress goes to standard output, among the JSON that a program reads there
    con.execute("LOAD icu; SET TimeZone = 'UTC'; SET enable_progress_bar = false")
    return con


def text_columns(con: DuckDBPyConnection, table: str) -> set[str]:
    """The columns of a table that hold texts."""
    columns = con.execute(f"DESCRIBE {table}").fetchall()
    return {name for name, kind, *_ in columns if kind == "VARCHAR"}


def stage_columns(
    con: DuckDBPyConnection,
    source: str,
    roles: Mapping[Role, str],
    *,
    number: str = "row_number() OVER ()",
    kept: str = "TABLE",
) -> None:
    """`raw` from a table, or a call in SQL that reads a file; the order of its rows stays.

    `number` counts its rows from 1; as a VIEW what is read again at every question is not copied.
    """
    columns = ", ".join(
        f'{named(roles[role]) if role in roles else "CAST(NULL AS VARCHAR)"} AS "{role.value}"'
        for role in Role
    )
    con.execute(
        f'CREATE TEMP {kept} {RAW} AS SELECT {number} + 1 AS "row", {columns}'  # noqa: S608
        f" FROM {source}"
    )


def named(column: str) -> str:
    """The name of a column in SQL."""
    return '"' + column.replace('"', '""') + '"'


def quoted(text: str | Path) -> str:
    """A text in SQL."""
    return "'" + str(text).replace("'", "''") + "'"


def rows_of(con: DuckDBPyConnection, table: ir.Table) -> list[dict[str, Any]]:
    """What an expression gives. Ibis writes the SQL; DuckDB is asked directly, because Ibis 12 asks
    it under names that DuckDB 2 warns of."""
    return answered(con, sql_of(table))


def answered(con: DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    """Each row by the names of its columns."""
    found = con.execute(sql)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def sql_of(table: ir.Table) -> str:
    """An expression in the words of DuckDB."""
    return str(ibis.to_sql(table, dialect="duckdb"))


def drop(con: DuckDBPyConnection, name: str) -> None:
    con.execute(f'DROP TABLE "{name}"')
