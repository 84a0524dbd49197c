# SPDX-License-Identifier: EUPL-1.2
"""Each event with the one after it in its case, by completion and stored order."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.events.log import microseconds
from ruimbaan.analytics.events.precision import Precision, moment_of

MICROSECONDS_A_DAY = 86_400_000_000


def transitions(events: ir.Table, precision: Precision) -> ir.Table:
    """`case seq a b sender receiver frame frame2 wait order_known parallel`, one row for each pair.

    `wait` is from completion to the next start in microseconds, never below 0. The order is known
    when neither of both shares its moment with another event of the case.
    """
    order = ibis.window(group_by=events.case, order_by=[events.complete, events.seq])
    stamped = events.mutate(
        moment=moment_of(microseconds(events.complete), precision),
        began=microseconds(events.start),
        ended=microseconds(events.complete),
    )
    looking = stamped.mutate(
        b=stamped.activity.lead().over(order),
        receiver=stamped.organisation.lead().over(order),
        worked2=stamped.resource.lead().over(order),
        frame2=stamped.frame.lead().over(order),
        began2=stamped.began.lead().over(order),
        before=stamped.moment.lag().over(order),
        moment2=stamped.moment.lead().over(order),
        after=stamped.moment.lead(2).over(order),
    )
    pairs = looking.filter(looking.b.notnull())
    return pairs.select(
        "case",
        "seq",
        "b",
        "receiver",
        "worked2",
        "frame",
        "frame2",
        a=pairs.activity,
        sender=pairs.organisation,
        worked=pairs.resource,
        wait=ibis.greatest(pairs.began2 - pairs.ended, 0),
        order_known=(pairs.moment != pairs.moment2)
        & (pairs.before.isnull() | (pairs.before != pairs.moment))
        & (pairs.after.isnull() | (pairs.after != pairs.moment2)),
        parallel=pairs.began2 < pairs.ended,
    )


def handoffs(events: ir.Table, precision: Precision, service: tuple[str, ...] = ()) -> ir.Table:
    """`case seq sender receiver frame frame2 wait order_known`: one organisation after another.

    Organisations that serve all others (`service`, a laboratory) are looked through, and so are
    events without an organisation. What runs side by side is no handoff.
    """
    whose = events.filter(events.organisation.notnull())
    if service:
        whose = whose.filter(whose.organisation.notin(service))
    pairs = transitions(whose, precision)
    moved = pairs.filter((pairs.sender != pairs.receiver) & ~pairs.parallel)
    return moved.select(
        "case", "seq", "sender", "receiver", "frame", "frame2", "wait", "order_known"
    )


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
