# SPDX-License-Identifier: EUPL-1.2
"""Rows that were read, as a cube of which all is known, or as a table as the public has it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ruimbaan.analytics.disclosure.cubes import Cube, Dimension, Key, Path, told
from ruimbaan.analytics.disclosure.errors import BadRow, SumsDiffer, Unreadable
from ruimbaan.analytics.disclosure.reading import Rows, lines_of, path_of
from ruimbaan.analytics.disclosure.tables import ABSENT, HIDDEN, Table

Groups = Mapping[str, Mapping[Path, frozenset[str]]]


def to_cube(found: Rows, population: str, groups: Groups | None = None) -> Cube:
    """Raises BadRow for a cell that is hidden or stands there twice, and SumsDiffer."""
    dimensions = _dimensions(found, groups or {})
    leaves = [set(dimension.leaves) for dimension in dimensions]
    counts: dict[Key, int] = {}
    holders: dict[Key, str] = {}
    sums: dict[Key, int] = {}
    for row in found.rows:
        finest = all(path in known for path, known in zip(row.key, leaves, strict=True))
        kept = counts if finest else sums
        if row.count == HIDDEN or row.key in kept:
            raise BadRow(file=found.file, line=row.line, found=told(row.key))
        kept[row.key] = row.count
        if finest and row.holder:
            holders[row.key] = row.holder
    cube = Cube(population, dimensions, counts, holders)
    place = {key: index for index, key in enumerate(cube.keys)}
    for key, count in sums.items():
        if count != cube.values[place[key]]:
            raise SumsDiffer(cell=told(key), told=count, found=int(cube.values[place[key]]))
    return cube


def to_table(found: Rows, name: str, population: str, groups: Groups | None = None) -> Table:
    """A cell without a row is not in the table. Raises BadRow for one that stands there twice."""
    dimensions = _dimensions(found, groups or {})
    empty = Table(name, population, dimensions, np.zeros(0, dtype=np.int64))
    place = {key: index for index, key in enumerate(empty.keys)}
    shown = np.full(len(place), ABSENT, dtype=np.int64)
    for row in found.rows:
        if shown[place[row.key]] != ABSENT:
            raise BadRow(file=found.file, line=row.line, found=told(row.key))
        shown[place[row.key]] = row.count
    return Table(name, population, dimensions, shown)


def read_groups(file: str, content: bytes) -> Groups:
    """Columns dimension, category, base: one row for each basic category in a category."""
    found: dict[str, dict[Path, frozenset[str]]] = {}
    for line, cells in list(lines_of(file, content))[1:]:
        if len(cells) != 3 or not all(cell.strip() for cell in cells):
            raise BadRow(file=file, line=line, found=", ".join(cells))
        dimension, category, base = (cell.strip() for cell in cells)
        path = path_of(file, line, category)
        held = found.setdefault(dimension, {})
        held[path] = held.get(path, frozenset()) | {base}
    if not found:
        raise Unreadable(file=file, reason="0 rows")
    return found


def _dimensions(found: Rows, groups: Groups) -> tuple[Dimension, ...]:
    made = []
    for at, name in enumerate(found.names):
        paths = {row.key[at] for row in found.rows}
        above = {path[:depth] for path in paths for depth in range(len(path))}
        leaves = tuple(sorted(paths - above - {()}))
        if not leaves:
            raise Unreadable(file=found.file, reason=name)
        made.append(Dimension(name, leaves, groups.get(name, {})))
    return tuple(made)
