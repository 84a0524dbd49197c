# SPDX-License-Identifier: EUPL-1.2
"""What follows what: each step on a line of its own, an arc to the next one, wider where more go.

Down the right side one goes on, up the left side one goes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, group, middle, number, picture, text
from ruimbaan.ui.pictures.measure import shorten, text_width

WIDTH = 900
_TOP, _ROW, _HIGH = 26, 46, 32
_MIDDLE, _HALF = 450, 140  # of the boxes
_REACH, _PER_ROW = 250, 44  # how far an arc goes out: at most, and for each row that it crosses
_SIZE, _NOTE = 15, 13
_THIN, _WIDE = 1.5, 11
_ARROW = 6


@dataclass(frozen=True, slots=True)
class Arc:
    """From one step to another, by their places; `note` is written at it when there is room."""

    begin: int
    end: int
    n: int
    note: str
    story: str


@dataclass(frozen=True, slots=True)
class ArcPicture:
    """`steps` from first to last."""

    title: str
    description: str
    steps: tuple[str, ...]
    arcs: tuple[Arc, ...]


def draw_arcs(arcs: ArcPicture) -> str:
    """The picture as one SVG element."""
    most = max((arc.n for arc in arcs.arcs), default=1)
    drawn = sorted(arcs.arcs, key=lambda arc: (arc.n, arc.begin, arc.end))
    body = [group(arc.story, *_arc(arc, most)) for arc in drawn]
    body += [part for place, name in enumerate(arcs.steps) for part in _box(place, name)]
    body += _notes(drawn[::-1])
    height = _TOP + len(arcs.steps) * _ROW
    return picture(
        WIDTH, height, title=arcs.title, description=arcs.description, body="".join(body)
    )


def _y(place: int) -> float:
    return _TOP + place * _ROW + _HIGH / 2 - 8


def _box(place: int, name: str) -> Iterator[str]:
    y = _y(place)
    yield element(
        "rect",
        x=_MIDDLE - _HALF,
        y=y - _HIGH / 2,
        width=2 * _HALF,
        height=_HIGH,
        rx=9,
        fill=palette.WHITE,
        stroke=palette.SLATES[3],
        stroke_width=1.5,
    )
    words = shorten(name, 2 * _HALF - 20, _SIZE, bold=True)
    yield text(words, _MIDDLE, middle(y, _SIZE), _SIZE, bold=True, anchor="middle")


def _out(arc: Arc) -> float:
    """How far from the middle its furthest point lies; below 0 on the left."""
    crossed = max(1, abs(arc.end - arc.begin))
    out = _HALF + min(_REACH, 22 + _PER_ROW * crossed)
    return out if arc.end > arc.begin else -out


def _arc(arc: Arc, most: int) -> Iterator[str]:
    side = _HALF if arc.end > arc.begin else -_HALF
    x, far = _MIDDLE + side, _MIDDLE + side + (_out(arc) - side) * 4 / 3
    spread = 5 if arc.begin != arc.end else 11
    begin, end = _y(arc.begin) + spread, _y(arc.end) - spread
    width = max(_THIN, _WIDE * sqrt(arc.n / most))
    tip = x + (_ARROW if side > 0 else -_ARROW)
    d = f"M{number(x)} {number(begin)}C{number(far)} {number(begin)} {number(far)} {number(end)} "
    yield element(
        "path",
        d=f"{d}{number(tip)} {number(end)}",
        fill="none",
        stroke=palette.SLATES[2],
        stroke_width=width,
        stroke_opacity=0.85,
    )
    half = 4 + width / 2
    yield element(
        "path",
        d=f"M{number(x)} {number(end)}L{number(2 * tip - x)} {number(end - half)}"
        f"L{number(2 * tip - x)} {number(end + half)}Z",
        fill=palette.SLATES[4],
    )


def _notes(arcs: list[Arc]) -> Iterator[str]:
    """The most travelled first; a note that would lie over another one is left to the table."""
    taken: list[tuple[float, float, float, float]] = []
    for arc in arcs:
        wide = text_width(arc.note, _NOTE) + 10
        x, y = _MIDDLE + _out(arc), (_y(arc.begin) + _y(arc.end)) / 2
        left = min(max(x - wide / 2, 2), WIDTH - wide - 2)
        box = (left, y - _NOTE, left + wide, y + _NOTE)
        if any(_over(box, other) for other in taken):
            continue
        taken.append(box)
        # a ground of its own: a printer that knows no paint-order would lay a halo over the words
        yield element("rect", x=left, y=y - 10, width=wide, height=20, rx=4, fill=palette.WHITE)
        yield text(arc.note, left + wide / 2, middle(y, _NOTE), _NOTE, anchor="middle")


def _over(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
