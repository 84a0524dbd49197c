# SPDX-License-Identifier: EUPL-1.2
"""Two attackers who share nothing with the audit but the tables: one solves, one tries everything.

Both know that a hidden cell has somebody in it, and may know some cells besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from ruimbaan.analytics.disclosure.cubes import Cube, Key
from ruimbaan.analytics.disclosure.tables import HIDDEN, Table

Place = tuple[int, Key]  # which table, which cell
Row = NDArray[np.float64]


class Public:
    """All tables, as sums over every combination of basic categories."""

    def __init__(self, tables: Sequence[Table], known: Mapping[Place, int] | None = None) -> None:
        names = sorted({one.name for table in tables for one in table.dimensions})
        bases = {
            name: sorted(
                {
                    base
                    for table in tables
                    for one in table.dimensions
                    if one.name == name
                    for base in one.bases(())
                }
            )
            for name in names
        }
        everybody = list(product(*(bases[name] for name in names)))
        self.members: dict[Place, list[int]] = {}
        self.shown: dict[Place, int] = {}
        for number, table in enumerate(tables):
            at = [names.index(one.name) for one in table.dimensions]
            held = [{node: one.bases(node) for node in one.nodes} for one in table.dimensions]
            for key, shown in zip(table.keys, table.shown.tolist(), strict=True):
                place = (number, key)
                self.members[place] = [
                    index
                    for index, group in enumerate(everybody)
                    if all(group[a] in h[k] for a, h, k in zip(at, held, key, strict=True))
                ]
                self.shown[place] = shown
        self.shown.update(known or {})
        self.size = len(everybody)


def solved(public: Public, places: Sequence[Place]) -> dict[Place, tuple[float, float]]:
    """The least and the most that a linear program allows in each of these cells."""
    equal: list[tuple[Row, int]] = []
    hidden: list[tuple[Row, int]] = []
    for place, shown in public.shown.items():
        row = np.zeros(public.size)
        row[public.members[place]] = 1
        (equal if shown >= 0 else hidden).append((row, shown))
    system = {
        "A_eq": np.array([row for row, _ in equal]) if equal else None,
        "b_eq": np.array([shown for _, shown in equal]) if equal else None,
        "A_ub": -np.array([row for row, _ in hidden]) if hidden else None,
        "b_ub": -np.ones(len(hidden)) if hidden else None,
        "method": "highs",
    }
    found = {}
    for place in places:
        aim = np.zeros(public.size)
        aim[public.members[place]] = 1
        low, high = linprog(aim, **system), linprog(-aim, **system)
        assert low.status == 0, low.message
        found[place] = (low.fun, np.inf if high.status == 3 else -high.fun)
    return found


def every_count(public: Public, most: int) -> Iterator[list[int]]:
    """All whole-number groups that fit, none above `most`. Only for tiny tables."""
    sums = [(sorted(public.members[place]), shown) for place, shown in public.shown.items()]
    of_group = [
        [
            (tuple(one for one in members if one <= group), shown, members[-1] == group)
            for members, shown in sums
            if group in members and shown >= HIDDEN
        ]
        for group in range(public.size)
    ]
    found = [0] * public.size

    def fill(group: int) -> Iterator[list[int]]:
        if group == public.size:
            yield list(found)
            return
        found[group] = 0
        low, high = 0, most
        for members, shown, done in of_group[group]:
            so_far = sum([found[one] for one in members])
            if shown >= 0:
                high = min(high, shown - so_far)
                low = max(low, shown - so_far) if done else low
            elif done:
                low = max(low, 1 - so_far)
        for amount in range(low, high + 1):
            found[group] = amount
            yield from fill(group + 1)
        found[group] = 0

    yield from fill(0)


def tried(public: Public, places: Sequence[Place], most: int) -> dict[Place, tuple[int, int]]:
    """The least and the most in each of these cells over every count that fits."""
    found: dict[Place, tuple[int, int]] = {}
    for groups in every_count(public, most):
        for place in places:
            amount = sum(groups[one] for one in public.members[place])
            low, high = found.get(place, (amount, amount))
            found[place] = (min(low, amount), max(high, amount))
    return found


def small_cells(cubes: Sequence[Cube], threshold: int) -> list[Place]:
    return [
        (number, key)
        for number, cube in enumerate(cubes)
        for key, value in zip(cube.keys, cube.values.tolist(), strict=True)
        if 0 < value < threshold
    ]


def given_away(cubes: Sequence[Cube], tables: Sequence[Table], threshold: int) -> list[str]:
    """Small cells that anybody can tell to be small, and how far."""
    places = small_cells(cubes, threshold)
    return [
        f"{place}: {low:g} to {high:g}"
        for place, (low, high) in solved(Public(tables), places).items()
        if high < threshold - 1e-6 or high - low < 1e-6
    ]


def told_by_one(cube: Cube, table: Table, threshold: int) -> list[str]:
    """The same for each person who is alone in a finest cell, and each only holder."""
    value = dict(zip(cube.keys, cube.values.tolist(), strict=True))
    alone = [[key] for key, amount in cube.counts.items() if amount == 1]
    alone += [
        [key for key, of in cube.holders.items() if of == holder and value[key]]
        for holder in sorted(set(cube.holders.values()))
    ]
    found = []
    for own in alone:
        public = Public([table], {(0, key): value[key] for key in own})
        mine = {one for key in own for one in public.members[0, key]}
        others = [
            place
            for place in small_cells([cube], threshold)
            if not {one for one in public.members[place] if _open(public, one)} <= mine
        ]
        found += [
            f"{own} about {place}: {low:g} to {high:g}"
            for place, (low, high) in solved(public, others).items()
            if high < threshold - 1e-6
        ]
    return found


def _open(public: Public, group: int) -> bool:
    """Is it in no cell that is shown to be empty?"""
    return not any(
        shown == 0 and group in public.members[place] for place, shown in public.shown.items()
    )
