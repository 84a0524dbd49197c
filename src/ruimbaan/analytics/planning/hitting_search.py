# SPDX-License-Identifier: EUPL-1.2
"""The cheapest set of switches that hits every cut: branch and bound on words of 64 switches.

A cut with one switch left is no choice. The bound is a solution of the dual: each cut charges its
switches, no switch more than its price (Wolsey, "Integer Programming", 1998, 10.2; cuts that share
no switch are a special case of it). A switch that can no longer be part of anything better, what it
was not charged for on top of the bound, is banned.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit

from ruimbaan.analytics.planning.hitting_table import ANY, SMALLEST, Numbers, Table, tabled
from ruimbaan.analytics.planning.words import (
    NOTHING,
    ONE,
    Words,
    empty,
    has,
    lowest,
    put,
    shared,
    smaller,
    take,
)

NONE, FOUND, CUT_SHORT = 0, 1, 2
_DEAD, _LEAF, _OPEN = 0, 1, 2


class Stack(NamedTuple):
    """Per level: cuts not hit yet, switches not banned, switches chosen and their price, and the
    branches: which switches, how many, and how many of them are done."""

    left: Words
    free: Words
    chosen: Words
    price: Numbers
    branches: Numbers
    size: Numbers
    done: Numbers


@njit(cache=True)
def search(
    cuts: Words, count: int, weights: Numbers, most: int, known: int, which: int, looks: int
) -> tuple[int, int, int, Words]:
    """What came of it, the price, a price below which there is nothing, and the set.

    `most`: the highest price that is of use. `known`: a price below which there is nothing, for
    sure. `which`: with SMALLEST the answer does not depend on the order of the search. `looks`: how
    often it may look before it is cut short.
    """
    table = tabled(cuts, count, weights, which)
    stack = _stack(table)
    best = np.zeros(stack.chosen.shape[1], np.uint64)
    price, found, at_least, level, entering = most + 1, False, known, 0, True
    while level >= 0:
        if entering:
            looks -= 1
            state, bound = _settle(
                table, stack, level, price if which == SMALLEST and found else price - 1
            )
            if level == 0:
                at_least = max(at_least, min(bound, most + 1))
            if state != _DEAD and found and bound == price:
                state = state if smaller(stack.chosen[level], best) else _DEAD
            if state == _LEAF:
                best[:] = stack.chosen[level]
                price, found = bound, True
            stack.done[level] = 0
            stack.size[level] = _branch(table, stack, level) if state == _OPEN else 0
            if found and which == ANY and price <= at_least:
                break
            if looks < 0:
                return CUT_SHORT, price, at_least, _named(table, best, cuts.shape[1])
        entering = stack.done[level] < stack.size[level]
        if entering:
            _descend(table, stack, level)
        level += 1 if entering else -1
    if not found:
        return NONE, price, price, _named(table, best, cuts.shape[1])
    return FOUND, price, price, _named(table, best, cuts.shape[1])


@njit(cache=True)
def _stack(table: Table) -> Stack:
    """One level more than there are cuts: each choice hits one at least."""
    levels = table.members.shape[0] + 1
    switches = table.switches.shape[0]
    stack = Stack(
        np.zeros((levels, table.hits.shape[1]), np.uint64),
        np.zeros((levels, table.members.shape[1]), np.uint64),
        np.zeros((levels, table.members.shape[1]), np.uint64),
        np.zeros(levels, np.int64),
        np.zeros((levels, switches), np.int64),
        np.zeros(levels, np.int64),
        np.zeros(levels, np.int64),
    )
    for cut in range(table.members.shape[0]):
        put(stack.left[0], cut)
    for switch in range(switches):
        put(stack.free[0], switch)
    return stack


@njit(cache=True)
def _choose(table: Table, stack: Stack, level: int, switch: int) -> None:
    put(stack.chosen[level], switch)
    take(stack.free[level], switch)
    stack.price[level] += table.prices[switch]
    stack.left[level] &= ~table.hits[switch]


@njit(cache=True)
def _descend(table: Table, stack: Stack, level: int) -> None:
    """To the level below with the next branch; what was tried here is banned from now on."""
    switch = stack.branches[level, stack.done[level]]
    stack.done[level] += 1
    stack.left[level + 1] = stack.left[level]
    stack.free[level + 1] = stack.free[level]
    stack.chosen[level + 1] = stack.chosen[level]
    stack.price[level + 1] = stack.price[level]
    _choose(table, stack, level + 1, switch)
    take(stack.free[level], switch)


@njit(cache=True)
def _settle(table: Table, stack: Stack, level: int, limit: int) -> tuple[int, int]:
    """Take what is no choice, ban what is of no use; what is left to do, and the least price."""
    while True:
        if not _forced(table, stack, level) or stack.price[level] > limit:
            return _DEAD, limit + 1
        if empty(stack.left[level]):
            return _LEAF, stack.price[level]
        spare = table.prices.copy()
        bound = stack.price[level] + _charge(table, stack, level, spare)
        if bound > limit:
            return _DEAD, bound
        if not _ban(stack, level, spare, limit - bound):
            return _OPEN, bound


@njit(cache=True)
def _forced(table: Table, stack: Stack, level: int) -> bool:
    """Take the switch of every cut that has one left; False when a cut has none."""
    left, again = stack.left[level], True
    while again:
        again = False
        for at in range(left.shape[0]):
            word = left[at]
            while word != NOTHING:
                members = table.members[(at << 6) + lowest(word)]
                word &= word - ONE
                count = shared(members, stack.free[level])
                if count == 0:
                    return False
                if count == 1:
                    _choose(table, stack, level, _first_shared(members, stack.free[level]))
                    word &= left[at]
                    again = True
    return True


@njit(cache=True)
def _first_shared(these: Words, those: Words) -> int:
    for at in range(these.shape[0]):
        both = these[at] & those[at]
        if both != NOTHING:
            return (at << 6) + lowest(both)
    return -1


@njit(cache=True)
def _charge(table: Table, stack: Stack, level: int, spare: Numbers) -> int:
    """What the cuts charge together, those with the fewest switches first. `spare` becomes what
    each switch was not charged for."""
    cuts = _open_cuts(table, stack, level)
    total = 0
    for cut in cuts:
        least = -1
        for at in range(table.members.shape[1]):
            word = table.members[cut, at] & stack.free[level, at]
            while word != NOTHING:
                price = spare[(at << 6) + lowest(word)]
                word &= word - ONE
                if least < 0 or price < least:
                    least = price
        if least == 0:
            continue
        total += least
        for at in range(table.members.shape[1]):
            word = table.members[cut, at] & stack.free[level, at]
            while word != NOTHING:
                spare[(at << 6) + lowest(word)] -= least
                word &= word - ONE
    return total


@njit(cache=True)
def _open_cuts(table: Table, stack: Stack, level: int) -> Numbers:
    """The cuts not hit yet, those with the fewest switches first."""
    cuts = np.empty(table.members.shape[0], np.int64)
    sizes = np.empty(table.members.shape[0], np.int64)
    found = 0
    for cut in range(table.members.shape[0]):
        if has(stack.left[level], cut):
            cuts[found] = cut
            sizes[found] = shared(table.members[cut], stack.free[level])
            found += 1
    return cuts[:found][np.argsort(sizes[:found], kind="mergesort")]


@njit(cache=True)
def _ban(stack: Stack, level: int, spare: Numbers, room: int) -> bool:
    """Ban the switches that ask more on top of the bound than there is room."""
    banned = False
    for switch in range(spare.shape[0]):
        if spare[switch] > room and has(stack.free[level], switch):
            take(stack.free[level], switch)
            banned = True
    return banned


@njit(cache=True)
def _branch(table: Table, stack: Stack, level: int) -> int:
    """The switches of the cut with the fewest, those that hit most for their price first."""
    cut = _open_cuts(table, stack, level)[0]
    found = 0
    for switch in range(table.switches.shape[0]):
        if has(table.members[cut], switch) and has(stack.free[level], switch):
            hit = shared(table.hits[switch], stack.left[level])
            at = found
            while at > 0:
                other = stack.branches[level, at - 1]
                often = shared(table.hits[other], stack.left[level])
                if table.prices[other] * hit <= table.prices[switch] * often:
                    break
                stack.branches[level, at] = other
                at -= 1
            stack.branches[level, at] = switch
            found += 1
    return found


@njit(cache=True)
def _named(table: Table, chosen: Words, words: int) -> Words:
    """The set in the numbers that the switches have outside the table."""
    named = np.zeros(words, np.uint64)
    for at in range(table.switches.shape[0]):
        if has(chosen, at):
            put(named, table.switches[at])
    return named
