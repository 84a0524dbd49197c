# SPDX-License-Identifier: EUPL-1.2
"""The figures, as Ibis expressions on the kept tables and on the events."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.events.log import microseconds
from ruimbaan.analytics.flows.following import MICROSECONDS_A_DAY

APART = "\x1f"  # stands in no name: tidying takes it out


def between(transition: ir.Table, name: ir.Table, first: str, then: str) -> ir.Table:
    """`from to n mean_days median_days` of each pair of two columns; most frequent first."""
    both = transition.filter(transition[first].notnull() & transition[then].notnull())
    # whole microseconds are added up, so the mean is the same in whatever order they come
    counted = both.group_by(one=both[first], other=both[then]).aggregate(
        n=both.count(),
        mean_days=both.wait.sum() / both.count() / MICROSECONDS_A_DAY,
        median_days=both.wait.median() / MICROSECONDS_A_DAY,
    )
    ones = name.select(one_code="code", one_name="name")
    others = name.select(other_code="code", other_name="name")
    named = counted.join(ones, counted.one == ones.one_code)
    named = named.join(others, named.other == others.other_code)
    table = named.select(
        **{"from": named.one_name, "to": named.other_name},
        n=named.n,
        mean_days=named.mean_days,
        median_days=named.median_days,
    )
    return table.order_by(ibis.desc("n"), "from", "to")


def counts(transition: ir.Table, first: str = "a", then: str = "b") -> ir.Table:
    """Only how often, by number: the smallest question that a map asks."""
    return transition.group_by(first, then).aggregate(n=transition.count())


def variants(events: ir.Table) -> ir.Table:
    """`path n`: each order of activities that a case went, and how many cases went it."""
    path = events.group_by("case").aggregate(
        path=events.activity.group_concat(APART, order_by=[events.complete, events.seq])
    )
    return path.group_by("path").aggregate(n=path.count()).order_by(ibis.desc("n"), "path")


def durations(events: ir.Table) -> ir.Table:
    """`case days`: from the first start to the last completion."""
    whole = events.group_by("case").aggregate(
        took=microseconds(events.complete.max()) - microseconds(events.start.min())
    )
    return whole.select("case", days=whole.took.cast("float64") / MICROSECONDS_A_DAY)


def rework(events: ir.Table) -> ir.Table:
    """`activity cases`: in how many cases an activity was done more than once."""
    often = events.group_by("case", "activity").aggregate(times=events.count())
    again = often.filter(often.times > 1)
    return (
        again.group_by("activity")
        .aggregate(cases=again.count())
        .order_by(ibis.desc("cases"), "activity")
    )


def tied(transition: ir.Table) -> ir.Table:
    """`transitions unknown`: how many pairs there are, and of how many the order is not known."""
    return transition.aggregate(
        transitions=transition.count(), unknown=(~transition.order_known).sum().fill_null(0)
    )
