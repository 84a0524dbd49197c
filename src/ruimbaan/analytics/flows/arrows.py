# SPDX-License-Identifier: EUPL-1.2
"""Only how often what follows what: the least that a map needs, without days, variants or tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import ibis

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.log import EVENT, EventLog, Order
from ruimbaan.analytics.events.reading import answered, drop, rows_of, sql_of
from ruimbaan.analytics.flows import figures
from ruimbaan.analytics.flows.answer import must_have_events
from ruimbaan.analytics.flows.coding import code_of, coded, name_cases
from ruimbaan.analytics.flows.following import counts
from ruimbaan.analytics.flows.tables import SCHEMAS, TRANSITION, FlowTables

STEP = "step"  # `case activity`, in order


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one activity to the next, `n` times."""

    sender: str
    receiver: str
    n: int

    def as_json(self) -> dict[str, object]:
        return {"from": self.sender, "to": self.receiver, "n": self.n}


def arrows_of(log: EventLog) -> tuple[Arrow, ...]:
    """Most frequent first. A log in order is looked through once, as it lies; another is sorted.

    Raises NothingUsable.
    """
    must_have_events(log)
    if log.order is Order.KEPT:
        tables = FlowTables(log.con, EVENT, log.precision)
        return _named(answered(log.con, _counted()), tables.names())
    names = [
        name for (name,) in log.con.execute(f"{log.each(Role.ACTIVITY)} ORDER BY 1").fetchall()
    ]
    activity = f"{code_of('activity', names)} AS activity"
    if log.order is Order.SORTED:
        log.con.execute(
            f'CREATE OR REPLACE TEMP VIEW {STEP} AS SELECT "case", {activity} FROM {EVENT}'  # noqa: S608
        )
        steps = ibis.table({"case": "string", "activity": "int32"}, name=STEP)
        return _named(rows_of(log.con, counts(steps)), names)
    name_cases(log.con, log.each(Role.CASE))
    log.con.execute(f"CREATE TEMP TABLE {STEP} AS {coded(EVENT, [activity], in_order=False)}")
    steps = ibis.table({"case": "int32", "activity": "int32"}, name=STEP)
    found = rows_of(log.con, counts(steps))
    drop(log.con, STEP)
    return _named(found, names)


def most_frequent_first(arrows: Sequence[Arrow]) -> tuple[Arrow, ...]:
    return tuple(sorted(arrows, key=lambda arrow: (-arrow.n, arrow.sender, arrow.receiver)))


@cache  # Ibis takes a tenth as long to write it as DuckDB to count ten million of them
def _counted() -> str:
    return sql_of(figures.counts(ibis.table(SCHEMAS[TRANSITION], name=TRANSITION)))


def _named(rows: Sequence[dict[str, int]], names: Sequence[str]) -> tuple[Arrow, ...]:
    return most_frequent_first([Arrow(names[row["a"]], names[row["b"]], row["n"]) for row in rows])
