# SPDX-License-Identifier: EUPL-1.2
"""The cheapest set of switches with one of every cut, worked out by compiled code.

The same question as `ruimbaan.core.planner.cheapest.cheapest_hitting`, and a set of the same price;
of equally cheap sets always the one whose mask is the smallest number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from ruimbaan.analytics.planning.hitting_search import CUT_SHORT, FOUND, search
from ruimbaan.analytics.planning.hitting_table import SMALLEST
from ruimbaan.analytics.planning.words import Words
from ruimbaan.core.planner.cheapest import SearchCutShort
from ruimbaan.core.planner.problem import Switches

WORD = 64
LOOKS = 10_000_000
# Prices are added up in 64 bits; half of that can be compared and doubled without a thought.
HIGHEST = 1 << 62


def cheapest_hitting(
    cuts: Iterable[Switches], weights: Mapping[Switches, int], budget: int | None = None
) -> Switches | None:
    """The cheapest set with a switch of every cut; None when it costs more than `budget` or when
    a cut has no switch left. Raises SearchCutShort when that took too long."""
    switches = sorted(weights)
    place = {switch: at for at, switch in enumerate(switches)}
    prices = np.array([weights[switch] for switch in switches], dtype=np.int64)
    whole = sum(weights.values())
    if whole >= HIGHEST:
        raise OverflowError("prices that do not fit in 64 bits")
    allowed = sum(switches)
    rows = as_words(
        [[place[switch] for switch in _single(cut & allowed)] for cut in cuts], len(switches)
    )
    most = whole if budget is None else min(budget, whole)
    if most < 0:
        return None
    state, _, _, chosen = search(rows, len(rows), prices, most, 0, SMALLEST, LOOKS)
    if state == CUT_SHORT:
        raise SearchCutShort
    return sum(switches[at] for at in numbers(chosen)) if state == FOUND else None


def as_words(sets: Sequence[Sequence[int]], size: int) -> Words:
    """Each set of numbers below `size` as a row of words."""
    rows = np.zeros((len(sets), max(1, -(-size // WORD))), np.uint64)
    for row, numbers_in in zip(rows, sets, strict=True):
        for number in numbers_in:
            row[number // WORD] |= np.uint64(1 << number % WORD)
    return rows


def numbers(words: Words) -> list[int]:
    """The numbers in a set of words, lowest first."""
    return [
        WORD * at + bit
        for at, word in enumerate(words.tolist())
        for bit in range(word.bit_length())
        if word >> bit & 1
    ]


def _single(mask: Switches) -> list[Switches]:
    return [1 << at for at in range(mask.bit_length()) if mask >> at & 1]
