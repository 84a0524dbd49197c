# SPDX-License-Identifier: EUPL-1.2
"""Work that is saved up and done in one go (batching).

A batch is the same activity, done by the same one for different courses, one right after the other
or at the same time, when all of them were ready before the first was begun (Martin, Pufahl and
Mannhardt, 2021, Information Systems 95, on finding batches in logs). Until the last of them was
ready the others waited for the batch to fill (Lashkevich et al. 2023, section 3).
"""

from __future__ import annotations

import numpy as np

from ruimbaan.analytics.waits.courses import NOBODY, Events, Truth, Whole


def filled(events: Events, ready: Whole, known: Truth, gap: int) -> Whole:
    """Of each event: when the last of its batch was ready, in microseconds; its own `ready` when it
    is in no batch. Between two of a batch lie at most `gap` microseconds.

    One whose readiness is unknown (the first of a course) neither makes others wait nor breaks off
    what they are in.
    """
    order = np.lexsort((events.course, events.complete, events.start, events.who))
    full = ready.copy()
    at = order[known[order] & (events.who[order] != NOBODY)]
    for batch in _runs(events, ready, at, gap):
        if len(batch) > 1:
            full[batch] = ready[batch].max()
    return full


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
