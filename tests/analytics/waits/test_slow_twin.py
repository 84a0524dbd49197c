# SPDX-License-Identifier: EUPL-1.2
"""The sweep against its slow twin, to the microsecond: ties, overlaps, batches, closed days, items
that are open at once, work of nobody."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.analytics.waits import OpenItem
from ruimbaan.analytics.waits.answer import split_of
from ruimbaan.analytics.waits.courses import NOBODY, Events
from ruimbaan.analytics.waits.open_items import KINDS
from ruimbaan.analytics.waits.splitting import CAUSES
from tests.slow_waits import DAY, Item, Work, slow_waits

HOUR = DAY // 24
ACTIVITIES = ("gesprek", "gesprek", "gesprek", "intake", *KINDS)
DOERS = ("", "a", "b")


@st.composite
def work(draw) -> list[Work]:
    """A few hours close together, or weeks in which `a` works each day but some."""
    unit, last, often = draw(st.sampled_from(((HOUR, 30, 1), (DAY // 2, 90, 1), (HOUR, 40, 8))))
    starts = st.integers(-10, last // often).map(lambda number: number * often)
    rows = []
    for _ in range(draw(st.sampled_from((6, 14, 40)))):
        start, took = draw(starts), draw(st.sampled_from((0, 0, 1, 2, 7)))
        activity, who = draw(st.sampled_from(ACTIVITIES)), draw(st.sampled_from(DOERS))
        course = draw(st.integers(1, 5))
        rows.append(Work(course, activity, who, start * unit, (start + took) * unit))
    if unit > HOUR:
        closed = draw(st.sets(st.integers(0, 6), min_size=1, max_size=3))
        open_days = [day for day in range(60) if day % 7 not in closed]
        rows += [Work(9 + day, "gesprek", "a", day * DAY, day * DAY + HOUR) for day in open_days]
        rows = [
            row
            for row in rows
            if row.who != "a" or not {_day(row.start), _day(row.complete)} & closed
        ]
    return sorted(rows, key=lambda row: (row.course, row.complete))


def _day(moment: int) -> int:
    return moment // DAY % 7


def events_of(rows: list[Work]) -> Events:
    names = sorted({row.activity for row in rows})
    return Events(
        course=_whole([row.course for row in rows]),
        activity=_whole([names.index(row.activity) for row in rows]),
        who=_whole([DOERS.index(row.who) or NOBODY for row in rows]),
        start=_whole([row.start for row in rows]),
        complete=_whole([row.complete for row in rows]),
        names=tuple(names),
    )


def _whole(many: list[int]) -> np.ndarray:
    return np.array(many, dtype=np.int64)


@settings(max_examples=300, deadline=None)
@given(rows=work(), gap=st.sampled_from((0, HOUR)))
def test_every_wait_is_split_as_looking_at_every_stretch_splits_it(rows, gap):
    there = [kind for kind in KINDS if any(row.activity == kind for row in rows)]
    items = [Item(r.course, r.activity, r.start, r.complete) for r in rows if r.activity in KINDS]
    left = [row for row in rows if row.activity not in KINDS]

    _, found = split_of(events_of(rows), [OpenItem(kind, kind) for kind in there], gap)

    told = [{c: n for c, n in zip(CAUSES, row, strict=True) if n} for row in found.tolist()]
    assert told == [dict(one) for one in slow_waits(left, items, gap)]
