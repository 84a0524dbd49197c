# SPDX-License-Identifier: EUPL-1.2
"""The flows of one log: what a map of a process needs, with the share of which nobody knows the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir
from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events.errors import NothingUsable
from ruimbaan.analytics.events.log import EVENT, EventLog, Order
from ruimbaan.analytics.events.reading import rows_of
from ruimbaan.analytics.flows import figures
from ruimbaan.analytics.flows.coding import CODED
from ruimbaan.analytics.flows.following import transitions
from ruimbaan.analytics.flows.tables import FlowTables


@dataclass(frozen=True, slots=True)
class Flow:
    """From one to the other, `n` times; days from completion to the next start."""

    sender: str
    receiver: str
    n: int
    mean_days: float
    median_days: float

    def as_json(self) -> dict[str, object]:
        return {
            "from": self.sender,
            "to": self.receiver,
            "n": self.n,
            "mean_days": self.mean_days,
            "median_days": self.median_days,
        }


@dataclass(frozen=True, slots=True)
class OrderKnown:
    """Of how many transitions the order is unknown: it stands beside every map."""

    transitions: int
    unknown: int

    @property
    def unknown_share(self) -> float:
        """0 to 1."""
        return self.unknown / self.transitions if self.transitions else 0.0


@dataclass(frozen=True, slots=True)
class Flows:
    """`between` says what the handovers are between: organisations, or resources in a log that has
    no organisations. A handover from one to itself means that it stayed there."""

    transitions: tuple[Flow, ...]
    handovers: tuple[Flow, ...]
    between: str
    variants: int
    cases: int
    events: int
    order: OrderKnown
    rework: tuple[tuple[str, int], ...]  # an activity, and the cases with it more than once
    median_days: float  # of a case, from its first start to its last completion

    def as_json(self) -> dict[str, object]:
        """The published form; its names never change."""
        return {
            "transitions": [flow.as_json() for flow in self.transitions],
            "handovers": [flow.as_json() for flow in self.handovers],
            "variants": self.variants,
            "cases": self.cases,
            "events": self.events,
        }


def flows_of(log: EventLog) -> Flows:
    """Raises NothingUsable when every row of the log was set aside."""
    tables = kept_tables(log)
    con, pairs, course = log.con, tables.transition, tables.course
    coded = tables.coded
    sizes = coded.aggregate(events=coded.count(), whose=coded.organisation.count())
    whole = rows_of(con, sizes)[0]
    pair = ("sender", "receiver") if whole["whose"] else ("worked", "worked2")
    return Flows(
        transitions=_flows(con, figures.between(pairs, tables.name, "a", "b")),
        handovers=_flows(con, figures.between(pairs, tables.name, *pair)),
        between="organisation" if whole["whose"] else "resource",
        variants=rows_of(con, course.aggregate(n=course.path.nunique()))[0]["n"],
        cases=rows_of(con, course.aggregate(n=course.count()))[0]["n"],
        events=whole["events"],
        order=OrderKnown(**rows_of(con, figures.tied(pairs))[0]),
        rework=rework_of(rows_of(con, figures.rework(tables.repeat)), tables.names()),
        median_days=rows_of(con, figures.half(course))[0]["half"],
    )


def rework_of(rows: list[dict[str, Any]], names: Sequence[str] = ()) -> tuple[tuple[str, int], ...]:
    """Most cases first; `names` when activities are numbers."""
    told = [(names[row["activity"]] if names else row["activity"], row["cases"]) for row in rows]
    return tuple(sorted(told, key=lambda one: (-one[1], one[0])))


def kept_tables(log: EventLog) -> FlowTables:
    """The tables of a log: made now, unless it was opened with them.

    Raises NothingUsable.
    """
    tables = FlowTables(log.con, EVENT, log.precision)
    if log.order is Order.KEPT:
        return tables
    must_have_events(log)
    each = {role.value: log.each(role) for role in log.known}
    tables.build(in_order=log.order is Order.SORTED, each=each)
    return tables


def must_have_events(log: EventLog) -> None:
    """Raises NothingUsable when every row of the log was set aside."""
    # of a kept log `event` is put together from this table and its names
    rows = CODED if log.order is Order.KEPT else EVENT
    if not log.con.execute(f"SELECT 1 FROM {rows} LIMIT 1").fetchall():  # noqa: S608
        found = log.report.findings
        first = found[0].explain("nl").cause if found else "–"
        raise NothingUsable(rows=log.report.read, first=first)


def order_known(log: EventLog) -> OrderKnown:
    return OrderKnown(**rows_of(log.con, figures.tied(transitions(log.events, log.precision)))[0])


def _flows(con: DuckDBPyConnection, table: ir.Table) -> tuple[Flow, ...]:
    return tuple(
        Flow(row["from"], row["to"], row["n"], row["mean_days"], row["median_days"])
        for row in rows_of(con, table)
    )
