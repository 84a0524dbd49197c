# SPDX-License-Identifier: EUPL-1.2
"""What labels, stations, signs and lines cover in the picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ruimbaan.core.directory.metro.columns import UNIT, Size
from ruimbaan.core.directory.metro.grid import Point, Road, Step, steps

RADIUS = 25  # of a station with everything around it
_GAP = 4  # between a station and its label
_ASIDE = 14  # how far a slanting label begins beside the middle of its station
LINE = 7  # half the width of a line


class Side(StrEnum):
    """Where a label stands, as on a compass."""

    N = "n"
    S = "s"
    NE = "ne"
    NW = "nw"
    SE = "se"
    SW = "sw"
    E = "e"
    W = "w"


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def middle(point: Point) -> tuple[float, float]:
    """The place of a grid point in the picture."""
    return point[0] * UNIT, point[1] * UNIT


def station_box(point: Point) -> Box:
    x, y = middle(point)
    return Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS)


def label_box(point: Point, side: Side, size: Size) -> Box:
    """What a label of this size covers."""
    x, y = middle(point)
    width, height = size
    name = side.value
    if "n" in name:
        top = y - RADIUS - _GAP - height
    elif "s" in name:
        top = y + RADIUS + _GAP
    else:
        top = y - height / 2
    if name in ("n", "s"):
        left = x - width / 2
    elif "e" in name:
        left = x - _ASIDE if len(name) > 1 else x + RADIUS + _GAP
    else:
        left = (x + _ASIDE if len(name) > 1 else x - RADIUS - _GAP) - width
    return Box(left, top, left + width, top + height)


def box_around(centre: tuple[float, float], size: Size) -> Box:
    """A box of this size with its middle here."""
    (x, y), (width, height) = centre, size
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def around(boxes: Iterable[Box]) -> Box:
    found = list(boxes)
    return Box(
        min(box.left for box in found),
        min(box.top for box in found),
        max(box.right for box in found),
        max(box.bottom for box in found),
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """One step of a road: what it covers, and for a slanting one where it runs and which way."""

    around: Box
    start: tuple[float, float]
    way: int


class Lines:
    """The steps of all roads, by the cell they are in."""

    def __init__(self, found: Iterable[Road]) -> None:
        self._pieces: dict[Point, list[_Piece]] = {}
        for step in dict.fromkeys(step for road in found for step in steps(road)):
            cell = min(step[0][0], step[1][0]), min(step[0][1], step[1][1])
            self._pieces.setdefault(cell, []).append(_piece(step))

    def under(self, box: Box) -> int:
        """How many steps of roads this box covers."""
        columns = range(int((box.left - LINE) // UNIT) - 1, int((box.right + LINE) // UNIT) + 1)
        rows = range(int((box.top - LINE) // UNIT) - 1, int((box.bottom + LINE) // UNIT) + 1)
        count = 0
        for column in columns:
            for row in rows:
                for piece in self._pieces.get((column, row), ()):
                    count += _covers(box, piece)
        return count


@lru_cache(maxsize=10_000)
def _piece(step: Step) -> _Piece:
    (x, y), (to_x, to_y) = middle(step[0]), middle(step[1])
    around = Box(min(x, to_x) - LINE, min(y, to_y) - LINE, max(x, to_x) + LINE, max(y, to_y) + LINE)
    return _Piece(around, (x, y), round((to_x - x) * (to_y - y) / UNIT**2))


def _covers(box: Box, piece: _Piece) -> bool:
    if not box.covers(piece.around):
        return False
    if not piece.way:
        return True
    x, y = piece.start
    beside = [
        (corner_y - y) - piece.way * (corner_x - x)
        for corner_x in (box.left, box.right)
        for corner_y in (box.top, box.bottom)
    ]
    return min(beside) < 1.5 * LINE and max(beside) > -1.5 * LINE
