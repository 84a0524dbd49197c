# SPDX-License-Identifier: EUPL-1.2
"""What a route picture needs to stand alone: a heading, and a card for each rule that bends."""

from __future__ import annotations

from collections.abc import Sequence

from ruimbaan.ui.pictures import palette, signs
from ruimbaan.ui.pictures.kit import element, group, text
from ruimbaan.ui.pictures.measure import fit_lines, shorten, text_width
from ruimbaan.ui.pictures.route_layout import MARGIN, WIDTH
from ruimbaan.ui.pictures.route_model import Card, Heading

CARDS_GAP = 26
_BETWEEN = 16
_IN_A_ROW = 3
_TITLE, _LINE = 17, 15
_WORDS_LEFT = 54
_TITLE_STEP, _LINE_STEP = 21, 20
_TOP_LINE = 28
_HEAD_SIZE, _HEAD_STEP = 30, 36
_LEAD_SIZE, _LEAD_STEP = 18, 25
_MOST_GAIN = 420


def heading_height(heading: Heading | None) -> float:
    if heading is None:
        return 0
    title, lead = _heading_lines(heading)
    return 48 + len(title) * _HEAD_STEP + len(lead) * _LEAD_STEP


def draw_heading(heading: Heading | None) -> str:
    """Title and lead at the left; the gain in an amber frame at the right."""
    if heading is None:
        return ""
    title, lead = _heading_lines(heading)
    y, parts = 20.0, []
    for line in title:
        y += _HEAD_STEP
        parts.append(text(line, MARGIN, y, _HEAD_SIZE, bold=True))
    y += 8
    for line in lead:
        y += _LEAD_STEP
        parts.append(text(line, MARGIN, y, _LEAD_SIZE, fill=palette.SOFT))
    if heading.gain:
        width, x = _gain_width(heading), WIDTH - MARGIN - _gain_width(heading) / 2
        frame = element(
            "rect",
            x=x - width / 2,
            y=24,
            width=width,
            height=70,
            rx=16,
            fill=palette.ROOM_GROUND,
            stroke=palette.ROOM,
            stroke_width=3,
        )
        ink = palette.ROOM_INK
        gain = shorten(heading.gain, width - 40, 24, bold=True)
        note = shorten(heading.gain_note, width - 40, 16)
        parts.append(frame + text(gain, x, 57, 24, bold=True, fill=ink, anchor="middle"))
        parts.append(text(note, x, 81, 16, fill=ink, anchor="middle"))
    return "".join(parts)


def _heading_lines(heading: Heading) -> tuple[list[str], list[str]]:
    room = WIDTH - 2 * MARGIN - (_gain_width(heading) + 40 if heading.gain else 0)
    title = fit_lines(heading.title, room, _HEAD_SIZE, 2, bold=True)
    return title, fit_lines(heading.lead, room, _LEAD_SIZE, 4)


def _gain_width(heading: Heading) -> float:
    note = text_width(heading.gain_note, 16)
    return min(max(text_width(heading.gain, 24, bold=True), note) + 48, _MOST_GAIN)


def draw_cards(cards: Sequence[Card], top: float) -> tuple[str, float]:
    """The cards from `top` downward, at most three in a row, and where they end."""
    if not cards:
        return "", top
    columns = min(len(cards), _IN_A_ROW)
    width = (WIDTH - 2 * MARGIN - (columns - 1) * _BETWEEN) / columns
    drawn = []
    for first in range(0, len(cards), columns):
        line = cards[first : first + columns]
        height = max(_height(card, width) for card in line)
        for at, card in enumerate(line):
            drawn.append(_card(card, MARGIN + at * (width + _BETWEEN), top, width, height))
        top += height + _BETWEEN
    return "".join(drawn), top - _BETWEEN


def _lines(card: Card, width: float) -> list[tuple[str, bool, str]]:
    """Words, bold or not, and ink of each line of a card."""
    room = width - _WORDS_LEFT - 18
    found = [
        (line, True, palette.INK) for line in fit_lines(card.title, room, _TITLE, 3, bold=True)
    ]
    found += [(line, False, palette.SOFT) for line in fit_lines(card.source, room, _LINE, 2)]
    found += [(line, False, palette.INK) for line in fit_lines(card.who, room, _LINE, 3)]
    found += [(line, True, palette.ROOM_INK) for line in fit_lines(card.won, room, _LINE, 2)]
    return [line for line in found if line[0]]


def _height(card: Card, width: float) -> float:
    return _TOP_LINE + len(_lines(card, width)) * (_TITLE_STEP + 1) + 8


def _card(card: Card, x: float, top: float, width: float, height: float) -> str:
    ground = element(
        "rect", x=x, y=top, width=width, height=height, rx=14, fill=palette.ROOM_GROUND
    )
    parts = [ground, signs.ring(str(card.ring), x + 28, top + 30)]
    for at, (words, bold, ink) in enumerate(_lines(card, width)):
        y = top + _TOP_LINE + 8 + at * (_TITLE_STEP + 1)
        size = _TITLE if bold and ink == palette.INK else _LINE
        parts.append(text(words, x + _WORDS_LEFT, y, size, bold=bold, fill=ink))
    return group(f"{card.ring}. {card.title}", *parts)
