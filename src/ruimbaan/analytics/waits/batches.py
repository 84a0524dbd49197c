# SPDX-License-Identifier: EUPL-1.2
"""Work that is saved up and done in one go (batching).

A batch is the same activity, done by the same one for different courses, one right after the other
or at the same time (Martin, Pufahl and Mannhardt 2021, doi 10.1016/j.is.2020.101642), when all of
them were ready before the first was begun (Lashkevich et al. 2022, RCIS). Until the last of them was
ready the others waited for the batch to fill.

Saving up is done on purpose (Martin et al. 2017, doi 10.1016/j.dss.2017.02.012): whoever did it could
have begun before, and let it lie. Whoever worked for others all that time, or was closed, did not save
up; those who are helped one after another then were a queue, and that is contention.
"""

from __future__ import annotations

import numpy as np

from ruimbaan.analytics.waits.courses import NOBODY, Events, Truth, Whole
from ruimbaan.analytics.waits.work import Work


def filled(events: Events, ready: Whole, known: Truth, work: Work, gap: int) -> Whole:
    """Of each event: when the last of its batch was ready, in microseconds; its own `ready` when it
    is in no batch. Between two of a batch lie at most `gap` microseconds.

    One whose readiness is unknown (the first of a course) neither makes others wait nor breaks off
    what they are in.
    """
    order = np.lexsort((events.course, events.complete, events.start, events.who))
    full = ready.copy()
    at = order[known[order] & (events.who[order] != NOBODY)]
    for batch in _let_lie(events, ready, work, _runs(events, ready, at, gap)):
        full[batch] = ready[batch].max()
    return full


def _let_lie(events: Events, ready: Whole, work: Work, runs: list[list[int]]) -> list[list[int]]:
    """Those of two or more, before which there was a moment without work, on no closed day."""
    many = [run for run in runs if len(run) > 1]
    head = np.array([run[0] for run in many], dtype=np.int64)
    since = np.array([ready[run].min() for run in many], dtype=np.int64)
    who = events.who[head]
    begin, end = work.lowest.places(who, since), work.lowest.places(who, events.start[head])
    idle = work.idle(who, end) - work.idle(who, begin)
    return [run for run, free in zip(many, idle.tolist(), strict=True) if free > 0]


def _runs(events: Events, ready: Whole, at: Whole, gap: int) -> list[list[int]]:
    runs: list[list[int]] = []
    courses: set[int] = set()
    who = what = first = end = 0
    columns = (events.who, events.activity, events.course, events.start, events.complete, ready)
    lists = (column[at].tolist() for column in columns)
    for place, one, activity, course, start, complete, able in zip(
        at.tolist(), *lists, strict=True
    ):
        together = one == who and activity == what and start <= end + gap and able <= first
        if runs and together and course not in courses:
            runs[-1].append(place)
            courses.add(course)
            end = max(end, complete)
        else:
            runs.append([place])
            courses = {course}
            who, what, first, end = one, activity, start, complete
    return runs
