# SPDX-License-Identifier: EUPL-1.2
"""From a set of bent rules that does not help enough to a largest one that still does not.

What stays outside is a cut: whoever wants more than the lateness of that largest set bends one of
them. Each cut is kept with that lateness, so that all rows of a front share what was learnt.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit

from ruimbaan.analytics.planning.compiling import Layout, Numbers, Weights
from ruimbaan.analytics.planning.fixed_point import lateness
from ruimbaan.analytics.planning.incremental import keep, pop, push
from ruimbaan.analytics.planning.words import Words, has, put, within
from ruimbaan.analytics.planning.work import Work

# Places in `Cuts.at`: how many there are, and how often a fixed point was asked for.
COUNT, PUSHES = 0, 1
LEVELS = 4  # what is given, what is chosen, what it grew to, and one try more


class Cuts(NamedTuple):
    """Cuts over the switches of a search, numbered from 0 in the order of the world. Row `n` of
    `sets` is only about reaching less than `late[n]` weighted days. `ever` are the switches that
    were in any cut."""

    sets: Words
    late: Weights
    ever: Words
    at: Weights


@njit(cache=True, nogil=True)
def new_cuts(room: int, switches: int) -> Cuts:
    words = max(1, (switches + 63) >> 6)
    return Cuts(
        np.zeros((room, words), np.uint64),
        np.zeros(room, np.int64),
        np.zeros(words, np.uint64),
        np.zeros(2, np.int64),
    )


def more_room(cuts: Cuts) -> Cuts:
    """The same cuts, and room for as many more."""
    bigger = new_cuts(2 * len(cuts.late), cuts.sets.shape[1] << 6)
    bigger.sets[: len(cuts.late)] = cuts.sets
    bigger.late[: len(cuts.late)] = cuts.late
    bigger.ever[:] = cuts.ever
    bigger.at[:] = cuts.at
    return bigger


@njit(cache=True, nogil=True)
def grow(
    layout: Layout,
    work: Work,
    switches: Numbers,
    cheap_first: Numbers,
    outside: Words,
    at_most: int,
    cuts: Cuts,
) -> Words:
    """The cut of a largest set that holds what is on now and leaves the lateness above `at_most`.

    `switches`: what each number is called in the layout. `outside`: the numbers that are not on.
    First all at once that never were in a cut, as most have no part in this; then the others, cheap
    ones first, so that cuts hold the dear ones and say more.
    """
    order, begins, ends, pieces = _pieces(switches, cheap_first, outside, cuts.ever)
    cut = np.zeros(outside.shape[0], np.uint64)
    push(layout, work, order, 0, -1)
    while pieces:
        pieces -= 1
        begin, end = begins[pieces], ends[pieces]
        cuts.at[PUSHES] += 1
        if not push(layout, work, switches[order[begin:end]], end - begin, at_most):
            keep(work)
            continue
        pop(work)
        if end - begin == 1:
            put(cut, order[begin])
        else:
            middle = begin + (end - begin + 1) // 2
            begins[pieces], ends[pieces] = middle, end
            begins[pieces + 1], ends[pieces + 1] = begin, middle
            pieces += 2
    _add(cuts, cut, lateness(layout, work))
    pop(work)
    return cut


@njit(cache=True, nogil=True)
def _pieces(
    switches: Numbers, cheap_first: Numbers, outside: Words, ever: Words
) -> tuple[Numbers, Numbers, Numbers, int]:
    """The numbers outside in an order, cut in pieces; the last piece is tried first."""
    room = switches.shape[0] + 64
    order = np.empty(switches.shape[0], np.int32)
    begins, ends = np.zeros(room, np.int32), np.zeros(room, np.int32)
    found = pieces = 0
    for number in cheap_first[::-1]:
        if has(outside, number) and has(ever, number):
            order[found] = number
            begins[pieces], ends[pieces] = found, found + 1
            found, pieces = found + 1, pieces + 1
    quiet = found
    for number in cheap_first:
        if has(outside, number) and not has(ever, number):
            order[found] = number
            found += 1
    if quiet < found:
        begins[pieces], ends[pieces] = quiet, found
        pieces += 1
    return order, begins, ends, pieces


@njit(cache=True, nogil=True)
def _add(cuts: Cuts, cut: Words, late: int) -> None:
    """Keep the cut, and forget those that say no more than it does. There must be room."""
    kept = 0
    for number in range(cuts.at[COUNT]):
        if cuts.late[number] > late or not within(cut, cuts.sets[number]):
            cuts.sets[kept] = cuts.sets[number]
            cuts.late[kept] = cuts.late[number]
            kept += 1
    cuts.sets[kept] = cut
    cuts.late[kept] = late
    cuts.at[COUNT] = kept + 1
    for at in range(cut.shape[0]):
        cuts.ever[at] |= cut[at]
