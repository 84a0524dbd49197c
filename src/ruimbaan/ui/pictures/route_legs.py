# SPDX-License-Identifier: EUPL-1.2
"""How one leg is drawn: its wait, its bar or dot, its rings and its words."""

from __future__ import annotations

from collections.abc import Iterator

from ruimbaan.ui.pictures import palette, signs
from ruimbaan.ui.pictures.kit import element, middle, text
from ruimbaan.ui.pictures.measure import text_width
from ruimbaan.ui.pictures.route_layout import PlacedRow
from ruimbaan.ui.pictures.route_rows import (
    ARROW,
    BAR,
    DOT,
    NAME_SIZE,
    RING,
    SMALL_SIZE,
    WHO_GAP,
    PlacedLeg,
    words_width,
)

_HOURGLASS = 22


def draw_leg(placed: PlacedLeg, row: PlacedRow) -> Iterator[str]:
    leg, y = placed.leg, row.middle
    if placed.start > placed.asked:
        yield _wait(placed, row)
    if not leg.is_moment:
        yield _bar(placed, y)
    elif not leg.rings or placed.start > placed.ring_places[-1] + RING:
        yield element(
            "circle",
            cx=placed.start,
            cy=y,
            r=DOT - 2,
            fill=palette.ROOM_GROUND if leg.thanks_to_room else palette.WHITE,
            stroke=palette.ROOM if leg.thanks_to_room else leg.payer.colour,
            stroke_width=4,
        )
    for ring, x in zip(leg.rings, placed.ring_places, strict=True):
        yield signs.ring(str(ring), x, y)
    yield _words(placed, y)


def _bar(placed: PlacedLeg, y: float) -> str:
    amber = placed.leg.thanks_to_room
    return signs.bar(
        placed.start + 1,
        placed.end - (0 if placed.open_ended else 1),
        y,
        BAR,
        fill=palette.ROOM_GROUND if amber else placed.leg.payer.colour,
        edge=palette.ROOM if amber else None,
        arrow=ARROW if placed.open_ended else 0,
    )


def _wait(placed: PlacedLeg, row: PlacedRow) -> str:
    """The hatch, with on it what has room: hourglass and words, the words, or the hourglass."""
    y, left, right = row.middle, placed.asked + 1, placed.start - 1
    ground = signs.waiting(left, max(right, left + 1), y, row.height)
    free = placed.ring_places[-1] + RING if placed.ring_places else left
    if placed.leg.is_moment:
        right -= DOT
    centre, room = (free + right) / 2, right - free - 8
    words = placed.leg.wait
    width = text_width(words, SMALL_SIZE, bold=True) if words else room
    if width + _HOURGLASS + 12 <= room:
        sign = signs.hourglass(centre - width / 2 - 4, y)
        centre += _HOURGLASS / 2
        return ground + _white(centre - 9, y, width + 34) + sign + _wait_words(words, centre, y)
    if width + 6 <= room:
        return ground + _white(centre, y, width + 8) + _wait_words(words, centre, y)
    if room >= _HOURGLASS:
        return ground + _white(centre, y, _HOURGLASS) + signs.hourglass(centre, y)
    return ground


def _wait_words(words: str, x: float, y: float) -> str:
    ink = palette.SOFT
    baseline = middle(y, SMALL_SIZE)
    return text(words, x, baseline, SMALL_SIZE, bold=True, fill=ink, anchor="middle")


def _white(x: float, y: float, width: float) -> str:
    return element(
        "rect", x=x - width / 2, y=y - 13, width=width, height=26, rx=11, fill=palette.WHITE
    )


def _words(placed: PlacedLeg, y: float) -> str:
    label = placed.label
    if label.inside:
        ink, halo = (palette.INK if placed.leg.thanks_to_room else palette.WHITE), None
    else:
        ink, halo = (palette.ROOM_INK if placed.leg.rings else palette.INK), palette.WHITE
    if len(label.lines) > 1:
        first, second = label.lines
        above = text(first, label.x, y - 3.5, SMALL_SIZE, bold=True, fill=ink)
        return above + text(second, label.x, y + 13.5, SMALL_SIZE, bold=True, fill=ink)
    (words,) = label.lines
    line = text(words, label.x, middle(y, NAME_SIZE), NAME_SIZE, bold=True, fill=ink, halo=halo)
    if label.who:
        x = label.x + words_width(words, "") + WHO_GAP
        line += text(label.who, x, middle(y, NAME_SIZE), SMALL_SIZE, fill=ink, halo=halo)
    return line
