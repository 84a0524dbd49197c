# SPDX-License-Identifier: EUPL-1.2
"""The slow, obvious twin of waiting by cause: it looks at every stretch between two moments and asks
of each whether anybody worked, for whom, on which day of the week, and what was open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

DAY = 86_400_000_000
ORDER = ("decision", "funding", "capacity", "document", "client")


@dataclass(frozen=True, slots=True)
class Work:
    """Times in microseconds since 1970; `who` may be empty. In order of course, completion, file."""

    course: int
    activity: str
    who: str
    start: int
    complete: int


@dataclass(frozen=True, slots=True)
class Item:
    course: int
    kind: str
    start: int
    stop: int


def slow_waits(work: Sequence[Work], items: Sequence[Item], gap: int) -> list[Counter[str]]:
    """Of each event how long it waited, by cause; without those that are 0."""
    ready = [_ready(work, at) for at in range(len(work))]
    shut = _shut(work)
    full = _full(work, ready, shut, gap)
    return [_split(work, items, ready, full, shut, at) for at in range(len(work))]


def _ready(work: Sequence[Work], at: int) -> int | None:
    mine = work[at]
    before = [
        one.complete
        for one in work[:at]
        if one.course == mine.course and one.complete <= mine.start
    ]
    return max(before, default=None)


def _full(work, ready, shut, gap: int) -> list[int | None]:
    """Batches, one after another: each takes in whoever fits behind its last."""
    full = list(ready)
    by_time = sorted(
        (at for at in range(len(work)) if work[at].who and ready[at] is not None),
        key=lambda at: (work[at].who, work[at].start, work[at].complete, work[at].course, at),
    )
    while by_time:
        batch = [by_time.pop(0)]
        while by_time and _fits(work, ready, batch, by_time[0], gap):
            batch.append(by_time.pop(0))
        if _let_lie(work, ready, shut, batch):
            for at in batch:
                full[at] = max(ready[one] for one in batch)
    return full


def _let_lie(work, ready, shut, batch: list[int]) -> bool:
    """Was there a stretch, before it was begun, in which they could have?"""
    who, since, until = work[batch[0]].who, min(ready[at] for at in batch), work[batch[0]].start
    moments = {since, until, *range(since // DAY * DAY, until, DAY)}
    for one in work:
        moments |= {one.start, one.complete}
    return any(
        not shut(who, start // DAY)
        and not any(one.who == who and one.start <= start and one.complete >= stop for one in work)
        for start, stop in pairwise(sorted(one for one in moments if since <= one <= until))
    )


def _fits(work, ready, batch: list[int], at: int, gap: int) -> bool:
    first = work[batch[0]]
    return (
        work[at].who == first.who
        and work[at].activity == first.activity
        and work[at].course not in {work[one].course for one in batch}
        and work[at].start <= max(work[one].complete for one in batch) + gap
        and ready[at] <= first.start
    )


def _shut(work: Sequence[Work]) -> Callable[[str, int], bool]:
    seen: dict[str, set[int]] = {}
    for one in work:
        seen.setdefault(one.who, set()).update((one.start // DAY, one.complete // DAY))

    def shut(who: str, day: int) -> bool:
        days = seen[who]
        return who != "" and len(days) >= 20 and all(one % 7 != day % 7 for one in days)

    return shut


def _split(work, items, ready, full, shut, at: int) -> Counter[str]:
    mine, found = work[at], Counter[str]()
    if ready[at] is None or ready[at] == mine.start:
        return found
    found["batching"] = full[at] - ready[at]
    moments = {full[at], mine.start, *range(full[at] // DAY * DAY, mine.start, DAY)}
    for one in (*work, *items):
        moments |= {one.start, one.stop if isinstance(one, Item) else one.complete}
    inside = sorted(moment for moment in moments if full[at] <= moment <= mine.start)
    for start, stop in pairwise(inside):
        found[_cause(work, items, ready, shut, at, start, stop)] += stop - start
    return +found


def _cause(work, items, ready, shut, at: int, start: int, stop: int) -> str:
    mine = work[at]
    others = [
        place
        for place, one in enumerate(work)
        if mine.who and one.who == mine.who and one.start <= start and one.complete >= stop
    ]
    if others:
        first = min(_or_start(ready, work, place) for place in others)
        return "contention" if first <= ready[at] else "prioritization"
    if shut(mine.who, start // DAY):
        return "unavailability"
    there = {
        one.kind
        for one in items
        if one.course == mine.course and one.start <= start and one.stop >= stop
    }
    return next((kind for kind in ORDER if kind in there), "unknown")


def _or_start(ready: Sequence[int | None], work: Sequence[Work], place: int) -> int:
    known = ready[place]
    return work[place].start if known is None else known
