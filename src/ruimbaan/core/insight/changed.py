# SPDX-License-Identifier: EUPL-1.2
"""A rule that changed, and the weeks before and after it that are laid side by side."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from ruimbaan.core.insight.courses import Cohort

AT_RULE, BEFORE, AFTER = "regel", "voor", "na"
SOON, SOON_WEEKS = "binnen6", 6
LONGEST, SHORTEST = 26, 6  # weeks on each side: half a year at most
DAYS = 7
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Changed:
    """`number` is that of the rule; `kinds` are those of the support at which it stands, as text."""

    number: str
    day: date
    kinds: tuple[str, ...]

    @property
    def first(self) -> date:
        """The first Monday from the change on: a week that it cuts in two counts on neither side."""
        return self.day + timedelta(days=-self.day.weekday() % DAYS)

    @property
    def end(self) -> date:
        """The Monday up to which weeks lie before the change."""
        return self.day - timedelta(days=self.day.weekday())

    def window(self, cohort: Cohort) -> int:
        """How many whole weeks there are on both sides, at most `LONGEST`; 0 for none."""
        before, after = (self.end - cohort.first) // WEEK, (cohort.end - self.first) // WEEK
        return max(0, min(before, after, LONGEST))


def is_about(day: date, before: Collection[str], after: Collection[str]) -> bool:
    """Whether a table of these weeks, each by its Monday as text, was made of a change on this day: the
    weeks touch it on both sides. Any two days in a week that is counted on neither side have one table."""
    changed = Changed("", day, ())
    return max(before, default="") == (changed.end - WEEK).isoformat() and (
        min(after, default="") == changed.first.isoformat()
    )


def table_of(number: str) -> str:
    return f"overdracht-regel-{number.lower()}"
