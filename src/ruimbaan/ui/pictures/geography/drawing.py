# SPDX-License-Identifier: EUPL-1.2
"""The map of a town as one SVG element: few places get a number, many become heaps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import sqrt

from ruimbaan.core.directory.geography.clusters import heaps
from ruimbaan.core.directory.geography.grid import Point
from ruimbaan.core.directory.geography.plan import Area, Kind
from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.geography.frame import FOOT, Frame, draw_north, draw_scale, frame_of
from ruimbaan.ui.pictures.geography.model import Paper, TownPicture
from ruimbaan.ui.pictures.geography.placing import Box, apart, free_spot
from ruimbaan.ui.pictures.kit import element, group, middle, number, picture, text
from ruimbaan.ui.pictures.measure import shorten, text_width

WATER = "#cfe1ea"
GROUND, BORDER = "#f5f1ea", "#b3a999"
HERE, HEAP = "#0b6163", "#79c0bd"  # the main colour, and a light one of its ramp
_LINE = 1.15  # of the size of a name
_HEAP_CELL = 3.6  # radii of a mark
_NEAR = 4  # a mark that moved less far needs no line to its place


def draw(town: TownPicture, paper: Paper) -> str:
    """The same for the same input."""
    frame = frame_of(town, paper)
    taken: list[Box] = []
    marks = _numbers(town, frame, paper, taken) if town.numbered else _heaps(town, frame, paper)
    here = _here(town.here, town.here_word, frame, paper, taken) if town.here else ""
    names = _names(town, frame, paper, taken, counted=not town.numbered)
    body = [
        element("rect", width=frame.width, height="100%", fill=palette.WHITE),
        *(_shape(area, frame) for area in town.plan.districts),
        *(_shape(area, frame) for area in town.plan.of(Kind.WATER)),
        *((names, marks) if town.numbered else (marks, names)),
        here,
        draw_scale(frame, paper),
        draw_north(frame, paper),
    ]
    return picture(
        frame.width,
        frame.height + FOOT,
        title=town.title,
        description=town.description,
        body="".join(body),
    )


def _shape(area: Area, frame: Frame) -> str:
    rings = (ring for polygon in area.polygons for ring in polygon.rings)
    is_water = area.kind is Kind.WATER
    return element(
        "path",
        d="".join(_path([frame.at(point) for point in ring]) for ring in rings),
        fill=WATER if is_water else GROUND,
        fill_rule="evenodd",
        stroke=None if is_water else BORDER,
        stroke_width=None if is_water else 1.2,
        stroke_linejoin=None if is_water else "round",
    )


def _path(points: list[Point]) -> str:
    """Whole units from corner to corner: short to send, and no two sums can differ."""
    x, y = round(points[0][0]), round(points[0][1])
    steps = [f"M{x} {y}l"]
    for point in points[1:]:
        across, down = round(point[0]) - x, round(point[1]) - y
        if across or down:
            steps.append(f"{across} {down} ")
            x, y = x + across, y + down
    return "".join(steps).rstrip(" l") + "z"


def _numbers(town: TownPicture, frame: Frame, paper: Paper, taken: list[Box]) -> str:
    true = [frame.at(mark.point) for mark in town.marks]
    held = (frame.at(town.here),) if town.here else ()
    spots = apart(true, held, paper.radius, (frame.width, frame.height))
    side = 2 * paper.radius + 2
    taken += [Box(x, y, side, side) for x, y in spots]
    lines = (
        element(
            "path",
            d=f"M{number(x)} {number(y)}L{number(at[0])} {number(at[1])}",
            stroke=palette.INK,
            stroke_width=1.5,
        )
        + element("circle", cx=x, cy=y, r=2.5, fill=palette.INK)
        for (x, y), at in zip(true, spots, strict=True)
        if abs(x - at[0]) + abs(y - at[1]) > _NEAR
    )
    marks = (
        group(mark.story, *_numbered(mark.number, spot, paper))
        for mark, spot in zip(town.marks, spots, strict=True)
    )
    return "".join((*lines, *marks))


def _numbered(number_here: int, spot: Point, paper: Paper) -> Iterator[str]:
    x, y = spot
    yield element(
        "circle",
        cx=x,
        cy=y,
        r=paper.radius,
        fill=palette.INK,
        stroke=palette.WHITE,
        stroke_width=1.5,
    )
    yield text(
        str(number_here),
        x,
        middle(y, paper.size),
        paper.size,
        bold=True,
        fill=palette.WHITE,
        anchor="middle",
    )


def _heaps(town: TownPicture, frame: Frame, paper: Paper) -> str:
    """The surface of a dot says how much support there is."""
    cell = _HEAP_CELL * paper.radius
    found = heaps(((mark.point, mark.weight) for mark in town.marks), cell / frame.scale)
    most = max((heap.count for heap in found), default=1)
    dots = (
        element("circle", cx=round(x), cy=round(y), r=max(3.0, cell / 2 * sqrt(heap.count / most)))
        for heap in found
        for x, y in (frame.at(heap.point),)
    )
    return element("g", *dots, fill=HEAP, stroke=palette.WHITE) if found else ""


def _names(
    town: TownPicture, frame: Frame, paper: Paper, taken: list[Box], *, counted: bool
) -> str:
    found = []
    for area in town.plan.districts:
        lines = [area.name]
        if counted and (count := town.counts.get(area.name)):
            lines.append(str(count))
        size = paper.name_size
        width = max(text_width(line, size, bold=True) for line in lines)
        height = len(lines) * size * _LINE
        spot = _spot_for(area, (width, height), frame, taken)
        if spot is None:
            continue
        taken.append(Box(*spot, width, height))
        first = middle(spot[1], size) - (len(lines) - 1) * size * _LINE / 2
        found += [
            text(
                line,
                spot[0],
                first + at * size * _LINE,
                size,
                bold=bool(at),
                fill=palette.INK if counted else palette.SOFT,
                anchor="middle",
                halo=palette.WHITE if counted else GROUND,
            )
            for at, line in enumerate(lines)
        ]
    return "".join(found)


def _spot_for(
    area: Area, size: tuple[float, float], frame: Frame, taken: list[Box]
) -> Point | None:
    """In its own district as a whole, or else its middle: a name that stands in another district
    would be read as that of the other."""
    for reach in (size[0] / 2, 0.0):
        inside = partial(_inside, area, frame, reach)
        paper = (frame.width, frame.height)
        if spot := free_spot(frame.at(area.point), size, taken, paper, inside):
            return spot
    return None


def _inside(area: Area, frame: Frame, reach: float, x: float, y: float) -> bool:
    return area.holds(frame.back(x - reach, y)) and area.holds(frame.back(x + reach, y))


def _here(place: Point, word: str, frame: Frame, paper: Paper, taken: list[Box]) -> str:
    """A ring where the reader looks from; what it is stands below the map."""
    x, y = frame.at(place)
    radius, size = paper.radius * 0.7, paper.name_size
    taken.append(Box(x, y, 2 * radius + 8, 2 * radius + 8))
    left, below = frame.width / 2, frame.height + FOOT / 2
    words = left + 2 * radius
    room = frame.width - words - 4 * paper.radius - size
    told = text(shorten(word, room, size, bold=True), words, middle(below, size), size, bold=True)
    return _ring(x, y, radius) + _ring(left, below, radius) + told


def _ring(x: float, y: float, radius: float) -> str:
    return element("circle", cx=x, cy=y, r=radius, fill=palette.WHITE, stroke=HERE, stroke_width=5)
