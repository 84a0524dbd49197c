# SPDX-License-Identifier: EUPL-1.2
"""Which other cells to hide with the small ones, so that none of them can be worked out.

For each small cell that is not safe, a linear program seeks the cheapest way to let the threshold
fit in it: which shown counts would have to give way. Those are hidden, until all is safe; then each
is shown again where nobody gains by it. The idea is that of Kelly, Golden and Assad (1992).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, hstack, identity

from ruimbaan.analytics.disclosure.attacking import NEARLY, Insider
from ruimbaan.analytics.disclosure.auditing import targets_for, targets_of
from ruimbaan.analytics.disclosure.cubes import Cube, told
from ruimbaan.analytics.disclosure.errors import CannotBeSafe
from ruimbaan.analytics.disclosure.sight import Sight, sight_of
from ruimbaan.analytics.disclosure.solving import Program, Real, minimum
from ruimbaan.analytics.disclosure.tables import HIDDEN, Proposal, Rule, Table
from ruimbaan.analytics.disclosure.watchers import watchers_of
from ruimbaan.analytics.disclosure.witnesses import Witnesses

Mask = NDArray[np.bool_]


def protect(
    name: str, cube: Cube, rule: Rule, earlier: Sequence[Table] = (), *, tidy: bool = True
) -> Proposal:
    """A proposal that passes `audit`. The same cube gives the same proposal, whatever the order of
    its rows. Without `tidy` a few cells more stay hidden, and a large table takes far less time.
    Raises CannotBeSafe when even a table with everything hidden would give a group away.
    """
    small = rule.small(cube.values)
    sight = sight_of(Proposal(name, cube, small).table, earlier)
    work = _Work(cube, rule, sight, Witnesses(sight.public.size, rule.threshold))
    hidden = work.hidden_too(small)
    return Proposal(name, cube, work.shown_again(hidden) if tidy else hidden)


def costs(cube: Cube) -> Real:
    """What hiding a cell takes from the reader: the finest cells it sums up, and a little more for
    a larger count, so that of two alike the smaller one goes."""
    finest = [
        np.array([sum(leaf[: len(node)] == node for leaf in one.leaves) for node in one.nodes])
        for one in cube.dimensions
    ]
    held = finest[0]
    for more in finest[1:]:
        held = np.multiply.outer(held, more).reshape(-1)
    return np.asarray(held + cube.values / max(1, int(cube.values.sum())), dtype=np.float64)


@dataclass(frozen=True)
class _Work:
    cube: Cube
    rule: Rule
    sight: Sight
    witnesses: Witnesses

    def cost_of(self, hidden: Mask) -> float:
        return float(costs(self.cube)[hidden].sum())

    def seen(self, hidden: Mask) -> Sight:
        return self.sight.with_public(np.where(hidden, HIDDEN, self.cube.values))

    def unsafe(self, hidden: Mask, watcher: Insider) -> int | None:
        """A cell that this attacker can tell to be small."""
        sight = self.seen(hidden)
        targets = targets_for(watcher, sight, targets_of(sight))
        return next(self.witnesses.unsafe(sight, watcher, targets), None)

    def hidden_too(self, small: Mask) -> Mask:
        """Each attacker is held off in turn; hiding more never helps one of them."""
        hidden = small.copy()
        for watcher in watchers_of(self.cube):
            for whole in (False, True):
                while (cell := self.unsafe(hidden, watcher)) is not None:
                    more = self._cheapest(hidden, watcher, cell, whole=whole)
                    if not (more & ~hidden).any():
                        break
                    hidden = hidden | more
            if cell is not None:
                raise CannotBeSafe(cell=self._told(cell))
        return hidden

    def shown_again(self, hidden: Mask) -> Mask:
        """The dearest first."""
        kept = hidden & ~self.rule.small(self.cube.values)
        watchers = watchers_of(self.cube)
        cost = costs(self.cube)
        for cell in sorted(np.flatnonzero(kept), key=lambda one: (-cost[one], one)):
            without = hidden.copy()
            without[cell] = False
            if all(self.unsafe(without, watcher) is None for watcher in watchers):
                hidden = without
        return hidden

    def _cheapest(self, hidden: Mask, watcher: Insider, cell: int, *, whole: bool) -> Mask:
        """The shown cells that give way when the threshold, or for a group between tables nobody,
        fits in this cell."""
        wanted = [float(self.rule.threshold)]
        if cell >= self.sight.tables:
            wanted.append(0.0)
        ways = [self._way(hidden, watcher, cell, one, whole=whole) for one in wanted]
        found = [way for way in ways if way is not None]
        if not found:
            return np.zeros_like(hidden)
        return min(found, key=lambda way: self.cost_of(way & ~hidden))

    def _way(
        self, hidden: Mask, watcher: Insider, cell: int, wanted: float, *, whole: bool
    ) -> Mask | None:
        sight = self.seen(hidden)
        rows, groups = sight.rows, sight.rows.shape[1]
        own = np.arange(sight.public.size) < sight.own
        gives = np.flatnonzero(own & sight.shown & (sight.public > 0))
        gives = np.setdiff1d(gives, watcher.cells)
        lower = np.where(sight.shown, sight.public, np.where(sight.public == HIDDEN, 1, 0))
        upper = np.where(sight.shown, sight.public, np.inf)
        lower[watcher.cells] = watcher.counts
        upper[watcher.cells] = watcher.counts
        lower[cell], upper[cell] = (wanted, np.inf) if wanted else (0, 0)
        slack = csr_array(identity(sight.public.size, format="csr")[:, gives])
        cost = costs(self.cube)[gives]
        most = float(max(sight.public.max(initial=0), self.rule.threshold))
        program = Program(
            rows=csr_array(hstack([rows, -slack, slack], format="csr")),
            lower=lower.astype(np.float64),
            upper=np.asarray(upper, dtype=np.float64),
            least=np.zeros(groups + 2 * gives.size),
            most=np.concatenate(
                [
                    np.full(groups + gives.size, most),
                    np.maximum(0, sight.public[gives] - 1).astype(np.float64),
                ]
            ),
        )
        given = np.concatenate([np.zeros(groups), cost, cost])
        integers = np.concatenate([np.full(groups, whole), np.zeros(2 * gives.size, dtype=bool)])
        found = minimum(given, program, integers)
        if found is None:
            return None
        moved = found[groups : groups + gives.size] + found[groups + gives.size :] > NEARLY
        way = hidden.copy()
        way[gives[moved]] = True
        return way

    def _told(self, cell: int) -> str:
        return told(self.cube.keys[cell]) if cell < self.sight.own else "*"
