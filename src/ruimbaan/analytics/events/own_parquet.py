# SPDX-License-Identifier: EUPL-1.2
"""Parquet that we wrote ourselves: tidy and sorted by case, moment and stored order, with our mark.

Such a file is used as it stands. Whoever writes it anew with another program loses the mark or
writes another name of its maker, and then it is judged as any other file is.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events.columns import NEEDED, Role
from ruimbaan.analytics.events.log import EVENT, EventLog, Order
from ruimbaan.analytics.events.mark import KEY, Mark
from ruimbaan.analytics.events.quiet import different
from ruimbaan.analytics.events.reading import Asked, named, quoted
from ruimbaan.analytics.events.tidying import cell

MAKER = "DuckDB"
ALWAYS = (*NEEDED, Role.START)


def write_parquet(log: EventLog, path: Path) -> None:
    """The events, sorted, without the columns of which this log has nothing. Raises OSError."""
    there = "".join(f", {role.value}" for role in log.roles if role not in ALWAYS)
    activities = log.con.execute(f"{log.each(Role.ACTIVITY)} ORDER BY 1").fetchall()
    mark = Mark(
        log.precision,
        log.declared,
        tuple(log.roles),
        log.report,
        {EVENT: log.size},
        tuple(name for (name,) in activities),
    )
    log.con.execute(
        f'COPY (SELECT "case", seq, activity, "start", complete{there} FROM {EVENT}'  # noqa: S608
        f' ORDER BY "case", complete, seq) TO {quoted(path)}'
        f" (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{KEY}: {quoted(mark.text())}}})"
    )


def open_own(con: DuckDBPyConnection, path: Path, asked: Asked) -> EventLog | None:
    """The log as we wrote it; None when the file is not ours or is asked for in another way."""
    mark = _mark(con, path)
    if mark is None or any(role.value != name for role, name in asked.columns.items()):
        return None
    columns = ", ".join(
        named(role.value)
        if role in mark.roles or role in ALWAYS
        else f'CAST(NULL AS VARCHAR) AS "{role.value}"'
        for role in Role
    )
    con.execute(f"CREATE TEMP VIEW {EVENT} AS SELECT seq, {columns} FROM {quoted(path)}")  # noqa: S608
    con.execute(
        f"CREATE TEMP TABLE {different(Role.ACTIVITY)} AS SELECT unnest(?) AS {cell(Role.ACTIVITY)}",
        [list(mark.activities)],
    )
    return EventLog(
        con,
        path.name,
        {role: role.value for role in mark.roles},
        asked.precision or mark.precision,
        mark.declared or asked.precision is not None,
        mark.report,
        Order.SORTED,
        frozenset({Role.ACTIVITY}),
    )


def _mark(con: DuckDBPyConnection, path: Path) -> Mark | None:
    """Our mark, when it says as many events as there are, and the parts of the file lie in order."""
    told = con.execute(
        f"SELECT decode(value) FROM parquet_kv_metadata({quoted(path)}) WHERE decode(key) = '{KEY}'"  # noqa: S608
    ).fetchall()
    mark = Mark.of(told[0][0]) if told else None
    if mark is None:
        return None
    maker, rows = con.execute(
        f"SELECT created_by, num_rows FROM parquet_file_metadata({quoted(path)})"  # noqa: S608
    ).fetchall()[0]
    parts = con.execute(
        "SELECT stats_min_value, stats_max_value"  # noqa: S608
        f" FROM parquet_metadata({quoted(path)}) WHERE path_in_schema = 'case'"
        " ORDER BY row_group_id"
    ).fetchall()
    in_order = all(last <= first for (_, last), (first, _) in pairwise(parts) if last and first)
    return mark if maker.startswith(MAKER) and rows == mark.sizes[EVENT] and in_order else None
