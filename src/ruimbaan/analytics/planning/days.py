# SPDX-License-Identifier: EUPL-1.2
"""Sets of days as rows of 64-bit words: bit i of a row stands for day i - history.

The same arithmetic as `ruimbaan.core.kernel.days.Span`, in place on row `row` of a table. The last
word of a row has bits past the horizon: what moves days forward ends with `trim`, which takes them
away. Lengths and moves may be longer than the row; they are never below zero.
"""

from __future__ import annotations

import numpy as np

from ruimbaan.analytics.planning.jit import inlined
from ruimbaan.analytics.planning.words import NOTHING, ONE, Words, lowest

WORD = np.uint64(64)
FULL = np.uint64(0xFFFF_FFFF_FFFF_FFFF)


@inlined
def trim(table: Words, row: int, every_day: Words) -> None:
    """Take away what is past the horizon."""
    table[row, -1] &= every_day[-1]


@inlined
def later(table: Words, row: int, by: int) -> None:
    """Every day moved `by` days forward."""
    words, jump, bits = table.shape[1], by >> 6, np.uint64(by & 63)
    if jump >= words:
        table[row, :] = NOTHING
        return
    if bits == NOTHING:
        for at in range(words - 1, jump - 1, -1):
            table[row, at] = table[row, at - jump]
    else:
        for at in range(words - 1, jump, -1):
            over = table[row, at - jump - 1] >> (WORD - bits)
            table[row, at] = table[row, at - jump] << bits | over
        table[row, jump] = table[row, 0] << bits
    table[row, :jump] = NOTHING


@inlined
def earlier(table: Words, row: int, by: int) -> None:
    """Every day moved `by` days back; what passes the start of history is gone."""
    words, jump, bits = table.shape[1], by >> 6, np.uint64(by & 63)
    if jump >= words:
        table[row, :] = NOTHING
        return
    if bits == NOTHING:
        for at in range(words - jump):
            table[row, at] = table[row, at + jump]
    else:
        for at in range(words - jump - 1):
            over = table[row, at + jump + 1] << (WORD - bits)
            table[row, at] = table[row, at + jump] >> bits | over
        table[row, words - jump - 1] = table[row, words - 1] >> bits
    table[row, words - jump :] = NOTHING


@inlined
def _and_later(table: Words, row: int, by: int) -> None:
    """Keep the days that are also `by` days after a day of the set."""
    words, jump, bits = table.shape[1], by >> 6, np.uint64(by & 63)
    if bits == NOTHING:
        for at in range(words - 1, jump - 1, -1):
            table[row, at] &= table[row, at - jump]
    else:
        for at in range(words - 1, jump, -1):
            over = table[row, at - jump - 1] >> (WORD - bits)
            table[row, at] &= table[row, at - jump] << bits | over
        table[row, jump] &= table[row, 0] << bits
    table[row, :jump] = NOTHING


@inlined
def _or_later(table: Words, row: int, by: int) -> None:
    """Add the days that are `by` days after a day of the set."""
    words, jump, bits = table.shape[1], by >> 6, np.uint64(by & 63)
    if bits == NOTHING:
        for at in range(words - 1, jump - 1, -1):
            table[row, at] |= table[row, at - jump]
    else:
        for at in range(words - 1, jump, -1):
            over = table[row, at - jump - 1] >> (WORD - bits)
            table[row, at] |= table[row, at - jump] << bits | over
        table[row, jump] |= table[row, 0] << bits


@inlined
def lasting(table: Words, row: int, length: int, every_day: Words) -> None:
    """Every day followed by the rest of its `length` days, of which there is at least one. Doubles
    what is covered until all is."""
    length = min(length, table.shape[1] << 6)
    covered = 1
    while covered < length:
        step = min(covered, length - covered)
        _or_later(table, row, step)
        covered += step
    trim(table, row, every_day)


@inlined
def held_within(table: Words, row: int, k: int, every_day: Words) -> None:
    """Days t such that some day of [t - k, t] is in the set."""
    lasting(table, row, k + 1, every_day)


@inlined
def held_for(table: Words, row: int, k: int) -> None:
    """Days t such that all days of [t - k, t] are in the set."""
    if k >= table.shape[1] << 6:
        table[row, :] = NOTHING
        return
    covered = 1
    while covered < k + 1:
        step = min(covered, k + 1 - covered)
        _and_later(table, row, step)
        covered += step


@inlined
def opposite(table: Words, row: int, every_day: Words) -> None:
    """The days that are not in the set."""
    for at in range(table.shape[1]):
        table[row, at] = ~table[row, at] & every_day[at]


@inlined
def spread(table: Words, row: int, within: int) -> None:
    """Days reached from the set by going forward one day at a time, staying in row `within`.

    One sum does it: a day reached in a run of open days, added to that run, carries up to its end.
    """
    before, carry = NOTHING, NOTHING
    for at in range(table.shape[1]):
        is_open, days = table[within, at], table[row, at]
        begins = (days << ONE | before) & is_open
        added = is_open + begins
        over = ONE if added < is_open else NOTHING
        added += carry
        if added < carry:
            over = ONE
        table[row, at] = days | (((added ^ is_open) | begins) & is_open)
        before, carry = days >> np.uint64(63), over


@inlined
def first_day(table: Words, row: int, day: int) -> int:
    """The first day of the set that is not before `day`; 64 x words when there is none."""
    words, at = int(table.shape[1]), day >> 6
    if at >= words:
        return words << 6
    word = table[row, at] & (FULL << np.uint64(day & 63))
    while word == NOTHING:
        at += 1
        if at == words:
            return words << 6
        word = table[row, at]
    return (at << 6) + lowest(word)


@inlined
def span_of_word(at: int, begins: int, ends: int) -> np.uint64:
    """The bits in word `at` of the days [begins, ends), of which there is one in this word."""
    bits = FULL
    if begins > at << 6:
        bits = FULL << np.uint64(begins & 63)
    if ends < (at + 1) << 6:
        bits &= ~(FULL << np.uint64(ends & 63))
    return bits


@inlined
def one_run(table: Words, row: int, begins: int) -> int:
    """The last day of a set that is one unbroken run from its first day `begins`; -1 when it is
    not."""
    words, at = int(table.shape[1]), begins >> 6
    missing = ~table[row, at] & (FULL << np.uint64(begins & 63))
    while missing == NOTHING:
        at += 1
        if at == words:
            return (words << 6) - 1
        missing = ~table[row, at]
    ends = lowest(missing)
    rest = table[row, at] & (FULL << np.uint64(ends))
    for word in range(at + 1, words):
        rest |= table[row, word]
    return (at << 6) + ends - 1 if rest == NOTHING else -1
