# SPDX-License-Identifier: EUPL-1.2
"""Of every hundred, how many: a bar for each row, with the band in which the real share lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, group, middle, picture, text
from ruimbaan.ui.pictures.measure import shorten

WIDTH = 760
_LEFT, _RIGHT, _ROW, _BAR, _TOP = 200, 560, 34, 18, 6
_SIZE = 16
_EDGE = 3.5  # half the height of the ends of a band


@dataclass(frozen=True, slots=True)
class Bar:
    """`share`, `low` and `high` from 0 to 1; `words` stand behind the bar. Without a band `low` and
    `high` are the share itself."""

    name: str
    share: float
    low: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class BarsPicture:
    title: str
    description: str
    bars: tuple[Bar, ...]


def draw_bars(bars: BarsPicture) -> str:
    """The picture as one SVG element."""
    body = (
        part for at, bar in enumerate(bars.bars) for part in _bar(bar, _TOP + _ROW * (at + 0.5))
    )
    height = 2 * _TOP + _ROW * len(bars.bars)
    return picture(
        WIDTH, height, title=bars.title, description=bars.description, body="".join(body)
    )


def _x(share: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * share


def _bar(bar: Bar, y: float) -> Iterator[str]:
    name = shorten(bar.name, _LEFT - 16, _SIZE, bold=True)
    yield group(bar.name, text(name, _LEFT - 14, middle(y, _SIZE), _SIZE, bold=True, anchor="end"))
    for fill, end in ((palette.SLATES[0], 1.0), (palette.SLATES[3], bar.share)):
        yield element(
            "rect", x=_LEFT, y=y - _BAR / 2, width=_x(end) - _LEFT, height=_BAR, rx=3, fill=fill
        )
    ends = (bar.low, bar.high) if bar.low < bar.high else ()
    if ends:
        yield _line(_x(bar.low), y, _x(bar.high), y)
    for end in ends:
        yield _line(_x(end), y - _EDGE, _x(end), y + _EDGE)
    yield text(bar.words, _RIGHT + 12, middle(y, _SIZE), _SIZE)


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=palette.INK, stroke_width=2)
