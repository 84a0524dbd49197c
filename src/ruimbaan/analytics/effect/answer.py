# SPDX-License-Identifier: EUPL-1.2
"""The effect of room: a hazard ratio with its interval, shares from the day of use, and how much it
takes to explain it away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp

import numpy as np

from ruimbaan.analytics.effect.by_day import HORIZONS, LEAST, ByDay, Told, by_day
from ruimbaan.analytics.effect.cox import FARTHEST, Hazards
from ruimbaan.analytics.effect.errors import NobodyUsed, NoOutcome, NoRatio, TooFew
from ruimbaan.analytics.effect.followed import (
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

AT_ONCE = 2_000_000  # weights in memory
MOST_APART = 0.025  # of the draws: past it the interval has no edge


@dataclass(frozen=True, slots=True)
class Asked:
    """`controls` are compared for each use at most; `repeats` is how often people are drawn again
    for the interval; the same `seed` gives the same answer."""

    controls: int = 5
    repeats: int = 200
    seed: int = 1


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
            "by_day": [one.as_json() for one in self.by_day],
            "e_value": {"ratio": self.e_value, "limit": self.e_value_of_limit},
            "landmark": {"day": self.landmark_day, "ratio": self.landmark_ratio},
        }


def effect_in(log: EventLog, story: Story, asked: Asked | None = None) -> Effect:
    """Raises one of the errors of this package."""
    return effect_of(followed(log, story), asked or Asked())


def effect_of(people: Followed, asked: Asked) -> Effect:
    """Raises NobodyUsed, TooFew, NoOutcome or NoRatio."""
    if not (people.used < NEVER).any():
        raise NobodyUsed
    chance = np.random.default_rng(asked.seed)
    trials = trials_of(people, asked.controls, chance)
    groups = [np.unique(trials.person[trials.room == group]) for group in (0, 1)]
    if min(map(len, groups)) < LEAST:
        raise TooFew(least=LEAST)
    reached = (trials.end == REACHED).astype(np.int64)
    if len(np.unique(trials.room[reached == 1])) < 2:
        raise NoOutcome
    logs, days = _repeated(trials, reached, _drawn(trials, len(people.leave), asked, chance))
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
        by_day=days,
        e_value=e_value(ratio, share),
        e_value_of_limit=e_value_of_limit(low, high, share),
        landmark_day=None if look is None else look.day / MICROSECONDS_A_DAY,
        landmark_ratio=None if look is None else exp(look.log_ratio),
    )


def _drawn(
    trials: Trials, people: int, asked: Asked, chance: np.random.Generator
) -> Iterator[Real]:
    """The weights as they are, and then with people drawn again: whoever is drawn twice counts twice
    in every trial they are in (a bootstrap by person). So many at once as fit in memory."""
    yield trials.weight[None, :]
    block = max(1, AT_ONCE // len(trials.person))
    for done in range(0, asked.repeats, block):
        size = min(block, asked.repeats - done)
        times = chance.multinomial(people, np.full(people, 1 / people), size=size)
        yield times[:, trials.person] * trials.weight


def _repeated(
    trials: Trials, reached: Whole, drawn: Iterator[Real]
) -> tuple[Real, tuple[ByDay, ...]]:
    """For the weights as they are and for each draw: the log of the ratio, and the shares."""
    hazards = Hazards.of(trials.time, reached, trials.room, trials.stratum)
    groups = [trials.room == group for group in (1, 0)]
    logs, parts = [], []
    for weights in drawn:
        logs.append(hazards.log_ratios(weights))
        parts.append(
            [shares(trials.time[m], trials.end[m], weights[:, m], HORIZONS) for m in groups]
        )
    told = [
        Told.of(np.concatenate([part[at] for part in parts]), trials, mine)
        for at, mine in enumerate(groups)
    ]
    return np.concatenate(logs), by_day(told)
