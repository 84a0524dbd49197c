# SPDX-License-Identifier: EUPL-1.2
"""Cuts and switches laid out for the search, without those that cannot matter.

A cut that holds another cut is hit whenever that one is. A switch beside which another one hits at
least the same cuts for at most the same price is in no set that is looked for: the other one can
stand in its place.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from ruimbaan.analytics.planning.words import (
    NOTHING,
    ONE,
    Words,
    has,
    lowest,
    ones,
    put,
    within,
)

Numbers = NDArray[np.int64]

# Of the cheapest sets: any of them, or the one whose mask is the smallest number.
ANY, SMALLEST = 0, 1


class Table(NamedTuple):
    """The switches that are left, in their order, per cut its switches by place among those, per
    switch the cuts it hits, and what each asks."""

    switches: Numbers
    members: Words
    hits: Words
    prices: Numbers


@njit(cache=True)
def tabled(cuts: Words, count: int, weights: Numbers, which: int) -> Table:
    """`which`: any cheapest set will do, or the smallest number of them is looked for."""
    kept = _smallest_only(cuts, count)
    found, columns = _columns(cuts, kept)
    switches = _worth_a_look(found, columns, weights, which)
    members = np.zeros((kept.shape[0], (switches.shape[0] + 63) >> 6), np.uint64)
    hits = np.zeros((switches.shape[0], (kept.shape[0] + 63) >> 6), np.uint64)
    for at in range(kept.shape[0]):
        for place in range(switches.shape[0]):
            if has(cuts[kept[at]], switches[place]):
                put(members[at], place)
                put(hits[place], at)
    return Table(switches, members, hits, weights[switches])


@njit(cache=True)
def _smallest_only(cuts: Words, count: int) -> Numbers:
    """Numbers of the cuts that hold no other cut; of the same cuts the first. Small ones first."""
    sizes = np.zeros(count, np.int64)
    for cut in range(count):
        for at in range(cuts.shape[1]):
            sizes[cut] += ones(cuts[cut, at])
    kept, found = np.empty(count, np.int64), 0
    for cut in np.argsort(sizes, kind="mergesort"):
        needed = True
        for before in range(found):
            if within(cuts[kept[before]], cuts[cut]):
                needed = False
                break
        if needed:
            kept[found] = cut
            found += 1
    return kept[:found]


@njit(cache=True)
def _columns(cuts: Words, kept: Numbers) -> tuple[Numbers, Words]:
    """The switches that are in some cut, and which of the cuts each hits."""
    union = np.zeros(cuts.shape[1], np.uint64)
    for cut in kept:
        union |= cuts[cut]
    size = 0
    for at in range(union.shape[0]):
        size += ones(union[at])
    switches, place = np.empty(size, np.int64), np.empty(cuts.shape[1] << 6, np.int64)
    found = 0
    for at in range(union.shape[0]):
        word = union[at]
        while word != NOTHING:
            switches[found] = (at << 6) + lowest(word)
            place[switches[found]] = found
            found += 1
            word &= word - ONE
    hits = np.zeros((size, (kept.shape[0] + 63) >> 6), np.uint64)
    for number in range(kept.shape[0]):
        for at in range(cuts.shape[1]):
            word = cuts[kept[number], at]
            while word != NOTHING:
                put(hits[place[(at << 6) + lowest(word)]], number)
                word &= word - ONE
    return switches, hits


@njit(cache=True)
def _worth_a_look(switches: Numbers, hits: Words, weights: Numbers, which: int) -> Numbers:
    """Switches without those for which another can stand in: one that hits more for as much may
    stand in wherever it stands when any cheapest set will do."""
    first = _one_of_each(switches, hits, weights)
    kept, found = np.empty(first.shape[0], np.int64), 0
    for place in first:
        needed = True
        for other in first:
            if place == other or not within(hits[place], hits[other]):
                continue
            mine, yours = weights[switches[place]], weights[switches[other]]
            if yours < mine or (yours == mine and (other < place or which == ANY)):
                needed = False
                break
        if needed:
            kept[found] = switches[place]
            found += 1
    return kept[:found]


@njit(cache=True)
def _one_of_each(switches: Numbers, hits: Words, weights: Numbers) -> Numbers:
    """Of the places that hit the same cuts the cheapest, of those the first; by a table of hashes,
    as nearly all switches are like another one."""
    room = 2
    while room < 2 * switches.shape[0]:
        room *= 2
    slots = np.full(room, -1, np.int64)
    for place in range(switches.shape[0]):
        mixed = np.uint64(14695981039346656037)
        for at in range(hits.shape[1]):
            mixed = (mixed ^ hits[place, at]) * np.uint64(1099511628211)
            mixed ^= mixed >> np.uint64(29)
        slot = np.int64(mixed & np.uint64(room - 1))
        while slots[slot] >= 0 and not _same(hits[slots[slot]], hits[place]):
            slot = (slot + 1) & (room - 1)
        if slots[slot] < 0 or weights[switches[place]] < weights[switches[slots[slot]]]:
            slots[slot] = place
    return np.sort(slots[slots >= 0])


@njit(cache=True)
def _same(these: Words, those: Words) -> bool:
    for at in range(these.shape[0]):  # noqa: SIM110
        if these[at] != those[at]:
            return False
    return True
