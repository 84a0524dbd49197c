# SPDX-License-Identifier: EUPL-1.2
"""Who goes where on a metro map: a bow from one station to another, wider where more go."""

from __future__ import annotations

from collections.abc import Iterator
from math import dist

from ruimbaan.core.directory.metro.layout import Layout
from ruimbaan.ui.pictures import metro_shapes as shapes
from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, group, middle, number, pill_width, text
from ruimbaan.ui.pictures.metro_frame import Frame
from ruimbaan.ui.pictures.metro_model import Flow, MapLayer

_BOW = 0.16  # how far it bends, per unit of its length: to the right of where it goes
_THIN, _THICK = 3.0, 9.0
_FREE = 26  # it stops this far from the middle of a station
_SIZE, _HIGH = 13, 19


def draw_flows(layer: MapLayer | None, layout: Layout, frame: Frame) -> Iterator[str]:
    """The bows first, so that no number lies below one."""
    flows = layer.flows if layer else ()
    drawn = [_flow(flow, layout, frame) for flow in flows]
    yield from (bow for bow, _words in drawn)
    yield from (words for _bow, words in drawn)


def _flow(flow: Flow, layout: Layout, frame: Frame) -> tuple[str, str]:
    start, end = (
        shapes.in_picture(layout.places[code], frame.shift) for code in (flow.source, flow.target)
    )
    length = dist(start, end) or 1
    ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    x1, y1 = start[0] + ux * _FREE, start[1] + uy * _FREE
    x2, y2 = end[0] - ux * _FREE, end[1] - uy * _FREE
    bend_x = (x1 + x2) / 2 - uy * length * _BOW
    bend_y = (y1 + y2) / 2 + ux * length * _BOW
    width = _THIN + (_THICK - _THIN) * flow.weight
    d = f"M{number(x1)} {number(y1)}Q{number(bend_x)} {number(bend_y)} {number(x2)} {number(y2)}"
    bow = shapes.stroke(d, palette.PAPER, width + 4) + shapes.stroke(d, palette.SLATES[4], width)
    bow += _head((x2, y2), (bend_x, bend_y), width)
    centre = (x1 + 2 * bend_x + x2) / 4, (y1 + 2 * bend_y + y2) / 4
    return group(flow.words, bow), _pill(flow.words, *centre)


def _head(tip: tuple[float, float], before: tuple[float, float], width: float) -> str:
    length, size = dist(tip, before) or 1, 8 + width
    ux, uy = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length
    point = tip[0] + ux * size * 0.7, tip[1] + uy * size * 0.7
    wings = [
        (
            tip[0] - ux * size * 0.5 + side * uy * size * 0.75,
            tip[1] - uy * size * 0.5 - side * ux * size * 0.75,
        )
        for side in (1, -1)
    ]
    corners = " ".join(f"{number(x)},{number(y)}" for x, y in (point, *wings))
    return element("polygon", points=corners, fill=palette.SLATES[4])


def _pill(words: str, x: float, y: float) -> str:
    width = pill_width(words, _SIZE)
    ground = element(
        "rect",
        x=x - width / 2,
        y=y - _HIGH / 2,
        width=width,
        height=_HIGH,
        rx=_HIGH / 2,
        fill=palette.SLATES[4],
        stroke=palette.WHITE,
        stroke_width=2,
    )
    return ground + text(
        words, x, middle(y, _SIZE), _SIZE, bold=True, fill=palette.WHITE, anchor="middle"
    )
