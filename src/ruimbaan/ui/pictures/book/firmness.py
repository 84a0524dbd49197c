# SPDX-License-Identifier: EUPL-1.2
"""How firm the rules of a block are: nine layers from law to habit, each bar as wide as it is firm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, middle, picture, pill_width, text
from ruimbaan.ui.pictures.measure import shorten

WIDTH = 340
_ROW, _TOP = 42, 6
_SIZE, _CHIP_SIZE = 14, 13
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
    """The picture as one SVG element."""
    count = len(firmness.rows)
    body = (part for at, row in enumerate(firmness.rows) for part in _row(at, row, count))
    return picture(
        WIDTH,
        2 * _TOP + count * _ROW,
        title=firmness.title,
        description=firmness.description,
        body="".join(body),
    )


def _row(at: int, row: Row, count: int) -> Iterator[str]:
    y = _TOP + at * _ROW + _ROW / 2
    thick = _WIDEST - (_WIDEST - _NARROWEST) * at / max(count - 1, 1)
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
    name = shorten(row.name, 196, _SIZE, bold=used)
    yield text(
        name, 46, middle(y, _SIZE), _SIZE, bold=used, fill=palette.INK if used else palette.SOFT
    )
    x = WIDTH - 4.0
    for rule in reversed(row.rules):
        width = pill_width(rule, _CHIP_SIZE)
        x -= width
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
        x -= 5
