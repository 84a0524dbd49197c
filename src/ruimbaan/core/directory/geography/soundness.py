# SPDX-License-Identifier: EUPL-1.2
"""Is this ring the edge of something? Looked at before a boundary comes in."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum

from ruimbaan.core.directory.geography.grid import Point
from ruimbaan.core.directory.geography.shapes import Edge, Ring, area, bounds, edges

FEWEST = 3  # corners
SMALLEST = 1.0  # square metres


class Fault(StrEnum):
    TOO_FEW = "too-few-corners"
    NO_AREA = "no-area"
    CROSSES = "crosses-itself"


def fault_of(ring: Ring) -> Fault | None:
    """What makes this no edge of an area; None when it is one."""
    if len(set(ring)) < FEWEST:
        return Fault.TOO_FEW
    if area(ring) < SMALLEST:
        return Fault.NO_AREA
    return Fault.CROSSES if _crosses_itself(ring) else None


def _crosses_itself(ring: Ring) -> bool:
    """Each edge is compared with those near it only: a coast has thousands."""
    west, south, east, north = bounds([ring])
    size = max((east - west + north - south) / len(ring), 1.0)
    near: dict[tuple[int, int], list[int]] = defaultdict(list)
    found = list(edges(ring))
    for at, ((x1, y1), (x2, y2)) in enumerate(found):
        for across in range(int(min(x1, x2) // size), int(max(x1, x2) // size) + 1):
            for up in range(int(min(y1, y2) // size), int(max(y1, y2) // size) + 1):
                others = near[across, up]
                if any(_cross(found[at], found[other]) for other in others):
                    return True
                others.append(at)
    return False


def _cross(one: Edge, other: Edge) -> bool:
    """Do they cut each other in the middle of both? Touching is no fault."""
    (a, b), (c, d) = one, other
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
