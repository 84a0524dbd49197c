# SPDX-License-Identifier: EUPL-1.2
"""The deadlock picture: two to eight names in a circle, readable and whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.loop import FEWEST, MOST, LoopPicture, draw_loop
from tests.ui.geometry import collisions, outside, parse, rings, texts
from tests.ui.routes import NAMES

LOOPS = st.builds(
    LoopPicture, NAMES, NAMES, st.lists(NAMES, min_size=FEWEST, max_size=MOST).map(tuple)
)


@given(LOOPS)
def test_nothing_overlaps_or_falls_off(loop):
    svg = draw_loop(loop)

    assert collisions(svg) == []
    assert outside(svg) == []
    assert len(rings(svg)) == len(loop.names)
    assert draw_loop(loop) == svg


def test_each_name_is_there_with_an_arrow_to_the_next():
    svg = draw_loop(LoopPicture("De klem", "Geen adres zonder kamer.", ("adres", "kamer", "geld")))
    dashed = [p for p in parse(svg).iter() if p.attrib.get("stroke-dasharray")]

    assert [box.what for box in texts(svg)] == ["adres", "kamer", "geld"]
    assert len(dashed) == 3
    assert {path.attrib["stroke"] for path in dashed} == {palette.GAP}


@pytest.mark.parametrize("count", [0, 1, 9])
def test_refuses_what_is_no_circle_or_too_large(count):
    with pytest.raises(ValueError, match="2 to 8 names"):
        draw_loop(LoopPicture("De klem", "x", ("adres",) * count))


def test_a_long_name_is_cut_and_told_whole():
    name = "verklaring omtrent inschrijving en verblijf in deze gemeente"
    svg = draw_loop(LoopPicture("De klem", "x", (name, "geld")))

    assert any(box.what.endswith("…") for box in texts(svg))
    assert name in [title.text for title in parse(svg).iter() if title.tag.endswith("title")]
