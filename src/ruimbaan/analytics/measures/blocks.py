# SPDX-License-Identifier: EUPL-1.2
"""Refused by a rule that was named: how long people then wait, and how often room was made."""

from __future__ import annotations

from typing import Any

import ibis.expr.types as ir

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses, first_end
from ruimbaan.analytics.measures.measure import Measure, Outcome, Unit, Value, too_few
from ruimbaan.analytics.measures.parts import safe
from ruimbaan.analytics.measures.steps import Step
from ruimbaan.core.insight.mean_wait import mean_wait
from ruimbaan.core.kernel.texts import Text

ACCEPTED, LIFTED = "accepted", "lifted"
HORIZON = 365  # days
LIFTED_WITHIN = 90  # days


def blocks(courses: Courses) -> ir.Table:
    """`case seq rule begin next lifted stopped`: each refusal that names its rule, and the days of
    the next acceptance of this person, of room that was made, and of stopping."""
    referral = courses.referral
    block = referral.filter(referral.rejected.notnull() & referral.rule.notnull())
    table = block.select("case", "seq", "rule", begin=block.rejected)
    for name, step in (
        ("next", Step.ACCEPTED),
        ("lifted", Step.LIFTED),
        ("stopped", Step.WITHDRAWN),
    ):
        some = courses.of(step).select(s_case="case", s_day="day")
        pairs = table.left_join(some, [table.case == some.s_case, table.begin <= some.s_day])
        first = {name: pairs.s_day.min()}
        table = pairs.group_by(*table.columns).aggregate(**first)
    return table


def _blocked(courses: Courses) -> Outcome:
    table = blocks(courses)
    waits = first_end(table, {ACCEPTED: "next", "withdrawn": "stopped"})
    # both end the wait; which of the two is another question
    waits = waits.mutate(end=waits.end.nullif("withdrawn").fill_null(ACCEPTED))
    persons = courses.persons(waits)
    if not persons:
        return too_few(0, courses.question.fewest)
    days = _days(courses, waits, persons)
    values = [days, *_lost(days)]
    if Step.LIFTED in courses.steps:
        room = first_end(table, {LIFTED: "lifted", ACCEPTED: "next", "withdrawn": "stopped"})
        found = courses.curve(room, LIFTED)
        values.append(figures.by_day(found, LIFTED_WITHIN, "lifted", _ROOM, persons))
    grouped = waits.group_by(part=waits.rule).aggregate(persons=waits.case.nunique())

    def of_rule(row: dict[str, Any]) -> Value:
        return _days(courses, waits.filter(waits.rule == row["part"]), row["persons"], row["part"])

    values += safe(courses.rows(grouped.order_by("part")), courses.question.fewest, of_rule)
    return tuple(values)


def _days(courses: Courses, waits: ir.Table, persons: int, part: str = "") -> Value:
    found = courses.curve(waits, ACCEPTED)
    mean = mean_wait(found, HORIZON)
    name = Text(
        f"dagen wachten, tot hoogstens {mean.horizon}", f"days of waiting, up to {mean.horizon}"
    )
    return Value(
        "days", name, Unit.DAYS, found.count, persons, mean.days, mean.low, mean.high, part
    )


def _lost(days: Value) -> list[Value]:
    """All of them together."""
    name = Text("dagen wachten bij elkaar", "days of waiting together")
    low, whole, high = (
        None if one is None else one * days.n for one in (days.low, days.estimate, days.high)
    )
    return [Value("together", name, Unit.DAYS, days.n, days.persons, whole, low, high)]


_ROOM = Text("binnen 90 dagen ruimte gemaakt", "room made within 90 days")
BLOCKED = Measure(
    number=13,
    id="rule-cited-blocks",
    name=Text("Vastgelopen op een regel", "Rule-cited blocks"),
    formula=(
        "from each refusal that names a rule until the next acceptance of that person, or stopping:"
        " mean of min(wait, 365 days), the area above the Kaplan-Meier curve, variance of Greenwood;"
        " together: mean x number; room made: F(90), Aalen-Johansen, competing: accepted, stopped;"
        " by rule"
    ),
    needs=(Step.SENT, Step.REJECTED, Role.RULE),
    reading=Text(
        "Wie op een regel vastloopt, wacht gemiddeld {estimate} dagen op een plek."
        " Wie nog wacht, telt mee. Het gebeurde {n} keer.",
        "Who is stopped by a rule waits {estimate} days for a place on average."
        " Who still waits is in it. It happened {n} times.",
    ),
    head="days",
    source="Irwin 1949; Royston and Parmar 2013 (restricted mean)",
    worked_out=_blocked,
)
