# SPDX-License-Identifier: EUPL-1.2
"""How many arrived by which day, with everybody in it who still waits or ended otherwise.

The cumulative incidence of Aalen and Johansen (1978): of all who began, the share that reached one
end by day t, where other ends compete and who is still under way counts until the day of the cut.
Leaving those out flatters: of the handoffs that were *completed* far more were in time than of all
that were sent. Its variance is that of Marubini and Valsecchi (1995, chapter 10); the interval is
taken on the log(-log) scale, so that it stays between 0 and 1.

Days are whole numbers. Who came under observation later (`enter` above 0) counts from then on only.
At one day, ends come before cuts: who ended on the day of the cut ended. Who may end on the day of
the beginning itself was there before it: `enter` is then -1.

Many went the same way; `count` says how many, so that a database counts them and this stays small.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

Z_95 = 1.959963984540054  # of the normal distribution, for an interval of 95 %
EDGE = 1e-12  # a share this near to 0 or 1 is 0 or 1, but for rounding


@dataclass(frozen=True, slots=True)
class Course:
    """From a beginning to an end: `end` names it, None while it goes on (cut off on `leave`).
    `enter < leave` in days from the beginning. `count` went this same way, 1 at least."""

    leave: int
    end: str | None
    enter: int = 0
    count: int = 1


@dataclass(frozen=True, slots=True)
class Point:
    """From this day on: the share that reached the end, and how many were under way just before."""

    day: int
    share: float
    variance: float
    under_way: int

    @property
    def interval(self) -> tuple[float, float]:
        """Of 95 %; nothing is known about the edge itself, so there it is the share alone."""
        if not EDGE < self.share < 1 - EDGE or self.variance <= 0:
            return self.share, self.share
        spread = Z_95 * sqrt(self.variance) / (self.share * abs(log(self.share)))
        return self.share ** exp(spread), self.share ** exp(-spread)


@dataclass(frozen=True, slots=True)
class Curve:
    """A step at each day on which somebody reached the end. `count` began, `cut_off` still go on."""

    points: tuple[Point, ...]
    count: int
    cut_off: int
    last_seen: int

    def at(self, day: int) -> Point | None:
        """What held on this day; None past the last day on which anybody was seen."""
        if day > self.last_seen:
            return None
        found = [point for point in self.points if point.day <= day]
        return found[-1] if found else Point(day, 0.0, 0.0, self.count)

    def day_of(self, share: float) -> int | None:
        """The first day by which this share reached the end; None when it never did."""
        return next((one.day for one in self.points if one.share >= share), None)


def curve(courses: Iterable[Course], end: str) -> Curve:
    """Of the courses that reached `end`, among all ends there are. Takes n log n steps."""
    rows = [one for one in courses if one.leave > one.enter]
    steps, days = _steps(rows, end), []
    free, reached = 1.0, 0.0  # S(t-) over all ends, and the incidence of this one
    for step in steps:
        reached += free * step.reached / step.under_way
        days.append((step, free, reached))
        free *= 1 - step.ended / step.under_way
    points = _with_variance(days)
    return Curve(
        points=tuple(points),
        count=sum(one.count for one in rows),
        cut_off=sum(one.count for one in rows if one.end is None),
        last_seen=max((one.leave for one in rows), default=0),
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """A day on which somebody ended: how many were under way, ended, and reached this end."""

    day: int
    under_way: int
    ended: int
    reached: int


def _steps(rows: Sequence[Course], end: str) -> list[_Step]:
    ended, reached, entered, left = (Counter[int]() for _ in range(4))
    for one in rows:
        entered[one.enter] += one.count
        left[one.leave] += one.count
        if one.end is not None:
            ended[one.leave] += one.count
            reached[one.leave] += one.count * (one.end == end)
    came, went = sorted(entered.items()), sorted(left.items())
    steps, under_way, first_in, first_out = [], 0, 0, 0
    for day in sorted(ended):
        while first_in < len(came) and came[first_in][0] < day:
            under_way += came[first_in][1]
            first_in += 1
        while first_out < len(went) and went[first_out][0] < day:
            under_way -= went[first_out][1]
            first_out += 1
        steps.append(_Step(day, under_way, ended[day], reached[day]))
    return steps


def _with_variance(days: Sequence[tuple[_Step, float, float]]) -> Iterable[Point]:
    """Each sum of the formula, opened out in powers of I(t), so that one pass is enough:
    var I(t) = sum (I(t)-I(j))^2 a_j + sum b_j - 2 sum (I(t)-I(j)) c_j over the days j up to t."""
    a0 = a1 = a2 = b = c0 = c1 = 0.0
    for step, free, reached in days:
        n, d, d1 = step.under_way, step.ended, step.reached
        if n > d:  # the last one out: its term is 0 in (I(t)-I(j)), and nobody is left after it
            a = d / (n * (n - d))
            a0, a1, a2 = a0 + a, a1 + a * reached, a2 + a * reached * reached
        b += free * free * (n - d1) * d1 / n**3
        c = free * d1 / n**2
        c0, c1 = c0 + c, c1 + c * reached
        if d1:
            spread = reached * reached * a0 - 2 * reached * a1 + a2
            variance = spread + b - 2 * (reached * c0 - c1)
            yield Point(step.day, reached, max(variance, 0.0), n)
