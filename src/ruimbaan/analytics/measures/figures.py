# SPDX-License-Identifier: EUPL-1.2
"""Figures with their interval of 95 %: from a curve, from a share, from people drawn again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from ruimbaan.analytics.measures.measure import Unit, Value
from ruimbaan.core.insight.curves import Curve
from ruimbaan.core.insight.waits import wilson
from ruimbaan.core.kernel.texts import Text

SEED = 3056
DRAWS, FEWEST_DRAWS = 1000, 200
CELLS = 20_000_000  # numbers drawn for one interval, at most: a few seconds
EDGES = (2.5, 97.5)  # percentiles
Floats = npt.NDArray[np.float64]


def by_day(curve: Curve, day: int, key: str, name: Text, persons: int) -> Value:
    """The share that reached the end by this day; no estimate where nobody was followed that long."""
    point = curve.at(day)
    if point is None:
        return Value(key, name, Unit.SHARE, curve.count, persons)
    low, high = point.interval
    return Value(key, name, Unit.SHARE, curve.count, persons, point.share, low, high)


def not_by_day(curve: Curve, day: int, key: str, name: Text, persons: int) -> Value:
    """The share that did not reach it yet."""
    point = curve.at(day)
    if point is None:
        return Value(key, name, Unit.SHARE, curve.count, persons)
    low, high = point.interval
    return Value(key, name, Unit.SHARE, curve.count, persons, 1 - point.share, 1 - high, 1 - low)


def day_of(curve: Curve, share: float, key: str, name: Text, persons: int) -> Value:
    """The day by which this share reached the end; its interval holds every day on which the
    interval of the curve holds this share (Brookmeyer and Crowley 1982)."""
    days = [(one.day, *one.interval) for one in curve.points]
    low = next((day for day, _low, high in days if high >= share), None)
    high = next((day for day, low_, _high in days if low_ >= share), None)
    return Value(key, name, Unit.DAYS, curve.count, persons, curve.day_of(share), low, high)


def share(counted: int, whole: int, key: str, name: Text, persons: int, part: str = "") -> Value:
    found = wilson(counted, whole)
    if found is None:
        return Value(key, name, Unit.SHARE, whole, persons, part=part)
    return Value(
        key, name, Unit.SHARE, whole, persons, found.value, found.low, found.high, part=part
    )


def drawn_again(
    rows: Sequence[Sequence[float]], often: Sequence[int], figure: Callable[[Floats], Floats]
) -> tuple[float, float, float]:
    """A figure of sums over people, and its interval by drawing as many people again and again.

    Each row is what one person adds to each sum, and `often` how many people add just that; `figure`
    makes of sums, one row for each draw, one number each. The draws are the same at every run.
    """
    told = np.asarray(rows, dtype=np.float64)
    counts = np.asarray(often, dtype=np.int64)
    whole = float(figure((counts @ told)[np.newaxis, :])[0])
    people = int(counts.sum())
    draws = max(FEWEST_DRAWS, min(DRAWS, CELLS // len(counts)))
    chance = np.random.default_rng(SEED)
    sums = np.vstack([chance.multinomial(people, counts / people) @ told for _ in range(draws)])
    with np.errstate(divide="ignore", invalid="ignore"):
        found = figure(sums)
    low, high = np.percentile(found[np.isfinite(found)], EDGES)
    return whole, float(low), float(high)


def ratio(sums: Floats) -> Floats:
    """Of the first sum to the second."""
    found: Floats = sums[:, 0] / sums[:, 1]
    return found
