# SPDX-License-Identifier: EUPL-1.2
"""Between two stools: a stay ends, nobody else is there, and it takes long until somebody is."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses, first_end
from ruimbaan.analytics.measures.measure import Measure, Outcome, Unit, Value, too_few
from ruimbaan.analytics.measures.steps import Step
from ruimbaan.core.kernel.texts import Text

NEXT = "next"
LONGER_THAN = (14, 30, 60)  # days


def exits(courses: Courses) -> ir.Table:
    """`case begin ended end`: from each end of a stay with nobody else there to the next stay.

    Not those that ended with a goal reached, or with somebody stopping. A stay without a noted end
    is over when it was quiet long enough before the cut.
    """
    visit, quiet = courses.visit, courses.question.quiet
    over = visit.ended | (visit["last"] <= courses.cut - quiet)
    left = visit.filter(over & ~visit.goal & ~visit.withdrawn)
    left = left.select("case", "seq", "organisation", begin=left["last"])
    other = visit.select(
        o_case=visit.case,
        o_seq=visit.seq,
        o_first=visit["first"],
        o_last=visit["last"],
        goes_on=~over,
    )
    pairs = left.left_join(other, [left.case == other.o_case, left.seq != other.o_seq])
    there = (pairs.o_first < pairs.begin) & ((pairs.o_last > pairs.begin) | pairs.goes_on)
    # of two that end on one day only the last that began is an end
    both = (
        (pairs.o_last == pairs.begin) & (pairs.o_first <= pairs.begin) & (pairs.o_seq > pairs.seq)
    )
    later = pairs.o_first >= pairs.begin
    after = later & ((pairs.o_first > pairs.begin) | (pairs.o_seq > pairs.seq))
    each = pairs.group_by("case", "seq", "begin").aggregate(
        covered=(there | both).any(), next=pairs.o_first.min(where=after)
    )
    alone = each.filter(~each.covered.fill_null(ibis.literal(value=False)))
    stopped = courses.of(Step.WITHDRAWN).select(w_case="case", w_day="day")
    known = alone.left_join(stopped, [alone.case == stopped.w_case, alone.begin <= stopped.w_day])
    each = known.group_by("case", "seq", "begin", "next").aggregate(stopped=known.w_day.min())
    return first_end(each, {NEXT: "next", "withdrawn": "stopped"})


def _between(courses: Courses) -> Outcome:
    table = exits(courses)
    found, persons = courses.curve(table, NEXT), courses.persons(table)
    if not found.count:
        return too_few(0, courses.question.fewest)
    values = [
        figures.not_by_day(
            found,
            day,
            f"gap_{day}",
            Text(f"langer dan {day} dagen niemand", f"nobody for more than {day} days"),
            persons,
        )
        for day in LONGER_THAN
    ]
    return (*values, _uncovered(courses))


def uncovered(courses: Courses) -> ir.Table:
    """`case gap whole`: of each person the days between stays, and from first to last contact."""
    visit = courses.visit
    order = ibis.window(
        group_by=visit.case,
        order_by=[visit["first"], visit.seq],
        preceding=(None, 1),
    )
    looking = visit.mutate(until=visit["last"].max().over(order))
    gap = ibis.greatest(looking["first"] - looking.until, 0).fill_null(0)
    return looking.group_by("case").aggregate(
        gap=gap.sum(), whole=looking["last"].max() - looking["first"].min()
    )


def _uncovered(courses: Courses) -> Value:
    each = uncovered(courses)
    journeys = each.filter(each.whole > 0)
    grouped = journeys.group_by("gap", "whole").aggregate(often=journeys.count())
    rows = courses.rows(grouped.order_by("gap", "whole"))
    name = Text("dagen zonder iemand, tijdens een reis", "days with nobody, within a journey")
    persons = sum(row["often"] for row in rows)
    if not rows:
        return Value("uncovered", name, Unit.SHARE, 0, 0)
    told = figures.drawn_again(
        [(row["gap"], row["whole"]) for row in rows], [row["often"] for row in rows], figures.ratio
    )
    return Value("uncovered", name, Unit.SHARE, persons, persons, *told)


BETWEEN = Measure(
    number=6,
    id="between-two-stools",
    name=Text("Tussen wal en schip", "Between two stools"),
    formula=(
        "from each end of a stay without a goal reached and with nobody else there: 1 - F(N) of the"
        " next stay, Aalen-Johansen; competing: stopped; N = 14, 30, 60. A stay is over when it is"
        " closed, or after 60 days (--quiet) without an event. Uncovered: days between stays /"
        " days from first to last contact, summed over persons; persons drawn again."
    ),
    needs=(Step.GOAL, Role.ORGANISATION),
    reading=Text(
        "Steun stopt, er is geen doel bereikt en er is niemand anders."
        " {estimate} van elke 100 keer duurt dat langer dan 30 dagen.",
        "Support stops, no goal was reached and nobody else is there."
        " {estimate} of every 100 times that lasts more than 30 days.",
    ),
    head="gap_30",
    source="HEDIS FUH/FUI (follow-up within 7/30 days); proportion of days covered; Efron 1979",
    worked_out=_between,
)
