# SPDX-License-Identifier: EUPL-1.2
"""The cheapest rules with which the lateness is small enough, by implicit hitting sets.

A cheapest set that hits all cuts is tried. When it fails it is grown to a cut; then the cheapest
switch of that cut is taken along and it is tried again, until something works. So each round brings
several cuts and a set that works: the truth lies between what the cuts ask and what that set asks.
After Haslum, Slaney and Thiébaux, "Minimal landmarks for optimal delete-free planning" (2012), and
Davies and Bacchus, "Solving MaxSAT by solving a sequence of simpler SAT instances" (2011).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit

from ruimbaan.analytics.planning.compiling import Layout, Numbers, Weights
from ruimbaan.analytics.planning.fixed_point import lateness
from ruimbaan.analytics.planning.growing import COUNT, PUSHES, Cuts, grow
from ruimbaan.analytics.planning.hitting_search import CUT_SHORT, FOUND, NONE, search
from ruimbaan.analytics.planning.hitting_table import ANY
from ruimbaan.analytics.planning.incremental import keep, pop, push
from ruimbaan.analytics.planning.words import NOTHING, Words, has, put
from ruimbaan.analytics.planning.work import Work

LOOKS = 20_000  # sets that the search for a hitting set may look at before the clock is read
NOWHERE = -1
# Places in `Known.at`.
AT_LEAST, PRICE, LATE = 0, 1, 2


class Wanted(NamedTuple):
    """What is looked for. Per number: what the switch is called in the layout, and its price (below
    zero: it may not be bent). `cheap_first`: all numbers, the cheap ones first. `given`: numbers
    that are bent already. `which`: any cheapest set, or the smallest number of them."""

    switches: Numbers
    prices: Weights
    cheap_first: Numbers
    given: Words
    which: int


class Known(NamedTuple):
    """What is known of the answer. `at`: a price below which there is nothing, the price of the best
    set that works (none yet: one more than may be asked) and its lateness (none yet: below zero).
    `best`: that set."""

    at: Weights
    best: Words


class Hunt(NamedTuple):
    """All that a search reads and writes. Begins and ends with no level of the work open."""

    layout: Layout
    work: Work
    wanted: Wanted
    known: Known
    cuts: Cuts


@njit(cache=True, nogil=True)
def find(hunt: Hunt, at_most: int, pushes: int) -> int:
    """Look for the cheapest set with which the lateness is at most `at_most`, until it is FOUND or
    there is NONE within the price. CUT_SHORT after so many fixed points: ask again and it goes on."""
    _bend(hunt, hunt.wanted.given, -1)
    stop = hunt.cuts.at[PUSHES] + pushes
    state = CUT_SHORT
    while state == CUT_SHORT and hunt.cuts.at[PUSHES] < stop and not _full(hunt.cuts):
        state = _round(hunt, at_most, stop)
    pop(hunt.work)
    return state


@njit(cache=True, nogil=True)
def _full(cuts: Cuts) -> bool:
    return bool(cuts.at[COUNT] == cuts.late.shape[0])


@njit(cache=True, nogil=True)
def _bend(hunt: Hunt, chosen: Words, at_most: int) -> bool:
    """On top of what is bent: does it work?"""
    found = np.empty(hunt.wanted.switches.shape[0], np.int32)
    count = 0
    for number in range(found.shape[0]):
        if has(chosen, number):
            found[count] = hunt.wanted.switches[number]
            count += 1
    hunt.cuts.at[PUSHES] += 1
    return push(hunt.layout, hunt.work, found, count, at_most)


@njit(cache=True, nogil=True)
def _round(hunt: Hunt, at_most: int, stop: int) -> int:
    """One hitting set, and what is learnt from it."""
    wanted, known = hunt.wanted, hunt.known.at
    most = known[PRICE] - 1 if wanted.which == ANY else known[PRICE]
    rows = _open_cuts(hunt, at_most)
    state, price, at_least, chosen = search(
        rows, rows.shape[0], wanted.prices, most, known[AT_LEAST], wanted.which, LOOKS
    )
    known[AT_LEAST] = max(known[AT_LEAST], min(at_least, known[PRICE]))
    if state == NONE:
        return FOUND if known[LATE] >= 0 else NONE
    if state == CUT_SHORT:
        return CUT_SHORT
    works = at_most >= 0 and _bend(hunt, chosen, at_most)
    if works:
        pop(hunt.work)
        _keep_best(hunt, chosen, price)
        return FOUND
    if not _learn(hunt, chosen, price, at_most, stop):
        return NONE
    closed = wanted.which == ANY and known[LATE] >= 0 and known[PRICE] <= known[AT_LEAST]
    return FOUND if closed else CUT_SHORT


@njit(cache=True, nogil=True)
def _open_cuts(hunt: Hunt, at_most: int) -> Words:
    """The cuts that hold for this lateness and are not hit by what is given, without the switches
    that may not be bent."""
    cuts, wanted = hunt.cuts, hunt.wanted
    may = np.zeros(cuts.ever.shape[0], np.uint64)
    for number in range(wanted.prices.shape[0]):
        if wanted.prices[number] >= 0:
            put(may, number)
    rows = np.empty((cuts.at[COUNT], may.shape[0]), np.uint64)
    found = 0
    for cut in range(cuts.at[COUNT]):
        if cuts.late[cut] <= at_most:
            continue
        hit = NOTHING
        for at in range(may.shape[0]):
            hit |= cuts.sets[cut, at] & wanted.given[at]
            rows[found, at] = cuts.sets[cut, at] & may[at]
        if hit == NOTHING:
            found += 1
    return rows[:found]


@njit(cache=True, nogil=True)
def _learn(hunt: Hunt, chosen: Words, price: int, at_most: int, stop: int) -> bool:
    """Cuts, from a set that fails and is on, and taking along a switch of each, until it works or
    asks as much as what is known to work, or it is time to stop. False when nothing that may be
    bent helps at all."""
    wanted, known, cuts = hunt.wanted, hunt.known.at, hunt.cuts
    one = np.empty(1, np.int32)
    while True:
        outside = _outside(wanted, chosen)
        cut = grow(
            hunt.layout, hunt.work, wanted.switches, wanted.cheap_first, outside, at_most, cuts
        )
        number = _cheapest(wanted, cut)
        if number == NOWHERE:
            pop(hunt.work)
            return False
        dear = price + wanted.prices[number] >= known[PRICE]
        if dear or _full(cuts) or cuts.at[PUSHES] >= stop:
            pop(hunt.work)
            return True
        price += wanted.prices[number]
        put(chosen, number)
        one[0] = wanted.switches[number]
        cuts.at[PUSHES] += 1
        if push(hunt.layout, hunt.work, one, 1, at_most):
            pop(hunt.work)
            pop(hunt.work)
            _keep_best(hunt, chosen, price)
            return True
        keep(hunt.work)


@njit(cache=True, nogil=True)
def _outside(wanted: Wanted, chosen: Words) -> Words:
    """All numbers that are neither chosen nor given."""
    outside = np.zeros(chosen.shape[0], np.uint64)
    for number in range(wanted.prices.shape[0]):
        if not has(chosen, number) and not has(wanted.given, number):
            put(outside, number)
    return outside


@njit(cache=True, nogil=True)
def _cheapest(wanted: Wanted, cut: Words) -> int:
    """The first of the cheapest in the cut that may be bent."""
    best = NOWHERE
    for number in range(wanted.prices.shape[0]):
        price = wanted.prices[number]
        if has(cut, number) and price >= 0 and (best == NOWHERE or price < wanted.prices[best]):
            best = number
    return best


@njit(cache=True, nogil=True)
def _keep_best(hunt: Hunt, chosen: Words, price: int) -> None:
    """Remember a set that works, with the lateness it really has."""
    _bend(hunt, chosen, -1)
    hunt.known.at[PRICE] = price
    hunt.known.at[LATE] = lateness(hunt.layout, hunt.work)
    hunt.known.best[:] = chosen
    pop(hunt.work)
