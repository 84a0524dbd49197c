# SPDX-License-Identifier: EUPL-1.2
"""From what stands in a cell to a moment in UTC. A time without a zone counts as UTC."""

from __future__ import annotations

from enum import StrEnum

from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events import errors

DATE = r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})"
EPOCH_SECONDS, EPOCH_MILLISECONDS = r"^\d{10}$", r"^\d{13}$"
DECIMAL_COMMA = r"(:\d{2}),(\d+)"
LEAP_SECOND = r":60(\.0+)?"
SHORT_YEAR = r"^\d{1,3}[-/.]"  # 05-01-26 is not a day in the year 5
MONTHS = 12


class DayOrder(StrEnum):
    """Which number of 03-04-2026 is the day."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


def moment(cell: str, order: DayOrder | None) -> str:
    """The moment of a cell of text, empty where it has none that can be understood: SQL."""
    text = f"trim({cell})"
    return f"coalesce({_read(text)}, {_read(_rewritten(text, order))}, {_counted(text)})"


def _read(text: str) -> str:
    # as a time without a zone the offset in the text would be passed by
    time = f"CAST(TRY_CAST({text} AS TIMESTAMPTZ) AS TIMESTAMP)"
    return f"CASE WHEN NOT regexp_matches({text}, '{SHORT_YEAR}') THEN {time} END"


def _rewritten(text: str, order: DayOrder | None) -> str:
    """The other ways in which systems write times, as the one way that is read."""
    swapped = r"\3-\1-\2" if order is DayOrder.MONTH_FIRST else r"\3-\2-\1"
    for pattern, instead in (
        (DATE, swapped),
        (DECIMAL_COMMA, r"\1.\2"),
        (LEAP_SECOND, ":59"),
    ):
        text = f"regexp_replace({text}, '{pattern}', '{instead}')"
    return text


def _counted(text: str) -> str:
    """Seconds or milliseconds since 1970."""
    return (
        f"CASE WHEN regexp_matches({text}, '{EPOCH_SECONDS}')"
        f" THEN make_timestamp(TRY_CAST({text} AS BIGINT) * 1000000)"
        f" WHEN regexp_matches({text}, '{EPOCH_MILLISECONDS}')"
        f" THEN make_timestamp(TRY_CAST({text} AS BIGINT) * 1000) END"
    )


def day_order(con: DuckDBPyConnection, table: str, columns: list[str]) -> DayOrder | None:
    """What the numbers themselves say; None when no time is written with the year last.

    Raises DaysUnclear or DaysContradict.
    """
    if not columns:
        return None
    cells = " UNION ALL ".join(f'SELECT "row", trim("{name}") x FROM {table}' for name in columns)  # noqa: S608
    numbers = (
        f"SELECT *, CAST(regexp_extract(x, '{DATE}', 1) AS INT) a,"  # noqa: S608
        f" CAST(regexp_extract(x, '{DATE}', 2) AS INT) b"
        f" FROM ({cells}) WHERE regexp_matches(x, '{DATE}')"
    )
    example, day_first, month_first = con.execute(
        f'SELECT min(x), min("row") FILTER (a > {MONTHS} AND b <= {MONTHS}),'  # noqa: S608
        f' min("row") FILTER (b > {MONTHS} AND a <= {MONTHS}) FROM ({numbers})'
    ).fetchall()[0]
    if example is None:
        return None
    if day_first is not None and month_first is not None:
        raise errors.DaysContradict(one=day_first, other=month_first)
    if day_first is None and month_first is None:
        raise errors.DaysUnclear(example=example)
    return DayOrder.DAY_FIRST if day_first is not None else DayOrder.MONTH_FIRST
