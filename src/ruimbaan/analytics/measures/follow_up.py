# SPDX-License-Identifier: EUPL-1.2
"""Did it get going? A first contact within two weeks, and two more within five; and after detox."""

from __future__ import annotations

import ibis.expr.types as ir

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses
from ruimbaan.analytics.measures.measure import Lacking, Measure, Outcome, Value
from ruimbaan.analytics.measures.returns import BACK, after
from ruimbaan.analytics.measures.steps import Step
from ruimbaan.core.kernel.texts import Text

WASHED_OUT = 60  # days without a contact before: a new episode
STARTED = 14  # days
ENGAGED, MORE = 34, 2  # days, contacts
AFTER_DETOX = (7, 30)  # days


def episodes(courses: Courses) -> ir.Table:
    """`case begin started more`: each intake without a contact in the 60 days before, when the next
    contact was, and how many followed within 34 days of that."""
    used = courses.used
    intake = used.filter((used.step == Step.INTAKE) & (used.day >= courses.since + WASHED_OUT))
    seen = used.filter(used.met).select(c_case="case", c_done="done", c_seq="seq", c_day="day")
    pairs = intake.left_join(seen, intake.case == seen.c_case)
    later = (pairs.c_done > pairs.done) | ((pairs.c_done == pairs.done) & (pairs.c_seq > pairs.seq))
    before = ~later & (pairs.c_seq != pairs.seq) & (pairs.c_day >= pairs.day - WASHED_OUT)
    each = pairs.group_by("case", "seq", "day").aggregate(
        busy=before.any(), started=pairs.c_day.min(where=later)
    )
    new = each.filter(~each.busy.fill_null(False))  # noqa: FBT003 - a value, no flag
    again = new.left_join(seen, new.case == seen.c_case)
    within = (again.c_day >= again.started) & (again.c_day <= again.started + ENGAGED)
    # the intake itself may be on that day too
    counted = within & (again.c_seq != again.seq)
    return again.group_by("case", "seq", "day", "started").aggregate(
        more=counted.sum().fill_null(0) - 1
    )


def _engaged(courses: Courses) -> Outcome:
    table = episodes(courses)
    quick = (table.started <= table.day + STARTED).fill_null(False)  # noqa: FBT003
    each = table.mutate(quick=quick, engaged=quick & (table.more >= MORE))
    started = each.filter(each.day <= courses.cut - STARTED)
    engaged = each.filter(each.day <= courses.cut - STARTED - ENGAGED)
    values = [
        _share(courses, started, "quick", "started", _STARTED),
        _share(courses, engaged, "engaged", "engaged", _ENGAGED),
    ]
    if not values[0].n:
        return Lacking(
            Text(
                "geen intake heeft 60 dagen zonder contact ervoor en 14 dagen erna in dit logboek.",
                "no intake has 60 days without contact before it and 14 days after it in this log.",
            )
        )
    return (*values, *_after_detox(courses))


def _share(courses: Courses, table: ir.Table, counted: str, key: str, name: Text) -> Value:
    told = courses.one(
        table.aggregate(
            n=table.count(), persons=table.case.nunique(), counted=table[counted].sum().fill_null(0)
        )
    )
    return figures.share(told["counted"], told["n"], key, name, told["persons"])


def _after_detox(courses: Courses) -> list[Value]:
    if Step.DETOX not in courses.steps:
        return []
    used, detox = courses.used, courses.of(Step.DETOX)
    stay = detox.group_by("case").aggregate(begin=detox.day.max())
    table = after(courses, stay, used.filter(used.met & (used.step != Step.DETOX).fill_null(True)))  # noqa: FBT003
    found, persons = courses.curve(table, BACK), courses.persons(table)
    return [
        figures.by_day(
            found,
            day,
            f"detox_{day}",
            Text(
                f"contact binnen {day} dagen na ontgifting", f"contact within {day} days of detox"
            ),
            persons,
        )
        for day in AFTER_DETOX
    ]


_STARTED = Text("contact binnen 14 dagen na de intake", "contact within 14 days of the intake")
_ENGAGED = Text("en nog twee binnen 34 dagen", "and two more within 34 days")
ENGAGEMENT = Measure(
    number=16,
    id="initiation-engagement",
    name=Text("Op gang komen", "Initiation and engagement"),
    formula=(
        "intakes without a contact in the 60 days before: share with a contact within 14 days after"
        " it; share with that and two more contacts within 34 days of that contact; of those with 14"
        " (48) days before the cut. After the last detox: F(7), F(30) of the next other contact,"
        " Aalen-Johansen."
    ),
    needs=(Step.INTAKE, Role.ORGANISATION),
    reading=Text(
        "Na {estimate} van elke 100 intakes is er binnen twee weken weer contact.",
        "After {estimate} of every 100 intakes there is contact again within two weeks.",
    ),
    head="started",
    source="HEDIS IET and FUI; Washington Circle (initiation 14 days, engagement 2 services in 34)",
    worked_out=_engaged,
)
