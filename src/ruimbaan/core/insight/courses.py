# SPDX-License-Identifier: EUPL-1.2
"""How handoffs went, as far as a figure may know: kinds of support, weeks, and nobody.

Counted are those asked in 104 weeks that end thirteen weeks before the cut. Each of them had the same
time, so that what did not happen within thirteen weeks did not happen, for all of them alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ruimbaan.core.handoff.states import Reason, State

WEEKS = 13  # after the week in which it was asked
COHORT = 104  # weeks of asking
NO_PLACE, RULE, OTHER_NO = "nee-plek", "nee-regel", "nee-anders"
STOPPED, WAITS = "gestopt", "wacht"
MET = tuple(f"week-{number:02}" for number in range(WEEKS + 1))
NOES = (NO_PLACE, RULE, OTHER_NO)
WAYS = (*MET, *NOES, STOPPED, WAITS)
SELF, UNKNOWN, OTHER = "zelf", "anders", "overig"

_NO_PLACE = frozenset({Reason.NO_PLACE, Reason.CEILING, Reason.HOURS})
_RULE = frozenset({Reason.RULE, Reason.FUNDING, Reason.AREA, Reason.PAPER_MISSING})
_STOPPED = frozenset({State.CANCELLED, State.CANCELLED_BY_PERSON})


@dataclass(frozen=True, slots=True)
class Course:
    """One handoff. `van` and `naar` are numbers of a kind of support, as text, or SELF or UNKNOWN;
    `asked` a Monday; `way` one of WAYS. `sender` and `receiver` are codes of organisations, empty
    without one: only to protect others from what an organisation knows itself."""

    van: str
    naar: str
    asked: date
    way: str
    sender: str = ""
    receiver: str = ""


@dataclass(frozen=True, slots=True)
class Cohort:
    """Asked on `first <= Monday < end`; what came until `cut` counts."""

    first: date
    end: date
    cut: date

    @property
    def weeks(self) -> tuple[date, ...]:
        return tuple(self.first + timedelta(weeks=number) for number in range(COHORT))


def cohort_at(day: date) -> Cohort:
    """Of the last Monday up to `day`: the week that runs is not whole, and does not count."""
    cut = day - timedelta(days=day.weekday())
    end = cut - timedelta(weeks=WEEKS)
    return Cohort(end - timedelta(weeks=COHORT), end, cut)


def way_of(asked: date, ended: date | None, outcome: State | None, reason: Reason | None) -> str:
    """How it went within thirteen weeks. `asked` and `ended` are Mondays; None while it runs."""
    if ended is None or outcome is None or ended - asked > timedelta(weeks=WEEKS):
        return WAITS
    if outcome is State.MET:
        return MET[(ended - asked).days // 7]
    if outcome in _STOPPED:
        return STOPPED
    if reason in _NO_PLACE:
        return NO_PLACE
    return RULE if reason in _RULE else OTHER_NO
