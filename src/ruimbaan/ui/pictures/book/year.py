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
_LANE, _TOP = 92, 24
_DODGE, _APART = 14, 24  # how far a sign moves aside, and from how near
_ROWS = 3  # below each other, before a sign stands on the line again
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
    height = _TOP + _LANE * len(year.lanes) + 26
    body = [*_scale(year.day, first, last, height - 24)]
    for at, lane in enumerate(year.lanes):
        body.extend(_lane(lane, _TOP + at * _LANE, first, last))
    return picture(
        WIDTH, height, title=year.title, description=year.description, body="".join(body)
    )


def _x(day: int, first: int, last: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * (day - first) / max(last - first, 1)


def _lane(lane: Lane, y: float, first: int, last: int) -> Iterator[str]:
    yield text(lane.name, _LEFT - 12, y, _SIZE, bold=True)
    middle = y + 26
    yield element(
        "line", x1=_LEFT, y1=middle, x2=_RIGHT, y2=middle, stroke=palette.LINE, stroke_width=3
    )
    before: float = -_APART
    aside = 0
    for day in sorted(lane.days):
        x = _x(day, first, last)
        aside = (aside + 1) % _ROWS if x - before < _APART else 0
        before = x
        yield mark(lane.kind, x, middle + aside * _DODGE)


def _scale(word: str, first: int, last: int, y: float) -> Iterator[str]:
    yield element("line", x1=_LEFT, y1=y, x2=_RIGHT, y2=y, stroke=palette.INK, stroke_width=2)
    for day, anchor in ((first, "start"), (last, "end")):
        x = _x(day, first, last)
        yield element("line", x1=x, y1=y - 5, x2=x, y2=y + 5, stroke=palette.INK, stroke_width=2)
        edge = x - 12 if anchor == "start" else x + 12
        yield text(f"{word} {number(day)}", edge, y + 19, _SIZE, anchor=anchor, fill=palette.SOFT)
