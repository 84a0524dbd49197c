# SPDX-License-Identifier: EUPL-1.2
"""What a planned course becomes for one person: drawn, and always the same for the same seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from random import Random
from typing import TypeVar

from ruimbaan.core.handoff.states import Reason
from tools.lived_year.plan import HUNDRED, Course

DAYS = 7
T = TypeVar("T")


class End(Enum):
    MET = auto()
    NO = auto()
    STOPPED = auto()
    WAITS = auto()


@dataclass(frozen=True, slots=True)
class Fate:
    """How one handoff ends, and after how many days. Who waits has no end within the year."""

    end: End
    days: int
    reason: Reason | None = None


def fate(course: Course, chance: Random) -> Fate:
    """Weeks are counted from Monday to Monday; a day within them is any working day."""
    outcomes: dict[tuple[End, object], int] = {
        (End.MET, limit): share for limit, share in course.met.items()
    }
    outcomes |= {(End.NO, reason): share for reason, share in course.no.items()}
    outcomes[End.STOPPED, None] = course.stopped
    outcomes[End.WAITS, None] = course.waits
    end, which = drawn(outcomes, chance)
    if end is End.MET:
        return Fate(end, DAYS * _week(course, which, chance))
    if end is End.NO and isinstance(which, Reason):
        return Fate(end, chance.choice((2, 3, 6, 9, 13)), which)
    return Fate(end, chance.randint(8, 45))


def drawn(weights: Mapping[T, int], chance: Random) -> T:
    return chance.choices(list(weights), list(weights.values()))[0]


def happens(hundredths: int, chance: Random) -> bool:
    return chance.randrange(HUNDRED) < hundredths


def _week(course: Course, limit: object, chance: Random) -> int:
    """One of the weeks after the limit before this one."""
    before = {then: first + 1 for first, then in pairwise(sorted({-1, *course.met}))}
    last = limit if isinstance(limit, int) else 0
    return chance.randint(before[last], last)
