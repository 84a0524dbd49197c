# SPDX-License-Identifier: EUPL-1.2
"""When somebody is asked whether an entry is still right: three times, each time after a longer
silence, and then no more. What is not answered is looked at by a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

REMIND_AFTER = (timedelta(days=91), timedelta(days=152), timedelta(days=243))  # 3, 5, 8 months
NOT_LATELY_AFTER = timedelta(days=304)  # 10 months: two months to answer the last letter
FRAGILE_WITHIN = timedelta(days=183)  # money that ends within half a year


class Freshness(StrEnum):
    FRESH = "fresh"
    ASKED = "asked"  # it is time to look again, and we ask
    NOT_LATELY = "not-lately"  # nobody said for long that it is right; or never did


@dataclass(frozen=True, slots=True)
class Upkeep:
    """`verified_on` None: nobody ever said that the entry is right. `reminders`: how many letters
    went out since then."""

    verified_on: date | None
    reminders: int = 0


def reminder_is_due(upkeep: Upkeep, today: date) -> bool:
    """Is it the day for the next letter? Who never said that the entry is right gets none: that
    address is not known to be theirs."""
    if upkeep.verified_on is None or upkeep.reminders >= len(REMIND_AFTER):
        return False
    return today >= upkeep.verified_on + REMIND_AFTER[upkeep.reminders]


def freshness(verified_on: date | None, today: date) -> Freshness:
    """How long ago a human being last looked."""
    if verified_on is None or today >= verified_on + NOT_LATELY_AFTER:
        return Freshness.NOT_LATELY
    return Freshness.ASKED if today >= verified_on + REMIND_AFTER[0] else Freshness.FRESH
