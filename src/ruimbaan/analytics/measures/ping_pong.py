# SPDX-License-Identifier: EUPL-1.2
"""Sent on and straight back: from one organisation to another and to the first again."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.flows.following import MICROSECONDS_A_DAY
from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses
from ruimbaan.analytics.measures.measure import Measure, Outcome, too_few
from ruimbaan.core.kernel.texts import Text


def triples(courses: Courses) -> ir.Table:
    """`case back empty`: three stays in a row with others each time, none beside the one before it.

    Organisations that serve all others are looked through. Empty: at the middle one nobody was seen.
    """
    stay = courses.stay
    if courses.question.service:
        stay = stay.filter(stay.organisation.notin(courses.question.service))
    runs = _runs(stay)
    order = ibis.window(group_by=runs.case, order_by=runs.run)
    following = runs.mutate(
        middle=runs.organisation.lead().over(order),
        contacts2=runs.contacts.lead().over(order),
        began2=runs.began.lead().over(order),
        done2=runs.done.lead().over(order),
        third=runs.organisation.lead(2).over(order),
        began3=runs.began.lead(2).over(order),
    )
    three = following.filter(
        following.third.notnull()
        & (following.began2 >= following.done)
        & (following.began3 >= following.done2)
    )
    apart = three.began3 // MICROSECONDS_A_DAY - three.done // MICROSECONDS_A_DAY
    back = (three.third == three.organisation) & (apart <= courses.question.window)
    return three.select(
        "case",
        day=three.began3 // MICROSECONDS_A_DAY,
        back=back,
        empty=back & (three.contacts2 == 0),
    )


def _runs(stay: ir.Table) -> ir.Table:
    """Stays in a row with one organisation are one."""
    order = ibis.window(group_by=stay.case, order_by=[stay.began, stay.seq])
    changed = stay.mutate(
        new=(stay.organisation.lag().over(order) != stay.organisation)
        .fill_null(ibis.literal(value=True))
        .cast("int64")
    )
    until_here = ibis.cumulative_window(
        group_by=changed.case, order_by=[changed.began, changed.seq]
    )
    numbered = changed.mutate(run=changed.new.sum().over(until_here))
    return numbered.group_by("case", "organisation", "run").aggregate(
        began=numbered.began.min(),
        done=numbered.done.max(),
        contacts=numbered.contacts.sum(),
    )


def _ping_pong(courses: Courses) -> Outcome:
    table = courses.begun(triples(courses), "day")
    told = courses.one(
        table.aggregate(
            n=table.count(),
            persons=table.case.nunique(),
            back=table.back.sum().fill_null(0),
            empty=table.empty.sum().fill_null(0),
        )
    )
    if not told["n"]:
        return too_few(0, courses.question.fewest)
    counted = (told["n"], "back", _BACK, told["persons"])
    return (
        figures.share(told["back"], *counted),
        figures.share(told["empty"], told["n"], "empty", _EMPTY, told["persons"]),
    )


_BACK = Text("terug bij de vorige", "back at the one before")
_EMPTY = Text("terug zonder dat er iets gebeurde", "back without anything done")
PING_PONG = Measure(
    number=4,
    id="ping-pong",
    name=Text("Heen en weer gestuurd", "Ping-pong"),
    formula=(
        "of three stays in a row (o1, o2, o3), o1 != o2, o2 != o3, none overlapping: the share with"
        " o3 = o1 within 180 days (--window) from the end of the first to the start of the third;"
        " empty: nobody was seen at o2. Stays beside each other are no handoff; organisations of"
        " --service are looked through."
    ),
    needs=(Role.ORGANISATION,),
    reading=Text(
        "Iemand gaat van een eerste naar een tweede organisatie en dan verder."
        " {estimate} van elke 100 keer is dat weer naar de eerste.",
        "Somebody goes from a first to a second organisation and then on."
        " {estimate} of every 100 times that is back to the first.",
    ),
    head="back",
    source="BPI Challenge 2013 (ping-pong behaviour); ServiceNow process mining",
    worked_out=_ping_pong,
)
