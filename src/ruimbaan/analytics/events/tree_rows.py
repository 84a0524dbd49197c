# SPDX-License-Identifier: EUPL-1.2
"""Events that come one by one out of XML or JSON, into the table `raw`, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import pyarrow as pa
from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.reading import RAW

Values = Mapping[Role, str | None]
BATCH = 50_000  # events in memory at once
SCHEMA = pa.schema(
    [pa.field("row", pa.int64()), *(pa.field(role.value, pa.string()) for role in Role)]
)


def stage_rows(con: DuckDBPyConnection, rows: Iterable[tuple[int, Values]]) -> None:
    """Raises what `rows` raises while it is read."""
    columns = ", ".join(f'"{role.value}" VARCHAR' for role in Role)
    con.execute(f'CREATE TEMP TABLE {RAW} ("row" BIGINT, {columns})')
    for batch in _batches(iter(rows)):
        con.register("batch", batch)
        con.execute(f"INSERT INTO {RAW} SELECT * FROM batch")  # noqa: S608
        con.unregister("batch")


def _batches(rows: Iterator[tuple[int, Values]]) -> Iterator[pa.Table]:
    while some := list(islice(rows, BATCH)):
        columns: dict[str, list[object]] = {"row": [number for number, _ in some]}
        for role in Role:
            columns[role.value] = [values.get(role) for _, values in some]
        yield pa.table(columns, schema=SCHEMA)
