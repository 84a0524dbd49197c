# SPDX-License-Identifier: EUPL-1.2
"""From metres to the paper: what the map covers, how large it is, its scale bar and its north."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10

from ruimbaan.core.directory.geography.grid import Point
from ruimbaan.core.directory.geography.plan import rings_of
from ruimbaan.core.directory.geography.shapes import bounds
from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.geography.model import Paper, TownPicture
from ruimbaan.ui.pictures.kit import element, number, text

FOOT = 46  # below the map, for the scale
SMALLEST = 500.0  # metres that a map covers at least
_AIR = 0.04  # of the width, around everything
_BAR = 0.28  # of the width: the longest a scale bar may be
_KILOMETRE = 1000


@dataclass(frozen=True, slots=True)
class Frame:
    """`scale` is units of the picture per metre; `west` and `north` lie on its edge."""

    west: float
    north: float
    scale: float
    width: float
    height: float

    def at(self, point: Point) -> Point:
        return (point[0] - self.west) * self.scale, (self.north - point[1]) * self.scale

    def back(self, x: float, y: float) -> Point:
        return self.west + x / self.scale, self.north - y / self.scale


def frame_of(town: TownPicture, paper: Paper) -> Frame:
    """All districts and all marks are on the map."""
    corners = [*rings_of(town.plan.districts), tuple(mark.point for mark in town.marks)]
    if town.here:
        corners.append((town.here,))
    found = [ring for ring in corners if ring] or [((0.0, 0.0),)]
    west, south, east, north = bounds(found)
    across, up = max(east - west, SMALLEST), max(north - south, SMALLEST)
    air = _AIR * paper.width + paper.radius
    scale = min((paper.width - 2 * air) / across, (paper.tallest - 2 * air) / up)
    left = west + (east - west) / 2 - paper.width / scale / 2
    top = north + (up - (north - south)) / 2 + air / scale
    return Frame(left, top, scale, paper.width, up * scale + 2 * air)


def draw_scale(frame: Frame, paper: Paper) -> str:
    """A bar of a round length, 1, 2 or 5, with ends."""
    most = frame.width * _BAR / frame.scale
    power = 10.0 ** int(log10(most))
    metres = max(step * power for step in (1, 2, 5) if step * power <= most)
    length, y = metres * frame.scale, frame.height + FOOT / 2
    x = 2 * paper.radius
    bar = f"M{number(x)} {number(y - 6)}v12m0-6h{number(length)}m0-6v12"
    words = f"{metres / _KILOMETRE:g} km" if metres >= _KILOMETRE else f"{metres:g} m"
    return element("path", d=bar, fill="none", stroke=palette.INK, stroke_width=2) + text(
        words, x + length + 10, y + paper.name_size / 3, paper.name_size
    )


def draw_north(frame: Frame, paper: Paper) -> str:
    """North is up, as everywhere in the Dutch grid."""
    x, y = frame.width - 2 * paper.radius, frame.height + FOOT / 2
    arrow = f"M{number(x)} {number(y - 16)}l7 20-7-5-7 5z"
    return element("path", d=arrow, fill=palette.INK) + text(
        "N", x - 12, y + paper.name_size / 3, paper.name_size, bold=True, anchor="end"
    )
