# SPDX-License-Identifier: EUPL-1.2
"""The shapes of a metro map: lines with round corners, stations, gaps, loops and walks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import dist

from ruimbaan.core.directory.metro.boxes import middle as middle_of
from ruimbaan.core.directory.metro.grid import Road
from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, middle, number, pill_width, text

LINE_WIDTH = 11
_CORNER = 26
_CASING = LINE_WIDTH + 6
Place = tuple[float, float]


def in_picture(point: tuple[int, int], shift: Place) -> Place:
    x, y = middle_of(point)
    return x + shift[0], y + shift[1]


def path(roads: Iterable[Road], shift: Place) -> str:
    """One path over roads that follow each other; corners are round, stations are passed
    exactly."""
    written = ""
    for road in roads:
        points = [in_picture(point, shift) for point in road]
        start = f"M{_at(points[0])}" if not written else ""
        written += start + _bends(points)
    return written


def _bends(points: Sequence[Place]) -> str:
    written = ""
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_CORNER, dist(before, at) / 2, dist(at, after) / 2)
        written += (
            f"L{_at(_towards(at, before, radius))}Q{_at(at)} {_at(_towards(at, after, radius))}"
        )
    return written + f"L{_at(points[-1])}"


def _towards(start: Place, end: Place, far: float) -> Place:
    share = far / (dist(start, end) or 1)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _at(place: Place) -> str:
    return f"{number(place[0])} {number(place[1])}"


def stroke(d: str, colour: str, width: float, dashes: str | None = None) -> str:
    return element(
        "path",
        d=d,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linecap="round" if dashes is None or dashes.startswith("0") else None,
        stroke_linejoin="round",
        stroke_dasharray=dashes,
    )


def track(d: str, colour: str) -> str:
    return stroke(d, palette.PAPER, _CASING) + stroke(d, colour, LINE_WIDTH)


def walk(d: str) -> str:
    return stroke(d, palette.PAPER, 8) + stroke(d, palette.INK, 4, "0.1 9")


def gap(d: str) -> str:
    return stroke(d, palette.PAPER, 14) + stroke(d, palette.GAP, 6, "14 10")


def gap_sign(x: float, y: float) -> str:
    """A red cross in a circle."""
    circle = element(
        "circle", cx=x, cy=y, r=15, fill=palette.WHITE, stroke=palette.GAP, stroke_width=4.5
    )
    cross = f"M{number(x - 6)} {number(y - 6)}l12 12m0-12l-12 12"
    return circle + stroke(cross, palette.GAP, 4.5)


def loop(d: str) -> str:
    return stroke(d, palette.PAPER, 12) + stroke(d, palette.GAP, 4, "9 8")


def arrow_head(tip: Place, before: Place) -> str:
    """At the end of a loop, pointing away from `before`, just outside the station."""
    length = dist(tip, before) or 1
    ux, uy = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length
    x, y = tip[0] - ux * 22, tip[1] - uy * 22
    wings = [(x - 11 * ux + side * 9 * uy, y - 11 * uy - side * 9 * ux) for side in (1, -1)]
    return stroke(f"M{_at(wings[0])}L{_at((x, y))}L{_at(wings[1])}", palette.GAP, 4)


def plate(number_of_line: str, x: float, y: float, colour: str) -> str:
    """The number of a line, white on its colour."""
    ground = element("circle", cx=x, cy=y, r=12, fill=colour)
    baseline = middle(y, 15)
    return ground + text(
        number_of_line, x, baseline, 15, bold=True, fill=palette.WHITE, anchor="middle"
    )


# --- stations ---------------------------------------------------------------------------------
def stop(x: float, y: float, colour: str) -> str:
    return element("circle", cx=x, cy=y, r=10, fill=palette.WHITE, stroke=colour, stroke_width=5)


def interchange(x: float, y: float) -> str:
    return element(
        "circle", cx=x, cy=y, r=14, fill=palette.WHITE, stroke=palette.INK, stroke_width=4.5
    )


def arrived(x: float, y: float, colour: str) -> str:
    ground = element("circle", cx=x, cy=y, r=15, fill=colour, stroke=palette.WHITE, stroke_width=4)
    tick = f"M{number(x - 6)} {number(y)}l4.5 5l8-9"
    return ground + stroke(tick, palette.WHITE, 3.5)


def ring(x: float, y: float) -> str:
    return element("circle", cx=x, cy=y, r=20.5, fill="none", stroke=palette.ROOM, stroke_width=4.5)


def ring_small(x: float, y: float) -> str:
    return element("circle", cx=x, cy=y, r=10, fill="none", stroke=palette.ROOM, stroke_width=4)


def badge(
    words: str, x: float, y: float, fill: str, ink: str, *, below: bool, size: float = 12
) -> str:
    """A few characters over the edge of a station, on the side where its label is not."""
    width, height = pill_width(words, size) - 4, size + 5
    centre = y + 12 + size / 2 if below else y - 12 - size / 2
    ground = element(
        "rect",
        x=x - width / 2,
        y=centre - height / 2,
        width=width,
        height=height,
        rx=height / 2,
        fill=fill,
    )
    return ground + text(words, x, middle(centre, size), size, bold=True, fill=ink, anchor="middle")
