# SPDX-License-Identifier: EUPL-1.2
"""How often the receiver says no, and how many referrals it takes until somebody says yes."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses
from ruimbaan.analytics.measures.measure import Measure, Outcome, Value, too_few
from ruimbaan.analytics.measures.parts import of_parts
from ruimbaan.analytics.measures.steps import Step
from ruimbaan.core.insight.curves import Course, curve
from ruimbaan.core.kernel.texts import Text

ACCEPTED = "accepted"
TRIES = (1, 2, 3)


def decided(courses: Courses) -> ir.Table:
    """Each referral on which the receiver decided; the first answer counts."""
    referral = courses.begun(courses.referral, "sent")
    answered = referral.filter(referral.accepted.notnull() | referral.rejected.notnull())
    no = answered.rejected.notnull() & (
        answered.accepted.isnull() | (answered.rejected < answered.accepted)
    )
    pair = answered.sender + " > " + answered.receiver
    return answered.mutate(no=no, across=answered.frame != answered.frame2, pair=pair)


def _refused(courses: Courses) -> Outcome:
    table = decided(courses)
    values = [_share(courses, table, "refused", _NAME)]
    if not values[0].n:
        return too_few(0, courses.question.fewest)
    if Role.FRAME in courses.columns:
        values += [
            _share(courses, table.filter(~table.across), "same_frame", _SAME),
            _share(courses, table.filter(table.across), "other_frame", _OTHER),
        ]
    values += of_parts(courses, table, "pair", "no", "refused", _NAME)
    return (*values, *_chain(courses))


def _share(courses: Courses, table: ir.Table, key: str, name: Text) -> Value:
    told = courses.one(
        table.aggregate(
            n=table.count(), persons=table.case.nunique(), no=table.no.sum().fill_null(0)
        )
    )
    return figures.share(told["no"], told["n"], key, name, told["persons"])


def _chain(courses: Courses) -> list[Value]:
    """Referrals until the first that was accepted. Who was not accepted yet is cut off after the
    last refusal: leaving those out would flatter."""
    table = decided(courses)
    until_here = ibis.cumulative_window(group_by=table.case, order_by=[table.sent, table.seq])
    yes = (~table.no).cast("int64")
    numbered = table.mutate(yes=yes, before=yes.sum().over(until_here) - yes)
    chains = numbered.group_by("case", "before").aggregate(
        tries=numbered.count(), accepted=numbered.yes.max()
    )
    counted = chains.group_by("tries", "accepted").aggregate(
        count=chains.count(), persons=chains.case.nunique()
    )
    courses_of = [
        Course(row["tries"], ACCEPTED if row["accepted"] else None, count=row["count"])
        for row in courses.rows(counted.order_by("tries", "accepted"))
    ]
    persons = courses.one(chains.aggregate(n=chains.case.nunique()))["n"]
    found = curve(courses_of, ACCEPTED)
    return [
        figures.by_day(
            found,
            tries,
            f"by_{tries}",
            Text(f"aangenomen bij verwijzing {tries}", f"accepted by referral {tries}"),
            persons,
        )
        for tries in TRIES
    ]


_NAME = Text("afgewezen", "refused")
_SAME = Text("afgewezen binnen een kader", "refused within a frame")
_OTHER = Text("afgewezen over een grens van kaders", "refused across frames")
REFUSED = Measure(
    number=5,
    id="refused-referrals",
    name=Text("Afgewezen verwijzingen", "Refused referrals"),
    formula=(
        "refused / (refused + accepted), the first answer counts; by frame (same or other) and by"
        " sender and receiver, in order of their names. Chain: the share accepted by the 1st, 2nd,"
        " 3rd decided referral, Kaplan-Meier over referrals, who was not accepted yet cut off."
    ),
    needs=(Step.SENT, Step.REJECTED, Step.ACCEPTED),
    reading=Text(
        "Van elke 100 verwijzingen waarover werd beslist, zijn er {estimate} afgewezen.",
        "Of every 100 referrals that were decided on, {estimate} were refused.",
    ),
    head="refused",
    source="Wilson 1927; Kaplan and Meier 1958",
    worked_out=_refused,
)
