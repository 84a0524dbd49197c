# SPDX-License-Identifier: EUPL-1.2
"""The strip under a route: how it goes without room, with the gap in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count

from ruimbaan.core.kernel.texts import Language
from ruimbaan.ui.pictures import palette, signs
from ruimbaan.ui.pictures.kit import group, middle, pill_width, text
from ruimbaan.ui.pictures.measure import shorten
from ruimbaan.ui.pictures.route_days import written
from ruimbaan.ui.pictures.route_layout import MARGIN, PLOT_LEFT, PLOT_RIGHT
from ruimbaan.ui.pictures.route_model import Piece, PieceKind, Without, WithoutRow
from ruimbaan.ui.pictures.timescale import Scale

_TITLE_SIZE = 18
_SIZE = 15
_HEIGHT = 30
_TITLE_SPACE = 50
_LINE_STEP = 18
_ROW_STEP = 50
_PILL_STEP = 32
_STUB = 34  # of a gap that begins beyond the picture
_BESIDE = 6
_LEAST_FOR_WORDS = 40
_ZIGZAG_SHOWN = 12  # what must stay visible on both sides of a pill in a gap
_NAME_WIDTH = PLOT_LEFT - MARGIN - 18 - 10


@dataclass(frozen=True, slots=True)
class _Placed:
    piece: Piece
    left: float
    right: float


def draw_without(
    without: Without | None, scale: Scale, top: float, today: date, language: Language
) -> tuple[str, float]:
    """The strip from `top` downward, and where it ends."""
    if without is None:
        return "", top
    parts = [text(without.title, MARGIN, top + 24, _TITLE_SIZE, bold=True)]
    y = top + _TITLE_SPACE + _HEIGHT / 2
    for row in without.rows:
        drawn, below = _row(row, scale, y, today, language)
        parts.append(drawn)
        y += _ROW_STEP + below * _PILL_STEP
    return "".join(parts), y - _ROW_STEP + _HEIGHT / 2 + 6


def _row(
    row: WithoutRow, scale: Scale, y: float, today: date, language: Language
) -> tuple[str, int]:
    """One row around `y`, and how many lines of words hang under it."""
    name, note = (shorten(words, _NAME_WIDTH, _SIZE) for words in (row.name, row.note))
    first = middle(y, _SIZE) - (_LINE_STEP / 2 if note else 0)
    parts = [text(name, MARGIN + 18, first, _SIZE, bold=True)]
    if note:
        parts.append(text(note, MARGIN + 18, first + _LINE_STEP, _SIZE, fill=palette.SOFT))
    placed = [place for piece in row.pieces if (place := _place(piece, scale))]
    taken = [(place.left, place.right, 0) for place in placed]
    for place in placed:
        shapes = _piece(place, y)
        if place.piece.kind is PieceKind.GAP:
            shapes += _gap_words(place, y, taken)
        parts.append(group(_story(place.piece, today, language), shapes))
    return "".join(parts), max((level for *_, level in taken), default=0)


def _place(piece: Piece, scale: Scale) -> _Placed | None:
    """A gap beyond the picture is shown as a stub on its edge; anything else is left out."""
    left = scale.at(piece.start) + 1
    right = (scale.right if piece.end is None else scale.at(piece.end)) - 1
    if piece.kind is PieceKind.GAP:
        left = min(left, right - _STUB)
    return _Placed(piece, left, right) if right - left >= 1 else None


def _piece(placed: _Placed, y: float) -> str:
    left, right = placed.left, placed.right
    if placed.piece.kind is PieceKind.GAP:
        return signs.zigzag(left + 5, right - 5, y)
    ground = signs.bar(left, right, y, _HEIGHT, fill=palette.PAST)
    room = right - left - 22
    if room < _LEAST_FOR_WORDS:
        return ground
    words = shorten(placed.piece.words, room, _SIZE, bold=True)
    ink, baseline = palette.PAST_INK, middle(y, _SIZE)
    return ground + text(words, left + 11, baseline, _SIZE, bold=True, fill=ink)


def _gap_words(placed: _Placed, y: float, taken: list[tuple[float, float, int]]) -> str:
    """In the gap when it is wide enough, else before it, else under it on the first free line."""
    most = PLOT_RIGHT - PLOT_LEFT - 2 * _SIZE
    words = shorten(placed.piece.words, most, _SIZE, bold=True)
    width, centre, level = pill_width(words, _SIZE), (placed.left + placed.right) / 2, 0
    if width + 2 * _ZIGZAG_SHOWN > placed.right - placed.left:
        centre = placed.left - width / 2 - _BESIDE
        if centre - width / 2 < PLOT_LEFT or not _free(centre, width, taken, 0):
            centre = (placed.left + placed.right) / 2
            centre = min(max(centre, PLOT_LEFT + width / 2), PLOT_RIGHT - width / 2)
            level = next(at for at in count(1) if _free(centre, width, taken, at))
        taken.append((centre - width / 2, centre + width / 2, level))
    return signs.pill(
        words,
        centre,
        y + level * _PILL_STEP,
        _SIZE,
        fill=palette.WHITE,
        ink=palette.GAP,
        edge=palette.GAP,
    )


def _free(centre: float, width: float, taken: list[tuple[float, float, int]], level: int) -> bool:
    left, right = centre - width / 2 - _BESIDE / 2, centre + width / 2 + _BESIDE / 2
    return not any(at == level and a < right and b > left for a, b, at in taken)


def _story(piece: Piece, today: date, language: Language) -> str:
    days = [written(day, today, language) for day in (piece.start, piece.end) if day]
    return f"{piece.words}: {' – '.join(days)}"
