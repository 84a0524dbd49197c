# SPDX-License-Identifier: EUPL-1.2
"""Back soon after a goal was reached: was it the end, or did support stop too early?"""

from __future__ import annotations

import ibis.expr.types as ir

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses, first_end
from ruimbaan.analytics.measures.measure import Measure, Outcome
from ruimbaan.analytics.measures.steps import Step
from ruimbaan.core.kernel.texts import Text

BACK = "back"
WITHIN = (30, 90)  # days


def after(courses: Courses, day: ir.Table, seen: ir.Table) -> ir.Table:
    """`case begin ended end`: from each day `case begin` to the next of `seen`, or until stopping."""
    contacts = seen.select(c_case=seen.case, c_day=seen.day)
    pairs = day.left_join(contacts, [day.case == contacts.c_case, day.begin < contacts.c_day])
    first = pairs.group_by("case", "begin").aggregate(next=pairs.c_day.min())
    stopped = courses.of(Step.WITHDRAWN).select(w_case="case", w_day="day")
    known = first.left_join(stopped, [first.case == stopped.w_case, first.begin <= stopped.w_day])
    each = known.group_by("case", "begin", "next").aggregate(stopped=known.w_day.min())
    return first_end(each, {BACK: "next", "withdrawn": "stopped"})


def _returned(courses: Courses) -> Outcome:
    goal = courses.of(Step.GOAL)
    days = goal.select(case=goal.case, begin=goal.day).distinct()
    table = after(courses, days, courses.used.filter(courses.used.met))
    found, persons = courses.curve(table, BACK), courses.persons(table)
    return tuple(
        figures.by_day(
            found,
            day,
            f"back_{day}",
            Text(f"terug binnen {day} dagen", f"back within {day} days"),
            persons,
        )
        for day in WITHIN
    )


RETURNED = Measure(
    number=12,
    id="early-return",
    name=Text("Snel terug", "Early return"),
    formula=(
        "from each day on which a goal was reached: F(h) of the next contact with any organisation,"
        " Aalen-Johansen; competing: stopped; h = 30, 90"
    ),
    needs=(Step.GOAL, Role.ORGANISATION),
    reading=Text(
        "Van elke 100 keer dat een doel is bereikt, is iemand {estimate} keer binnen 90 dagen terug.",
        "Of every 100 times that a goal was reached, somebody is back within 90 days {estimate} times.",
    ),
    head="back_90",
    source="Aalen and Johansen 1978; readmission after treatment in five states (PMC4769122)",
    worked_out=_returned,
)
