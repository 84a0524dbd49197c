# SPDX-License-Identifier: EUPL-1.2
"""Many futures side by side: a row of first days for each fact, compiled to work on whole rows.

The walk is that of the core: look at a way, add what it gives, look at who uses that; ways stand in
the order in which they open, so most need one look. Minima and maxima of rows of 16-bit numbers are
what processors do best.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from ruimbaan.analytics.futures.lasting import NEVER, Days, Lanes, Marks, Numbers

BLOCK = 256  # futures at a time: the rows of a region then stay near the processor


@njit(cache=True, nogil=True)
def first_days(lay: Lanes, waits: Days, facts: Numbers, found: Days) -> None:
    """In `found`, per fact asked for and future, the first day on which it holds; the last day of the
    span or more when it never does. `waits`: per drawn wait its days in each future."""
    futures = found.shape[1]
    held = np.empty((lay.initial.shape[0], BLOCK), np.int16)
    applied = np.empty(BLOCK, np.int16)
    here = np.zeros((waits.shape[0], BLOCK), np.int16)
    waiting = np.empty(lay.opens.shape[0], np.uint8)
    for begin in range(0, futures, BLOCK):
        size = min(BLOCK, futures - begin)
        here[:, :size] = waits[:, begin : begin + size]
        _walk(lay, here, held, applied, waiting)
        for at in range(facts.shape[0]):
            found[at, begin : begin + size] = held[facts[at], :size]


@njit(cache=True, nogil=True)
def _walk(lay: Lanes, waits: Days, held: Days, applied: Days, waiting: Marks) -> None:
    for fact in range(held.shape[0]):
        held[fact, :] = lay.initial[fact]
    waiting[:] = 1
    at, ways = 0, waiting.shape[0]
    while at < ways:
        if waiting[at]:
            waiting[at] = 0
            at = _look(lay, waits, held, applied, waiting, at)
        else:
            at += 1


@njit(cache=True, nogil=True)
def _look(lay: Lanes, waits: Days, held: Days, applied: Days, waiting: Marks, way: int) -> int:
    """At one way; returns the first one to look at next."""
    after_this = way + 1
    if lay.opens[way] >= lay.days or not _apply(lay, waits, held, applied, way):
        return after_this
    drawn = lay.drawn[way]
    for give in range(lay.gives_of[way], lay.gives_of[way + 1]):
        row = held[lay.give_fact[give]]
        changed = np.int16(0)
        if drawn >= 0:
            wait, after = waits[drawn], lay.give_after[give]
            for lane in range(BLOCK):
                best = min(row[lane], np.int16(applied[lane] + wait[lane] + after))
                changed |= best ^ row[lane]
                row[lane] = best
        else:
            after = np.int16(lay.give_after[give] + lay.wait[way])
            for lane in range(BLOCK):
                best = min(row[lane], np.int16(applied[lane] + after))
                changed |= best ^ row[lane]
                row[lane] = best
        if changed:
            fact = lay.give_fact[give]
            for user in range(lay.users_of[fact], lay.users_of[fact + 1]):
                waiting[lay.users[user]] = 1
                after_this = min(after_this, lay.users[user])
    return after_this


@njit(cache=True, nogil=True)
def _apply(lay: Lanes, waits: Days, held: Days, applied: Days, way: int) -> bool:
    """The day of applying in each future; False when there is none in any."""
    applied[:] = lay.opens[way]
    drawn = lay.drawn[way]
    for need in range(lay.needs_of[way], lay.needs_of[way + 1]):
        row, later = held[lay.need_fact[need]], lay.need_later[need]
        if lay.need_at_start[need] and drawn >= 0:
            wait = waits[drawn]
            for lane in range(BLOCK):
                applied[lane] = max(applied[lane], np.int16(row[lane] + later - wait[lane]))
        else:
            if lay.need_at_start[need]:
                later = np.int16(later - lay.wait[way])
            for lane in range(BLOCK):
                applied[lane] = max(applied[lane], np.int16(row[lane] + later))
    best = np.int16(NEVER)
    for lane in range(BLOCK):
        best = min(best, applied[lane])
    if best >= lay.days:
        return False
    if lay.table[way] >= 0:
        table = lay.tables[lay.table[way]]
        for lane in range(BLOCK):
            applied[lane] = table[min(applied[lane], np.int16(lay.days))]
    return True
