# SPDX-License-Identifier: EUPL-1.2
"""The hazard ratio of one yes-or-no variable, stratified, weighted, and for many weightings at once.

Cox (1972) with the ties of Efron (1977). With one such variable the people under way are two sums,
which do not change while the ratio is sought; so a bootstrap of hundreds takes one pass over the data.
Tests compare it with lifelines, which is left out here: fifteen packages, and one fit at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ruimbaan.analytics.effect.followed import Whole
from ruimbaan.analytics.effect.matching import Real

STEPS = 40
CLOSE = 1e-10
FARTHEST = 10.0  # of the logarithm: a ratio of 22,000 is none


@dataclass(frozen=True, slots=True)
class Hazards:
    """Rows sorted by stratum, latest first. Of each moment of a stratum at which somebody reached
    the outcome: the rows of who was under way then, and of who reached it."""

    order: Whole
    room: Whole
    begin: Whole  # of the stratum
    last: Whole  # after the last row under way
    first: Whole  # of the rows at that very moment
    reached: Whole  # 1 for each row that reached it
    moment: Whole  # of each outcome in turn, its moment
    part: Real  # of each outcome in turn, the part of its moment that went before it

    @classmethod
    def of(cls, time: Whole, reached: Whole, room: Whole, stratum: Whole) -> Hazards:
        order = np.lexsort((-time, stratum))
        time, reached, stratum = time[order], reached[order], stratum[order]
        new = np.ones(len(order), dtype=bool)
        new[1:] = (time[1:] != time[:-1]) | (stratum[1:] != stratum[:-1])
        first = np.flatnonzero(new)
        last = np.append(first[1:], len(order))
        often = np.add.reduceat(reached, first) if len(order) else first
        held = often > 0
        moment = np.repeat(np.arange(held.sum()), often[held])
        within = np.arange(len(moment)) - np.repeat(
            np.cumsum(often[held]) - often[held], often[held]
        )
        return cls(
            order,
            room[order],
            np.searchsorted(stratum, stratum[first[held]]),
            last[held],
            first[held],
            reached,
            moment,
            within / np.repeat(often[held], often[held]),
        )

    def log_ratios(self, weights: Real) -> Real:
        """Of each row of `weights` the logarithm of the hazard ratio; `FARTHEST` or beyond zero by as
        much where it has no end, or where both groups are never under way at one outcome."""
        sums = [*self._sums(weights[:, self.order])]
        (without, none), (having, some) = sums
        outcomes = none + some
        mean = outcomes / np.bincount(self.moment, minlength=len(self.begin))
        each, whole = mean[:, self.moment], some.sum(axis=1)
        p = without[:, self.moment] - self.part * none[:, self.moment]
        q = having[:, self.moment] - self.part * some[:, self.moment]
        found = np.zeros(len(weights))
        for _ in range(STEPS):
            ratio = np.exp(found)[:, None] * q
            share = np.divide(ratio, p + ratio, out=np.zeros_like(ratio), where=p + ratio > 0)
            slope = whole - (each * share).sum(axis=1)
            bend = (each * share * (1 - share)).sum(axis=1)
            step = np.clip(np.divide(slope, bend, out=np.sign(slope), where=bend > 0), -1, 1)
            found = np.clip(found + step, -FARTHEST, FARTHEST)
            if np.abs(step).max(initial=0) < CLOSE:
                break
        told = bend > CLOSE * outcomes.sum(axis=1)  # below it is what rounding left
        return np.where(told, found, FARTHEST)

    def _sums(self, weights: Real) -> Iterator[tuple[Real, Real]]:
        """Without room and with it: the weight under way at each moment, and that of its outcomes."""
        for group in (0, 1):
            mine = np.where(self.room == group, weights, 0.0)
            until = np.zeros((len(weights), weights.shape[1] + 1))
            np.cumsum(mine, axis=1, out=until[:, 1:])
            under_way = until[:, self.last] - until[:, self.begin]
            np.cumsum(mine * self.reached, axis=1, out=until[:, 1:])
            yield under_way, until[:, self.last] - until[:, self.first]
