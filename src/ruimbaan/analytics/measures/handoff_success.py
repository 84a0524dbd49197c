# SPDX-License-Identifier: EUPL-1.2
"""How many referrals came about: who was sent is met by the receiver, within so many days."""

from __future__ import annotations

import ibis.expr.types as ir

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses, first_end
from ruimbaan.analytics.measures.measure import Measure, Outcome, Value
from ruimbaan.analytics.measures.steps import Step
from ruimbaan.core.insight.curves import Curve
from ruimbaan.core.kernel.texts import Text

MET, CLOSED_LOOP = "met", "loop"
WITHIN = (14, 28, 90)  # days
SEEN_BY = (Step.MET, Step.ACCEPTED, Role.RECEIVER)  # without these nobody knows who received
INTAKE_WEEKS = 28  # days: an intake within four weeks, agreed by Dutch insurers and providers


def met(courses: Courses) -> ir.Table:
    """`begin ended end` of each referral: met, refused or stopped, whichever came first."""
    ends = {MET: "met", "rejected": "rejected", "withdrawn": "withdrawn"}
    return first_end(courses.referral.mutate(begin=courses.referral.sent), ends)


def _success(courses: Courses) -> Outcome:
    values = _steps(courses, met(courses), MET, Text("ontmoet", "met"))
    if Step.REPORTED in courses.steps:
        loop = Text("ontmoet en terug gemeld", "met and reported back")
        values += _steps(courses, _closed(courses), CLOSED_LOOP, loop)
    return tuple(values)


def _steps(courses: Courses, table: ir.Table, end: str, name: Text) -> list[Value]:
    found, persons = courses.curve(table, end), courses.persons(table)
    return [
        figures.by_day(found, day, f"{end}_{day}", _within(day, name.nl, name.en), persons)
        for day in WITHIN
    ]


def _closed(courses: Courses) -> ir.Table:
    """Strict: met, and the sender heard of it."""
    referral = courses.referral
    both = referral.met.notnull() & referral.reported.notnull()
    loop = referral.mutate(
        begin=referral.sent,
        loop=both.ifelse(_later(referral.met, referral.reported), None),
    )
    ends = {CLOSED_LOOP: "loop", "rejected": "rejected", "withdrawn": "withdrawn"}
    return first_end(loop, ends)


def _later(one: ir.IntegerColumn, other: ir.IntegerColumn) -> ir.IntegerValue:
    return (one >= other).ifelse(one, other)


def _within(days: int, nl: str, en: str) -> Text:
    return Text(f"{nl} binnen {days} dagen", f"{en} within {days} days")


def _first_contact(courses: Courses) -> Outcome:
    table = met(courses)
    found, persons = courses.curve(table, MET), courses.persons(table)
    return (
        figures.day_of(found, 0.25, "quarter", _reached(25), persons),
        figures.day_of(found, 0.5, "half", _reached(50), persons),
        figures.day_of(found, 0.75, "three_quarters", _reached(75), persons),
        figures.by_day(found, INTAKE_WEEKS, "four_weeks", _within(28, "ontmoet", "met"), persons),
        _still_open(found, persons),
    )


def _reached(share: int) -> Text:
    return Text(f"{share} % ontmoet na", f"{share} % met after")


def _still_open(found: Curve, persons: int) -> Value:
    name = Text("nog open op de peildag", "still open on the day of the cut")
    return figures.share(found.cut_off, found.count, "open", name, persons)


SUCCESS = Measure(
    number=1,
    id="handoff-success",
    name=Text("Geslaagde overdracht", "Handoff success"),
    formula=(
        "F(h) = sum over days t <= h of S(t-) d_met(t) / n(t), Aalen-Johansen from the day it was"
        " sent; competing: refused, stopped; who waits is cut off on the day of the cut;"
        " h = 14, 28, 90. Strict: met and reported back."
    ),
    needs=(Step.SENT, Role.ORGANISATION),
    one_of=SEEN_BY,
    reading=Text(
        "Van elke 100 verwijzingen leiden er binnen 28 dagen {estimate} tot een eerste contact."
        " Wie nog wacht en wie werd afgewezen, telt mee.",
        "Of every 100 referrals {estimate} lead to a first contact within 28 days."
        " Who still waits and who was refused is in it.",
    ),
    head="met_28",
    source="Aalen and Johansen 1978; Marubini and Valsecchi 1995; Washington Circle (closed loop)",
    worked_out=_success,
)
FIRST_CONTACT = Measure(
    number=2,
    id="time-to-first-contact",
    name=Text("Tijd tot eerste contact", "Time to first contact"),
    formula=(
        "the first day t with F(t) >= 0.25, 0.5, 0.75, F as in handoff-success, over all that were"
        " sent; interval: the days on which the interval of F holds that share; F(28): four weeks"
    ),
    needs=(Step.SENT, Role.ORGANISATION),
    one_of=SEEN_BY,
    reading=Text(
        "De helft van alle verwezen mensen is ontmoet na {estimate} dagen."
        " De landelijke afspraak voor een intake is vier weken.",
        "Half of all who were referred were met after {estimate} days."
        " The national agreement for an intake is four weeks.",
    ),
    head="half",
    source="Brookmeyer and Crowley 1982; Treeknormen (intake within 4 weeks)",
    worked_out=_first_contact,
)
