# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan.core.planner.staircase` compiled: the same stairs, in the same order.

One question after the other, each with other days to begin with. Rules are numbered per question, from
0 in the order of the world; a set of them is a row of sorted numbers, or words of bits.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ruimbaan.analytics.planning.compiling import Layout, Marks, Numbers
from ruimbaan.analytics.planning.fixed_point import arrival, solve
from ruimbaan.analytics.planning.incremental import keep, pop, push
from ruimbaan.analytics.planning.jit import kernel
from ruimbaan.analytics.planning.words import ONE, Words, has, put
from ruimbaan.analytics.planning.work import Work

NEVER = -1  # for `push`: not cut short
LEVELS = 4  # what is bent, what it grew to, one try more, and room
FULL = -1  # there was no room for all sets
# Places in `days`: of practice and with all rules bent.
PRACTICE, BEST = 0, 1


class Room(NamedTuple):
    """Where a climb writes. `sets`, `sizes` and `arrives`: the sets that were looked at, the smaller
    ones first; `kept`: which of them can do without none of their rules. `largest` and `when`: sets to
    which nothing can be added without being sooner, and their day. `days`: see above; `alone`: of the
    rules that stand beside, each alone."""

    sets: Numbers
    sizes: Numbers
    arrives: Numbers
    kept: Marks
    largest: Words
    when: Numbers
    days: Numbers
    alone: Numbers
    ever: Words  # rules that ever had to stay out
    bent: Numbers  # switches, to push
    order: Numbers
    begins: Numbers
    ends: Numbers


def new_room(sets: int, most: int, rules: int, beside: int) -> Room:
    def numbers(*shape: int) -> NDArray[np.int32]:
        return np.zeros(shape, np.int32)

    return Room(
        numbers(sets, most),
        numbers(sets),
        numbers(sets),
        np.zeros(sets, np.uint8),
        np.zeros((sets, max(1, -(-rules // 64))), np.uint64),
        numbers(sets),
        numbers(2),
        numbers(max(1, beside)),
        np.zeros(max(1, -(-rules // 64)), np.uint64),
        numbers(max(rules, most) + 1),
        numbers(rules + 1),
        numbers(rules + 64),
        numbers(rules + 64),
    )


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
        largest = _no_sooner(room, known, own, -1, now)
        if largest < 0:
            if known == room.when.shape[0]:
                return FULL
            _grow(layout, work, goal, rules, now, room, room.largest[known])
            room.when[known] = now
            largest, known = known, known + 1
        for rule in range(rules.shape[0]):
            if has(room.largest[largest], rule) or _is_known(room, found, own, rule):
                continue
            if found == room.sizes.shape[0]:
                return FULL
            _add(room, found, own, rule)
            if _no_sooner(room, known, own, rule, now) >= 0:
                room.arrives[found] = now
            else:
                bent[0] = rules[rule]
                push(layout, work, bent, 1, NEVER)
                room.arrives[found] = arrival(layout, work, goal)
                pop(work)
            found += 1
        pop(work)
        number += 1
    _keep_irreducible(room, found)
    return found


@kernel
def _no_sooner(room: Room, known: int, own: Numbers, rule: int, now: int) -> int:
    """A largest set with all of these, and this rule if there is one, that arrives on this day."""
    for number in range(known):
        if room.when[number] == now and (rule < 0 or has(room.largest[number], rule)):
            inside = True
            for one in own:
                if not has(room.largest[number], one):
                    inside = False
                    break
            if inside:
                return number
    return -1


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


@kernel
def _is_known(room: Room, found: int, own: Numbers, rule: int) -> bool:
    """Was this set with this rule added looked at already?"""
    size = own.shape[0] + 1
    for number in range(found - 1, -1, -1):
        if room.sizes[number] < size:
            return False
        at, same = 0, True
        for one in room.sets[number, :size]:
            if one == rule:
                continue
            if at == own.shape[0] or own[at] != one:
                same = False
                break
            at += 1
        if same and at == own.shape[0]:
            return True
    return False


@kernel
def _add(room: Room, number: int, own: Numbers, rule: int) -> None:
    """The set `own` with this rule in its place."""
    at, size = 0, own.shape[0]
    while at < size and own[at] < rule:
        room.sets[number, at] = own[at]
        at += 1
    room.sets[number, at] = rule
    for rest in range(at, size):
        room.sets[number, rest + 1] = own[rest]
    room.sizes[number] = size + 1


@kernel
def _keep_irreducible(room: Room, found: int) -> None:
    """Sooner than every smaller set inside it."""
    for number in range(found):
        size = room.sizes[number]
        room.kept[number] = 0
        if size == 0:
            continue
        room.kept[number] = 1
        if room.arrives[number] >= room.days[PRACTICE]:
            room.kept[number] = 0
            continue
        for other in range(number):
            if (
                room.kept[other]
                and room.arrives[other] <= room.arrives[number]
                and _inside(room.sets[other, : room.sizes[other]], room.sets[number, :size])
            ):
                room.kept[number] = 0
                break


@kernel
def _inside(these: Numbers, those: Numbers) -> bool:
    """Both are in order."""
    at = 0
    for one in those:
        if at < these.shape[0] and these[at] == one:
            at += 1
    return bool(at == these.shape[0])
