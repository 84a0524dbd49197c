# SPDX-License-Identifier: EUPL-1.2
"""Where a climb writes, and what it knows of the sets of rules that it looked at.

Rules are numbered per question; a set of them is a row of numbers in order, or words of bits.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ruimbaan.analytics.planning.compiling import Marks, Numbers
from ruimbaan.analytics.planning.jit import kernel
from ruimbaan.analytics.planning.words import Words, has

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
def no_sooner(room: Room, known: int, own: Numbers, rule: int, now: int) -> int:
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
def is_known(room: Room, found: int, own: Numbers, rule: int) -> bool:
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
def add(room: Room, number: int, own: Numbers, rule: int) -> None:
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
def keep_irreducible(room: Room, found: int) -> None:
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
