# SPDX-License-Identifier: EUPL-1.2
"""By which day an answer is asked, and by which day a rule wants it. Counted for the system: who is
late is the organisation, never the person.

The rule ids are those of the rulebook (`regels/nl`); what each article says stands there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ruimbaan.core.kernel.working_days import DAY, after_working_days, end_of_term, is_working_day

ANSWER_WITHIN = 5  # working days; our own agreement, no law


class Ask(StrEnum):
    """What the receiver is asked for, as far as a term depends on it. `DEBT_TALK_URGENT`: eviction,
    gas, power, water or health insurance is at stake."""

    SUPPORT = "support"
    WMO_ENQUIRY = "wmo-enquiry"
    WMO_DECISION = "wmo-decision"
    DEBT_TALK = "debt-talk"
    DEBT_TALK_URGENT = "debt-talk-urgent"
    TREATMENT_TALK = "treatment-talk"


@dataclass(frozen=True, slots=True)
class Term:
    """In weeks, or in working days. `rule` is its id in the rulebook, `article` where the law says it;
    empty for an agreement of the sector, which is no law."""

    rule: str
    article: str
    weeks: int = 0
    working_days: int = 0

    def last_day(self, begin: date) -> date:
        if self.working_days:
            return after_working_days(begin, self.working_days)
        return end_of_term(begin, weeks=self.weeks)


TERMS: Mapping[Ask, Term | None] = {
    Ask.SUPPORT: None,
    Ask.WMO_ENQUIRY: Term("R01", "Wmo 2015 art. 2.3.2 lid 1", weeks=6),
    Ask.WMO_DECISION: Term("R02", "Wmo 2015 art. 2.3.5 lid 2", weeks=2),
    Ask.DEBT_TALK: Term("R21", "Wgs art. 4", weeks=4),
    Ask.DEBT_TALK_URGENT: Term("R21", "Wgs art. 4", working_days=3),
    Ask.TREATMENT_TALK: Term("R29", "", weeks=4),
}


def law_day(ask: Ask, asked: date) -> date | None:
    """The last day the law leaves, when it says one."""
    term = TERMS[ask]
    return None if term is None else term.last_day(asked)


def answer_day(ask: Ask, asked: date) -> date:
    """By which day an answer is asked: never later than the law leaves, and one working day before
    that when the whole term is short."""
    last = law_day(ask, asked)
    usual = after_working_days(asked, ANSWER_WITHIN)
    if last is None or usual < last:
        return usual
    return max(before_working_days(last, 1), after_working_days(asked, 1))


def before_working_days(day: date, count: int) -> date:
    """The working day from which `count` working days are left until `day`."""
    for _ in range(count):
        day -= DAY
        while not is_working_day(day):
            day -= DAY
    return day
