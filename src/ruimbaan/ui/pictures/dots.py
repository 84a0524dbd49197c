# SPDX-License-Identifier: EUPL-1.2
"""Ten dots for each wish: each dot is one of ten times, on the day on which it then comes.

People read how likely something is best from things they can count (Kay, Kola, Hullman and Munson,
"When (ish) is my bus?", 2016). A full dot is in time, an open one is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ruimbaan.core.kernel.texts import Language
from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, group, picture, text
from ruimbaan.ui.pictures.measure import shorten
from ruimbaan.ui.pictures.timescale import Scale, bands

WIDTH = 760
_LEFT, _RIGHT, _NEVER, _TOP = 14, 690, 726, 34
_RADIUS, _GAP, _SIZE, _NAME, _LINE = 6.0, 14.0, 15, 16, 44
_MARGIN = 6  # days on both sides


@dataclass(frozen=True, slots=True)
class DotRow:
    """`days` of ten times, soonest first; None does not come as far as we look. `needed` is the day
    by which it is needed; `words` tell the row to who does not see it."""

    name: str
    days: tuple[date | None, ...]
    needed: date
    words: str


@dataclass(frozen=True, slots=True)
class DotsPicture:
    """`needed` is the word at the mark of the day; `later` at dots that never come."""

    title: str
    description: str
    rows: tuple[DotRow, ...]
    needed: str
    later: str


def draw_dots(dots: DotsPicture, language: Language) -> str:
    """The picture as one SVG element; there is at least one row with a day in it."""
    scale = _scale(dots.rows)
    piles = [_piles(row, scale) for row in dots.rows]
    body, top = [*_calendar(scale, language)], float(_TOP)
    for row, pile in zip(dots.rows, piles, strict=True):
        height = _LINE + _GAP * max(map(len, pile.values())) + _GAP
        body.append(group(row.words, *_row(row, pile, scale, top, height, dots)))
        top += height
    shaded = "".join(_shades(scale, language, top))
    return picture(
        WIDTH, top + 4, title=dots.title, description=dots.description, body=shaded + "".join(body)
    )


def _scale(rows: Sequence[DotRow]) -> Scale:
    days = [day for row in rows for day in (*row.days, row.needed) if day is not None]
    margin = timedelta(days=_MARGIN)
    return Scale(min(days) - margin, max(days) + margin, _LEFT, _RIGHT)


def _piles(row: DotRow, scale: Scale) -> dict[float, list[date | None]]:
    """Dots that would touch stand on each other."""
    found: dict[float, list[date | None]] = {}
    for day in row.days:
        place = _NEVER if day is None else scale.at(day)
        near = [x for x in found if abs(x - place) < 2 * _RADIUS]
        found.setdefault(near[-1] if near else place, []).append(day)
    return found


def _row(
    row: DotRow,
    piles: dict[float, list[date | None]],
    scale: Scale,
    top: float,
    height: float,
    dots: DotsPicture,
) -> Iterator[str]:
    ground = top + height - _GAP
    mark = scale.at(row.needed)
    yield text(
        shorten(row.name, _RIGHT - _LEFT, _NAME, bold=True), _LEFT, top + 16, _NAME, bold=True
    )
    yield element("line", x1=_LEFT, y1=ground, x2=_RIGHT, y2=ground, stroke=palette.WAIT)
    yield element(
        "line", x1=mark, y1=top + 22, x2=mark, y2=ground + 6, stroke=palette.INK, stroke_width=2
    )
    right = mark > (_LEFT + _RIGHT) / 2
    yield text(
        dots.needed,
        mark + (-6 if right else 6),
        top + 34,
        _SIZE,
        anchor="end" if right else None,
        halo=palette.WHITE,
    )
    for place, pile in piles.items():
        for at, day in enumerate(pile):
            yield _dot(
                place, ground - _GAP * (at + 0.6), in_time=day is not None and day <= row.needed
            )
        if place == _NEVER:
            yield text(dots.later, _NEVER, ground + 16, 13, anchor="middle")


def _dot(x: float, y: float, *, in_time: bool) -> str:
    return element(
        "circle",
        cx=x,
        cy=y,
        r=_RADIUS - 1,
        fill=palette.ARRIVED if in_time else palette.WHITE,
        stroke=palette.ARRIVED if in_time else palette.INK,
        stroke_width=2,
    )


def _calendar(scale: Scale, language: Language) -> Iterator[str]:
    for band in bands(scale, language):
        words = f"{band.label} {band.year}".strip() if band.label else ""
        if words:
            yield text(words, (band.left + band.right) / 2, 18, 14, anchor="middle")


def _shades(scale: Scale, language: Language, bottom: float) -> Iterator[str]:
    for band in bands(scale, language):
        if band.shaded:
            yield element(
                "rect",
                x=band.left,
                y=0,
                width=band.right - band.left,
                height=bottom,
                fill=palette.PAPER,
            )
