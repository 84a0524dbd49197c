# SPDX-License-Identifier: EUPL-1.2
"""Sets of days as whole numbers: bit i stands for day i - history.

A condition over time becomes a few shifts on one number, so waits, durations, validity,
"within k days" and "for at least k days" are exact and cheap. Periods are half-open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

DaySet = int


@dataclass(frozen=True, slots=True)
class Span:
    """The days a plan may speak of: [-history, horizon)."""

    horizon: int = 1024
    history: int = 256
    every_day: DaySet = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "every_day", (1 << (self.history + self.horizon)) - 1)

    def between(self, first: int | None, until: int | None) -> DaySet:
        """Days in [first, until); None means from the start of history, or for ever."""
        low = 0 if first is None else max(0, first + self.history)
        high = self.history + self.horizon
        if until is not None:
            high = min(high, until + self.history)
        return ((1 << high) - (1 << low)) if high > low else 0

    def from_day(self, first: int) -> DaySet:
        return self.between(first, None)

    def contains(self, days: DaySet, day: int) -> bool:
        index = day + self.history
        return index >= 0 and bool(days >> index & 1)

    def first(self, days: DaySet) -> int | None:
        """The earliest day of the set."""
        return (days & -days).bit_length() - 1 - self.history if days else None

    def last(self, days: DaySet) -> int | None:
        """The latest day of the set."""
        return days.bit_length() - 1 - self.history if days else None

    def end_of_first_run(self, days: DaySet) -> int | None:
        """The last of the days that follow the first one without a gap."""
        if not days:
            return None
        return self.last(days & ~(days + (days & -days)))

    def first_from(self, days: DaySet, day: int) -> int | None:
        """The earliest day of the set that is not before `day`."""
        skipped = max(0, day + self.history)
        rest = days >> skipped
        return (rest & -rest).bit_length() - 1 + skipped - self.history if rest else None

    def each(self, days: DaySet) -> Iterator[int]:
        """All days of the set, earliest first."""
        while days:
            low = days & -days
            yield low.bit_length() - 1 - self.history
            days ^= low

    def later(self, days: DaySet, by: int) -> DaySet:
        """Every day moved `by` days forward; what passes the horizon is gone."""
        return (days << by) & self.every_day

    def earlier(self, days: DaySet, by: int) -> DaySet:
        """Every day moved `by` days back; what passes the start of history is gone."""
        return days >> by

    def lasting(self, days: DaySet, length: int | None) -> DaySet:
        """Every day followed by the rest of its `length` days; None lasts for ever."""
        if not days:
            return 0
        low = days & -days
        if length is None:
            return self.every_day & -low
        after = days + low
        if not after & (after - 1):  # one unbroken run of days, as most are
            return self.every_day & ((after << (length - 1)) - low)
        reach, covered = days, 1
        while covered < length:
            step = min(covered, length - covered)
            reach |= reach << step
            covered += step
        return reach & self.every_day

    def held_within(self, days: DaySet, k: int) -> DaySet:
        """Days t such that some day of [t - k, t] is in the set."""
        return self.lasting(days, k + 1)

    def held_for(self, days: DaySet, k: int) -> DaySet:
        """Days t such that all days of [t - k, t] are in the set."""
        kept, covered = days, 1
        while covered < k + 1:
            step = min(covered, k + 1 - covered)
            kept &= kept << step
            covered += step
        return kept & self.every_day

    def spread(self, days: DaySet, within: DaySet) -> DaySet:
        """Days reached from the set by going forward one day at a time, staying in `within`."""
        reach, open_days, step = days, within, 1
        while step < self.history + self.horizon:
            reach |= (reach << step) & open_days
            open_days &= open_days << step
            step *= 2
        return reach & self.every_day
