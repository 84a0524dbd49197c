# SPDX-License-Identifier: EUPL-1.2
"""Events with small numbers for their names, in order of case, moment and stored order.

They are put in order once. What is asked of them then only looks one row ahead, and compares
numbers where the log has texts. In SQL of DuckDB, which numbers texts without a join and so keeps
an order that is there; the questions about them are Ibis.
"""

from __future__ import annotations

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events.reading import quoted

COURSE, CODED = "course", "coded"
SMALL, LARGE = "SMALLINT", "INTEGER"
MOST_LISTED = 100  # names that are looked up one after another
MOST_SMALL = 1 << 14  # names; SMALLINT holds twice as many, so there is room for new ones


def code_of(column: str, names: Sequence[str]) -> str:
    """The place of a name among `names`, as SQL; nothing for a name that lacks."""
    listed = ", ".join(map(quoted, names))
    # of a column of Parquet with few names, DuckDB looks up each name once, not each row
    place = (
        f"list_position([{listed}], {column}) - 1"
        if len(names) <= MOST_LISTED
        else f"enum_code(CAST({column} AS ENUM({listed})))"
    )
    return f"CAST({place} AS {SMALL if len(names) <= MOST_SMALL else LARGE})"


def name_cases(con: DuckDBPyConnection, each: str) -> None:
    """`course`: `code case`, numbered in order of name, from a query for each case once."""
    con.execute(
        f'CREATE OR REPLACE TABLE {COURSE} AS SELECT CAST(row_number() OVER (ORDER BY "case") - 1'  # noqa: S608
        f' AS INTEGER) AS code, "case" FROM ({each})'
    )


def coded(events: str, columns: Sequence[str], *, in_order: bool, courses: str = COURSE) -> str:
    """The events, each with the number of its case; in order, whichever way they were in.

    Events that lie in order are numbered as they come by; others find their case in `courses`.
    """
    if in_order:
        numbered = f'SELECT *, lag("case") OVER () AS previous FROM {events}'  # noqa: S608
        return (
            'SELECT CAST(sum(CAST("case" IS DISTINCT FROM previous AS INTEGER))'  # noqa: S608
            ' OVER (ROWS UNBOUNDED PRECEDING) - 1 AS INTEGER) AS "case",'
            f" {', '.join(columns)} FROM ({numbered})"
        )
    return (
        f'SELECT {courses}.code AS "case", {", ".join(columns)}'  # noqa: S608
        f' FROM {events} e JOIN {courses} ON e."case" = {courses}."case"'
        " ORDER BY 1, e.complete, e.seq"
    )
