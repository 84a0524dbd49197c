# SPDX-License-Identifier: EUPL-1.2
"""How long it takes on average, with everybody in it who still waits.

The restricted mean: each wait counts up to a horizon, so who waits longer, or still waits, has a
known part in it (Irwin 1949; Royston and Parmar 2013). It is the area above the curve of who
arrived, and its variance that of Greenwood summed over that area. The curve has one kind of end.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from ruimbaan.core.insight.curves import Z_95, Curve

FEWEST_LEFT = 0.5  # people; below it nobody is left, and rounding stands for the rest
NOBODY = 1e-9  # a share; what rounding leaves of nothing


@dataclass(frozen=True, slots=True)
class MeanWait:
    """In whole days, up to `horizon` of them; the interval is of 95 %."""

    days: float
    low: float
    high: float
    horizon: int


def mean_wait(curve: Curve, horizon: int) -> MeanWait:
    """The mean of min(wait, horizon). A horizon past the last day that was seen is brought back to
    it: nothing is known further on."""
    horizon = min(horizon, curve.last_seen)
    area = variance = 0.0
    for step in reversed(_steps(curve, horizon)):
        area += step.waiting * (step.until - step.day)
        if step.before < NOBODY:
            continue
        ended = step.under_way * (1 - step.waiting / step.before)
        if ended > 0 and step.under_way - ended > FEWEST_LEFT:
            variance += area * area * ended / (step.under_way * (step.under_way - ended))
    spread = Z_95 * sqrt(variance)
    return MeanWait(area, max(area - spread, 0.0), min(area + spread, float(horizon)), horizon)


@dataclass(frozen=True, slots=True)
class _Step:
    """From `day` to `until` this share waits; `before` it that one did, and so many were under way."""

    day: int
    until: int
    before: float
    waiting: float
    under_way: int


def _steps(curve: Curve, horizon: int) -> list[_Step]:
    shown = [one for one in curve.points if one.day < horizon]
    days = [0, *(one.day for one in shown), horizon]
    waiting = [1.0, 1.0, *(1 - one.share for one in shown)]
    under_way = [0, *(one.under_way for one in shown)]
    return [
        _Step(days[i], days[i + 1], waiting[i], waiting[i + 1], under_way[i])
        for i in range(len(under_way))
    ]
