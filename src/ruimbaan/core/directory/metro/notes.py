# SPDX-License-Identifier: EUPL-1.2
"""Gaps, loops and walks between stations, and where the boxes with their words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ruimbaan.core.directory.metro.boxes import Box, Lines, box_around, middle, station_box
from ruimbaan.core.directory.metro.columns import UNIT, Size
from ruimbaan.core.directory.metro.grid import (
    Point,
    Road,
    detours,
    grid_points,
    meeting_points,
    roads,
    steps,
)
from ruimbaan.core.directory.metro.network import Network
from ruimbaan.core.directory.metro.routing import RoadMap

SIGN = 18  # the radius of the cross on a gap
_AIR = 5
_THROUGH, _CROSSED, _TOGETHER, _LENGTH = 150.0, 3.0, 30.0, 1.0
_ON_LINE, _HIDES_TOO_MUCH, _AWAY = 14.0, 44.0, 0.05


@dataclass(frozen=True, slots=True)
class Note:
    """The roads of a gap or loop, the grid point of its sign, and the middle of the box with
    words: None where there is no room for one, and then the words stand below the map."""

    roads: tuple[Road, ...]
    sign: Point
    box: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Extra:
    """What lies between stations beside the lines, in the order of the network."""

    gaps: tuple[Note, ...]
    walks: tuple[Road, ...]
    loops: tuple[Note, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        return (*self.gaps, *self.loops)

    def roads(self) -> Iterator[Road]:
        yield from (road for note in self.notes for road in note.roads)
        yield from self.walks


def extra_of(
    network: Network, laid: RoadMap, gap_sizes: Sequence[Size], loop_sizes: Sequence[Size]
) -> Extra:
    """Roads for what is no line, least in the way of what is, each with its sign and box."""
    used = [*laid.roads.values()]
    at = laid.places

    def road(source: str, target: str) -> Road:
        best = min(
            enumerate(chain(roads(at[source], at[target]), detours(at[source], at[target]))),
            key=lambda found: (_in_the_way(found[1], used, laid), found[0]),
        )[1]
        used.append(best)
        return best

    loops = [tuple(road(a, b) for a, b in _circle(loop.stations)) for loop in network.loops]
    gaps = [(road(gap.source, gap.target),) for gap in network.gaps]
    walks = tuple(road(walk.source, walk.target) for walk in network.walks)
    covered = [station_box(place) for place in at.values()]
    signs = [_sign(found[0], covered, used) for found in gaps]
    covered += [sign_box(sign) for sign in signs]
    lines = Lines(used)
    placed_loops = [
        _placed(Note(found, _middle_of(found[0])), size, covered, lines, 0)
        for found, size in zip(loops, loop_sizes, strict=True)
    ]
    placed_gaps = [
        _placed(Note(found, sign), size, covered, lines, SIGN)
        for found, sign, size in zip(gaps, signs, gap_sizes, strict=True)
    ]
    return Extra(tuple(placed_gaps), walks, tuple(placed_loops))


def _circle(stations: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each station and the next; two that wait for each other need one road only."""
    if len(stations) == 2:
        yield stations[0], stations[1]
    else:
        yield from zip(stations, (*stations[1:], stations[0]), strict=True)


def _in_the_way(road: Road, used: Iterable[Road], laid: RoadMap) -> float:
    through = sum(laid.standing(point) > 0 for point in grid_points(road)[1:-1])
    own, met = frozenset(steps(road)), meeting_points(road)
    together = sum(len(own.intersection(steps(other))) for other in used)
    crossed = sum(not met.isdisjoint(meeting_points(other)) for other in used)
    return _THROUGH * through + _TOGETHER * together + _CROSSED * crossed + _LENGTH * len(own)


# --- signs and boxes --------------------------------------------------------------------------
def sign_box(point: Point) -> Box:
    return box_around(middle(point), (2 * SIGN, 2 * SIGN))


def _middle_of(road: Road) -> Point:
    points = grid_points(road)
    return points[len(points) // 2]


def _sign(road: Road, covered: Iterable[Box], used: Iterable[Road]) -> Point:
    """The point nearest to the middle of the road where a sign covers nothing."""
    points = grid_points(road)
    half = (len(points) - 1) / 2
    order = sorted(points[1:-1] or points, key=lambda point: abs(points.index(point) - half))
    kept = list(covered)
    lines = Lines(other for other in used if other != road)

    def taken(point: Point) -> int:
        box = sign_box(point)
        return 3 * sum(box.covers(other) for other in kept) + lines.under(box)

    return min(order, key=taken)


def _placed(note: Note, size: Size, covered: list[Box], lines: Lines, away: float) -> Note:
    """With its box near the sign, where it hides no station and as little of lines as can be.
    The box counts as covered from then on."""
    x, y = middle(note.sign)
    best: tuple[float, Box, tuple[float, float]] | None = None
    for across, down in _around(size, away):
        centre = x + across, y + down
        box = box_around(centre, size)
        if any(_wider(box).covers(other) for other in covered):
            continue
        cost = _ON_LINE * lines.under(box) + _AWAY * (abs(across) + abs(down))
        if best is None or cost < best[0]:
            best = cost, box, centre
    if best is None or best[0] > _HIDES_TOO_MUCH:
        return note
    covered.append(best[1])
    return replace(note, box=best[2])


def _wider(box: Box) -> Box:
    return Box(box.left - _AIR, box.top - _AIR, box.right + _AIR, box.bottom + _AIR)


def _around(size: Size, away: float) -> Iterator[tuple[float, float]]:
    """Right and left of the sign, then over and under it, each a little further."""
    wide, high = size[0] / 2 + away + 6, size[1] / 2 + away + 6
    if not away:
        yield 0, 0
    for further in range(7):
        more = further * UNIT / 3
        for shift in (0, -UNIT / 2, UNIT / 2, -UNIT, UNIT):
            yield wide + more, shift
            yield -wide - more, shift
        for shift in (0, -UNIT, UNIT, -2 * UNIT, 2 * UNIT):
            yield shift, high + more
            yield shift, -high - more
