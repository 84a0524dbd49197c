# SPDX-License-Identifier: EUPL-1.2
"""Across the border of a funding frame: how often somebody is handed over there, and what it takes."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.log import EVENT, EVENT_SCHEMA, microseconds
from ruimbaan.analytics.events.precision import Precision
from ruimbaan.analytics.flows.following import MICROSECONDS_A_DAY, handoffs
from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses
from ruimbaan.analytics.measures.figures import Floats
from ruimbaan.analytics.measures.measure import Measure, Outcome, Unit, Value, too_few
from ruimbaan.analytics.measures.steps import Step
from ruimbaan.core.kernel.texts import Text

CAPPED = 180  # days: a wait counts up to here, and is known for who was accepted longer ago


def crossings(courses: Courses) -> ir.Table:
    """`case across wait`: each handoff with both frames known; `wait` in days, empty where it is
    not known for certain. From referrals when the log has them, else from who followed whom."""
    if {Step.SENT, Step.ACCEPTED} <= courses.steps.keys():
        referral = courses.begun(courses.referral, "sent")
        met = referral.filter(referral.accepted.notnull())
        waited = ibis.least(met.met.fill_null(courses.cut) - met.accepted, CAPPED)
        known = met.accepted <= courses.cut - CAPPED
        table = met.select(
            "case",
            across=met.frame != met.frame2,
            wait=ibis.ifelse(known, ibis.greatest(waited, 0), None),
        )
    else:
        table = _followed(courses)
    return table.filter(table.across.notnull())


def _followed(courses: Courses) -> ir.Table:
    """Only handoffs that came about can be seen in who followed whom."""
    events = ibis.table(EVENT_SCHEMA, name=EVENT)
    there = events.filter(microseconds(events.complete) // MICROSECONDS_A_DAY <= courses.cut)
    moved = handoffs(there, Precision.DAY, courses.question.service)
    return moved.select(
        "case",
        across=moved.frame != moved.frame2,
        wait=ibis.least(moved.wait // MICROSECONDS_A_DAY, CAPPED),
    )


def _crossed(courses: Courses) -> Outcome:
    table = crossings(courses)
    told = courses.one(
        table.aggregate(n=table.count(), persons=table.case.nunique(), across=table.across.sum())
    )
    if not told["n"]:
        return too_few(0, courses.question.fewest)
    crossed = figures.share(told["across"], told["n"], "crossed", _CROSSED, told["persons"])
    return (_delay(courses, table), crossed)


def _delay(courses: Courses, table: ir.Table) -> Value:
    known = table.filter(table.wait.notnull())
    each = known.group_by("case").aggregate(
        days=known.wait.sum(where=known.across).fill_null(0),
        n=known.across.sum(),
        days2=known.wait.sum(where=~known.across).fill_null(0),
        n2=(~known.across).sum(),
    )
    sums = ("days", "n", "days2", "n2")
    grouped = each.group_by(*sums).aggregate(often=each.count())
    rows = courses.rows(grouped.order_by(*sums))
    both = all(sum(row[key] * row["often"] for row in rows) for key in ("n", "days2"))
    people, n = sum(r["often"] for r in rows), sum((r["n"] + r["n2"]) * r["often"] for r in rows)
    if not both:
        return Value("delay", _DELAY, Unit.RATIO, n, people)
    counted = [tuple(row[key] for key in sums) for row in rows]
    told = figures.drawn_again(counted, [row["often"] for row in rows], _of_means)
    return Value("delay", _DELAY, Unit.RATIO, n, people, *told)


def _of_means(sums: Floats) -> Floats:
    found: Floats = (sums[:, 0] / sums[:, 1]) / (sums[:, 2] / sums[:, 3])
    return found


_DELAY = Text("zo veel keer de wachttijd", "times the wait")
_CROSSED = Text("naar een ander kader", "to another frame")
CROSSED = Measure(
    number=10,
    id="frame-crossings",
    name=Text("Over de grens van een kader", "Funding-frame crossings"),
    formula=(
        "share of accepted referrals with frame(sender) != frame(receiver); delay ratio: mean of"
        " min(first contact - acceptance, 180 days) across / within a frame, over who was accepted"
        " 180 days or more before the cut; persons drawn again. In a log without referrals: of"
        " handoffs that came about, from completion to the next start."
    ),
    needs=(Role.ORGANISATION, Role.FRAME),
    reading=Text(
        "Naar een ander kader duurt het {estimate} keer zo lang tot het eerste contact; 1 is even lang.",
        "To another frame it takes {estimate} times as long until the first contact; 1 is as long.",
    ),
    head="delay",
    source="Ruimbaan; Efron 1979 (bootstrap)",
    worked_out=_crossed,
)
