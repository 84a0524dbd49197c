# SPDX-License-Identifier: EUPL-1.2
"""Did the change work? The same share as many weeks before the day of the change as after it, and that
of all other support in the same weeks, so that what changed everywhere is not put down to one rule.

The interval of a difference of two shares is that of Newcombe (1998, method 10); that of a difference
of two differences is put together from those two (Zou and Donner 2008). Both are of 95 %.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import hypot

from ruimbaan.core.advice.known import at_least_ten
from ruimbaan.core.insight.changed import (
    AFTER,
    AT_RULE,
    BEFORE,
    SHORTEST,
    SOON,
    is_about,
)
from ruimbaan.core.insight.courses import OTHER, WEEKS
from ruimbaan.core.insight.released import Release
from ruimbaan.core.insight.waits import Share, wilson
from ruimbaan.core.kernel.texts import Text

WHEN = "gevraagd"  # the dimension of the weeks
ENOUGH = 30  # asked on each side; with fewer an interval of shares says next to nothing
SOONEST = timedelta(weeks=SHORTEST + WEEKS)  # six weeks of asking, each followed for thirteen


class Outcome(StrEnum):
    TOO_EARLY = "too-early"
    NO_DIFFERENCE = "no-difference"
    BETTER = "better"
    BETTER_EVERYWHERE = "better-everywhere"
    WORSE = "worse"


WORDS: dict[Outcome, Text] = {
    Outcome.TOO_EARLY: Text("Te vroeg om te zeggen.", "Too early to say."),
    Outcome.NO_DIFFERENCE: Text(
        "Geen verschil te zien: de marge gaat over nul heen.",
        "No difference to be seen: the margin holds zero.",
    ),
    Outcome.BETTER: Text(
        "Het gaat sneller dan voor de verandering, en meer dan bij andere steun.",
        "It is faster than before the change, and more so than with other support.",
    ),
    Outcome.BETTER_EVERYWHERE: Text(
        "Het gaat sneller, maar bij andere steun ook. Of het door de regel komt is niet te zeggen.",
        "It is faster, but so it is with other support. Whether the rule did it cannot be said.",
    ),
    Outcome.WORSE: Text(
        "Het gaat langzamer dan voor de verandering.", "It is slower than before the change."
    ),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Of two shares, -1 to 1, with its interval of 95 %."""

    value: float
    low: float
    high: float

    def minus(self, other: Difference) -> Difference:
        """How much larger than another one that has nothing to do with it."""
        value = self.value - other.value
        return Difference(
            value,
            value - hypot(self.value - self.low, other.high - other.value),
            value + hypot(self.high - self.value, other.value - other.low),
        )


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Met within six weeks of asking. Without shares it is too early; `ready` is the first day on which
    there can be something to say."""

    day: date
    ready: date
    outcome: Outcome
    before: Share | None = None
    after: Share | None = None
    others_before: Share | None = None
    others_after: Share | None = None
    difference: Difference | None = None
    beyond_others: Difference | None = None


def follow_up(day: date, table: Release | None) -> FollowUp:
    """`table` is the one of this rule, if it came out. One of a day on which this change could not be
    counted yet, or of other weeks than those beside it, is about another change, and says nothing of
    this one."""
    ready = day + timedelta(days=-day.weekday() % 7) + SOONEST
    told = table is not None and table.day >= ready and _is_of(table, day)
    shares = _shares(table) if table is not None and told else None
    if shares is None:
        return FollowUp(day, ready, Outcome.TOO_EARLY)
    before, after, others_before, others_after = shares
    found = difference(before, after)
    beyond = found.minus(difference(others_before, others_after))
    return FollowUp(day, ready, _outcome(found, beyond), *shares, found, beyond)


def _is_of(table: Release, day: date) -> bool:
    """A table whose report does not tell its weeks is taken at the word of who names the day."""
    before, after = (table.bases.get((WHEN, side)) for side in (BEFORE, AFTER))
    return before is None or after is None or is_about(day, before, after)


def difference(before: Share, after: Share) -> Difference:
    value = after.value - before.value
    return Difference(
        value,
        value - hypot(after.value - after.low, before.high - before.value),
        value + hypot(after.high - after.value, before.value - before.low),
    )


def _outcome(found: Difference, beyond: Difference) -> Outcome:
    if found.high < 0:
        return Outcome.WORSE
    if found.low <= 0:
        return Outcome.NO_DIFFERENCE
    return Outcome.BETTER if beyond.low > 0 else Outcome.BETTER_EVERYWHERE


def _shares(table: Release) -> tuple[Share, Share, Share, Share] | None:
    sides = ((AT_RULE, BEFORE), (AT_RULE, AFTER), (OTHER, BEFORE), (OTHER, AFTER))
    found = [_share(table, kind, side) for kind, side in sides]
    first, second, third, fourth = found
    if first is None or second is None or third is None or fourth is None:
        return None
    return first, second, third, fourth


def _share(table: Release, kind: str, side: str) -> Share | None:
    asked = at_least_ten(table.count(naar=kind, gevraagd=side))
    soon = table.count(naar=kind, gevraagd=side, loop=SOON)
    if asked is None or asked < ENOUGH or soon is None:
        return None
    return wilson(soon, asked)
