# SPDX-License-Identifier: EUPL-1.2
"""Witnesses that were found, to be used again: most of them clear many cells at once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ruimbaan.analytics.disclosure.attacking import Attack, Insider
from ruimbaan.analytics.disclosure.cubes import Whole
from ruimbaan.analytics.disclosure.sight import Sight


class Witnesses:
    """Whole-number counts for all cells of one sight; a witness that no longer fits is passed over."""

    def __init__(self, cells: int, threshold: int) -> None:
        self._kept: Whole = np.zeros((0, cells), dtype=np.int64)
        self._threshold = threshold

    def unsafe(self, sight: Sight, insider: Insider, targets: Whole) -> Iterator[int]:
        """Which of these cells this attacker can tell to be small; who wants one need not wait for all.

        A cell is safe when `threshold` people or more are possible in it. A group that is no cell of
        a table is safe as well when nobody may be in it.
        """
        attack = Attack(sight, insider, self._threshold)
        fitting = self._fitting(sight, insider)
        for cell in map(int, targets):
            between = cell >= sight.tables
            if self._cleared(fitting, cell, between=between):
                continue
            for up in (True, False) if between else (True,):
                counts = attack.furthest(cell, up=up)
                self._kept = np.vstack([self._kept, counts])
                fitting = np.vstack([fitting, counts])
                if self._cleared(counts[None, :], cell, between=between):
                    break
            else:
                yield cell

    def _cleared(self, counts: Whole, cell: int, *, between: bool) -> bool:
        possible = counts[:, cell]
        enough = bool((possible >= self._threshold).any())
        return enough or (between and bool((possible == 0).any()))

    def _fitting(self, sight: Sight, insider: Insider) -> Whole:
        kept = self._kept
        fits: NDArray[np.bool_] = (kept[:, sight.shown] == sight.public[sight.shown]).all(axis=1)
        fits &= (kept[:, sight.public == -1] >= 1).all(axis=1)
        fits &= (kept[:, insider.cells] == insider.counts).all(axis=1)
        return kept[fits]
