# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan.core.planner.staircase` compiled: the same stairs, in the same order.

One question after the other, each with other days to begin with. Rules are numbered per question, from
0 in the order of the world; a set of them is a row of sorted numbers, or words of bits.
"""

from __future__ import annotations

import numpy as np

from ruimbaan.analytics.planning.compiling import Layout, Marks, Numbers
from ruimbaan.analytics.planning.fixed_point import arrival, solve
from ruimbaan.analytics.planning.incremental import keep, pop, push
from ruimbaan.analytics.planning.jit import kernel
from ruimbaan.analytics.planning.words import ONE, Words, has, put
from ruimbaan.analytics.planning.work import Work
from ruimbaan.analytics.population.stair_room import (
    BEST,
    Room,
    add,
    is_known,
    keep_irreducible,
    no_sooner,
)

NEVER = -1  # for `push`: not cut short
LEVELS = 4  # what is bent, what it grew to, one try more, and room
FULL = -1  # there was no room for all sets


@kernel
def climb(
    layout: Layout,
    work: Work,
    initial: Words,
    on: Marks,
    goal: int,
    rules: Numbers,
    beside: Numbers,
    room: Room,
) -> int:
    """How many sets stand in `room`, or FULL. `rules` and `beside` are switches."""
    solve(layout, work, initial, on)
    practice = arrival(layout, work, goal)
    room.days[:] = practice
    push(layout, work, rules, rules.shape[0], NEVER)
    room.days[BEST] = arrival(layout, work, goal)
    pop(work)
    for at in range(beside.shape[0]):
        push(layout, work, beside[at : at + 1], 1, NEVER)
        room.alone[at] = arrival(layout, work, goal)
        pop(work)
    room.sizes[0], room.arrives[0] = 0, practice
    if room.days[BEST] == practice:
        return 1
    return _climb(layout, work, goal, rules, room)


@kernel
def _climb(layout: Layout, work: Work, goal: int, rules: Numbers, room: Room) -> int:
    """From the smallest set to the largest; each is looked at once."""
    most, bent = room.sets.shape[1], room.bent
    found, known, number = 1, 0, 0
    room.ever[:] = np.uint64(0)
    while number < found:
        size, now = room.sizes[number], room.arrives[number]
        if size == most:
            break
        own = room.sets[number, :size]
        for at in range(size):
            bent[at] = rules[own[at]]
        push(layout, work, bent, size, NEVER)
        largest = no_sooner(room, known, own, -1, now)
        if largest < 0:
            if known == room.when.shape[0]:
                return FULL
            _grow(layout, work, goal, rules, now, room, room.largest[known])
            room.when[known] = now
            largest, known = known, known + 1
        for rule in range(rules.shape[0]):
            if has(room.largest[largest], rule) or is_known(room, found, own, rule):
                continue
            if found == room.sizes.shape[0]:
                return FULL
            add(room, found, own, rule)
            if no_sooner(room, known, own, rule, now) >= 0:
                room.arrives[found] = now
            else:
                bent[0] = rules[rule]
                push(layout, work, bent, 1, NEVER)
                room.arrives[found] = arrival(layout, work, goal)
                pop(work)
            found += 1
        pop(work)
        number += 1
    keep_irreducible(room, found)
    return found


@kernel
def _grow(
    layout: Layout,
    work: Work,
    goal: int,
    rules: Numbers,
    now: int,
    room: Room,
    largest: Words,
) -> None:
    """Into `largest`: what is on now, and all that can be added without arriving sooner. First all
    rules at once that never had to stay out, as most have no part in this; then the others."""
    count = rules.shape[0]
    order, begins, ends, more = room.order, room.begins, room.ends, room.bent
    place = pieces = 0
    for turn in range(2):
        first = place
        for rule in range(count):
            if has(room.ever, rule) == (turn == 0):
                order[place] = rule
                place += 1
        if first < place:
            begins[pieces], ends[pieces] = first, place
            pieces += 1
    largest[:] = np.uint64(0)
    for rule in range(count):
        put(largest, rule)
    push(layout, work, more, 0, NEVER)
    while pieces:
        pieces -= 1
        begin, end = begins[pieces], ends[pieces]
        for at in range(begin, end):
            more[at - begin] = rules[order[at]]
        push(layout, work, more, end - begin, NEVER)
        if arrival(layout, work, goal) == now:
            keep(work)
            continue
        pop(work)
        if end - begin == 1:
            largest[order[begin] >> 6] &= ~(ONE << np.uint64(order[begin] & 63))
            put(room.ever, order[begin])
        else:
            middle = (begin + end) // 2
            begins[pieces], ends[pieces] = middle, end
            begins[pieces + 1], ends[pieces + 1] = begin, middle
            pieces += 2
    pop(work)
