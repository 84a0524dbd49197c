# SPDX-License-Identifier: EUPL-1.2
"""What of a cube is public: each cell with its count, hidden, or not in the table at all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from ruimbaan.analytics.disclosure.cubes import Cube, Dimension, Key, Whole
from ruimbaan.analytics.disclosure.errors import BadThreshold

HIDDEN = -1  # there is at least one person in it, as cells with nobody are always shown
ABSENT = -2


@dataclass(frozen=True)
class Table:
    """`shown` has a count, HIDDEN or ABSENT for each cell of `keys`."""

    name: str
    population: str
    dimensions: tuple[Dimension, ...]
    shown: Whole

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        return tuple(product(*(dimension.nodes for dimension in self.dimensions)))


@dataclass(frozen=True)
class Proposal:
    """A cube, and which of its cells would be hidden. Nobody has audited it."""

    name: str
    cube: Cube
    hidden: NDArray[np.bool_]

    @cached_property
    def table(self) -> Table:
        """What the public would get."""
        shown = np.where(self.hidden, HIDDEN, self.cube.values)
        return Table(self.name, self.cube.population, self.cube.dimensions, shown)


@dataclass(frozen=True)
class Rule:
    """A count from 1 up to `threshold` is small: it is never shown, and it must stay possible that
    `threshold` people or more are in it."""

    threshold: int = 10

    def __post_init__(self) -> None:
        if self.threshold < 2:
            raise BadThreshold(threshold=self.threshold)

    def small(self, counts: Whole) -> NDArray[np.bool_]:
        return (counts > 0) & (counts < self.threshold)
