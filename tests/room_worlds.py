# SPDX-License-Identifier: EUPL-1.2
"""People who wait, of whom some are given room, with the true effect known: from the day of use on the
hazard of the outcome is `ratio` times what it was. Who needs more waits longer and is given room more
often, so a comparison that forgets either goes wrong."""

from __future__ import annotations

import numpy as np

from ruimbaan.analytics.effect.cox import Hazards
from ruimbaan.analytics.effect.followed import (
    CUT,
    MICROSECONDS_A_DAY,
    NEVER,
    REACHED,
    Followed,
)

REACH = np.array([25, 45, 80])  # days to the outcome, on average, by need
GIVEN = np.array([90, 45, 25])  # days to room, on average, by need
LONGEST = (30, 365)  # days until the cut
QUARTERS = 4


def room_world(seed: int, ratio: float, people: int = 1500) -> Followed:
    chance = np.random.default_rng(seed)
    need, quarter = chance.integers(0, 3, people), chance.integers(0, QUARTERS, people)
    without, room = chance.exponential(REACH[need]), chance.exponential(GIVEN[need])
    after = room + chance.exponential(REACH[need] / ratio)
    outcome = np.where(room < without, after, without)
    cut = chance.uniform(*LONGEST, people)
    leave = _days(np.minimum(outcome, cut)) + 1
    used = np.where((room < without) & (_days(room) < leave), _days(room), NEVER)
    return Followed(
        leave=leave,
        end=np.where(outcome <= cut, REACHED, CUT),
        used=used,
        person=np.arange(people),
        since=np.zeros(people, dtype=np.int64),
        state=need * QUARTERS + quarter,
    )


def _days(many: np.ndarray) -> np.ndarray:
    return (many * MICROSECONDS_A_DAY).astype(np.int64)


def naive(people: Followed) -> tuple[float, float, float]:
    """What not to do: who ever used room beside who never did, from the beginning, even within one
    state; the ratio with the interval of its information."""
    room = (people.used < NEVER).astype(np.int64)
    reached = (people.end == REACHED).astype(np.int64)
    hazards = Hazards.of(people.leave, reached, room, people.state)
    drawn = np.random.default_rng(1).multinomial(
        len(room), np.full(len(room), 1 / len(room)), size=100
    )
    found = hazards.log_ratios(np.concatenate((np.ones((1, len(room))), drawn)))
    spread = 1.96 * found[1:].std(ddof=1)
    told = np.exp(found[0] + np.array([0, -spread, spread]))
    return float(told[0]), float(told[1]), float(told[2])
