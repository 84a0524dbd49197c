# SPDX-License-Identifier: EUPL-1.2
"""Fewer corners for many shapes at once. Where two districts share a border they go on sharing it:
a border is simplified once, between the corners where three meet (Douglas and Peucker, 1973)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import hypot

from ruimbaan.core.directory.geography.grid import Point
from ruimbaan.core.directory.geography.shapes import Polygon, Ring

FINEST = 1.0  # metres
FEWEST = 3  # corners of a ring
Shapes = Mapping[str, Sequence[Polygon]]


def simplified(shapes: Shapes, most: int) -> dict[str, tuple[Polygon, ...]]:
    """These shapes with at most about `most` corners together, as fine as that allows. A part that
    has become too small to see is left out, but never the whole of a shape."""
    tolerance = FINEST
    found = _at(shapes, tolerance)
    while _count(found) > most and tolerance < _widest(shapes):
        tolerance *= 1.5
        found = _at(shapes, tolerance)
    return found


def _at(shapes: Shapes, tolerance: float) -> dict[str, tuple[Polygon, ...]]:
    joints = _joints(ring for parts in shapes.values() for part in parts for ring in part.rings)
    return {
        name: _kept([_polygon(part, joints, tolerance) for part in parts], parts)
        for name, parts in shapes.items()
    }


def _kept(found: list[Polygon | None], parts: Sequence[Polygon]) -> tuple[Polygon, ...]:
    left = tuple(part for part in found if part is not None)
    return left or (max(parts, key=lambda part: part.area),)


def _polygon(part: Polygon, joints: set[Point], tolerance: float) -> Polygon | None:
    outer = _ring(part.outer, joints, tolerance)
    if len(outer) < FEWEST:
        return None
    holes = (_ring(hole, joints, tolerance) for hole in part.holes)
    return Polygon(outer, tuple(hole for hole in holes if len(hole) >= FEWEST))


def _joints(rings: Iterable[Ring]) -> set[Point]:
    """Corners where a border begins or ends: those with other neighbours in one ring than in
    another."""
    around: dict[Point, set[frozenset[Point]]] = defaultdict(set)
    for ring in rings:
        for at, corner in enumerate(ring):
            around[corner].add(frozenset((ring[at - 1], ring[(at + 1) % len(ring)])))
    return {corner for corner, neighbours in around.items() if len(neighbours) > 1}


def _ring(ring: Ring, joints: set[Point], tolerance: float) -> Ring:
    """Between joints; a ring without any is cut at its two corners that lie far apart, the same
    ones from wherever one begins."""
    fixed = [at for at, corner in enumerate(ring) if corner in joints]
    if len(fixed) < 2:
        first = ring.index(min(ring))
        farthest = max(ring, key=lambda corner: (_apart(corner, ring[first]), corner))
        fixed = sorted({*fixed, first, ring.index(farthest)})
    corners: list[Point] = []
    for at, end in zip(fixed, [*fixed[1:], fixed[0] + len(ring)], strict=True):
        border = [ring[step % len(ring)] for step in range(at, end + 1)]
        corners += _border(border, tolerance)[:-1]
    return tuple(corners)


def _border(border: list[Point], tolerance: float) -> list[Point]:
    """The same corners whichever way the border is walked."""
    if border[0] > border[-1]:
        return _border(border[::-1], tolerance)[::-1]
    kept = {0, len(border) - 1}
    todo = [(0, len(border) - 1)]
    while todo:
        first, last = todo.pop()
        away, at = max(
            (
                (_away(border[step], border[first], border[last]), -step)
                for step in range(first + 1, last)
            ),
            default=(0.0, 0),
        )
        if away > tolerance:
            kept.add(-at)
            todo += [(first, -at), (-at, last)]
    return [border[at] for at in sorted(kept)]


def _away(point: Point, start: Point, end: Point) -> float:
    """Metres from the point to the line between start and end."""
    across, up = end[0] - start[0], end[1] - start[1]
    length = hypot(across, up)
    if not length:
        return _apart(point, start)
    return abs(across * (point[1] - start[1]) - up * (point[0] - start[0])) / length


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _corners(shapes: Mapping[str, Iterable[Polygon]]) -> Iterator[Ring]:
    return (ring for parts in shapes.values() for part in parts for ring in part.rings)


def _count(shapes: Mapping[str, Iterable[Polygon]]) -> int:
    return sum(len(ring) for ring in _corners(shapes))


def _widest(shapes: Shapes) -> float:
    points = [point for ring in _corners(shapes) for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))
