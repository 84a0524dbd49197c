# SPDX-License-Identifier: EUPL-1.2
"""The days of one chapter as a line from top to bottom: what was a step, a wait, a wall, room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, middle, picture, text
from ruimbaan.ui.pictures.measure import fit_lines

WIDTH = 300
_LINE_X, _WORDS_X = 74, 100
_TOP, _STEP = 26, 46
_SIZE, _DAY_SIZE = 16, 14
_LEADING, _MOST_LINES = 19, 2


class Mark(StrEnum):
    STEP = "step"
    WAIT = "wait"
    GAP = "gap"
    ROOM = "room"
    ARRIVED = "arrived"


@dataclass(frozen=True, slots=True)
class Stop:
    """`day` as it is written: "dag 38"."""

    day: str
    words: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class DaysPicture:
    title: str
    description: str
    stops: tuple[Stop, ...]


def draw_days(days: DaysPicture) -> str:
    """The picture as one SVG element."""
    height = 2 * _TOP + _STEP * (len(days.stops) - 1)
    body = (
        *_line(days.stops),
        *(part for at, stop in enumerate(days.stops) for part in _stop(at, stop)),
    )
    return picture(
        WIDTH, height, title=days.title, description=days.description, body="".join(body)
    )


def _y(at: int) -> float:
    return _TOP + at * _STEP


def _line(stops: tuple[Stop, ...]) -> Iterator[str]:
    """From stop to stop: dashed while the person waits for something or somebody."""
    for at, stop in enumerate(stops[:-1]):
        waits = stop.mark in {Mark.WAIT, Mark.GAP}
        yield element(
            "line",
            x1=_LINE_X,
            y1=_y(at),
            x2=_LINE_X,
            y2=_y(at + 1),
            stroke=palette.WAIT if waits else palette.INK,
            stroke_width=4 if waits else 7,
            stroke_dasharray="4 6" if waits else None,
            stroke_linecap="butt",
        )


def _stop(at: int, stop: Stop) -> Iterator[str]:
    y = _y(at)
    yield text(
        stop.day, _LINE_X - 20, middle(y, _DAY_SIZE), _DAY_SIZE, fill=palette.SOFT, anchor="end"
    )
    yield mark(stop.mark, _LINE_X, y)
    lines = fit_lines(stop.words, WIDTH - _WORDS_X - 4, _SIZE, _MOST_LINES, bold=True)
    first = middle(y, _SIZE) - (len(lines) - 1) * _LEADING / 2
    for row, words in enumerate(lines):
        yield text(words, _WORDS_X, first + row * _LEADING, _SIZE, bold=stop.mark is not Mark.STEP)


def mark(kind: Mark, x: float, y: float) -> str:
    """The sign of a day; each has its own shape, so that nobody needs the colour."""
    if kind is Mark.GAP:
        bar = element("line", x1=x - 11, y1=y, x2=x + 11, y2=y, stroke=palette.GAP, stroke_width=7)
        ground = element("circle", cx=x, cy=y, r=10, fill=palette.WHITE)
        return ground + bar
    if kind is Mark.ROOM:
        ring = element(
            "circle", cx=x, cy=y, r=12, fill=palette.ROOM, stroke=palette.INK, stroke_width=3
        )
        return ring + element("circle", cx=x, cy=y, r=4, fill=palette.WHITE)
    if kind is Mark.ARRIVED:
        return element(
            "circle", cx=x, cy=y, r=10, fill=palette.ARRIVED, stroke=palette.WHITE, stroke_width=3
        )
    return element(
        "circle",
        cx=x,
        cy=y,
        r=8,
        fill=palette.WHITE,
        stroke=palette.WAIT if kind is Mark.WAIT else palette.INK,
        stroke_width=4,
        stroke_dasharray="4 3" if kind is Mark.WAIT else None,
    )
