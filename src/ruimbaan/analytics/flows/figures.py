# SPDX-License-Identifier: EUPL-1.2
"""The figures, as Ibis expressions on the kept tables."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.flows.following import MICROSECONDS_A_DAY


def grouped(transition: ir.Table, first: str, then: str) -> ir.Table:
    """`one other n mean_days median_days` of each pair of two columns."""
    both = transition.filter(transition[first].notnull() & transition[then].notnull())
    # whole microseconds are added up, so the mean is the same in whatever order they come
    return both.group_by(one=both[first], other=both[then]).aggregate(
        n=both.count(),
        mean_days=both.wait.sum() / both.count() / MICROSECONDS_A_DAY,
        median_days=both.wait.median() / MICROSECONDS_A_DAY,
    )


def between(transition: ir.Table, name: ir.Table, first: str, then: str) -> ir.Table:
    """`from to n mean_days median_days` of each pair of two columns; most frequent first."""
    counted = grouped(transition, first, then)
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


def counts(transition: ir.Table) -> ir.Table:
    """`a b n`: only how often, by number: the smallest question that a map asks."""
    return transition.group_by("a", "b").aggregate(n=transition.count())


def variants(course: ir.Table) -> ir.Table:
    """`path n`: each order of activities, as their numbers, and how many cases went it."""
    return course.group_by("path").aggregate(n=course.count()).order_by(ibis.desc("n"), "path")


def durations(course: ir.Table) -> ir.Table:
    """`days`: of each case, from its first start to its last completion."""
    return course.select(days=course.took.cast("float64") / MICROSECONDS_A_DAY)


def half(course: ir.Table) -> ir.Table:
    """`half`: the days within which half of the cases are done."""
    return course.aggregate(half=course.took.median() / MICROSECONDS_A_DAY)


def repeated(events: ir.Table) -> ir.Table:
    """`case activity`: what a case did more than once."""
    often = events.group_by("case", "activity").aggregate(times=events.count())
    return often.filter(often.times > 1).select("case", "activity")


def rework(repeat: ir.Table) -> ir.Table:
    """`activity cases`: in how many cases an activity was done more than once."""
    return repeat.group_by("activity").aggregate(cases=repeat.count())


def tied(transition: ir.Table) -> ir.Table:
    """`transitions unknown`: how many pairs there are, and of how many the order is not known."""
    return transition.aggregate(
        transitions=transition.count(), unknown=(~transition.order_known).sum().fill_null(0)
    )
