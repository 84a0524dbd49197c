# SPDX-License-Identifier: EUPL-1.2
"""What each one worked, for whom first, and when they were free: asked for any stretch of time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ruimbaan.analytics.waits.courses import Events, Whole
from ruimbaan.analytics.waits.lowest import Lowest, Places, below, until
from ruimbaan.analytics.waits.weekdays import Closed


@dataclass(frozen=True, slots=True)
class Work:
    """What each one worked, stretch by stretch, with the earliest readiness among its courses."""

    lowest: Lowest
    before: Whole  # worked before each stretch
    closed: Closed
    closed_before: Whole  # worked on closed days before each stretch
    owner: Whole

    @classmethod
    def of(cls, events: Events, ready: Whole, closed: Closed, moments: Whole) -> Work:
        theirs = events.who >= 0
        columns = (events.who, events.start, events.complete, ready)
        who, start, complete, able = (column[theirs] for column in columns)
        lowest = Lowest.of(who, start, complete, able, moments)
        owner = np.maximum(lowest.keys, 0) // max(len(moments), 1)
        held = lowest.held
        ends = lowest.time + lowest.length
        shut = closed.until(owner, ends) - closed.until(owner, lowest.time)
        return cls(
            lowest,
            until(np.where(held, lowest.length, 0)),
            closed,
            until(np.where(held, shut, 0)),
            owner,
        )

    def at(self, events: Events, time: Whole) -> Places:
        return self.lowest.places(events.who, time)

    def busy(self, at: Places) -> Whole:
        return self.before[at.stretch] + self.lowest.inside(at)

    def idle(self, who: Whole, at: Places) -> Whole:
        """Neither at work nor closed, up to each moment; only differences of one mean something."""
        begun = self.lowest.time[at.stretch]
        owner = self.owner[at.stretch]
        shut = self.closed.until(owner, at.time) - self.closed.until(owner, begun)
        worked_shut = self.closed_before[at.stretch]
        worked_shut = worked_shut + np.where(self.lowest.held[at.stretch], shut, 0)
        return at.time - self.busy(at) - self.closed.until(who, at.time) + worked_shut

    def for_earlier(self, begin: Places, end: Places, ready: Whole) -> Whole:
        """Worked between both moments for a course that was ready at or before `ready`."""
        held, values = self.lowest.held, self.lowest.value
        order = np.argsort(values[held], kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        count = until(held.astype(np.int64))
        limit = np.searchsorted(values[held][order], ready, side="right")
        first, last = count[begin.stretch], count[end.stretch]
        whole = below(rank, self.lowest.length[held], first, last, limit)
        return whole + self._part(end, ready) - self._part(begin, ready)

    def _part(self, at: Places, ready: Whole) -> Whole:
        return np.where(self.lowest.value[at.stretch] <= ready, self.lowest.inside(at), 0)
