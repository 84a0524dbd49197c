# SPDX-License-Identifier: EUPL-1.2
"""What the measures of one log share: its tables, its edges, and how much of it counts as a course."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir
from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.reading import rows_of
from ruimbaan.analytics.measures import referrals, stays, used
from ruimbaan.analytics.measures.question import Question
from ruimbaan.analytics.measures.steps import Step
from ruimbaan.core.insight.curves import Course, Curve, curve

FROM_THE_BEGINNING = -1  # there before the first day, so that what happens on that day counts


@dataclass(frozen=True, slots=True)
class Courses:
    """Days are whole, counted from 1970. The log is complete from `since` up to and with `cut`."""

    con: DuckDBPyConnection
    question: Question
    steps: Mapping[Step, tuple[str, ...]]
    columns: frozenset[Role]
    since: int
    cut: int

    @property
    def used(self) -> ir.Table:
        return ibis.table(used.SCHEMA, name=used.USED)

    @property
    def stay(self) -> ir.Table:
        return ibis.table(stays.SCHEMA, name=stays.STAY)

    @property
    def visit(self) -> ir.Table:
        """The stays in which somebody was seen."""
        return self.stay.filter(self.stay.contacts > 0)

    @property
    def referral(self) -> ir.Table:
        return ibis.table(referrals.SCHEMA, name=referrals.REFERRAL)

    def of(self, step: Step) -> ir.Table:
        return self.used.filter(self.used.step == step)

    def rows(self, table: ir.Table) -> list[dict[str, Any]]:
        return rows_of(self.con, table)

    def one(self, table: ir.Table) -> dict[str, Any]:
        return rows_of(self.con, table)[0]

    def begun(self, table: ir.Table, day: str) -> ir.Table:
        """What began while the log was complete."""
        return table.filter(table[day] >= self.since)

    def counted(self, table: ir.Table, *, until: int | None = None) -> list[Course]:
        """From a table `begin ended end`: how many took so many days to which end. What goes on is
        cut off on the last day; what began before the log was complete counts from then on."""
        last = self.cut if until is None else until
        stopped = table.ended.notnull() & (table.ended <= last)
        each = table.select(
            leave=ibis.ifelse(stopped, table.ended, last) - table.begin,
            enter=ibis.greatest(self.since - 1 - table.begin, FROM_THE_BEGINNING),
            end=ibis.ifelse(stopped, table.end, None),
        )
        went = each.filter(each.leave > each.enter)
        grouped = went.group_by("leave", "end", "enter").aggregate(count=went.count())
        ordered = grouped.order_by("leave", "enter", "end")
        return [Course(**row) for row in self.rows(ordered)]

    def curve(self, table: ir.Table, end: str, *, until: int | None = None) -> Curve:
        return curve(self.counted(table, until=until), end)

    def persons(self, table: ir.Table) -> int:
        """Whose courses `counted` counts."""
        there = table.filter(table.ended.isnull() | (table.ended >= self.since))
        return int(self.one(there.aggregate(n=there.case.nunique()))["n"])


def first_end(table: ir.Table, days: Mapping[str, str]) -> ir.Table:
    """With `ended` and `end`: whichever of these columns of days came first; on one day the first
    that is named. `days` gives of each end its column."""
    far = 1 << 40
    columns = {end: table[column].fill_null(far) for end, column in days.items()}
    soonest = ibis.least(*columns.values())
    named = ibis.cases(*((column == soonest, end) for end, column in columns.items()))
    return table.mutate(
        ended=ibis.ifelse(soonest < far, soonest, None),
        end=ibis.ifelse(soonest < far, named, None),
    )
