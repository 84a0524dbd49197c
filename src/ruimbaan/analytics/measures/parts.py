# SPDX-License-Identifier: EUPL-1.2
"""A share of each part of a whole, such as each rule, without giving few people away.

Parts below the smallest number are left out; when those together are few too, so is the smallest
part that is left, or a reader could take the others from the whole.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ibis.expr.types as ir

from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses
from ruimbaan.analytics.measures.measure import Value
from ruimbaan.core.kernel.texts import Text


def of_parts(
    courses: Courses, table: ir.Table, by: str, counted: str, key: str, name: Text
) -> list[Value]:
    """Shares of `counted` for each value of `by`, in order of its names."""

    def value(row: dict[str, Any]) -> Value:
        return figures.share(row["counted"], row["n"], key, name, row["persons"], row["part"])

    there = table.filter(table[by].notnull())
    grouped = there.group_by(part=there[by]).aggregate(
        n=there.count(), persons=there.case.nunique(), counted=there[counted].sum().fill_null(0)
    )
    return safe(courses.rows(grouped.order_by("part")), courses.question.fewest, value)


def safe(
    rows: list[dict[str, Any]], fewest: int, value: Callable[[dict[str, Any]], Value]
) -> list[Value]:
    """Of rows with `part` and `persons`: the values of those that may be told."""
    shown = [row for row in rows if row["persons"] >= fewest]
    hidden = [row for row in rows if row["persons"] < fewest]
    if hidden and sum(row["persons"] for row in hidden) < fewest and shown:
        shown.remove(min(shown, key=lambda row: (row["persons"], row["part"])))
    return [value(row) for row in shown]
