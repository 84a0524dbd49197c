# SPDX-License-Identifier: EUPL-1.2
"""Polygons on flat ground. A ring is its corners in order, the first one not repeated at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ruimbaan.core.directory.geography.grid import Point

Ring = tuple[Point, ...]
Edge = tuple[Point, Point]
_ROWS = 12  # lines on which the roomiest spot of a shape is looked for


@dataclass(frozen=True, slots=True)
class Polygon:
    """Ground within `outer` and outside each of the `holes`."""

    outer: Ring
    holes: tuple[Ring, ...] = ()

    @property
    def rings(self) -> tuple[Ring, ...]:
        return (self.outer, *self.holes)

    @property
    def area(self) -> float:
        """Square metres."""
        return area(self.outer) - sum(area(hole) for hole in self.holes)

    def contains(self, point: Point) -> bool:
        inside = sum(crossings(ring, point) for ring in self.rings)
        return inside % 2 == 1


def edges(ring: Ring) -> Iterator[Edge]:
    return pairwise((*ring, *ring[:1]))


def area(ring: Ring) -> float:
    """Square metres, whichever way the ring goes round."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in edges(ring))) / 2


def crossings(ring: Ring, point: Point) -> int:
    """How often a line from the point to the east crosses the ring."""
    x, y = point
    found = 0
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            found += 1
        x1, y1 = x2, y2
    return found


def bounds(rings: Iterable[Ring]) -> tuple[float, float, float, float]:
    """West, south, east and north. Raises ValueError when there is nothing."""
    points = [point for ring in rings for point in ring]
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return min(xs), min(ys), max(xs), max(ys)


def roomiest(polygons: Iterable[Polygon]) -> Point:
    """A point well inside the largest of these: where a name can stand. Raises ValueError when
    there are none."""
    largest = max(polygons, key=lambda polygon: polygon.area)
    west, south, east, north = bounds([largest.outer])
    middle = (south + north) / 2
    best, most = ((west + east) / 2, middle), 0.0
    for row in range(1, _ROWS):
        y = south + (north - south) * row / _ROWS
        for left, right in _inside(largest, y):
            room = (right - left) * (1 - abs(y - middle) / (north - south))
            if room > most:
                best, most = ((left + right) / 2, y), room
    return best


def _inside(polygon: Polygon, y: float) -> Iterator[tuple[float, float]]:
    """The parts of the line at `y` that lie in the polygon, from west to east."""
    found = sorted(
        (x2 - x1) * (y - y1) / (y2 - y1) + x1
        for ring in polygon.rings
        for (x1, y1), (x2, y2) in edges(ring)
        if (y1 > y) != (y2 > y)
    )
    return zip(found[::2], found[1::2], strict=False)
