# SPDX-License-Identifier: EUPL-1.2
"""The colours: readable, and the same as those of the pages around the pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.palette import Payer, contrast

TOKENS = Path(__file__).parents[2] / "frontend" / "css" / "tokens.css"
SAME = {
    "ink": palette.INK,
    "soft": palette.SOFT,
    "line": palette.LINE,
    "paper": palette.PAPER,
    "white": palette.WHITE,
    "room": palette.ROOM,
    "room-ink": palette.ROOM_INK,
    "room-bg": palette.ROOM_GROUND,
    "wait": palette.WAIT,
    "gap": palette.GAP,
    "arrived": palette.ARRIVED,
    "bar": palette.PAST_INK,
}
READABLE = 4.5  # WCAG 2.2 AA for text
VISIBLE = 3.0  # for shapes that mean something


@pytest.mark.parametrize(("ink", "ground"), sorted(set(palette.TEXT_ON_GROUND)))
def test_text_is_readable(ink, ground):
    assert contrast(ink, ground) >= READABLE


@pytest.mark.parametrize("payer", Payer)
def test_every_colour_of_money_stands_out_on_the_page(payer):
    assert contrast(payer.colour, palette.WHITE) >= VISIBLE
    assert contrast(payer.colour, palette.PAPER) >= VISIBLE


def test_the_colours_of_money_differ():
    assert len({payer.colour for payer in Payer}) == len(Payer)


@pytest.mark.parametrize("edge", [palette.WAIT, palette.GAP, palette.ARRIVED])
def test_signs_stand_out_on_white(edge):
    assert contrast(edge, palette.WHITE) >= VISIBLE


@pytest.mark.parametrize(("token", "colour"), SAME.items())
def test_equals_the_token_of_the_style_sheet(token, colour):
    found = dict(re.findall(r"--rb-([\w-]+): (#[0-9a-f]{3,6});", TOKENS.read_text("utf-8")))[token]
    whole = "#" + "".join(c * 2 for c in found[1:]) if len(found) == 4 else found

    assert whole == colour


def test_contrast_knows_its_ends():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
