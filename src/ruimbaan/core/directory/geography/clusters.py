# SPDX-License-Identifier: EUPL-1.2
"""Too many points for a map become heaps: one per square of a grid, in their own middle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ruimbaan.core.directory.geography.grid import Point


@dataclass(frozen=True, slots=True)
class Heap:
    point: Point
    count: int


def heaps(points: Iterable[tuple[Point, int]], size: float) -> tuple[Heap, ...]:
    """Points with their weight, together per square of `size` metres, from north-west to
    south-east. The middle of a heap is that of its points by weight."""
    found: dict[tuple[int, int], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for (x, y), weight in points:
        heap = found[int(-y // size), int(x // size)]
        heap[0] += x * weight
        heap[1] += y * weight
        heap[2] += weight
    return tuple(
        Heap((x / weight, y / weight), round(weight))
        for _, (x, y, weight) in sorted(found.items())
        if weight
    )


def gathered(points: Iterable[tuple[Point, int]], across: int) -> tuple[Heap, ...]:
    """As `heaps`, with at most so many squares from one side to the other: enough for a picture,
    and a picture of ten thousand places is as quick as one of a hundred."""
    found = tuple(points)
    if not found:
        return ()
    xs, ys = [point[0] for point, _ in found], [point[1] for point, _ in found]
    return heaps(found, max(max(xs) - min(xs), max(ys) - min(ys), 1.0) / across)
