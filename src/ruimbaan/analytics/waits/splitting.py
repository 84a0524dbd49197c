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
from ruimbaan.analytics.waits.lowest import NONE, Lowest, until
from ruimbaan.analytics.waits.open_items import KINDS, Opened
from ruimbaan.analytics.waits.work import Work

CAUSES = ("batching", "contention", "prioritization", "unavailability", *KINDS, "unknown")
EXTRANEOUS = CAUSES[4:]


@dataclass(frozen=True, slots=True)
class Ready:
    """When each event could begin, when its batch was full, and whether the log knows the first."""

    ready: Whole
    full: Whole
    known: Truth


def split(events: Events, times: Ready, work: Work, items: Opened) -> Whole:
    """A row for each event, a column for each of `CAUSES`. What was not waited for is 0."""
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


def _by_item(events: Events, times: Ready, work: Work, items: Opened) -> Whole:
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
