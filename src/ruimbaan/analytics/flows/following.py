# SPDX-License-Identifier: EUPL-1.2
"""Each event with the one after it in its case, by completion and stored order."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis.expr.builders import WindowBuilder

from ruimbaan.analytics.events.log import microseconds
from ruimbaan.analytics.events.precision import Precision, moment_of

MICROSECONDS_A_DAY = 86_400_000_000
AS_STORED = ibis.window()  # of rows that lie in order, on an engine that keeps that order


def transitions(events: ir.Table, precision: Precision) -> ir.Table:
    """`case seq a b sender receiver worked worked2 frame frame2 wait order_known parallel`, one row
    for each pair, however the events lie.

    `wait` is from completion to the next start in microseconds, never below 0. The order is known
    when neither of both shares its moment with another event of the case.
    """
    whole = timed(events)
    return pairs(whole, precision, in_time(whole))


def handoffs(events: ir.Table, precision: Precision, service: tuple[str, ...] = ()) -> ir.Table:
    """`case seq sender receiver frame frame2 wait order_known`: one organisation after another.

    Organisations that serve all others (`service`, a laboratory) are looked through, and so are
    events without an organisation.
    """
    whose = events.filter(events.organisation.notnull())
    if service:
        whose = whose.filter(whose.organisation.notin(service))
    return moved(transitions(whose, precision))


def follows(events: ir.Table) -> ir.Table:
    """`a b n`: only how often, however the events lie."""
    whole = timed(events)
    return counts(whole, in_time(whole))


def timed(events: ir.Table) -> ir.Table:
    """The events with `began` and `ended` in microseconds since 1970."""
    return events.mutate(began=microseconds(events.start), ended=microseconds(events.complete))


def in_time(events: ir.Table) -> WindowBuilder:
    """The events of a case by completion and stored order."""
    return ibis.window(group_by=events.case, order_by=[events.ended, events.seq])


def pairs(events: ir.Table, precision: Precision, order: WindowBuilder = AS_STORED) -> ir.Table:
    """The transitions of events that have `began` and `ended`."""
    stamped = events.mutate(moment=moment_of(events.ended, precision))
    looking = stamped.mutate(
        b=stamped.activity.lead().over(order),
        receiver=stamped.organisation.lead().over(order),
        worked2=stamped.resource.lead().over(order),
        frame2=stamped.frame.lead().over(order),
        began2=stamped.began.lead().over(order),
        before=stamped.moment.lag().over(order),
        moment2=stamped.moment.lead().over(order),
        after=stamped.moment.lead(2).over(order),
        case0=stamped.case.lag().over(order),
        case2=stamped.case.lead().over(order),
        case3=stamped.case.lead(2).over(order),
    )
    found = looking.filter(looking.case2 == looking.case)
    tied_before = (found.case0 == found.case) & (found.before == found.moment)
    tied_after = (found.case3 == found.case) & (found.after == found.moment2)
    return found.select(
        "case",
        "seq",
        "b",
        "receiver",
        "worked2",
        "frame",
        "frame2",
        a=found.activity,
        sender=found.organisation,
        worked=found.resource,
        wait=ibis.greatest(found.began2 - found.ended, 0),
        order_known=(found.moment != found.moment2)
        & ~tied_before.fill_null(ibis.literal(value=False))
        & ~tied_after.fill_null(ibis.literal(value=False)),
        parallel=found.began2 < found.ended,
    )


def moved(transition: ir.Table) -> ir.Table:
    """The handoffs among transitions. What runs side by side is no handoff."""
    found = transition.filter((transition.sender != transition.receiver) & ~transition.parallel)
    return found.select(
        "case", "seq", "sender", "receiver", "frame", "frame2", "wait", "order_known"
    )


def counts(events: ir.Table, order: WindowBuilder = AS_STORED) -> ir.Table:
    """`a b n`: how often what follows what, the smallest question that a map asks."""
    looking = events.select(
        "case",
        a=events.activity,
        b=events.activity.lead().over(order),
        case2=events.case.lead().over(order),
    )
    found = looking.filter(looking.case2 == looking.case)
    return found.group_by("a", "b").aggregate(n=found.count())


def spells(events: ir.Table) -> ir.Table:
    """`case organisation number start complete events`: each stay with one organisation, a run of
    events of a case that no other organisation interrupts."""
    whose = events.filter(events.organisation.notnull())
    order = ibis.window(group_by=whose.case, order_by=[whose.complete, whose.seq])
    changed = whose.mutate(
        new=(whose.organisation.lag().over(order) != whose.organisation)
        .fill_null(ibis.literal(value=True))
        .cast("int64")
    )
    until_here = ibis.cumulative_window(
        group_by=changed.case, order_by=[changed.complete, changed.seq]
    )
    numbered = changed.mutate(number=changed.new.sum().over(until_here))
    return numbered.group_by("case", "organisation", "number").aggregate(
        start=numbered.start.min(), complete=numbered.complete.max(), events=numbered.count()
    )
