# SPDX-License-Identifier: EUPL-1.2
"""Which share reached the outcome by some days after the day of use, in both groups, and nothing of
days on which fewer than ten people of a group are followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ruimbaan.analytics.effect.followed import CUT, MICROSECONDS_A_DAY, Truth, Whole
from ruimbaan.analytics.effect.matching import Real, Trials

LEAST = 10  # people in a group
DAYS = (30, 90, 180, 365)  # from the day of use
HORIZONS: Whole = np.array(DAYS, dtype=np.int64) * MICROSECONDS_A_DAY
EDGES = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Share:
    """Which share reached the outcome, with an interval of 95 %."""

    share: float
    low: float
    high: float

    def as_json(self) -> dict[str, object]:
        return {"share": self.share, "low": self.low, "high": self.high}


@dataclass(frozen=True, slots=True)
class ByDay:
    """`day` counts from the day of use. Both are None when fewer than ten in a group are followed
    that long."""

    day: int
    room: Share | None
    compared: Share | None

    def as_json(self) -> dict[str, object]:
        return {
            "day": self.day,
            "room": self.room.as_json() if self.room else None,
            "compared": self.compared.as_json() if self.compared else None,
        }


@dataclass(frozen=True, slots=True)
class Told:
    """Of one group, by horizon: share, edges, and how many people are still followed."""

    share: Real
    low: Real
    high: Real
    followed: Whole

    @classmethod
    def of(cls, found: Real, trials: Trials, mine: Truth) -> Told:
        """`found` has the shares as they are on its first row, and those of the draws below."""
        low, high = np.quantile(found[1:], EDGES, axis=0)
        return cls(found[0], low, high, _followed(trials, mine))

    def at(self, place: int) -> Share:
        return Share(float(self.share[place]), float(self.low[place]), float(self.high[place]))


def by_day(told: Sequence[Told]) -> tuple[ByDay, ...]:
    """Who used room first."""
    enough = [all(one.followed[at] >= LEAST for one in told) for at in range(len(DAYS))]
    return tuple(
        ByDay(day, *(one.at(at) if enough[at] else None for one in told))
        for at, day in enumerate(DAYS)
    )


def _followed(trials: Trials, mine: Truth) -> Whole:
    """How many people are still followed on each day; all of them as long as nobody was cut off."""
    known = []
    for day in HORIZONS.tolist():
        cut_off = mine & (trials.time < day) & (trials.end == CUT)
        still = mine & (trials.time >= day) if cut_off.any() else mine
        known.append(len(np.unique(trials.person[still])))
    return np.array(known, dtype=np.int64)
