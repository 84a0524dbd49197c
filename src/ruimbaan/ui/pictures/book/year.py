# SPDX-License-Identifier: EUPL-1.2
"""A whole journey on one scale of days: where it stuck, where somebody made room, what worked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.book.days import Mark, mark
from ruimbaan.ui.pictures.kit import element, number, picture, text

WIDTH = 340
_LEFT, _RIGHT = 18, 322
_LANE, _TOP = 66, 24  # a lane of one row
_DODGE, _APART = 25, 26  # how far the next row stands down, and how near two signs may be
_SIZE = 14


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of day, and on which days it was."""

    name: str
    kind: Mark
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class YearPicture:
    """`day` is the word before a number of days; `first` and `last` are the ends of the scale."""

    title: str
    description: str
    day: str
    first: int
    last: int
    lanes: tuple[Lane, ...]


def draw_year(year: YearPicture) -> str:
    """The picture as one SVG element."""
    first, last = year.first, year.last
    body: list[str] = []
    y = float(_TOP)
    for lane in year.lanes:
        placed = _placed(lane.days, first, last)
        body.extend(_lane(lane, y, placed))
        y += _LANE + _DODGE * max((row for _at, row in placed), default=0)
    body.extend(_scale(year.day, first, last, y + 2))
    return picture(
        WIDTH, y + 26, title=year.title, description=year.description, body="".join(body)
    )


def _x(day: int, first: int, last: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * (day - first) / max(last - first, 1)


def _placed(days: tuple[int, ...], first: int, last: int) -> list[tuple[float, int]]:
    """Where each sign stands, and on which row: the first one with room for it."""
    ends: list[float] = []
    placed: list[tuple[float, int]] = []
    for day in sorted(days):
        x = _x(day, first, last)
        row = next((at for at, end in enumerate(ends) if x - end >= _APART), len(ends))
        ends[row : row + 1] = [x]
        placed.append((x, row))
    return placed


def _lane(lane: Lane, y: float, placed: list[tuple[float, int]]) -> Iterator[str]:
    yield text(lane.name, _LEFT - 12, y, _SIZE, bold=True)
    middle = y + 26
    yield element(
        "line", x1=_LEFT, y1=middle, x2=_RIGHT, y2=middle, stroke=palette.LINE, stroke_width=3
    )
    for x, row in placed:
        yield mark(lane.kind, x, middle + row * _DODGE)


def _scale(word: str, first: int, last: int, y: float) -> Iterator[str]:
    yield element("line", x1=_LEFT, y1=y, x2=_RIGHT, y2=y, stroke=palette.INK, stroke_width=2)
    for day, anchor in ((first, "start"), (last, "end")):
        x = _x(day, first, last)
        yield element("line", x1=x, y1=y - 5, x2=x, y2=y + 5, stroke=palette.INK, stroke_width=2)
        edge = x - 12 if anchor == "start" else x + 12
        yield text(f"{word} {number(day)}", edge, y + 19, _SIZE, anchor=anchor, fill=palette.SOFT)
