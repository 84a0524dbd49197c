# SPDX-License-Identifier: EUPL-1.2
"""All that is public about the same people, as one system an attacker can solve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from ruimbaan.analytics.disclosure.cubes import Whole
from ruimbaan.analytics.disclosure.tables import ABSENT, HIDDEN, Table
from ruimbaan.analytics.disclosure.universe import Universe, universe_of


@dataclass(frozen=True)
class Sight:
    """`rows`: cells by groups. `public`: the count, HIDDEN or ABSENT of each cell.

    Cells come table by table; after those of `own` cells come groups that no table has as a cell,
    but that two tables together may give away (their difference, or their crossing).
    """

    rows: csr_array
    public: Whole
    own: int  # cells of the first table
    tables: int  # cells of all tables

    @cached_property
    def shown(self) -> NDArray[np.bool_]:
        return np.asarray(self.public >= 0)

    def with_public(self, own: Whole) -> Sight:
        """The same, with other cells of the first table public."""
        return replace(self, public=np.concatenate([own, self.public[self.own :]]))

    def counts(self, groups: Whole) -> Whole:
        """Every cell, when these are the groups."""
        return np.asarray(np.rint(self.rows @ groups), dtype=np.int64)

    def fits(self, counts: Whole) -> bool:
        """Does nothing that is public speak against these cells?"""
        same = counts[self.shown] == self.public[self.shown]
        return bool(same.all() and (counts[self.public == HIDDEN] >= 1).all())


def sight_of(first: Table, earlier: Sequence[Table] = ()) -> Sight:
    """What the first table gives away, beside all earlier ones of its population."""
    tables = [first, *(one for one in earlier if one.population == first.population)]
    universe = universe_of([one.dimensions for one in tables])
    rows = [universe.cells(one.dimensions) for one in tables]
    public = np.concatenate([one.shown for one in tables])
    cells = csr_array(vstack(rows, format="csr"))
    if len(tables) > 1:
        between = _between(universe, tables, cells)
        cells = csr_array(vstack([cells, between], format="csr"))
        public = np.concatenate([public, np.full(between.shape[0], ABSENT)])
    empty = np.asarray(cells[public == 0].sum(axis=0)).reshape(-1) > 0
    return Sight(
        rows=csr_array(cells[:, ~empty]),
        public=public.astype(np.int64),
        own=first.shown.size,
        tables=sum(one.shown.size for one in tables),
    )


def _between(universe: Universe, tables: Sequence[Table], cells: csr_array) -> csr_array:
    """Groups that are no cell of a table: each combination of pieces, for the dimensions of each
    table and for those of all tables together."""
    kinds = {tuple(sorted(one.name for one in table.dimensions)) for table in tables}
    kinds.add(tuple(sorted(universe.pieces)))
    refined = csr_array(vstack([universe.refined(kind) for kind in sorted(kinds)], format="csr"))
    taken = {_groups(cells, index) for index in range(cells.shape[0])}
    kept = []
    for index in range(refined.shape[0]):
        groups = _groups(refined, index)
        if groups not in taken:
            taken.add(groups)
            kept.append(index)
    return csr_array(refined[np.array(kept, dtype=np.int64)])


def _groups(rows: csr_array, index: int) -> bytes:
    begin, end = rows.indptr[index], rows.indptr[index + 1]
    return np.sort(rows.indices[begin:end]).astype(np.int64).tobytes()
