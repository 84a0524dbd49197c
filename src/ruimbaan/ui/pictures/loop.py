# SPDX-License-Identifier: EUPL-1.2
"""The deadlock picture: things that wait for each other, in a circle of dashed red arrows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, cos, pi, sin

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, group, middle, number, picture, text
from ruimbaan.ui.pictures.measure import fit_lines, text_width

FEWEST, MOST = 2, 8
_SMALLEST_NODE, _LARGEST_NODE = 50, 70
_PADDING = 11  # between a word and the edge of its node
_GAP = 9  # between a node and its arrows
_ARROW = 58  # the least length of an arrow
_SMALLEST = 100
_MARGIN = 6
_SIZE, _LINE_STEP, _MOST_LINES = 18, 20, 3
_HEAD, _HEAD_ANGLE = 17, 0.5


@dataclass(frozen=True, slots=True)
class LoopPicture:
    """Each name waits for the next one, and the last for the first: two to eight names."""

    title: str
    description: str
    names: tuple[str, ...]


def draw_loop(loop: LoopPicture) -> str:
    """The picture as one SVG element. Raises ValueError for fewer or more names than a circle of
    readable size can hold."""
    count = len(loop.names)
    if not FEWEST <= count <= MOST:
        raise ValueError(f"a loop has {FEWEST} to {MOST} names, not {count}")
    node = _node_radius(loop.names)
    radius = max(_SMALLEST, (node + _GAP + _ARROW / 2) / sin(pi / count))
    centre = radius + node + _MARGIN
    turn = 2 * pi / count
    first = pi if count == FEWEST else -pi / 2
    angles = [first + at * turn for at in range(count)]
    nodes = (
        _node(name, centre + radius * cos(angle), centre + radius * sin(angle), node)
        for name, angle in zip(loop.names, angles, strict=True)
    )
    away = 2 * asin((node + _GAP) / (2 * radius))
    arrows = (_arrow(centre, radius, angle + away, angle + turn - away) for angle in angles)
    top = centre - _reach(angles, radius, node, up=True)
    bottom = centre + _reach(angles, radius, node, up=False)
    return picture(
        2 * centre,
        bottom - top,
        title=loop.title,
        description=loop.description,
        body="".join((*arrows, *nodes)),
        top=top,
    )


def _node_radius(names: tuple[str, ...]) -> float:
    """Wide enough for the longest word, within reason."""
    words = (word for name in names for word in name.split())
    widest = max((text_width(word, _SIZE, bold=True) for word in words), default=0)
    return min(max(widest / 2 + _PADDING, _SMALLEST_NODE), _LARGEST_NODE)


def _reach(angles: list[float], radius: float, node: float, *, up: bool) -> float:
    """How far nodes and arrows go up or down from the centre."""
    farthest = max(-sin(angle) if up else sin(angle) for angle in angles)
    return max(farthest * radius + node, radius + _HEAD / 2) + _MARGIN


def _node(name: str, x: float, y: float, radius: float) -> str:
    shape = element(
        "circle", cx=x, cy=y, r=radius, fill=palette.WHITE, stroke=palette.INK, stroke_width=3
    )
    lines = fit_lines(name, 2 * radius - 2 * _PADDING + 4, _SIZE, _MOST_LINES, bold=True)
    first = middle(y, _SIZE) - (len(lines) - 1) * _LINE_STEP / 2
    words = (
        text(line, x, first + at * _LINE_STEP, _SIZE, bold=True, anchor="middle")
        for at, line in enumerate(lines)
    )
    return group(name, shape, *words)


def _arrow(centre: float, radius: float, start: float, end: float) -> str:
    """Along the circle, clockwise on paper."""
    x1, y1 = centre + radius * cos(start), centre + radius * sin(start)
    x2, y2 = centre + radius * cos(end), centre + radius * sin(end)
    arc = (
        f"M{number(x1)} {number(y1)}A{number(radius)} {number(radius)} 0 0 1 "
        f"{number(x2)} {number(y2)}"
    )
    back = end - pi / 2  # where the arrow comes from
    wings = [
        f"{number(x2 + _HEAD * cos(back + side))} {number(y2 + _HEAD * sin(back + side))}"
        for side in (_HEAD_ANGLE, -_HEAD_ANGLE)
    ]
    head = f"M{wings[0]}L{number(x2)} {number(y2)}L{wings[1]}"
    return "".join(_stroke(arc, head))


def _stroke(arc: str, head: str) -> Iterator[str]:
    for path, dashes in ((arc, "11 9"), (head, None)):
        yield element(
            "path",
            d=path,
            fill="none",
            stroke=palette.GAP,
            stroke_width=4.5,
            stroke_linecap="round",
            stroke_linejoin="round",
            stroke_dasharray=dashes,
        )
