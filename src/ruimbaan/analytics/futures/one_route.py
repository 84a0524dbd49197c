# SPDX-License-Identifier: EUPL-1.2
"""A route laid out as arrays, for the walk in walking.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from ruimbaan.analytics.futures.walking import ANY_DAY, AT_THE_DESK, NOBODY, Route
from ruimbaan.analytics.planning.compiling import Layout, Numbers, laid_out
from ruimbaan.core.planner.futures_route import Desks
from ruimbaan.core.planner.problem import Door, Problem, Way


def laid_out_route(problem: Problem, desks: Desks) -> tuple[Layout, Route]:
    """`problem` is that of the route alone, with no switches left."""
    doors = list(desks.ways)
    at_door = {door: number for number, door in enumerate(doors)}
    place = {number: at for at, number in enumerate(desks.order.order)}
    ways = [number for door in doors for number in desks.ways[door]]
    layout, rows = _layout(problem, desks)
    history = problem.span.history
    watched = [
        [at_door[door] for door in desks.watched.get(fact, ())]
        for fact in range(len(problem.facts) + 1)
    ]
    made = len(desks.waiting)
    return layout, Route(
        made_door=_numbers(at_door[one.door] for one in desks.waiting),
        made_day=_numbers(max(0, one.day + history) for one in desks.waiting),
        ways_of=_ends([desks.ways[door] for door in doors]),
        ways=_numbers(ways),
        places=_numbers(place[number] for number in ways),
        watchers_of=_ends(watched),
        watchers=_numbers(door for found in watched for door in found),
        over=_numbers(desks.over.get(door, 0) for door in doors),
        applications=_numbers(rows.get(door, NOBODY) for door in doors),
        status=np.zeros(made, np.int32),
        day=np.zeros(made, np.int32),
        start=np.zeros(made, np.int32),
        first=np.zeros(made, np.int32),
        wait=np.zeros(len(doors), np.int32),
        stale=np.zeros(len(doors), np.int32),
    )


def own(layout: Layout, route: Route) -> tuple[Layout, Route]:
    """With arrays of its own where a walk writes: one for each thread."""
    return (
        layout._replace(way_wait=layout.way_wait.copy(), masks=layout.masks.copy()),
        Route(*(part.copy() for part in route)),
    )


def _layout(problem: Problem, desks: Desks) -> tuple[Layout, dict[Door, int]]:
    """With the two switches, and a row of days for the applications through each door where one
    waits."""
    with_switches = replace(
        problem,
        rule_switch={},
        service_switch={"at the desk": 1 << AT_THE_DESK, "any day": 1 << ANY_DAY},
        ways=tuple(_way(problem, desks, way) for way in problem.ways),
    )
    layout = laid_out(with_switches, desks.order.order).layout
    known, words = layout.masks.shape
    doors = [door for door in desks.ways if door not in desks.walk_in]
    rows = {door: known + at for at, door in enumerate(doors)}
    closed = layout.way_closed_to.copy()
    for door, row in rows.items():
        closed[list(desks.ways[door])] = row
    own_days = np.zeros((len(doors), words), np.uint64)
    masks = np.concatenate([layout.masks, own_days])
    return layout._replace(masks=masks, way_closed_to=closed), rows


def _way(problem: Problem, desks: Desks, way: Way) -> Way:
    if way.door is None:
        return way
    if way.door in desks.walk_in:
        days = way.open_days & problem.span.from_day(desks.walk_in[way.door])
        return replace(way, open_days=days, all_days=days)
    literals = tuple(
        replace(literal, waiver=1 << AT_THE_DESK) if literal.at_start else literal
        for literal in way.literals
    )
    return replace(way, literals=literals, open_days=0, open_switch=1 << ANY_DAY)


def _ends(groups: Iterable[Sequence[int]]) -> Numbers:
    return np.concatenate([[0], np.cumsum([len(group) for group in groups])]).astype(np.int32)


def _numbers(values: Iterable[int]) -> Numbers:
    return np.array(list(values), np.int32)
