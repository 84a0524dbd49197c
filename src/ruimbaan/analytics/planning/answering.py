# SPDX-License-Identifier: EUPL-1.2
"""What is asked of a fixed point when it is there."""

from __future__ import annotations

import numpy as np
from numba import njit

from ruimbaan.analytics.planning.applying import applied
from ruimbaan.analytics.planning.compiling import Layout, Numbers
from ruimbaan.analytics.planning.words import Words
from ruimbaan.analytics.planning.work import APPLIED, Work


@njit(cache=True, nogil=True)
def applied_everywhere(layout: Layout, work: Work) -> Words:
    """Per way the days on which one can apply through it."""
    ways, words = layout.way_wait.shape[0], work.held.shape[1]
    found = np.zeros((ways, words), np.uint64)
    for way in range(ways):
        if applied(layout, work, way) < words << 6:
            for word in range(words):
                found[way, word] = work.scratch[APPLIED, word]
    return found


@njit(cache=True, nogil=True)
def opening_days(layout: Layout, work: Work) -> Numbers:
    """Per way the first day (a bit) on which one can apply through it; 64 x words when never."""
    ways = layout.way_wait.shape[0]
    found = np.empty(ways, np.int32)
    for way in range(ways):
        found[way] = applied(layout, work, way)
    return found
