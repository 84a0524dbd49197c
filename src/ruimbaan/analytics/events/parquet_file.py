# SPDX-License-Identifier: EUPL-1.2
"""Event logs in Parquet, read by DuckDB without a detour through texts."""

from __future__ import annotations

from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events import errors
from ruimbaan.analytics.events.columns import Role, resolve
from ruimbaan.analytics.events.reading import Asked, Staged, named, quoted, stage_columns

TIMES = (Role.START, Role.COMPLETE)
NESTED = ("STRUCT", "MAP", "UNION", "BLOB", "VARIANT")


def read_parquet(con: DuckDBPyConnection, path: Path, asked: Asked) -> Staged:
    """Raises LogRefused when it is damaged, or a column holds lists or objects."""
    source = f"read_parquet({quoted(path)})"
    try:
        kinds = {name: kind for name, kind, *_ in con.execute(f"DESCRIBE FROM {source}").fetchall()}
        roles = resolve(asked.columns, list(kinds))
        for name in roles.values():
            _must_be_single(name, kinds[name])
        texts = [
            f"CAST({named(name)} AS VARCHAR) AS {named(name)}"
            for role, name in roles.items()
            if role not in TIMES or not kinds[name].startswith(("TIMESTAMP", "DATE"))
        ]
        replaced = f"(SELECT * REPLACE ({', '.join(texts)}) FROM {source})"  # noqa: S608
        stage_columns(con, replaced, roles)
    except duckdb.Error as error:
        reason = str(error).splitlines()[0][:200].replace(str(path), path.name)
        raise errors.BrokenParquet(file=path.name, reason=reason) from None
    return Staged(con, roles)


def _must_be_single(name: str, kind: str) -> None:
    if kind.endswith("]") or kind.startswith(NESTED):
        raise errors.NestedColumn(name=name, found=kind)
