# SPDX-License-Identifier: EUPL-1.2
"""The ladder of this product as stairs: begin below, and go up only when that does not help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, middle, picture, text
from ruimbaan.ui.pictures.measure import fit_lines

WIDTH = 340
_RISE, _TREAD = 54, 22
_SIZE = 17
ROOM_STEP = 4  # the one that asks somebody to bend a rule


@dataclass(frozen=True, slots=True)
class StairsPicture:
    """`steps` from the lowest up."""

    title: str
    description: str
    steps: tuple[str, ...]


def draw_stairs(stairs: StairsPicture) -> str:
    """The picture as one SVG element."""
    count = len(stairs.steps)
    body = (part for at, words in enumerate(stairs.steps) for part in _step(at, words, count))
    return picture(
        WIDTH,
        count * _RISE + 8,
        title=stairs.title,
        description=stairs.description,
        body="".join(body),
    )


def _step(at: int, words: str, count: int) -> Iterator[str]:
    room = at + 1 == ROOM_STEP
    x, y = 4 + at * _TREAD, 4 + (count - 1 - at) * _RISE
    yield element(
        "rect",
        x=x,
        y=y,
        width=WIDTH - 4 - x,
        height=_RISE - 6,
        rx=10,
        fill=palette.ROOM_GROUND if room else palette.PAPER,
        stroke=palette.ROOM if room else palette.LINE,
        stroke_width=2,
    )
    centre = y + (_RISE - 6) / 2
    yield element(
        "circle",
        cx=x + 26,
        cy=centre,
        r=15,
        fill=palette.ROOM if room else palette.INK,
    )
    yield text(
        str(at + 1),
        x + 26,
        middle(centre, _SIZE),
        _SIZE,
        bold=True,
        fill=palette.INK if room else palette.WHITE,
        anchor="middle",
    )
    lines = fit_lines(words, WIDTH - x - 64, _SIZE, 2, bold=True)
    first = middle(centre, _SIZE) - (len(lines) - 1) * 10
    for row, line in enumerate(lines):
        yield text(line, x + 52, first + row * 20, _SIZE, bold=True)
