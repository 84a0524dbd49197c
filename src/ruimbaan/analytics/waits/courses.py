# SPDX-License-Identifier: EUPL-1.2
"""The events of a log as columns of numbers, and from when on each of them could have begun."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from duckdb import DuckDBPyConnection
from numpy.typing import NDArray

from ruimbaan.analytics.events.log import EVENT

Whole = NDArray[np.int64]
Truth = NDArray[np.bool_]
NOBODY = -1  # who did an event of which the log does not say it


@dataclass(frozen=True, slots=True)
class Events:
    """One number for each event, sorted by course, completion and stored order. Times are in
    microseconds since 1970; who did it is `NOBODY` when the log does not say."""

    course: Whole
    activity: Whole
    who: Whole
    start: Whole
    complete: Whole
    names: tuple[str, ...]  # of the activities

    def only(self, those: Truth) -> Events:
        return Events(
            self.course[those],
            self.activity[those],
            self.who[those],
            self.start[those],
            self.complete[those],
            self.names,
        )


def events_of(con: DuckDBPyConnection, *, by_organisation: bool) -> Events:
    """All events. The organisation counts as who did it when the log knows no resources."""
    who = "organisation" if by_organisation else "resource"
    found = con.execute(
        'SELECT CAST(dense_rank() OVER (ORDER BY "case") AS BIGINT) AS course,'  # noqa: S608
        " CAST(dense_rank() OVER (ORDER BY activity) - 1 AS BIGINT) AS activity,"
        f" CASE WHEN {who} IS NULL THEN CAST({NOBODY} AS BIGINT)"
        f" ELSE CAST(dense_rank() OVER (ORDER BY {who}) AS BIGINT) END AS who,"
        f' epoch_us("start") AS begun, epoch_us(complete) AS done FROM {EVENT}'
        ' ORDER BY "case", complete, seq'
    ).fetchnumpy()
    names = con.execute(f"SELECT DISTINCT activity FROM {EVENT} ORDER BY activity").fetchall()  # noqa: S608
    course, activity, doer, begun, done = (
        np.asarray(found[name]) for name in ("course", "activity", "who", "begun", "done")
    )
    return Events(course, activity, doer, begun, done, tuple(name for (name,) in names))


def enabled(events: Events) -> tuple[Whole, Truth]:
    """From when on each event could have begun, and whether the log knows that.

    That is the latest completion before it in its course, at or before its own start. Before it:
    of two events at one moment the second waited for the first, else each would enable the other
    and the days before both would be lost. The first of a course counts from its own start.
    """
    place = np.arange(len(events.start))
    moments = np.unique(np.concatenate((events.start, events.complete)))
    width = len(moments)
    done = events.course * width + np.searchsorted(moments, events.complete)
    asked = events.course * width + np.searchsorted(moments, events.start)
    before = np.minimum(np.searchsorted(done, asked, side="right"), place) - 1
    known = (before >= 0) & (events.course[before] == events.course)
    return np.where(known, events.complete[before], events.start), known
