# SPDX-License-Identifier: EUPL-1.2
"""The table `stay`: the time that somebody is with one organisation, also beside another.

A stay ends after so many days without any event there, or with an event that ends it: referred on,
refused, goal reached, closed, stopped. What is noted afterwards about the same stay belongs to it.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.measures.steps import KNOWN_ENDS, Step

STAY = "stay"
SCHEMA = {
    "case": "string",
    "organisation": "string",
    "number": "int64",
    "seq": "int64",
    "began": "int64",
    "done": "int64",
    "contacts": "int64",
    "first": "int64",  # day of the first contact; empty where nobody was seen
    "last": "int64",
    "goal": "boolean",
    "withdrawn": "boolean",
    "ended": "boolean",
}
ENDS = (Step.SENT, Step.REJECTED, Step.GOAL, Step.CLOSED, Step.WITHDRAWN)
AFTERWARDS = (Step.GOAL, Step.CLOSED, Step.WITHDRAWN, Step.REPORTED, Step.LIFTED)


def stays(used: ir.Table, quiet: int) -> ir.Table:
    whose = used.filter(used.organisation.notnull())
    order = ibis.window(group_by=[whose.case, whose.organisation], order_by=[whose.done, whose.seq])
    before = whose.mutate(
        last_day=whose.day.lag().over(order), last_step=whose.step.lag().over(order)
    )
    over = _is(before.last_step, ENDS) & ~_is(before.step, AFTERWARDS)
    new = before.last_day.isnull() | (before.first_day - before.last_day > quiet) | over
    numbered = before.mutate(new=new.cast("int64"))
    until_here = ibis.cumulative_window(
        group_by=[numbered.case, numbered.organisation], order_by=[numbered.done, numbered.seq]
    )
    each = numbered.mutate(number=numbered.new.sum().over(until_here))
    return (
        each.group_by("case", "organisation", "number")
        .aggregate(
            seq=each.seq.min(),
            began=each.began.min(),
            done=each.done.max(),
            contacts=each.met.cast("int64").sum(),
            first=each.first_day.min(where=each.met),
            last=each.day.max(where=each.met),
            goal=_is(each.step, (Step.GOAL,)).any(),
            withdrawn=_is(each.step, (Step.WITHDRAWN,)).any(),
            ended=_is(each.step, KNOWN_ENDS).any(),
        )
        .select(*SCHEMA)
    )


def _is(step: ir.StringColumn, ones: tuple[Step, ...]) -> ir.BooleanColumn:
    found: ir.BooleanColumn = step.isin([one.value for one in ones]).fill_null(
        ibis.literal(value=False)
    )
    return found
