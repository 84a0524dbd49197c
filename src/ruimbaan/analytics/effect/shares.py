# SPDX-License-Identifier: EUPL-1.2
"""Of one group, which share reached the outcome by some days after the day of use.

The cumulative incidence of Aalen and Johansen (1978), weighted: other ends compete, and who is cut off
counts until then. `core.insight.curves` is the same for people who weigh alike."""

from __future__ import annotations

import numpy as np

from ruimbaan.analytics.effect.followed import CUT, REACHED, Whole
from ruimbaan.analytics.effect.matching import Real


def shares(time: Whole, end: Whole, weights: Real, horizons: Whole) -> Real:
    """A row for each row of `weights`, a column for each horizon (microseconds)."""
    order = np.argsort(time, kind="stable")
    time, end, weights = time[order], end[order], weights[:, order]
    first = np.flatnonzero(np.diff(time, prepend=-1))
    under_way = np.cumsum(weights[:, ::-1], axis=1)[:, ::-1][:, first]
    ended = np.add.reduceat(weights * (end != CUT), first, axis=1)
    reached = np.add.reduceat(weights * (end == REACHED), first, axis=1)
    nobody = under_way <= 0
    whole = np.where(nobody, 1.0, under_way)
    left = np.cumprod(1 - np.where(nobody, 0.0, ended / whole), axis=1)
    before = np.concatenate((np.ones((len(weights), 1)), left[:, :-1]), axis=1)
    share = np.cumsum(before * np.where(nobody, 0.0, reached / whole), axis=1)
    padded = np.concatenate((np.zeros((len(weights), 1)), share), axis=1)
    found: Real = padded[:, np.searchsorted(time[first], horizons, side="right")]
    return found
