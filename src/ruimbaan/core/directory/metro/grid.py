# SPDX-License-Identifier: EUPL-1.2
"""Roads on a grid: only straight, upright or at 45 degrees, and where they meet.

Every road runs over whole grid points, so two roads meet either on a grid point or, when two
slanting steps cross, in the middle of a cell. Doubling all coordinates makes both whole numbers:
where roads meet is then the intersection of two sets of points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

Point = tuple[int, int]  # column, row; a row further down has a higher number
Road = tuple[Point, ...]
Step = tuple[Point, Point]  # one cell far, from the lower of the two points

_KEPT = 20_000  # roads whose points are remembered: the same ones are tried again and again


def sign(value: int) -> int:
    return (value > 0) - (value < 0)


def is_octilinear(road: Road) -> bool:
    return all(
        a != b and (a[0] == b[0] or a[1] == b[1] or abs(a[0] - b[0]) == abs(a[1] - b[1]))
        for a, b in pairwise(road)
    )


@lru_cache(maxsize=_KEPT)
def grid_points(road: Road) -> tuple[Point, ...]:
    """Every grid point the road runs over, in order, the ends too."""
    points = [road[0]]
    for (x, y), (to_x, to_y) in pairwise(road):
        across, down = sign(to_x - x), sign(to_y - y)
        far = max(abs(to_x - x), abs(to_y - y))
        points += [(x + n * across, y + n * down) for n in range(1, far + 1)]
    return tuple(points)


@lru_cache(maxsize=_KEPT)
def steps(road: Road) -> tuple[Step, ...]:
    """The cells the road passes, each from the lower of its two points."""
    return tuple((a, b) if a < b else (b, a) for a, b in pairwise(grid_points(road)))


@lru_cache(maxsize=_KEPT)
def meeting_points(road: Road) -> frozenset[Point]:
    """The points, doubled, where another road can cross this one; its ends are none."""
    ends = {road[0], road[-1]}
    own = {(2 * x, 2 * y) for x, y in grid_points(road) if (x, y) not in ends}
    slanting = {(a[0] + b[0], a[1] + b[1]) for a, b in steps(road) if a[0] != b[0] and a[1] != b[1]}
    return frozenset(own | slanting)


def turns(directions: Iterable[Point]) -> Iterator[int]:
    """Between each two directions that follow each other: 0 straight on to 4 straight back, in
    steps of 45 degrees."""
    return (turn(a, b) for a, b in pairwise(directions))


def turn(a: Point, b: Point) -> int:
    turned = abs(_COMPASS[a] - _COMPASS[b])
    return min(turned, 8 - turned)


_COMPASS = {
    direction: at
    for at, direction in enumerate(
        ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
    )
}


def directions(road: Road) -> tuple[Point, ...]:
    return tuple((sign(b[0] - a[0]), sign(b[1] - a[1])) for a, b in pairwise(road))


class Shape:
    """What judging a road again and again asks of it, worked out once."""

    __slots__ = ("bends", "first", "inside", "last", "length", "meeting", "steps")

    def __init__(self, road: Road) -> None:
        points, ways = grid_points(road), directions(road)
        self.inside, self.length = points[1:-1], len(points)
        self.meeting, self.steps = meeting_points(road), steps(road)
        self.first, self.last = ways[0], ways[-1]
        self.bends = sum(turned**2 for turned in turns(ways))


@lru_cache(maxsize=_KEPT)
def shape_of(road: Road) -> Shape:
    return Shape(road)


# --- roads between two points -----------------------------------------------------------------
@lru_cache(maxsize=_KEPT)
def roads(a: Point, b: Point) -> tuple[Road, ...]:
    """Good roads from the one to the other, the plainest first; each bend is 45 degrees."""
    found = (_walk(a, moves) for moves in _moves(b[0] - a[0], b[1] - a[1]))
    return tuple(dict.fromkeys(road for road in found if len(road) > 1))


def _walk(a: Point, moves: Iterable[Point]) -> Road:
    """The corners of the road that these moves make; moves in one direction are one."""
    corners = [a]
    for across, down in moves:
        if (across, down) == (0, 0):
            continue
        x, y = corners[-1]
        if len(corners) > 1 and _same_way(corners[-2], corners[-1], (across, down)):
            corners.pop()
        corners.append((x + across, y + down))
    return tuple(corners)


def _same_way(before: Point, at: Point, move: Point) -> bool:
    way = sign(at[0] - before[0]), sign(at[1] - before[1])
    return way == (sign(move[0]), sign(move[1]))


def _moves(dx: int, dy: int) -> Iterator[tuple[Point, ...]]:
    sx, sy, wide, high = sign(dx), sign(dy), abs(dx), abs(dy)
    both = min(wide, high)
    long = (sx * (wide - both), sy * (high - both))
    slant = (sx * both, sy * both)
    if long == (0, 0) or both == 0:
        yield (slant, long)
    else:
        half = (sx * ((wide - both) // 2), sy * ((high - both) // 2))
        yield (slant, long)
        yield (long, slant)
        yield (half, slant, (long[0] - half[0], long[1] - half[1]))
    yield from _upright(sx, sy, wide, high)
    yield from _around(dx, dy)


def _upright(sx: int, sy: int, wide: int, high: int) -> Iterator[tuple[Point, ...]]:
    """Roads that go up or down straight for the most part."""
    if wide >= 2 and high >= 2:
        yield ((0, sy * (high - 1)), (sx, sy), (sx * (wide - 1), 0))
        yield ((sx * (wide - 1), 0), (sx, sy), (0, sy * (high - 1)))
    if wide >= 2 and high >= 3:
        for first in sorted({0, (wide - 2) // 2, wide - 2}):
            last = wide - 2 - first
            yield ((sx * first, 0), (sx, sy), (0, sy * (high - 2)), (sx, sy), (sx * last, 0))


def _around(dx: int, dy: int) -> Iterator[tuple[Point, ...]]:
    """A road beside the straight one, for when something stands in the way."""
    sx, sy = sign(dx), sign(dy)
    for side in (1, -1):
        if dy == 0 and abs(dx) >= 3:
            yield ((sx, side), (dx - 2 * sx, 0), (sx, -side))
        if dx == 0 and abs(dy) >= 3:
            yield ((side, sy), (0, dy - 2 * sy), (-side, sy))


def detours(a: Point, b: Point) -> Iterator[Road]:
    """Roads in the shape of a U, below or above two points on one row."""
    (x, y), (to_x, to_y) = a, b
    if y != to_y or abs(to_x - x) < 2:
        return
    way = sign(to_x - x)
    for side in (1, -1):
        for deep in (2, 1, 3):
            yield (
                a,
                *([(x, y + side * (deep - 1))] if deep > 1 else []),
                (x + way, y + side * deep),
                *([(to_x - way, y + side * deep)] if abs(to_x - x) > 2 else []),
                *([(to_x, y + side * (deep - 1))] if deep > 1 else []),
                b,
            )
