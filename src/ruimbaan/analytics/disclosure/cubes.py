# SPDX-License-Identifier: EUPL-1.2
"""A cube of counts: every combination of the categories of its dimensions, totals included.

A category is its path in a tree: `("Oost", "Waalstad")` lies in `("Oost",)`, and that in `()`, the
total. Only the finest counts are given; the cube has all sums of them too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from ruimbaan.analytics.disclosure.errors import BelowZero, CategoryTwice, UnknownCategory

Path = tuple[str, ...]
Key = tuple[Path, ...]  # one path for each dimension: a cell
Whole = NDArray[np.int64]
TOTAL: Path = ()


@dataclass(frozen=True)
class Dimension:
    """Its finest categories, and which basic categories each of them holds.

    Two tables that group a dimension differently (18–30 beside 18–31) share its basic categories;
    without groups a finest category is its own basic category.
    """

    name: str
    leaves: tuple[Path, ...]
    groups: Mapping[Path, frozenset[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        taken: set[Path] = set()
        for leaf in self.leaves:
            # A category with categories below it is a sum, so it cannot be a finest one as well.
            if leaf in taken or any(leaf == other[: len(leaf)] != other for other in self.leaves):
                raise CategoryTwice(dimension=self.name, category=" > ".join(leaf))
            taken.add(leaf)

    @cached_property
    def nodes(self) -> tuple[Path, ...]:
        """Every category: the total first, then each level, then the finest."""
        every = {leaf[:depth] for leaf in self.leaves for depth in range(len(leaf) + 1)}
        return tuple(sorted(every, key=lambda path: (len(path), path)))

    def bases(self, node: Path) -> frozenset[str]:
        """The basic categories that lie in a category."""
        inside = [leaf for leaf in self.leaves if leaf[: len(node)] == node]
        return frozenset[str]().union(
            *(self.groups.get(leaf, {" > ".join(leaf)}) for leaf in inside)
        )


@dataclass(frozen=True)
class Cube:
    """`counts` of people for finest cells, absent ones being zero.

    `holders` names, for finest cells in which everybody comes from one organisation, which one: it
    knows that count. Cubes about the same people have the same `population`.
    """

    population: str
    dimensions: tuple[Dimension, ...]
    counts: Mapping[Key, int]
    holders: Mapping[Key, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        leaves = [set(dimension.leaves) for dimension in self.dimensions]
        for key, count in self.counts.items():
            if len(key) != len(leaves) or any(
                path not in known for path, known in zip(key, leaves, strict=False)
            ):
                raise UnknownCategory(cell=told(key))
            if count < 0:
                raise BelowZero(cell=told(key), count=count)

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """All cells, totals first."""
        return tuple(product(*(dimension.nodes for dimension in self.dimensions)))

    @cached_property
    def values(self) -> Whole:
        """The count of each cell of `keys`."""
        shape = [len(dimension.leaves) for dimension in self.dimensions]
        found = np.zeros(shape, dtype=np.int64)
        place = [
            {leaf: index for index, leaf in enumerate(dimension.leaves)}
            for dimension in self.dimensions
        ]
        for key, count in self.counts.items():
            found[tuple(places[path] for places, path in zip(place, key, strict=True))] = count
        for axis, dimension in enumerate(self.dimensions):
            inside = [
                [leaf[: len(node)] == node for leaf in dimension.leaves] for node in dimension.nodes
            ]
            summed = np.tensordot(np.array(inside, dtype=np.int64), found, axes=(1, axis))
            found = np.moveaxis(summed, 0, axis)
        return found.reshape(-1)

    @cached_property
    def finest(self) -> NDArray[np.bool_]:
        """Which cells of `keys` are no sum of others."""
        leaves = [set(dimension.leaves) for dimension in self.dimensions]
        return np.array(
            [
                all(path in known for path, known in zip(key, leaves, strict=True))
                for key in self.keys
            ]
        )


def told(key: Key) -> str:
    """A cell in words for a message."""
    return ", ".join(" > ".join(path) or "*" for path in key)
