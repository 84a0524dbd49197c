# SPDX-License-Identifier: EUPL-1.2
"""How firm the rules of a block are: nine layers from law to habit, each bar as wide as it is firm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, middle, picture, pill_width, text
from ruimbaan.ui.pictures.measure import shorten, text_width

WIDTH = 340
_ROW, _TOP = 42, 6
_NAME_X = 46
_SIZE, _CHIP_SIZE = 14, 13
_CHIP_GAP, _CHIPS_BELOW = 5, 28
_WIDEST, _NARROWEST = 20.0, 3.0


@dataclass(frozen=True, slots=True)
class Row:
    """A layer and the numbers of the rules on it."""

    name: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FirmnessPicture:
    """`rows` from the firmest layer down."""

    title: str
    description: str
    rows: tuple[Row, ...]


def draw_firmness(firmness: FirmnessPicture) -> str:
    """The picture as one SVG element. Rules that do not fit beside a name stand below it."""
    body: list[str] = []
    y, last = float(_TOP), max(len(firmness.rows) - 1, 1)
    for at, row in enumerate(firmness.rows):
        body.extend(_row(y, _WIDEST - (_WIDEST - _NARROWEST) * at / last, row))
        y += _ROW if _fits(row) else _ROW + _CHIPS_BELOW
    return picture(
        WIDTH,
        y + _TOP,
        title=firmness.title,
        description=firmness.description,
        body="".join(body),
    )


def _fits(row: Row) -> bool:
    name = text_width(row.name, _SIZE, bold=bool(row.rules))
    return _NAME_X + name + _CHIP_GAP <= _chips_start(row)


def _chips_start(row: Row) -> float:
    """Where the rules begin when the last one stands at the right edge."""
    chips = sum(pill_width(rule, _CHIP_SIZE) + _CHIP_GAP for rule in row.rules)
    return WIDTH - 4 - chips + _CHIP_GAP


def _row(top: float, thick: float, row: Row) -> Iterator[str]:
    y = top + _ROW / 2
    used = bool(row.rules)
    yield element(
        "rect",
        x=4,
        y=y - thick / 2,
        width=30,
        height=thick,
        rx=min(thick / 2, 4),
        fill=palette.INK if used else palette.WAIT_STRIPE,
    )
    name = shorten(row.name, WIDTH - _NAME_X - 4, _SIZE, bold=used)
    ink = palette.INK if used else palette.SOFT
    yield text(name, _NAME_X, middle(y, _SIZE), _SIZE, bold=used, fill=ink)
    if _fits(row):
        yield from _chips(row.rules, _chips_start(row), y)
    else:
        yield from _chips(row.rules, _NAME_X, y + _CHIPS_BELOW)


def _chips(rules: tuple[str, ...], x: float, y: float) -> Iterator[str]:
    for rule in rules:
        width = pill_width(rule, _CHIP_SIZE)
        yield element(
            "rect", x=x, y=y - 12, width=width, height=24, rx=12, fill=palette.INK, stroke="none"
        )
        yield text(
            rule,
            x + width / 2,
            middle(y, _CHIP_SIZE),
            _CHIP_SIZE,
            bold=True,
            fill=palette.WHITE,
            anchor="middle",
        )
        x += width + _CHIP_GAP
