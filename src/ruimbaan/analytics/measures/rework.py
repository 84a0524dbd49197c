# SPDX-License-Identifier: EUPL-1.2
"""The same thing done more than once: at once again, or after something else."""

from __future__ import annotations

import ibis

from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses
from ruimbaan.analytics.measures.measure import Measure, Outcome
from ruimbaan.analytics.measures.parts import safe
from ruimbaan.core.kernel.texts import Text


def _rework(courses: Courses) -> Outcome:
    used = courses.used
    order = ibis.window(group_by=used.case, order_by=[used.done, used.seq])
    same = ibis.window(group_by=[used.case, used.activity], order_by=[used.done, used.seq])
    looking = used.mutate(
        before=used.activity.lag().over(order), seen=used.seq.lag().over(same).notnull()
    )
    at_once = (looking.before == looking.activity).fill_null(ibis.literal(value=False))
    each = looking.mutate(at_once=at_once, later=looking.seen & ~at_once)
    cases = each.group_by("case").aggregate(
        again=each.seen.any(), at_once=each.at_once.any(), later=each.later.any()
    )
    told = courses.one(
        cases.aggregate(
            n=cases.count(),
            again=cases.again.sum(),
            at_once=cases.at_once.sum(),
            later=cases.later.sum(),
        )
    )
    values = [
        figures.share(told[key], told["n"], key, name, told["n"]) for key, name in _NAMES.items()
    ]
    done = each.group_by(part=each.activity).aggregate(
        persons=each.case.nunique(), again=each.case.nunique(where=each.seen)
    )
    rows = courses.rows(done.filter(done.again > 0).order_by("part"))
    values += safe(
        rows,
        courses.question.fewest,
        lambda row: figures.share(
            row["again"], row["persons"], "again", _NAMES["again"], row["persons"], row["part"]
        ),
    )
    return tuple(values)


_NAMES = {
    "again": Text("iets meer dan één keer gedaan", "something done more than once"),
    "at_once": Text("meteen nog een keer", "at once again"),
    "later": Text("opnieuw na iets anders", "again after something else"),
}
REWORK = Measure(
    number=8,
    id="rework",
    name=Text("Dubbel werk", "Rework"),
    formula=(
        "share of persons with an activity done twice or more; at once: the activity just before was"
        " the same; later: it was done before, with something else in between; by activity, of the"
        " persons that have it"
    ),
    needs=(),
    reading=Text(
        "Bij {estimate} van elke 100 mensen is iets meer dan één keer gedaan."
        " Een tweede gesprek is gewoon; een tweede intake niet.",
        "With {estimate} of every 100 people something was done more than once."
        " A second talk is normal; a second intake is not.",
    ),
    head="again",
    source="edeaR (bupaR): self-loops and repetitions",
    worked_out=_rework,
)
