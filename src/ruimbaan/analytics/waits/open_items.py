# SPDX-License-Identifier: EUPL-1.2
"""What was open in a course while nobody worked: a decision, money, a place, a paper, the person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ruimbaan.analytics.waits.courses import Events, Truth, Whole
from ruimbaan.analytics.waits.errors import OpenItemNowhere, OpenItemUnclear

# In this order where more are open at once: what the person is asked for comes last, so that nobody
# is said to have kept others waiting who was waiting for them.
KINDS = ("decision", "funding", "capacity", "document", "client")
SHOWN = 10  # activities that a refusal names


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Activities that begin with `first`, whatever the capitals. Without `last` they are open from
    their own start to completion and are no work; with it, from their completion until the next
    event that begins with `last`, and both stay in the course."""

    kind: str
    first: str
    last: str | None = None


def open_item(given: str) -> OpenItem:
    """From `funding=aanvraag..besluit`. Raises OpenItemUnclear."""
    kind, _, activities = given.partition("=")
    first, pair, last = (part.strip() for part in activities.partition(".."))
    if kind.strip() not in KINDS or not first or (pair and not last):
        raise OpenItemUnclear(given=given, kinds=", ".join(KINDS))
    return OpenItem(kind.strip(), first, last or None)


@dataclass(frozen=True, slots=True)
class Opened:
    """Intervals of courses, by the place of their kind in `KINDS`, and which events are no work."""

    course: Whole
    start: Whole
    stop: Whole
    kind: Whole
    no_work: Truth


def opened(events: Events, items: Sequence[OpenItem]) -> Opened:
    """Raises OpenItemNowhere when an item names what is not in the log."""
    no_work = np.zeros(len(events.start), dtype=bool)
    rows: list[tuple[int, int, int, int]] = []
    for item in items:
        kind, first = KINDS.index(item.kind), _begins_with(events, item.first)
        if item.last is None:
            no_work |= first
            columns = (events.course, events.start, events.complete)
            told = zip(*(column[first].tolist() for column in columns), strict=True)
            rows += [(course, start, stop, kind) for course, start, stop in told]
        else:
            last = _begins_with(events, item.last)
            rows += [(*row, kind) for row in _until_the_next(events, first, last)]
    table = np.array(rows, dtype=np.int64).reshape(-1, 4)
    return Opened(table[:, 0], table[:, 1], table[:, 2], table[:, 3], no_work)


def _begins_with(events: Events, prefix: str) -> Truth:
    wanted = prefix.casefold()
    fits = [name.casefold().startswith(wanted) for name in events.names]
    if not any(fits):
        there = ", ".join(events.names[:SHOWN]) + (", …" if len(events.names) > SHOWN else "")
        raise OpenItemNowhere(prefix=prefix, there=there)
    return np.array(fits, dtype=bool)[events.activity]


def _until_the_next(events: Events, first: Truth, last: Truth) -> list[tuple[int, int, int]]:
    """What was never closed is open until the last thing that happened in its course."""
    looked = np.flatnonzero(first | last)
    columns = (events.course, events.complete, first, last)
    waiting: dict[int, list[int]] = defaultdict(list)
    rows = []
    for course, done, opens, closes in zip(*(c[looked].tolist() for c in columns), strict=True):
        if closes:
            rows += [(course, start, done) for start in waiting.pop(course, [])]
        if opens:
            waiting[course].append(done)
    ends = dict(zip(events.course.tolist(), events.complete.tolist(), strict=True))
    rows += [(course, start, ends[course]) for course in waiting for start in waiting[course]]
    return rows
