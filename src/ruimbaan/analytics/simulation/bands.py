# SPDX-License-Identifier: EUPL-1.2
"""From many runs to one figure with what lies around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

LOW, HIGH = 0.1, 0.9
SURE = 0.95


@dataclass(frozen=True, slots=True)
class Band:
    mean: float
    low: float
    high: float

    def rounded(self) -> list[float]:
        return [round(one, 4) + 0.0 for one in (self.mean, self.low, self.high)]


def over_runs(values: Sequence[float]) -> Band:
    """The mean, and between which two eight of ten runs lie (percentiles, between neighbours in a
    straight line)."""
    ordered = sorted(values)
    return Band(fmean(ordered), _percentile(ordered, LOW), _percentile(ordered, HIGH))


def mean_with_interval(values: Sequence[float]) -> Band:
    """The mean, and the interval (Student) in which the mean of ever more runs lies, 95 times in 100.
    Of differences within pairs it is the paired interval."""
    mean = fmean(values)
    if len(values) < 2:
        return Band(mean, mean, mean)
    from scipy.stats import t

    half = float(t.ppf((1 + SURE) / 2, len(values) - 1)) * stdev(values) / sqrt(len(values))
    return Band(mean, mean - half, mean + half)


def _percentile(ordered: Sequence[float], share: float) -> float:
    at = share * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (at - below)
