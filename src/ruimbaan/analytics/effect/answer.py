# SPDX-License-Identifier: EUPL-1.2
"""The effect of room: a hazard ratio with its interval, shares from the day of use, and how much it
takes to explain it away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp

import numpy as np

from ruimbaan.analytics.effect.cox import FARTHEST, Hazards
from ruimbaan.analytics.effect.errors import NobodyUsed, NoOutcome, NoRatio, TooFew
from ruimbaan.analytics.effect.followed import (
    CUT,
    MICROSECONDS_A_DAY,
    NEVER,
    REACHED,
    Followed,
    Story,
    Whole,
    followed,
)
from ruimbaan.analytics.effect.matching import Real, Trials, trials_of
from ruimbaan.analytics.effect.sensitivity import e_value, e_value_of_limit, landmark
from ruimbaan.analytics.effect.shares import shares
from ruimbaan.analytics.events.log import EventLog
from ruimbaan.core.insight.curves import Z_95

LEAST = 10  # people in a group
HORIZONS = (30, 90, 180, 365)  # days from the day of use
EDGES = (0.025, 0.975)
MOST_APART = 0.025  # of the draws: past it the interval has no edge


@dataclass(frozen=True, slots=True)
class Asked:
    """`controls` are compared for each use at most; `repeats` is how often people are drawn again
    for the interval; the same `seed` gives the same answer."""

    controls: int = 5
    repeats: int = 200
    seed: int = 1


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


@dataclass(frozen=True, slots=True)
class Effect:
    """`ratio` above 1: with room the outcome came sooner. `landmark_ratio` is another, weaker look;
    None when it has too few people."""

    people: int
    uses: int
    matched: int
    users: int
    compared: int  # people; one may be compared with more than one use
    ratio: float
    low: float
    high: float
    by_day: tuple[ByDay, ...]
    e_value: float
    e_value_of_limit: float
    landmark_day: float | None
    landmark_ratio: float | None

    def as_json(self) -> dict[str, object]:
        """The published form; its names never change."""
        return {
            "people": self.people,
            "uses": {"all": self.uses, "matched": self.matched},
            "groups": {"room": self.users, "compared": self.compared},
            "hazard_ratio": {"ratio": self.ratio, "low": self.low, "high": self.high},
            "by_day": [
                {
                    "day": one.day,
                    "room": one.room.as_json() if one.room else None,
                    "compared": one.compared.as_json() if one.compared else None,
                }
                for one in self.by_day
            ],
            "e_value": {"ratio": self.e_value, "limit": self.e_value_of_limit},
            "landmark": {"day": self.landmark_day, "ratio": self.landmark_ratio},
        }


def effect_in(log: EventLog, story: Story, asked: Asked | None = None) -> Effect:
    """Raises one of the errors of this package."""
    return effect_of(followed(log, story), asked or Asked())


def effect_of(
    people: Followed, asked: Asked, advance: Callable[[int], None] = lambda _: None
) -> Effect:
    """Raises NobodyUsed, TooFew, NoOutcome or NoRatio."""
    if not (people.used < NEVER).any():
        raise NobodyUsed
    chance = np.random.default_rng(asked.seed)
    trials = trials_of(people, asked.controls, chance, advance)
    groups = [np.unique(trials.person[trials.room == group]) for group in (0, 1)]
    if min(map(len, groups)) < LEAST:
        raise TooFew(least=LEAST)
    reached = (trials.end == REACHED).astype(np.int64)
    if len(np.unique(trials.room[reached == 1])) < 2:
        raise NoOutcome
    weights = _drawn(trials, len(people.leave), asked.repeats, chance)
    hazards = Hazards.of(trials.time, reached, trials.room, trials.stratum)
    logs = hazards.log_ratios(weights)
    apart = np.abs(logs) >= FARTHEST
    if apart[0] or apart.mean() > MOST_APART:
        raise NoRatio
    spread = Z_95 * float(logs[1:].std(ddof=1))
    ratio, low, high = (exp(logs[0] + move) for move in (0, -spread, spread))
    # of all in the trials, both groups of which weigh alike
    share = float((trials.weight * reached).sum() / trials.weight.sum())
    look = landmark(people, LEAST)
    return Effect(
        people=len(people.leave),
        uses=trials.uses,
        matched=trials.matched,
        users=len(groups[1]),
        compared=len(groups[0]),
        ratio=ratio,
        low=low,
        high=high,
        by_day=_by_day(trials, weights),
        e_value=e_value(ratio, share),
        e_value_of_limit=e_value_of_limit(low, high, share),
        landmark_day=None if look is None else look.day / MICROSECONDS_A_DAY,
        landmark_ratio=None if look is None else exp(look.log_ratio),
    )


def _drawn(trials: Trials, people: int, repeats: int, chance: np.random.Generator) -> Real:
    """The weights as they are, and `repeats` times with people drawn again: whoever is drawn twice
    counts twice in every trial they are in (a bootstrap by person)."""
    times = chance.multinomial(people, np.full(people, 1 / people), size=repeats)
    return np.concatenate(([trials.weight], times[:, trials.person] * trials.weight))


def _by_day(trials: Trials, weights: Real) -> tuple[ByDay, ...]:
    days = np.array(HORIZONS, dtype=np.int64) * MICROSECONDS_A_DAY
    told = []
    for group in (1, 0):
        mine = trials.room == group
        found = shares(trials.time[mine], trials.end[mine], weights[:, mine], days)
        low, high = np.quantile(found[1:], EDGES, axis=0)
        told.append((found[0], low, high, _followed_until(trials, mine, days)))
    return tuple(
        ByDay(day, *(_share(one, at) if _enough(told, at) else None for one in told))
        for at, day in enumerate(HORIZONS)
    )


Told = tuple[Real, Real, Real, Whole]


def _enough(told: list[Told], at: int) -> bool:
    return all(int(followed_until[at]) >= LEAST for *_, followed_until in told)


def _share(told: Told, at: int) -> Share:
    share, low, high, _ = told
    return Share(float(share[at]), float(low[at]), float(high[at]))


def _followed_until(trials: Trials, mine: Whole, days: Whole) -> Whole:
    """How many people are still followed on each day; all of them as long as nobody was cut off."""
    known = []
    for day in days.tolist():
        cut_off = mine & (trials.time < day) & (trials.end == CUT)
        still = mine & (trials.time >= day) if cut_off.any() else mine
        known.append(len(np.unique(trials.person[still])))
    return np.array(known, dtype=np.int64)
