# SPDX-License-Identifier: EUPL-1.2
"""The table `used`: the events up to the day of the cut, each with its day and its part in a course.

Days are whole, counted from 1970, as the log tells them (UTC). `met` says whether somebody was seen:
an event of an organisation that is no note on paper.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.events.log import microseconds
from ruimbaan.analytics.flows.following import MICROSECONDS_A_DAY
from ruimbaan.analytics.measures.steps import ON_PAPER, Step

USED = "used"
SCHEMA = {
    "case": "string",
    "seq": "int64",
    "activity": "string",
    "organisation": "string",
    "frame": "string",
    "receiver": "string",
    "rule": "string",
    "began": "int64",
    "done": "int64",
    "first_day": "int64",
    "day": "int64",
    "step": "string",
    "met": "boolean",
}


def used(events: ir.Table, steps: Mapping[Step, tuple[str, ...]], cut: int) -> ir.Table:
    """`began` and `done` are microseconds, `first_day` and `day` the days they fall on."""
    began, done = microseconds(events.start), microseconds(events.complete)
    branches = [(events.activity.isin(names), step.value) for step, names in steps.items()]
    step = ibis.cases(*branches) if branches else ibis.null("string")
    stamped = events.mutate(
        began=began,
        done=done,
        first_day=began // MICROSECONDS_A_DAY,
        day=done // MICROSECONDS_A_DAY,
        step=step,
    )
    there = stamped.filter(stamped.day <= cut)
    paper = there.step.isin([one.value for one in ON_PAPER]).fill_null(ibis.literal(value=False))
    return there.mutate(met=there.organisation.notnull() & ~paper).select(*SCHEMA)
