# SPDX-License-Identifier: EUPL-1.2
"""Intervals that overlap, laid flat: between every two moments of a group the lowest value open then.

A group is who did the work, or a course. Everything happens for all groups at once on sorted
columns, in n log n steps; a join of each wait with all work of the same one is quadratic.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ruimbaan.analytics.waits.courses import Truth, Whole

NONE = np.iinfo(np.int64).max  # nothing is open


@dataclass(frozen=True, slots=True)
class Places:
    """Moments of groups, each as a stretch and a time within it."""

    stretch: Whole
    time: Whole


@dataclass(frozen=True, slots=True)
class Lowest:
    """Stretches of time, sorted by group and time; `length` is 0 after the last of a group, and
    stretch 0 stands before everything. `value` is `NONE` where nothing is open."""

    moments: Whole
    keys: Whole
    time: Whole
    length: Whole
    value: Whole

    @classmethod
    def of(cls, group: Whole, start: Whole, stop: Whole, value: Whole, moments: Whole) -> Lowest:
        """`moments` are all times that will be asked about, sorted. Empty intervals do not count."""
        width = len(moments)
        held = stop > start
        first = group[held] * width + np.searchsorted(moments, start[held])
        last = group[held] * width + np.searchsorted(moments, stop[held])
        keys = np.concatenate(([-1], np.unique(np.concatenate((first, last))))).astype(np.int64)
        time = moments[keys % width] if width else np.zeros_like(keys)
        same = keys[1:] // width == keys[:-1] // width if width else np.zeros(0, dtype=bool)
        length = np.append(np.where(same, np.diff(time), 0), 0)
        begin, end = np.searchsorted(keys, first), np.searchsorted(keys, last)
        return cls(moments, keys, time, length, _least(begin, end, value[held], len(keys)))

    @property
    def held(self) -> Truth:
        return self.value < NONE

    def places(self, group: Whole, time: Whole) -> Places:
        """Before the first moment of a group this is the last stretch of the one before it, which is
        empty: what lies before it is then the same."""
        asked = group * len(self.moments) + np.searchsorted(self.moments, time)
        return Places(np.maximum(np.searchsorted(self.keys, asked, side="right") - 1, 0), time)

    def inside(self, at: Places) -> Whole:
        """How far each moment lies in its stretch, 0 where nothing is open."""
        return np.where(self.held[at.stretch], at.time - self.time[at.stretch], 0)


def until(whole: Whole) -> Whole:
    """The sum of all before each, and of all at the end."""
    return np.concatenate(([0], np.cumsum(whole)))


def _least(begin: Whole, end: Whole, value: Whole, size: int) -> Whole:
    """The lowest value of the intervals over each place. Each interval is two that overlap, of a
    length that is a power of two; from the longest down they are cut in halves (a sparse table)."""
    least = np.full(size, NONE, dtype=np.int64)
    power = np.frexp((end - begin).astype(np.float64))[1] - 1
    for level in range(int(power.max(initial=0)), -1, -1):
        those = power == level
        np.minimum.at(least, begin[those], value[those])
        np.minimum.at(least, end[those] - (1 << level), value[those])
        if level:
            half = 1 << (level - 1)
            least[half:] = np.minimum(least[half:], least[:-half])
    return least


def below(value: Whole, weight: Whole, first: Whole, last: Whole, limit: Whole) -> Whole:
    """Of each question: the weights of places `first` up to `last` with a value below `limit`.

    A wavelet matrix (Claude, Navarro and Ordóñez, 2015, Information Systems 47): the places are
    split by one bit of their value after another, all questions at once. Values are 0 and up.
    """
    total = np.zeros(len(limit), dtype=np.int64)
    for bit in reversed(range(int(max(value.max(initial=0), limit.max(initial=0))).bit_length())):
        low = (value >> bit) & 1 == 0
        count, sums = until(low.astype(np.int64)), until(np.where(low, weight, 0))
        above = (limit >> bit) & 1 == 1
        total += np.where(above, sums[last] - sums[first], 0)
        first = np.where(above, count[-1] + first - count[first], count[first])
        last = np.where(above, count[-1] + last - count[last], count[last])
        order = np.concatenate((np.flatnonzero(low), np.flatnonzero(~low)))
        value, weight = value[order], weight[order]
    return total
