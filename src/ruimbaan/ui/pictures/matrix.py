# SPDX-License-Identifier: EUPL-1.2
"""Who asks whom, and how soon they meet: a square for each pair, darker where it takes longer.

Slate, never red or amber: a wait of a pair is nobody's fault. What is too small to show is a dashed
square, which is not the same as nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, group, middle, picture, safe, text
from ruimbaan.ui.pictures.measure import fit_lines, text_width

WIDE, HIGH, _GAP, _APART = 92, 56, 4, 14  # a square; `_APART`: the sums stand off
_LEFT, _TOP = 186, 104
_NAME, _LARGE, _SMALL, _LEGEND = 15, 17, 13.5, 15
_LINE, _MOST_LINES = 17, 3
_ROUND = 9
_KEY, _KEY_WIDE, _LEGEND_ROW = 20, 30, 34


class Pace(StrEnum):
    """The limit by which at least half was met; or why there is none."""

    WEEK = "week"
    THREE = "three"
    SIX = "six"
    THIRTEEN = "thirteen"
    LONGER = "longer"
    COUNT = "count"
    FEW = "few"
    NOBODY = "nobody"


_SHADES = dict(zip(tuple(Pace), palette.SLATES, strict=False))


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """`words` in the square, `note` small below them, `story` all of it in a sentence; with a `url`
    the square leads somewhere."""

    pace: Pace
    words: str = ""
    note: str = ""
    story: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class MatrixPicture:
    """A row of `cells` for each of `senders`, with a cell for each of `asked`. The last row and the
    last column are sums."""

    title: str
    description: str
    from_word: str
    to_word: str
    senders: tuple[str, ...]
    asked: tuple[str, ...]
    cells: tuple[tuple[MatrixCell, ...], ...]
    legend: tuple[tuple[Pace, str], ...]


def draw_matrix(matrix: MatrixPicture) -> str:
    """The picture as one SVG element."""
    width = _x(len(matrix.asked) - 1, matrix) + WIDE + 8
    below = _y(len(matrix.senders) - 1, matrix) + HIGH + 22
    legend, bottom = _legend(matrix, width, below)
    return picture(
        width,
        bottom,
        title=matrix.title,
        description=matrix.description,
        body="".join((*_names(matrix), *_squares(matrix), *legend)),
        role="group",
    )


def _x(column: int, matrix: MatrixPicture) -> float:
    apart = _APART if column == len(matrix.asked) - 1 else 0
    return float(_LEFT + column * (WIDE + _GAP) + apart)


def _y(row: int, matrix: MatrixPicture) -> float:
    apart = _APART if row == len(matrix.senders) - 1 else 0
    return float(_TOP + row * (HIGH + _GAP) + apart)


def _names(matrix: MatrixPicture) -> Iterator[str]:
    yield text(matrix.to_word, _LEFT, 20, _NAME, bold=True, fill=palette.SOFT)
    yield text(
        matrix.from_word, _LEFT - 14, _TOP - 12, _NAME, bold=True, fill=palette.SOFT, anchor="end"
    )
    for column, name in enumerate(matrix.asked):
        lines = fit_lines(name, WIDE + _GAP - 2, _NAME, _MOST_LINES, bold=True)
        centre, last = _x(column, matrix) + WIDE / 2, float(_TOP - 12)
        for at, line in enumerate(reversed(lines)):
            y = last - at * _LINE
            yield group(name, text(line, centre, y, _NAME, bold=True, anchor="middle"))
    for row, name in enumerate(matrix.senders):
        lines = fit_lines(name, _LEFT - 18, _NAME, _MOST_LINES, bold=True)
        centre = _y(row, matrix) + HIGH / 2
        first = middle(centre, _NAME) - (len(lines) - 1) * _LINE / 2
        for at, line in enumerate(lines):
            y = first + at * _LINE
            yield group(name, text(line, _LEFT - 14, y, _NAME, bold=True, anchor="end"))


def _squares(matrix: MatrixPicture) -> Iterator[str]:
    for row, cells in enumerate(matrix.cells):
        for column, cell in enumerate(cells):
            yield _square(cell, _x(column, matrix), _y(row, matrix))


def _square(cell: MatrixCell, x: float, y: float) -> str:
    drawn = _ground(cell.pace, x, y, WIDE, HIGH, _ROUND) + "".join(_said(cell, x, y))
    if cell.url:
        told = element("title", safe(cell.story))
        return element("a", told, drawn, href=cell.url)
    return group(cell.story, drawn) if cell.story else drawn


def _said(cell: MatrixCell, x: float, y: float) -> Iterator[str]:
    centre, ink = x + WIDE / 2, _ink(cell.pace)
    if cell.words and cell.note:
        fits = text_width(cell.words, _LARGE, bold=True) <= WIDE - 10
        size = _LARGE if fits else _SMALL
        yield text(cell.words, centre, y + 26, size, bold=True, fill=ink, anchor="middle")
        yield text(cell.note, centre, y + 45, _SMALL, fill=ink, anchor="middle")
    elif cell.words:
        yield text(
            cell.words, centre, middle(y + HIGH / 2, _SMALL), _SMALL, fill=ink, anchor="middle"
        )


def _ink(pace: Pace) -> str:
    if pace in (Pace.THIRTEEN, Pace.LONGER):
        return palette.WHITE
    return palette.SOFT if pace is Pace.FEW else palette.INK


def _ground(pace: Pace, x: float, y: float, width: float, height: float, radius: float) -> str:
    few = pace is Pace.FEW
    edge = palette.WAIT if few else palette.SLATES[3] if pace is Pace.COUNT else palette.LINE
    shade = _SHADES.get(pace)
    return element(
        "rect",
        x=x,
        y=y,
        width=width,
        height=height,
        rx=radius,
        fill=shade or palette.WHITE,
        stroke=None if shade else edge,
        stroke_width=None if shade else 1.6,
        stroke_dasharray="4 4" if few else None,
    )


def _legend(matrix: MatrixPicture, width: float, top: float) -> tuple[list[str], float]:
    """In as many rows as it needs, and where it ends."""
    drawn: list[str] = []
    x, y = 8.0, top
    for pace, words in matrix.legend:
        wide = _KEY_WIDE + 8 + text_width(words, _LEGEND) + 26
        if x > 8 and x + wide > width:
            x, y = 8.0, y + _LEGEND_ROW
        drawn.append(_ground(pace, x, y, _KEY_WIDE, _KEY, 5))
        drawn.append(text(words, x + _KEY_WIDE + 8, middle(y + _KEY / 2, _LEGEND), _LEGEND))
        x += wide
    return drawn, y + _LEGEND_ROW
