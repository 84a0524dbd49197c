# SPDX-License-Identifier: EUPL-1.2
"""Out of sight: no contact any more and no agreed end; and referrals that nobody answered."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.measures import figures
from ruimbaan.analytics.measures.courses import Courses
from ruimbaan.analytics.measures.handoff_success import SEEN_BY
from ruimbaan.analytics.measures.measure import Measure, Outcome, too_few
from ruimbaan.analytics.measures.steps import KNOWN_ENDS, Step
from ruimbaan.core.kernel.texts import Text

LOST, ENDED = "lost", "ended"
SILENT = 30  # days without contact
YEAR = 365  # days
ANSWERED_WITHIN = 90  # days


def people(courses: Courses) -> ir.Table:
    """`case begin ended end`: from first to last contact. Who was seen in the last 30 days may still
    be there: the whole is cut off 30 days before the cut, where it can be said of everybody."""
    used = courses.used
    seen = used.filter(used.met)
    each = seen.group_by("case").aggregate(
        begin=seen.first_day.min(), last=seen.day.max(), done=seen.done.max()
    )
    known = used.filter(used.step.isin([step.value for step in KNOWN_ENDS]))
    told = known.group_by(k_case=known.case).aggregate(told=known.done.max(), on=known.day.max())
    both = each.left_join(told, each.case == told.k_case)
    agreed = (both.told >= both.done).fill_null(ibis.literal(value=False))
    return both.select(
        "case",
        "begin",
        ended=ibis.ifelse(agreed, both.on, both["last"]),
        end=ibis.ifelse(agreed, ENDED, LOST),
    )


def _lost(courses: Courses) -> Outcome:
    table, until = people(courses), courses.cut - SILENT
    there = table.filter((table.begin <= until) & (table.ended >= courses.since))
    gone = (there.end == LOST) & (there.ended <= until)
    told = courses.one(there.aggregate(n=there.count(), lost=gone.sum().fill_null(0)))
    if not told["n"]:
        return too_few(0, courses.question.fewest)
    found = courses.curve(table, LOST, until=until)
    return (
        figures.share(told["lost"], told["n"], "people", _PEOPLE, told["n"]),
        figures.by_day(found, YEAR, "year", _IN_A_YEAR, told["n"]),
    )


def _unanswered(courses: Courses) -> Outcome:
    referral = courses.begun(courses.referral, "sent")
    old = referral.filter(referral.sent <= courses.cut - ANSWERED_WITHIN)
    answers = [old[name] for name in ("accepted", "rejected", "met", "withdrawn")]
    far = courses.cut + 1
    first = ibis.least(*(one.fill_null(far) for one in answers))
    told = courses.one(
        old.aggregate(
            n=old.count(),
            persons=old.case.nunique(),
            lost=(first > old.sent + ANSWERED_WITHIN).sum().fill_null(0),
        )
    )
    if not told["n"]:
        return too_few(0, courses.question.fewest)
    return (figures.share(told["lost"], told["n"], "referrals", _REFERRALS, told["persons"]),)


_PEOPLE = Text("mensen uit beeld", "people out of sight")
_IN_A_YEAR = Text("uit beeld binnen een jaar", "out of sight within a year")
_REFERRALS = Text("verwijzingen zonder antwoord", "referrals without an answer")
LOST_TO_FOLLOW_UP = Measure(
    number=15,
    id="lost-to-follow-up",
    name=Text("Uit beeld geraakt", "Lost to follow-up"),
    formula=(
        "no contact for 30 days or more before the cut, and no agreed end on or after the last"
        " contact; dated at the last contact. Share of persons first seen 30 days or more before the"
        " cut; F(365) from the first contact, competing: agreed end, all cut off 30 days before the"
        " cut"
    ),
    needs=(Role.ORGANISATION,),
    one_of=KNOWN_ENDS,
    reading=Text(
        "Van elke 100 mensen zijn er {estimate} uit beeld zonder dat er een einde is afgesproken.",
        "Of every 100 people {estimate} went out of sight without an agreed end.",
    ),
    head="people",
    source="Wilson 1927; Aalen and Johansen 1978",
    worked_out=_lost,
)
LOST_REFERRALS = Measure(
    number=15,
    id="lost-referrals",
    name=Text("Verwijzing zonder antwoord", "Lost referrals"),
    formula=(
        "of the referrals sent 90 days or more before the cut: the share without a decision, a"
        " contact at the receiver, or stopping, within 90 days"
    ),
    needs=(Step.SENT, Role.ORGANISATION),
    reading=Text(
        "Op {estimate} van elke 100 verwijzingen komt binnen 90 dagen geen antwoord.",
        "To {estimate} of every 100 referrals no answer comes within 90 days.",
    ),
    head="referrals",
    source="Wilson 1927; Washington Circle (closed loop)",
    worked_out=_unanswered,
    one_of=(Step.REJECTED, *SEEN_BY),
)
