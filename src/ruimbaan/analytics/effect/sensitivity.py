# SPDX-License-Identifier: EUPL-1.2
"""How much a finding leans on what nobody can see: the E-value, and another way to look."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from ruimbaan.analytics.effect.cox import Hazards
from ruimbaan.analytics.effect.followed import NEVER, REACHED, Followed

COMMON = 0.15  # of people: past it a ratio of hazards is no ratio of chances


def e_value(ratio: float, reached: float) -> float:
    """How strongly something unseen would have to go together with both room and outcome, as a ratio
    of chances, to explain this hazard ratio away (VanderWeele and Ding 2017). `reached` is the share
    that reached the outcome; where that is common they turn the ratio into one of chances first."""
    chance = ratio
    if reached > COMMON:
        chance = (1 - 0.5 ** sqrt(ratio)) / (1 - 0.5 ** sqrt(1 / ratio))
    larger = max(chance, 1 / chance)
    return larger + sqrt(larger * (larger - 1))


def e_value_of_limit(low: float, high: float, reached: float) -> float:
    """Of the end of the interval that lies closest to 1; 1 when it holds 1."""
    if low <= 1 <= high:
        return 1.0
    return e_value(low if low > 1 else high, reached)


@dataclass(frozen=True, slots=True)
class Landmark:
    """`day` from the beginning, in microseconds. Who used room by then beside who did not, of those
    still waiting then; the log of the hazard ratio from then on."""

    day: int
    users: int
    others: int
    log_ratio: float


def landmark(people: Followed, least: int) -> Landmark | None:
    """At the day by which half of the uses were made. None when a group is below `least`, or the
    outcome came to nobody in one. Who gets room after that day counts as without (it dilutes)."""
    day = int(np.median(people.used[people.used < NEVER]))
    still = np.flatnonzero(people.leave > day)
    room = (people.used[still] <= day).astype(np.int64)
    reached = (people.end[still] == REACHED).astype(np.int64)
    users = int(room.sum())
    if min(users, len(still) - users) < least or len(np.unique(room[reached == 1])) < 2:
        return None
    known = np.flatnonzero(people.since <= day)
    last = np.searchsorted(people.person[known], still, side="right") - 1
    state = people.state[known[last]]
    hazards = Hazards.of(people.leave[still] - day, reached, room, state)
    found = hazards.log_ratios(np.ones((1, len(still))))
    return Landmark(day, users, len(still) - users, float(found[0]))
