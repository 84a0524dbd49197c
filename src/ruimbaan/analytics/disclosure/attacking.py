# SPDX-License-Identifier: EUPL-1.2
"""How far somebody can get who solves everything that is public.

An attacker knows that groups are whole numbers of people, zero or more. A worst case is only
believed with a witness: whole numbers for all groups that fit everything, checked without rounding.
A linear program finds most of them; where its answer is no whole number, an integer program decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from ruimbaan.analytics.disclosure.cubes import Whole
from ruimbaan.analytics.disclosure.errors import Contradiction
from ruimbaan.analytics.disclosure.sight import Sight
from ruimbaan.analytics.disclosure.solving import Program, Real, minimum
from ruimbaan.analytics.disclosure.tables import HIDDEN

NEARLY = 1e-6


@dataclass(frozen=True)
class Insider:
    """Somebody who knows some cells besides: the only person, or the only organisation, in them."""

    cells: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    counts: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def agrees(self, counts: Whole) -> bool:
        return bool((counts[self.cells] == self.counts).all())


OUTSIDER = Insider()


@dataclass(frozen=True)
class Attack:
    """What one attacker can solve. `threshold` bounds what has to be found out."""

    sight: Sight
    insider: Insider
    threshold: int

    def furthest(self, cell: int, *, up: bool) -> Whole:
        """All cells, for the fitting groups with which `cell` is largest, or smallest. Past the
        threshold a largest one may be larger still. Raises Contradiction when nothing fits."""
        target = np.asarray(self._free[[cell], :].todense(), dtype=np.float64).reshape(-1)
        return self._whole(-target if up else target)

    def _whole(self, cost: Real) -> Whole:
        for whole in (False, True):
            found = minimum(cost, self._program, np.full(cost.size, whole))
            if found is None:
                raise Contradiction
            near = np.rint(found)
            groups = self._settled.copy()
            groups[self._open] = near.astype(np.int64)
            counts = self.sight.counts(groups)
            fits = self.sight.fits(counts) and self.insider.agrees(counts)
            if fits and (whole or abs(float(cost @ near) - float(cost @ found)) < NEARLY):
                return counts
        raise Contradiction

    @cached_property
    def _known(self) -> Whole:
        known = self.sight.public.copy()
        known[self.insider.cells] = self.insider.counts
        return known

    @cached_property
    def _settling(self) -> tuple[Whole, NDArray[np.bool_]]:
        """Groups that follow from one cell alone, again and again, with the rest taken away."""
        settled = np.zeros(self.sight.rows.shape[1], dtype=np.int64)
        is_open = np.ones(settled.size, dtype=np.bool_)
        known = self.sight.rows[self._known >= 0]
        counts = self._known[self._known >= 0]
        while True:
            left = known[:, is_open]
            single = np.flatnonzero(np.diff(left.indptr) == 1)
            if not single.size:
                return settled, is_open
            found = np.flatnonzero(is_open)[left.indices[left.indptr[single]]]
            rest = np.asarray(np.rint(counts - known @ settled), dtype=np.int64)[single]
            settled[found] = rest
            is_open[found] = False

    @property
    def _settled(self) -> Whole:
        return self._settling[0]

    @property
    def _open(self) -> NDArray[np.bool_]:
        return self._settling[1]

    @cached_property
    def _free(self) -> csr_array:
        return csr_array(self.sight.rows[:, self._open])

    @cached_property
    def _program(self) -> Program:
        matters = (self._known >= 0) | (self._known == HIDDEN)
        rest = np.rint(self._known - self.sight.rows @ self._settled)
        hidden = self._known == HIDDEN
        least = np.where(hidden, 1 - np.rint(self.sight.rows @ self._settled), rest)
        if (
            np.where(hidden, least > 0, rest != 0) & matters & (np.diff(self._free.indptr) == 0)
        ).any():
            raise Contradiction
        matters &= np.diff(self._free.indptr) > 0
        # Nothing needs more in one group than all that is known of it, or than the threshold.
        most = float(max(self._known.max(initial=0), self.threshold))
        free = int(self._open.sum())
        if (self._settled < 0).any():
            raise Contradiction
        return Program(
            rows=csr_array(self._free[matters]),
            lower=least[matters].astype(np.float64),
            upper=np.where(hidden, np.inf, rest)[matters].astype(np.float64),
            least=np.zeros(free),
            most=np.full(free, most),
        )
