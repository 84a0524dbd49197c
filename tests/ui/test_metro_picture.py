# SPDX-License-Identifier: EUPL-1.2
"""The metro map as a drawing: readable, light, quick, and the same each time."""

from __future__ import annotations

import gzip
from dataclasses import replace
from itertools import combinations
from time import process_time

import pytest
from hypothesis import given, settings

from ruimbaan.core.directory.metro.derive import Known, network_of
from ruimbaan.core.directory.metro.kept import from_plain, to_plain
from ruimbaan.core.directory.metro.layout import Corrections, lay_out
from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.regions import list_regions, load_region
from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.measure import text_width
from ruimbaan.ui.pictures.metro import MetroPicture, Overlay, draw, measure
from tests.metro_maps import SMALL, network, networks, station
from tests.ui.geometry import ABOVE, BELOW, SVG, Box, attributes, paper, parse

MOST_BYTES = 12_000  # compressed
MOST_SECONDS = 0.020  # of the processor, so that neighbours on the machine do not count
LANGUAGES = ("nl", "en")


def picture_of(made, **more) -> MetroPicture:
    facts = {"title": "De kaart", "description": "Zes lijnen.", **more}
    return MetroPicture(network=made, layout=lay_out(made, measure(made)), **facts)


PICTURE = picture_of(SMALL)


def words(svg: str) -> list[Box]:
    """As in geometry, and with texts that end on their x."""
    found = []
    for text in parse(svg).iter(f"{SVG}text"):
        x, y, size = (float(text.attrib[name]) for name in ("x", "y", "font-size"))
        width = text_width(text.text or "", size, bold=text.attrib.get("font-weight") == "700")
        share = {"middle": 0.5, "end": 1.0}.get(text.attrib.get("text-anchor", ""), 0.0)
        left = x - share * width
        found.append(Box(left, y - ABOVE * size, left + width, y + BELOW * size, text.text or ""))
    return found


@given(networks(most=10))
@settings(max_examples=15, deadline=None)
def test_no_words_overlap_and_none_fall_off(made):
    svg = draw(picture_of(made, heading="Alle steun", lead="Elke lijn is geld."), "nl")
    boxes = words(svg)

    assert [(a.what, b.what) for a, b in combinations(boxes, 2) if a.overlaps(b)] == []
    assert [box.what for box in boxes if not paper(svg).holds(box)] == []


@given(networks(most=8))
@settings(max_examples=15, deadline=None)
def test_is_well_formed_and_always_the_same(made):
    picture = picture_of(made)

    assert parse(draw(picture, "en")).attrib["role"] == "img"
    assert draw(picture, "en") == draw(picture_of(made), "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_shows_each_station_line_stage_gap_and_deadlock(language):
    found = " ".join(box.what for box in words(draw(PICTURE, language)))

    names = [one.name for one in SMALL.stations] + [line.name for line in SMALL.lines]
    assert all(name.in_language(language) in found for name in names)
    for stage in SMALL.stages:
        assert stage.in_language(language) in found
    assert SMALL.gaps[0].question.in_language(language) in found
    assert SMALL.loops[0].sentences[0].in_language(language) in found


def test_signs_have_their_shape():
    svg = draw(PICTURE, "nl")
    circles = [found.attrib for found in parse(svg).iter(f"{SVG}circle")]
    found = [box.what for box in words(svg)]

    assert len([c for c in circles if c.get("stroke") == palette.ROOM]) == len(SMALL.rings) + 1
    assert {"19×", "< 10×", "14 weken", "Inloop", "12 maanden"} <= set(found)
    assert "3×" not in found


def test_a_shape_tells_its_whole_story():
    stories = [
        title.text for title in parse(draw(PICTURE, "nl")).iter() if title.tag.endswith("title")
    ]

    assert (
        "Hulp-thuis; De Wending; Gemeente: hulp en wonen; Wachten: 9 weken; "
        "hier helpt vrije ruimte: Eerst besluiten"
    ) in stories
    assert "Kliniek – Hulp-thuis: Wie betaalt deze 9 weken?" in stories


def test_each_line_carries_its_number_beside_its_colour():
    svg = draw(PICTURE, "nl")
    plates = {
        (before.attrib["fill"], text.text)
        for parent in parse(svg).iter()
        for before, text in zip(list(parent), list(parent)[1:], strict=False)
        if before.tag == f"{SVG}circle" and before.attrib.get("r") == "12"
    }

    assert {number for _, number in plates} == {"1", "2", "3", "4", "5"}
    assert len(plates) == len(SMALL.lines)


def test_a_plan_stands_out_and_the_rest_fades():
    svg = draw(replace(PICTURE, overlay=Overlay(("wijkteam", "een-papier", "spoedhulp"))), "nl")
    found = [box.what for box in words(svg)]
    faded = {
        text.text
        for group in parse(svg).iter(f"{SVG}g")
        if "opacity" in group.attrib
        for text in group.iter(f"{SVG}text")
    }

    assert {"Wijkteam", "Schuldhulp"}.isdisjoint(faded)
    assert {"Huisarts", "Eigen-huis"} <= faded
    assert {"1", "3"} <= set(found)


def test_a_label_goes_where_people_want_it():
    made = SMALL
    before = lay_out(made, measure(made)).frozen()
    column, row = before.places["eigen-huis"]
    moved = Corrections({**before.places, "eigen-huis": (column + 2, row)}, before.sides)
    layout = lay_out(made, measure(made), moved)

    assert layout.places["eigen-huis"] == (column + 2, row)
    assert draw(replace(PICTURE, layout=layout), "nl") != draw(PICTURE, "nl")


def test_uses_no_style_script_or_event():
    svg = draw(PICTURE, "nl")
    names = {name for name, _ in attributes(svg)}

    assert not {name for name in names if name in {"style", "class"} or name.startswith("on")}
    assert "<script" not in svg


def test_words_of_people_are_only_words():
    odd = station("</svg><script>", 0, "other", provider="<b>&\"'")
    svg = draw(picture_of(network((odd,))), "nl")

    assert "<script" not in svg
    assert "<b>&\"'" in [box.what for box in words(svg)]


def test_an_empty_region_is_an_empty_map():
    assert parse(draw(picture_of(network(())), "nl")).attrib["role"] == "img"


@pytest.mark.parametrize("region", list_regions())
def test_a_whole_region_is_light_and_quick_and_tidy(region):
    world = load_region(region).world
    made = network_of(world.services, Known(rules=world.rules), Text(world.title))
    layout = from_plain(to_plain(lay_out(made, measure(made))))
    picture = MetroPicture("De kaart", "Zes lijnen.", made, layout)

    def once() -> float:
        started = process_time()
        draw(picture, "nl")
        return process_time() - started

    svg = draw(picture, "nl")
    boxes = words(svg)
    assert min(once() for _ in range(10)) <= MOST_SECONDS
    assert len(gzip.compress(svg.encode())) <= MOST_BYTES
    assert [(a.what, b.what) for a, b in combinations(boxes, 2) if a.overlaps(b)] == []
    assert lay_out(made, measure(made)).clashes == ()
