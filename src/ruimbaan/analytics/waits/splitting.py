# SPDX-License-Identifier: EUPL-1.2
"""Each wait, from being ready to beginning, split by cause. In microseconds, nothing counted twice.

Batching comes first and is the first part of a wait. Of what is left, first the time in which whoever
was to do it worked for others who were ready no later (contention), then for others who were ready
later (prioritization), then the days on which they are closed; the rest is extraneous.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ruimbaan.analytics.waits.courses import Events, Truth, Whole
from ruimbaan.analytics.waits.lowest import NONE, Lowest, Places, below, until
from ruimbaan.analytics.waits.open_items import KINDS, Opened
from ruimbaan.analytics.waits.weekdays import Closed

CAUSES = ("batching", "contention", "prioritization", "unavailability", *KINDS, "unknown")
EXTRANEOUS = CAUSES[4:]


@dataclass(frozen=True, slots=True)
class Ready:
    """When each event could begin, when its batch was full, and whether the log knows the first."""

    ready: Whole
    full: Whole
    known: Truth


def split(events: Events, times: Ready, closed: Closed, items: Opened, moments: Whole) -> Whole:
    """A row for each event, a column for each of `CAUSES`. What was not waited for is 0."""
    work = _Work.of(events, times, closed, moments)
    begin, end = work.at(events, times.full), work.at(events, events.start)
    busy = work.busy(end) - work.busy(begin)
    contention = work.for_earlier(begin, end, times.ready)
    idle = work.idle(events.who, end) - work.idle(events.who, begin)
    rows = np.zeros((len(events.start), len(CAUSES)), dtype=np.int64)
    rows[:, 0] = times.full - times.ready
    rows[:, 1] = contention
    rows[:, 2] = busy - contention
    rows[:, 3] = events.start - times.full - busy - idle
    rows[:, 4:-1] = _by_item(events, times, work, items)
    rows[:, -1] = idle - rows[:, 4:-1].sum(axis=1)
    rows[~times.known] = 0
    return rows


@dataclass(frozen=True, slots=True)
class _Work:
    """What each one worked, stretch by stretch, with the earliest readiness among its courses."""

    lowest: Lowest
    before: Whole  # worked before each stretch
    closed: Closed
    closed_before: Whole  # worked on closed days before each stretch
    owner: Whole

    @classmethod
    def of(cls, events: Events, times: Ready, closed: Closed, moments: Whole) -> _Work:
        theirs = events.who >= 0
        columns = (events.who, events.start, events.complete, times.ready)
        who, start, complete, ready = (column[theirs] for column in columns)
        lowest = Lowest.of(who, start, complete, ready, moments)
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


def _by_item(events: Events, times: Ready, work: _Work, items: Opened) -> Whole:
    """The idle time of each wait in which an item of its course was open, one column each kind."""
    found = np.zeros((len(events.start), len(KINDS)), dtype=np.int64)
    if not len(items.course):
        return found
    columns = (items.course, items.start, items.stop, items.kind)
    lowest = Lowest.of(*columns, work.lowest.moments)
    first = lowest.places(events.course, times.full).stretch
    many = lowest.places(events.course, events.start).stretch - first + 1
    event = np.repeat(np.arange(len(many)), many)
    stretch = np.arange(many.sum()) - np.repeat(until(many)[:-1] - first, many)
    start = np.maximum(lowest.time[stretch], times.full[event])
    stop = np.minimum(lowest.time[stretch] + lowest.length[stretch], events.start[event])
    inside = np.flatnonzero((lowest.value[stretch] < NONE) & (stop > start))
    who, event = events.who[event[inside]], event[inside]
    begin = work.lowest.places(who, start[inside])
    end = work.lowest.places(who, stop[inside])
    np.add.at(
        found,
        (event, lowest.value[stretch[inside]]),
        work.idle(who, end) - work.idle(who, begin),
    )
    return found
