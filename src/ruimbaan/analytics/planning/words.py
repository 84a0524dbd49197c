# SPDX-License-Identifier: EUPL-1.2
"""Sets of small whole numbers as words of 64 bits: number i is bit i % 64 of word i // 64."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Words = NDArray[np.uint64]

ONE = np.uint64(1)
NOTHING = np.uint64(0)
_PAIRS, _FOURS, _BYTES = (
    np.uint64(0x5555555555555555),
    np.uint64(0x3333333333333333),
    np.uint64(0x0F0F0F0F0F0F0F0F),
)
_SUM = np.uint64(0x0101010101010101)


@njit(cache=True)
def ones(word: np.uint64) -> int:
    """How many bits are on (Warren, "Hacker's Delight", 2013, 5-1)."""
    word = word - ((word >> ONE) & _PAIRS)
    word = (word & _FOURS) + ((word >> np.uint64(2)) & _FOURS)
    word = (word + (word >> np.uint64(4))) & _BYTES
    return int(np.int64((word * _SUM) >> np.uint64(56)))


@njit(cache=True)
def lowest(word: np.uint64) -> int:
    """The number of the lowest bit that is on; the word is not empty."""
    return ones((word & (~word + ONE)) - ONE)


@njit(cache=True)
def has(words: Words, number: int) -> bool:
    return bool((words[number >> 6] >> np.uint64(number & 63)) & ONE != NOTHING)


@njit(cache=True)
def put(words: Words, number: int) -> None:
    words[number >> 6] |= ONE << np.uint64(number & 63)


@njit(cache=True)
def take(words: Words, number: int) -> None:
    words[number >> 6] &= ~(ONE << np.uint64(number & 63))


@njit(cache=True)
def shared(these: Words, those: Words) -> int:
    """How many are in both."""
    found = 0
    for at in range(these.shape[0]):
        both = these[at] & those[at]
        if both != NOTHING:
            found += ones(both)
    return found


@njit(cache=True)
def within(these: Words, those: Words) -> bool:
    """Is all of these in those?"""
    for at in range(these.shape[0]):  # noqa: SIM110 - a loop is what the compiler knows
        if these[at] & ~those[at] != NOTHING:
            return False
    return True


@njit(cache=True)
def empty(words: Words) -> bool:
    for at in range(words.shape[0]):  # noqa: SIM110
        if words[at] != NOTHING:
            return False
    return True


@njit(cache=True)
def smaller(these: Words, those: Words) -> bool:
    """Read as one whole number: is this one the smaller?"""
    for at in range(these.shape[0] - 1, -1, -1):
        if these[at] != those[at]:
            return bool(these[at] < those[at])
    return False
