# SPDX-License-Identifier: EUPL-1.2
"""What a walk to the least fixed point writes in, made once and used for every walk."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit

from ruimbaan.analytics.planning.compiling import Layout, Marks, Numbers, Weights
from ruimbaan.analytics.planning.words import Words

# Rows of `scratch`.
APPLIED, GIVEN, BESIDE = range(3)
# Places in `at`.
LOWEST, LEVEL, ROWS, SWITCHES, LOOKS = range(5)


class Work(NamedTuple):
    """`held` and `first` are the answer: per fact its days, and the first of them (a bit; 64 x
    words when there is none). The last row is any support. `on` are the switches. The others are
    the compiled code's own: places that wait to be looked at, and what to put back on a pop."""

    held: Words
    first: Numbers
    on: Marks
    waiting: Words
    scratch: Words
    at: Weights
    level_of: Numbers  # per row the highest level that has put it away
    away_row: Numbers
    away_days: Words
    away_first: Numbers
    away_level: Numbers
    away_switch: Numbers
    rows_before: Weights  # per level, how many rows were put away below it
    switches_before: Weights


@njit(cache=True, nogil=True)
def new_work(layout: Layout, levels: int) -> Work:
    """Room for walks, with at most so many levels of push on top of each other."""
    rows, words = layout.initial.shape
    places = (layout.order.shape[0] + 63) >> 6
    return Work(
        held=np.zeros((rows, words), np.uint64),
        first=np.full(rows, words << 6, np.int32),
        on=np.zeros(layout.none + 1, np.uint8),
        waiting=np.zeros(places + 1, np.uint64),
        scratch=np.zeros((3, words), np.uint64),
        at=np.zeros(5, np.int64),
        level_of=np.zeros(rows, np.int32),
        away_row=np.empty(rows * levels, np.int32),
        away_days=np.empty((rows * levels, words), np.uint64),
        away_first=np.empty(rows * levels, np.int32),
        away_level=np.empty(rows * levels, np.int32),
        away_switch=np.empty(layout.none + 1, np.int32),
        rows_before=np.zeros(levels + 1, np.int64),
        switches_before=np.zeros(levels + 1, np.int64),
    )
