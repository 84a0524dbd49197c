# SPDX-License-Identifier: EUPL-1.2
"""The smallest groups that all tables about the same people can be taken apart into.

Two tables that share people share these groups, so what follows from both together, by subtracting
one from the other or by a total they have in common, follows from one system of equations.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
from scipy.sparse import csr_array, identity, kron

from ruimbaan.analytics.disclosure.cubes import TOTAL, Dimension
from ruimbaan.analytics.disclosure.errors import OtherCategories, TooLarge

MOST_GROUPS = 20_000


@dataclass(frozen=True)
class Universe:
    """`pieces` are sets of basic categories, by the name of their dimension."""

    pieces: dict[str, tuple[frozenset[str], ...]]

    @property
    def size(self) -> int:
        return prod(len(pieces) for pieces in self.pieces.values())

    def cells(self, dimensions: Sequence[Dimension]) -> csr_array:
        """Cells by groups: 1 where a group lies in a cell. Cells in the order of a table's keys."""
        by_name = {dimension.name: dimension for dimension in dimensions}
        order = [name for name in self.pieces if name in by_name]
        found = self._kron(_members(by_name.get(n), p) for n, p in self.pieces.items())
        # Tables name their dimensions in an order of their own; the universe has one for all.
        shape = [len(by_name[name].nodes) for name in order]
        places = np.arange(prod(shape)).reshape(shape)
        back = [order.index(dimension.name) for dimension in dimensions]
        return csr_array(found[places.transpose(back).reshape(-1)])

    def refined(self, names: Iterable[str]) -> csr_array:
        """Every combination of pieces of these dimensions, as cells by groups."""
        kept = set(names)
        return self._kron(
            identity(len(pieces), format="csr") if name in kept else np.ones((1, len(pieces)))
            for name, pieces in self.pieces.items()
        )

    @staticmethod
    def _kron(parts: Iterable[object]) -> csr_array:
        found = csr_array(np.ones((1, 1)))
        for part in parts:
            found = csr_array(kron(found, part, format="csr"))
        return found


def universe_of(tables: Sequence[Sequence[Dimension]]) -> Universe:
    """Raises OtherCategories when tables cannot be put beside each other, TooLarge when there are
    more groups than can be audited."""
    names = sorted({dimension.name for dimensions in tables for dimension in dimensions})
    pieces = {
        name: _pieces([one for dimensions in tables for one in dimensions if one.name == name])
        for name in names
    }
    found = Universe(pieces)
    if found.size > MOST_GROUPS:
        raise TooLarge(count=found.size, most=MOST_GROUPS)
    return found


def _pieces(same: Sequence[Dimension]) -> tuple[frozenset[str], ...]:
    """Basic categories that no table tells apart stay together."""
    whole = {one.bases(TOTAL) for one in same}
    if len(whole) > 1 and not all(one.groups for one in same):
        differ = frozenset[str]().union(*whole) - frozenset.intersection(*whole)
        raise OtherCategories(dimension=same[0].name, names=", ".join(sorted(differ)))
    held = [one.bases(node) for one in same for node in one.nodes]
    together: dict[tuple[bool, ...], set[str]] = {}
    for base in sorted(frozenset[str]().union(*whole)):
        together.setdefault(tuple(base in bases for bases in held), set()).add(base)
    return tuple(frozenset(bases) for bases in together.values())


def _members(dimension: Dimension | None, pieces: Sequence[frozenset[str]]) -> object:
    """Categories by pieces; a table without this dimension is about all of it."""
    if dimension is None:
        return np.ones((1, len(pieces)))
    held = [dimension.bases(node) for node in dimension.nodes]
    return np.array([[piece <= bases for piece in pieces] for bases in held], dtype=np.float64)
