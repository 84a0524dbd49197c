# SPDX-License-Identifier: EUPL-1.2
"""The flows of events as they lie, without kept tables: Ibis that any engine can answer.

Ordered lists of activities are no Ibis that Spark takes (UnsupportedOperationError), so variants
are told apart by two sums of numbers that depend on activity and place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.events.precision import Precision
from ruimbaan.analytics.flows import figures
from ruimbaan.analytics.flows.answer import Flow, Flows, OrderKnown, rework_of
from ruimbaan.analytics.flows.following import in_time, timed, transitions

Ask = Callable[[ir.Table], list[dict[str, Any]]]


def portable_flows(events: ir.Table, precision: Precision, ask: Ask) -> Flows:
    """What `flows_of` answers. `ask` gives the rows of an expression."""
    pairs = transitions(events, precision)
    whole = events.aggregate(
        events=events.count(), cases=events.case.nunique(), whose=events.organisation.count()
    )
    told = ask(whole)[0]
    pair = ("sender", "receiver") if told["whose"] else ("worked", "worked2")
    ways = signatures(events).distinct()
    return Flows(
        transitions=_flows(ask(figures.grouped(pairs, "a", "b"))),
        handovers=_flows(ask(figures.grouped(pairs, *pair))),
        between="organisation" if told["whose"] else "resource",
        variants=ask(ways.aggregate(n=ways.count()))[0]["n"],
        cases=told["cases"],
        events=told["events"],
        order=OrderKnown(**ask(figures.tied(pairs))[0]),
        rework=rework_of(ask(figures.rework(figures.repeated(events)))),
        median_days=ask(figures.half(courses(events)))[0]["half"],
    )


def courses(events: ir.Table) -> ir.Table:
    """`case took`: microseconds from the first start to the last completion of each case."""
    whole = timed(events)
    return whole.group_by("case").aggregate(took=whole.ended.max() - whole.began.min())


def signatures(events: ir.Table) -> ir.Table:
    """`one other steps` of each case: equal for cases that went the same activities in one order.

    Spark's hash has 32 bits, so two that differ are taken for one with a chance of 1 in 2^64.
    """
    whole = timed(events)
    stepped = whole.select("case", "activity", place=ibis.row_number().over(in_time(whole)))
    place = stepped.place.cast("string")
    marked = stepped.select(
        "case",
        first=(place + ":" + stepped.activity).hash(),
        second=(stepped.activity + ":" + place).hash(),
    )
    return (
        marked.group_by("case")
        .aggregate(one=marked.first.sum(), other=marked.second.sum(), steps=marked.count())
        .drop("case")
    )


def _flows(rows: list[dict[str, Any]]) -> tuple[Flow, ...]:
    found = [
        Flow(row["one"], row["other"], row["n"], row["mean_days"], row["median_days"])
        for row in rows
    ]
    return tuple(sorted(found, key=lambda flow: (-flow.n, flow.sender, flow.receiver)))
