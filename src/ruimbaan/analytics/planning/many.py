# SPDX-License-Identifier: EUPL-1.2
"""Many persons in one world with the same switches on: each has other days to begin with.

What holds for everybody is worked out once. Of a person only what follows from the own days is,
and taken back before the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numba import njit

from ruimbaan.analytics.planning.compiling import Compiled, Layout, Marks, Numbers, for_everybody
from ruimbaan.analytics.planning.fixed_point import arrival, solve
from ruimbaan.analytics.planning.incremental import pop, push_days
from ruimbaan.analytics.planning.words import Words
from ruimbaan.analytics.planning.work import new_work
from ruimbaan.core.journey.situation import Situation


@dataclass(frozen=True, slots=True)
class People:
    """The days that persons begin with: of person n the places `of[n]:of[n + 1]`. The fact `rows`
    holds on the days [begins, ends), as bits."""

    of: Numbers
    rows: Numbers
    begins: Numbers
    ends: Numbers

    def __len__(self) -> int:
        return len(self.of) - 1


def people(compiled: Compiled, situations: Iterable[Situation]) -> People:
    """Only what they have: they all plan from the day, and for the goals, of the problem."""
    problem = compiled.problem
    days, history = compiled.layout.days, compiled.layout.history
    of, found = [0], []
    for situation in situations:
        for window in situation.facts:
            begins = 0 if window.from_day is None else max(0, window.from_day + history)
            ends = days if window.until is None else min(days, window.until + history)
            if begins < ends:
                found.append((problem.index[window.fact], begins, ends))
        of.append(len(found))
    rows, begin, end = np.array(found, np.int32).reshape(len(found), 3).T
    return People(
        np.array(of, np.int32),
        np.ascontiguousarray(rows),
        np.ascontiguousarray(begin),
        np.ascontiguousarray(end),
    )


def arrivals_of_many(
    compiled: Compiled,
    on: Marks,
    persons: People,
    facts: Sequence[int],
    *,
    everybody: Words | None = None,
    threads: int = 2,
) -> Numbers:
    """Per person and fact the first day from day 0 on; the horizon when never. `everybody`: the
    days that all have to begin with, when not those of the problem's own situation."""
    layout, shared = compiled.layout, for_everybody(compiled.layout)
    initial = layout.initial if everybody is None else everybody
    asked = np.array(facts, np.int32)
    found = np.empty((len(persons), len(asked)), np.int32)
    edges = np.linspace(0, len(persons), threads + 1).astype(int).tolist()

    def part(number: int) -> None:
        _arrivals(
            shared,
            layout,
            initial,
            on,
            persons.of[edges[number] : edges[number + 1] + 1],
            persons.rows,
            persons.begins,
            persons.ends,
            asked,
            found[edges[number] : edges[number + 1]],
        )

    if threads == 1:
        part(0)
        return found
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(part, range(threads)))
    return found


@njit(cache=True, nogil=True)
def _arrivals(
    shared: Layout,
    layout: Layout,
    initial: Words,
    on: Marks,
    of: Numbers,
    rows: Numbers,
    begins: Numbers,
    ends: Numbers,
    facts: Numbers,
    found: Numbers,
) -> None:
    work = new_work(layout, 1)
    solve(shared, work, initial, on)
    for person in range(of.shape[0] - 1):
        own = slice(of[person], of[person + 1])
        push_days(layout, work, rows[own], begins[own], ends[own], -1)
        for at in range(facts.shape[0]):
            found[person, at] = arrival(layout, work, facts[at])
        pop(work)
