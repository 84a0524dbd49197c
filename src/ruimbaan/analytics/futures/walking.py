# SPDX-License-Identifier: EUPL-1.2
"""One route in each future, compiled: `ruimbaan.core.planner.futures_route`, day for day the same.

Facts stand in the work of `ruimbaan.analytics.planning`, which keeps what changes with each start, so
that only desks that look at it are asked again, and everything is put back after each future. Two
switches make one layout serve for three questions: with AT_THE_DESK on, what is asked on the day of the
start is left out; with ANY_DAY on, a door is open whenever it is, and else on the days of one's own
applications that led to a start.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit

from ruimbaan.analytics.planning.applying import applied
from ruimbaan.analytics.planning.compiling import Layout, Numbers
from ruimbaan.analytics.planning.days import first_day
from ruimbaan.analytics.planning.fixed_point import arrival, run, solve, wait
from ruimbaan.analytics.planning.incremental import keep, pop, push
from ruimbaan.analytics.planning.words import NOTHING, has, put
from ruimbaan.analytics.planning.work import APPLIED, LEVEL, ROWS, Work, new_work

AT_THE_DESK, ANY_DAY = 0, 1  # numbers of switches
GONE, WAITING, ACCEPTED = range(3)
NOBODY = -1


class Route(NamedTuple):
    """`ways_of[n]:ways_of[n + 1]` are the places of the ways through door n, and so on. Days are
    bits. A walk writes in all that stands from `status` on, and in the masks and waits of a layout."""

    made_door: Numbers
    made_day: Numbers
    ways_of: Numbers
    ways: Numbers
    places: Numbers  # of the same ways, in the order of the layout
    watchers_of: Numbers  # per fact
    watchers: Numbers  # doors
    over: Numbers  # days from the start until one applies again; 0: never
    applications: Numbers  # per door the row of its days in the masks; NOBODY where one walks in
    status: Numbers  # per application
    day: Numbers  # not before this day; of an accepted one the day of applying
    start: Numbers
    first: Numbers  # the first day on which one can apply, as far as is known
    wait: Numbers  # per door
    stale: Numbers  # per door, is `first` to be looked at again?


@njit(cache=True, nogil=True)
def arrivals(
    layout: Layout,
    route: Route,
    drawn_ways: Numbers,
    drawn_doors: Numbers,
    waits: Numbers,
    found: Numbers,
) -> None:
    """In `found`, per future and goal, the day of arrival; the horizon when there is none. `waits`:
    per future the wait of each drawn way, which goes through the drawn door at the same place."""
    work = new_work(layout, 2)
    nothing = np.empty(0, np.int32)
    solve(layout, work, layout.initial, np.zeros(layout.none + 1, np.uint8))
    for door in range(route.wait.shape[0]):
        route.wait[door] = layout.way_wait[route.ways[route.ways_of[door]]]
    for future in range(found.shape[0]):
        for at in range(drawn_ways.shape[0]):
            layout.way_wait[drawn_ways[at]] = waits[future, at]
            route.wait[drawn_doors[at]] = waits[future, at]
        push(layout, work, nothing, 0, -1)
        _begin(layout, route)
        _walk(layout, route, work)
        for goal in range(found.shape[1]):
            found[future, goal] = arrival(layout, work, layout.goal_fact[goal])
        pop(work)


@njit(cache=True, nogil=True)
def _begin(layout: Layout, route: Route) -> None:
    route.status[:] = WAITING
    route.day[:] = route.made_day
    route.stale[:] = 1
    for door in range(route.wait.shape[0]):
        if route.applications[door] != NOBODY:
            layout.masks[route.applications[door], :] = NOTHING


@njit(cache=True, nogil=True)
def _walk(layout: Layout, route: Route, work: Work) -> None:
    """From one day on which something can happen to the next."""
    _look_again(layout, route, work)
    day = _next_day(layout, route)
    while day < layout.days and not _all_arrived_by(layout, work, day):
        while _anything_on(layout, route, work, day):
            pass
        for made in range(route.status.shape[0]):
            if route.status[made] == ACCEPTED and route.start[made] == day:  # not let in
                route.status[made] = WAITING
                route.day[made] = day + 1
                route.stale[route.made_door[made]] = 1
        _look_again(layout, route, work)
        day = _next_day(layout, route)


@njit(cache=True, nogil=True)
def _next_day(layout: Layout, route: Route) -> int:
    """On which somebody can apply, or is to start; past the last day when nobody is."""
    day = layout.days
    for made in range(route.status.shape[0]):
        if route.status[made] == ACCEPTED:
            day = min(day, route.start[made])
        elif route.status[made] == WAITING:
            day = min(day, route.first[made])
    return day


@njit(cache=True, nogil=True)
def _anything_on(layout: Layout, route: Route, work: Work, day: int) -> bool:
    """Everybody who can apply, and everybody who is let in."""
    changed = False
    for made in range(route.status.shape[0]):
        if route.status[made] == WAITING and route.first[made] == day:
            _apply(layout, route, made, day)
            changed = True
    for made in range(route.status.shape[0]):
        is_due = route.status[made] == ACCEPTED and route.start[made] == day
        if is_due and _lets_in(layout, route, work, made):
            _start(layout, route, work, made)
            _look_again(layout, route, work)
            changed = True
    return changed


@njit(cache=True, nogil=True)
def _all_arrived_by(layout: Layout, work: Work, day: int) -> bool:
    for goal in range(layout.goal_fact.shape[0]):
        reached = arrival(layout, work, layout.goal_fact[goal]) + layout.history
        if reached > day or reached >= layout.days:
            return False
    return True


@njit(cache=True, nogil=True)
def _look_again(layout: Layout, route: Route, work: Work) -> None:
    """At each desk of which something changed: the first day for who waits there."""
    work.on[AT_THE_DESK] = work.on[ANY_DAY] = 1
    never = work.held.shape[1] << 6
    for door in range(route.stale.shape[0]):
        if not route.stale[door]:
            continue
        route.stale[door] = 0
        for made in range(route.status.shape[0]):
            if route.made_door[made] == door:
                route.first[made] = never
        for at in range(route.ways_of[door], route.ways_of[door + 1]):
            if applied(layout, work, route.ways[at]) < never:
                for made in range(route.status.shape[0]):
                    if route.made_door[made] == door and route.status[made] == WAITING:
                        day = first_day(work.scratch, APPLIED, route.day[made])
                        route.first[made] = min(route.first[made], day)
    work.on[AT_THE_DESK] = work.on[ANY_DAY] = 0


@njit(cache=True, nogil=True)
def _apply(layout: Layout, route: Route, made: int, day: int) -> None:
    start = day + route.wait[route.made_door[made]]
    route.status[made] = ACCEPTED if start < layout.days else GONE
    route.day[made] = day
    route.start[made] = start


@njit(cache=True, nogil=True)
def _lets_in(layout: Layout, route: Route, work: Work, made: int) -> bool:
    door, found = route.made_door[made], False
    work.on[ANY_DAY] = 1
    for at in range(route.ways_of[door], route.ways_of[door + 1]):
        some = applied(layout, work, route.ways[at]) < work.held.shape[1] << 6
        if some and has(work.scratch[APPLIED], route.day[made]):
            found = True
            break
    work.on[ANY_DAY] = 0
    return found


@njit(cache=True, nogil=True)
def _start(layout: Layout, route: Route, work: Work, made: int) -> None:
    """What the service gives holds, and who looks at that looks again. Once all that it gave for a
    while has run out one applies again, unless another application is under way."""
    door = route.made_door[made]
    put(layout.masks[route.applications[door]], route.day[made])
    push(layout, work, route.made_day, 0, -1)  # a level, with no switch more
    for at in range(route.ways_of[door], route.ways_of[door + 1]):
        wait(work, route.places[at])
    run(layout, work, -1)
    for at in range(work.rows_before[work.at[LEVEL]], work.at[ROWS]):
        row = work.away_row[at]
        for user in range(route.watchers_of[row], route.watchers_of[row + 1]):
            route.stale[route.watchers[user]] = 1
    keep(work)
    route.status[made] = GONE
    if route.over[door]:
        for other in range(route.status.shape[0]):
            if route.status[other] != GONE and route.made_door[other] == door:
                return
        route.status[made] = WAITING
        route.day[made] = route.start[made] + route.over[door]
        route.stale[door] = 1
