# SPDX-License-Identifier: EUPL-1.2
"""What a search for a front leaves behind: its rows, and why there is nothing better."""

from __future__ import annotations

from dataclasses import dataclass

from ruimbaan.core.planner.front import Row
from ruimbaan.core.planner.problem import Switches


@dataclass(frozen=True, slots=True)
class Cut:
    """With everything bent but these the lateness is `late` weighted days: whoever wants less bends
    one of them. Bending everything else once more is the proof."""

    switches: Switches
    late: int


@dataclass(frozen=True, slots=True)
class Gap:
    """The row that the search was at when its time was up. To come to at most `lateness` weighted
    days asks `asks_at_least`, proven by the cuts; `known` is the cheapest that was found, if any."""

    lateness: int
    asks_at_least: int
    known: Row | None


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a front, cheapest first, each proven; where it stopped, if it did; and the cuts
    that prove all of it."""

    rows: tuple[Row, ...]
    gap: Gap | None
    cuts: tuple[Cut, ...]

    @property
    def complete(self) -> bool:
        return self.gap is None
