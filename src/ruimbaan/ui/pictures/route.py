# SPDX-License-Identifier: EUPL-1.2
"""The ROUTE picture: who helps when, what is waited for, where room opens the road."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ruimbaan.core.kernel.texts import Language
from ruimbaan.ui.pictures import palette, signs
from ruimbaan.ui.pictures.kit import element, group, number, picture, pill_width, text
from ruimbaan.ui.pictures.route_cards import CARDS_GAP, draw_cards, draw_heading, heading_height
from ruimbaan.ui.pictures.route_flags import HEIGHT as FLAG_HEIGHT
from ruimbaan.ui.pictures.route_layout import (
    LANE_NAME_SIZE,
    LANE_PAYER_SIZE,
    MARGIN,
    WIDTH,
    PlacedLane,
    place_lanes,
    scale_of,
)
from ruimbaan.ui.pictures.route_legs import draw_leg
from ruimbaan.ui.pictures.route_links import draw_links
from ruimbaan.ui.pictures.route_model import RoutePicture
from ruimbaan.ui.pictures.route_story import flag_story, leg_story
from ruimbaan.ui.pictures.route_without import draw_without
from ruimbaan.ui.pictures.timescale import LABEL_SIZE, Band, bands
from ruimbaan.ui.pictures.words import TODAY

__all__ = ["RoutePicture", "draw"]

_MONTHS_HEIGHT = 52
_TODAY_SIZE = 15
_BELOW_LANES = 34
_BOTTOM = 18


def draw(route: RoutePicture, language: Language) -> str:
    """The picture as one SVG element, the same for the same input."""
    scale = scale_of(route)
    top = heading_height(route.heading) + _MONTHS_HEIGHT
    lanes = place_lanes(route, scale, top)
    bottom = lanes[-1].bottom if lanes else top
    body = [
        element("rect", width=WIDTH, height="100%", fill=palette.WHITE),
        *_calendar(bands(scale, language), top, bottom),
        *(_lane_line(y) for y in (top, *(lane.bottom for lane in lanes))),
        *draw_links(route.links, lanes),
        _today_line(scale.at(route.today), top, bottom),
        *(part for lane in lanes for part in _lane(lane, route.today, language)),
        _today(scale.at(route.today), bottom, language),
        draw_heading(route.heading),
    ]
    bottom += _BELOW_LANES
    without, bottom = draw_without(route.without, scale, bottom, route.today, language)
    cards, bottom = draw_cards(route.cards, bottom + CARDS_GAP if route.cards else bottom)
    return picture(
        WIDTH,
        bottom + _BOTTOM,
        title=route.title,
        description=route.description,
        body="".join((*body, without, cards)),
        definitions=signs.hatch(),
    )


def _calendar(calendar: tuple[Band, ...], top: float, bottom: float) -> Iterator[str]:
    above = top - _MONTHS_HEIGHT + 4
    for band in calendar:
        if band.shaded:
            width, height = band.right - band.left, bottom - above
            yield element(
                "rect", x=band.left, y=above, width=width, height=height, fill=palette.PAPER
            )
    for band in calendar:
        if band.label:
            x = band.left + 8
            yield text(band.label, x, above + 20, LABEL_SIZE, bold=True, fill=palette.SOFT)
        if band.year:
            yield text(band.year, x, above + 38, 15, fill=palette.SOFT)


def _lane_line(y: float) -> str:
    return element(
        "path",
        d=f"M{MARGIN} {number(y)}H{WIDTH - MARGIN}",
        stroke=palette.LINE,
        stroke_width=1.5,
    )


def _today_line(x: float, top: float, bottom: float) -> str:
    return element(
        "path",
        d=f"M{number(x)} {number(top)}V{number(bottom)}",
        stroke=palette.INK,
        stroke_width=2,
        stroke_dasharray="2 5",
        stroke_linecap="round",
    )


def _today(x: float, y: float, language: Language) -> str:
    words = TODAY.in_language(language)
    half = pill_width(words, _TODAY_SIZE) / 2
    x = min(max(x, MARGIN + half), WIDTH - MARGIN - half)
    return signs.pill(words, x, y + 2, _TODAY_SIZE, fill=palette.INK, ink=palette.WHITE)


def _lane(placed: PlacedLane, today: date, language: Language) -> Iterator[str]:
    yield _lane_words(placed)
    for row in placed.rows:
        for leg in row.legs:
            yield group(leg_story(leg.leg, today, language), *draw_leg(leg, row))
        for flag in row.flags:
            top, foot = row.flag_top(flag), row.middle - row.height / 2
            shape = signs.flag(flag.words, flag.x, top, flag.width, FLAG_HEIGHT, foot)
            yield group(flag_story(flag.flag, today, language), shape)


def _lane_words(placed: PlacedLane) -> str:
    first = placed.rows[0].middle if placed.rows else (placed.top + placed.bottom) / 2
    lowest = placed.bottom - 10 - placed.words_height
    top = min(max(first - placed.words_height / 2, placed.top + 10), lowest)
    strip = element(
        "rect",
        x=MARGIN,
        y=top,
        width=6,
        height=placed.words_height,
        rx=3,
        fill=placed.lane.payer.colour,
    )
    x, y, lines = MARGIN + 18, top - 5, []
    for line in placed.name:
        y += 21
        lines.append(text(line, x, y, LANE_NAME_SIZE, bold=True))
    for line in placed.payer_names:
        y += 19
        lines.append(text(line, x, y, LANE_PAYER_SIZE, fill=palette.SOFT))
    return strip + "".join(lines)
