# SPDX-License-Identifier: EUPL-1.2
"""What a released table says of handing over: of all who were asked for, how many were met by when.

Everybody in the table had thirteen weeks, so the share met within some weeks of *all that were asked* is
the cumulative incidence itself: who got a no or still waits is in it, and nobody is cut off halfway. Its
interval is that of Wilson (1927). Hidden counts are never guessed: what they leave open is left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import sqrt

from ruimbaan.core.insight.curves import Z_95
from ruimbaan.core.insight.released import BELOW, Release

MET = "ontmoet"
WITHIN = {"w01": 1, "w03": 3, "w06": 6, "w13": 13}  # weeks, by the last one that counts
NOT_MET = ("nee", "gestopt", "wacht")


class Shown(Enum):
    """What can be said of a pair."""

    NOBODY = "nobody"
    FEW = "few"  # hidden, to protect people
    COUNT = "count"  # how many, but not how fast
    PACE = "pace"  # how many and how fast


@dataclass(frozen=True, slots=True)
class Share:
    """Of `count`, this share, 0 to 1, with its interval of 95 %."""

    value: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Waits:
    """Of those asked from one kind of support to another. `met`: within each limit of WITHIN, the
    fewest and the most that fit the table; equal when the table says it exactly. None when hidden."""

    asked: int | None
    met: tuple[tuple[int, int], ...]
    not_met: dict[str, int | None]

    @property
    def shown(self) -> Shown:
        if self.asked is None:
            return Shown.FEW
        if not self.asked:
            return Shown.NOBODY
        return Shown.COUNT if self.half_within is None and not self.is_slow else Shown.PACE

    @property
    def half_within(self) -> int | None:
        """By how many weeks at least half was met, when the table says so for certain."""
        if not self.asked:
            return None
        before = 0
        for weeks, (fewest, most) in zip(WITHIN.values(), self.met, strict=True):
            if 2 * fewest >= self.asked:
                return weeks if 2 * before < self.asked else None
            before = most
        return None

    @property
    def is_slow(self) -> bool:
        """Less than half was met within thirteen weeks, for certain."""
        return bool(self.asked) and 2 * self.met[-1][1] < (self.asked or 0)

    def share(self, weeks: int) -> Share | None:
        """Met within so many weeks; None when the table does not say it exactly."""
        fewest, most = self.met[list(WITHIN.values()).index(weeks)]
        return wilson(fewest, self.asked) if self.asked and fewest == most else None


def waits(release: Release, loop: str = "loop", **pair: str) -> Waits:
    """Of one pair, one kind (leave the other out) or the whole region. `loop` is the dimension that
    says how it went."""
    asked = release.count(**pair)
    steps = [release.count(**pair, **{loop: MET + BELOW + name}) for name in WITHIN]
    rest = {name: release.count(**pair, **{loop: f"niet{BELOW}{name}"}) for name in NOT_MET}
    met = release.count(**pair, **{loop: MET})
    return Waits(asked, _bounds(asked or 0, met, steps), rest)


def wilson(reached: int, count: int | None) -> Share | None:
    """The score interval of a share; None for nobody."""
    if not count:
        return None
    share, square = reached / count, Z_95 * Z_95
    middle = (share + square / (2 * count)) / (1 + square / count)
    spread = Z_95 * sqrt(share * (1 - share) / count + square / (4 * count * count))
    spread /= 1 + square / count
    return Share(share, max(0.0, middle - spread), min(1.0, middle + spread), count)


def _bounds(
    asked: int, met: int | None, steps: Sequence[int | None]
) -> tuple[tuple[int, int], ...]:
    """Fewest and most, adding up. In each hidden step is somebody; with the sum known, the last
    hidden one holds what the others leave."""
    known = sum(one or 0 for one in steps)
    hidden = [place for place, one in enumerate(steps) if one is None]
    spare = (asked if met is None else met) - known  # in the hidden ones together, at most
    found = []
    for place in range(len(steps)):
        so_far = sum(one or 0 for one in steps[: place + 1])
        inside = sum(one <= place for one in hidden)
        outside = len(hidden) - inside
        most = spare - outside if inside else 0
        fewest = spare if met is not None and not outside and inside else inside
        found.append((so_far + fewest, so_far + max(most, inside)))
    return tuple(found)
