# SPDX-License-Identifier: EUPL-1.2
"""Telling it all again: intakes beyond the first within a year, and at how many organisations."""

from __future__ import annotations

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses
from ruimbaan.analytics.measures.measure import Lacking, Measure, Outcome, Unit, Value
from ruimbaan.analytics.measures.steps import Step
from ruimbaan.core.kernel.texts import Text

YEAR = 365  # days


def _repeated(courses: Courses) -> Outcome:
    intake = courses.of(Step.INTAKE)
    first = intake.group_by(f_case=intake.case).aggregate(first=intake.day.min())
    followed = first.filter(
        (first["first"] >= courses.since) & (first["first"] <= courses.cut - YEAR)
    )
    both = intake.join(followed, intake.case == followed.f_case)
    within = both.filter(both.day <= both["first"] + YEAR)
    each = within.group_by("case").aggregate(
        more=within.count() - 1, again=within.organisation.nunique() - 1
    )
    grouped = each.group_by("more", "again").aggregate(often=each.count())
    rows = courses.rows(grouped.order_by("more", "again"))
    persons = sum(row["often"] for row in rows)
    if not persons:
        return Lacking(
            Text(
                "van niemand is na een eerste intake een heel jaar bekend.",
                "of nobody a whole year is known after a first intake.",
            )
        )
    again = sum(row["often"] for row in rows if row["more"])
    often = [row["often"] for row in rows]
    told = {
        key: figures.drawn_again([(max(row[key], 0), 1) for row in rows], often, figures.ratio)
        for key in ("more", "again")
    }
    return (
        Value("more", _MORE, Unit.NUMBER, persons, persons, *told["more"]),
        figures.share(again, persons, "any", _ANY, persons),
        Value("again", _AGAIN, Unit.NUMBER, persons, persons, *told["again"]),
    )


_MORE = Text("intakes na de eerste, per mens", "intakes after the first, per person")
_ANY = Text("minstens één intake erbij", "at least one more intake")
_AGAIN = Text(
    "andere organisaties die het verhaal vroegen", "other organisations that asked for the story"
)
REPEATED = Measure(
    number=7,
    id="repeated-intake",
    name=Text("Opnieuw een intake", "Repeated intake"),
    formula=(
        "persons with a first intake at least 365 days before the cut: mean of (intakes within 365"
        " days of it - 1), mean of (organisations with an intake - 1), share with one more or above;"
        " means: persons drawn again"
    ),
    needs=(Step.INTAKE, Role.ORGANISATION),
    reading=Text(
        "Wie een intake heeft, krijgt er binnen een jaar gemiddeld {estimate} bij.",
        "Who has an intake gets {estimate} more within a year on average.",
    ),
    head="more",
    source="Ruimbaan; Efron 1979",
    worked_out=_repeated,
)
