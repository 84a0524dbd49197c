# SPDX-License-Identifier: EUPL-1.2
"""Many futures, compiled: the same answers as `ruimbaan.core.planner.futures`, on the same waits.

Where all that is given lasts, or can be had again before it runs out, many futures go side by side
(lanes.py); else each future is a walk over sets of days (windows.py, walking.py). Which one it is follows from the problem alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from ruimbaan.analytics.futures import lanes, walking, windows
from ruimbaan.analytics.futures.lasting import Days, Lanes, Numbers, is_lasting, laid_in_lanes
from ruimbaan.analytics.futures.one_route import laid_out_route, own
from ruimbaan.analytics.planning.compiling import Layout, laid_out
from ruimbaan.core.planner.answer import Step
from ruimbaan.core.planner.futures_everywhere import Arrivals
from ruimbaan.core.planner.futures_problem import Uncertain, settled, uncertain
from ruimbaan.core.planner.futures_route import Desks, alone
from ruimbaan.core.planner.futures_waits import Waits
from ruimbaan.core.planner.problem import Problem, Switches, Way
from ruimbaan.core.planner.schedule import Schedule, solve_once

FEW = 64  # futures; below it a second thread costs more than it brings
THREADS = 2
LATER = 1  # the switch, of those that are left unused, with which drawn ways begin to take part


class Compiled:
    """Works out many futures of one problem."""

    def everywhere(
        self, problem: Problem, switches: Switches, waits: Waits, count: int
    ) -> Arrivals:
        small = settled(problem, switches)
        drawn = uncertain(small, waits)
        order = Schedule(small, solve_once(small, 0)).order.order
        if is_lasting(small):
            return SideBySide.of(small, drawn, order).arrivals(waits, count)
        return OneByOne.of(small, drawn, order).arrivals(waits, count)

    def route(
        self,
        problem: Problem,
        switches: Switches,
        steps: Sequence[Step],
        waits: Waits,
        count: int,
    ) -> Arrivals:
        small, drawn, desks = alone(problem, switches, steps, waits)
        if is_lasting(small, once=True):
            return SideBySide.of(small, drawn, desks.order.order, desks).arrivals(waits, count)
        return Walked.of(small, drawn, desks).arrivals(waits, count)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A problem in which nothing runs out."""

    problem: Problem
    services: tuple[str, ...]
    lay: Lanes

    @classmethod
    def of(
        cls,
        problem: Problem,
        drawn: Uncertain,
        order: Sequence[int],
        desks: Desks | None = None,
    ) -> SideBySide:
        services = tuple(dict.fromkeys(drawn.values()))
        ways = [number for number in order if number < len(problem.ways)]
        not_before: Callable[[Way], int | None] = desks.first_day if desks else _any_day
        lay = laid_in_lanes(problem, drawn, services, ways, not_before)
        return cls(problem, services, lay)

    def arrivals(self, waits: Waits, count: int) -> Arrivals:
        facts = np.array([self.problem.index[goal.fact] for goal in self.problem.goals], np.int32)
        found = np.empty((len(facts), count), np.int16)
        lanes.first_days(self.lay, self.rows(waits, count), facts, found)
        return tuple(self.days(int(fact), row) for fact, row in zip(facts, found, strict=True))

    def rows(self, waits: Waits, count: int) -> Days:
        """The waits as rows; beyond the span all are alike."""
        rows = np.zeros((len(self.services), count), np.int16)
        for at, name in enumerate(self.services):
            rows[at] = np.minimum(np.asarray(waits[name]), self.lay.days)
        return rows

    def days(self, fact: int, row: Days) -> tuple[int | None, ...]:
        span = self.problem.span
        if fact not in self.lay.give_fact:  # as it always was
            day = span.first_from(self.problem.initial[fact], 0)
            return (day,) * len(row)
        first = np.maximum(row.astype(np.int64) - span.history, 0)
        return tuple(None if day >= span.horizon else day for day in first.tolist())


@dataclass(frozen=True, slots=True)
class OneByOne:
    """Any problem."""

    problem: Problem
    drawn: Uncertain
    layout: Layout

    @classmethod
    def of(cls, problem: Problem, drawn: Uncertain, order: Sequence[int]) -> OneByOne:
        ways = tuple(
            replace(way, needs_on=LATER) if number in drawn else way
            for number, way in enumerate(problem.ways)
        )
        return cls(problem, drawn, laid_out(replace(problem, ways=ways), order).layout)

    def arrivals(self, waits: Waits, count: int) -> Arrivals:
        on = np.zeros(self.layout.none + 1, np.uint8)
        later = np.zeros(1, np.int32)
        ways = np.array(list(self.drawn), np.int32)
        rows = _waits_of_ways(self.drawn, waits, count, self.layout)

        def part(begin: int, end: int, found: Numbers) -> None:
            layout = self.layout._replace(way_wait=self.layout.way_wait.copy())
            windows.arrivals(layout, on, later, ways, rows[begin:end], found)

        return _in_parts(self.problem, count, part)


@dataclass(frozen=True, slots=True)
class Walked:
    """One route in any problem."""

    problem: Problem
    drawn: Uncertain
    desks: Desks
    layout: Layout
    route: walking.Route

    @classmethod
    def of(cls, problem: Problem, drawn: Uncertain, desks: Desks) -> Walked:
        return cls(problem, drawn, desks, *laid_out_route(problem, desks))

    def arrivals(self, waits: Waits, count: int) -> Arrivals:
        ways = np.array(list(self.drawn), np.int32)
        door = {number: at for at, found in enumerate(self.desks.ways.values()) for number in found}
        doors = np.array([door[number] for number in self.drawn], np.int32)
        rows = _waits_of_ways(self.drawn, waits, count, self.layout)

        def part(begin: int, end: int, found: Numbers) -> None:
            walking.arrivals(*own(self.layout, self.route), ways, doors, rows[begin:end], found)

        return _in_parts(self.problem, count, part)


def _any_day(_: Way) -> None:
    """Nobody waits for a day of a plan."""
    return


def _waits_of_ways(drawn: Uncertain, waits: Waits, count: int, layout: Layout) -> Numbers:
    """Per future the wait of each drawn way; beyond the span all are alike."""
    rows = np.empty((count, len(drawn)), np.int32)
    for at, service in enumerate(drawn.values()):
        rows[:, at] = np.minimum(np.asarray(waits[service]), layout.masks.shape[1] << 6)
    return rows


def _in_parts(problem: Problem, count: int, part: Callable[[int, int, Numbers], None]) -> Arrivals:
    """Each thread a part of the futures."""
    found = np.empty((count, len(problem.goals)), np.int32)
    threads = THREADS if count >= FEW else 1
    edges = [count * at // threads for at in range(threads + 1)]
    if threads == 1:
        part(0, count, found)
    else:
        with ThreadPoolExecutor(threads) as pool:
            jobs = [pool.submit(part, b, e, found[b:e]) for b, e in pairwise(edges)]
            for job in jobs:
                job.result()
    horizon = problem.span.horizon
    return tuple(
        tuple(None if day >= horizon else day for day in days.tolist()) for days in found.T
    )
