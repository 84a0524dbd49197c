# SPDX-License-Identifier: EUPL-1.2
"""Event logs in Parquet: DuckDB reads the columns that are asked, at every question, and copies none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events import errors
from ruimbaan.analytics.events.columns import Role, resolve
from ruimbaan.analytics.events.reading import Asked, Staged, named, quoted, stage_columns

TIMES = (Role.START, Role.COMPLETE)
NESTED = ("STRUCT", "MAP", "UNION", "BLOB", "VARIANT")
PLACE = "file_row_number"  # from 0; what DuckDB calls it


@contextmanager
def whole(path: Path) -> Iterator[None]:
    """Raises BrokenParquet for a file of which a part cannot be read, when that part is."""
    try:
        yield
    except duckdb.Error as error:
        reason = str(error).splitlines()[0][:200].replace(str(path), path.name)
        raise errors.BrokenParquet(file=path.name, reason=reason) from None


def read_parquet(con: DuckDBPyConnection, path: Path, asked: Asked) -> Staged:
    """Raises LogRefused when it is damaged, or a column holds lists or objects."""
    source = f"read_parquet({quoted(path)})"
    kinds = {name: kind for name, kind, *_ in con.execute(f"DESCRIBE FROM {source}").fetchall()}
    roles = resolve(asked.columns, list(kinds))
    for name in roles.values():
        _must_be_single(name, kinds[name])
    texts = [
        f"CAST({named(name)} AS VARCHAR) AS {named(name)}"
        for role, name in roles.items()
        if not kinds[name].startswith(("TIMESTAMP", "DATE") if role in TIMES else "VARCHAR")
    ]
    replaced = f"* REPLACE ({', '.join(texts)})" if texts else "*"
    placed, number = (
        (source, "row_number() OVER ()")
        if PLACE in kinds
        else (f"read_parquet({quoted(path)}, {PLACE}=true)", f"{PLACE} + 1")
    )
    source = f"(SELECT {replaced} FROM {placed})"  # noqa: S608
    stage_columns(con, source, roles, number=number, kept="VIEW")
    return Staged(con, roles, copied=False)


def _must_be_single(name: str, kind: str) -> None:
    if kind.endswith("]") or kind.startswith(NESTED):
        raise errors.NestedColumn(name=name, found=kind)
