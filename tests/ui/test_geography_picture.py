# SPDX-License-Identifier: EUPL-1.2
"""The map of a town: readable, whole, the same every time, and light."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.directory.geography.plan import Area, Kind, TownPlan
from ruimbaan.core.directory.geography.shapes import Polygon
from ruimbaan.integrations.geojson import read_boundaries
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.geography import NARROW, WIDE, Mark, TownPicture, draw
from ruimbaan.ui.pictures.geography.drawing import GROUND, HEAP, HERE, WATER
from tests.ui.geometry import attributes, collisions, outside, parse, rings, texts

TOWNS = ("waalstad", "grachtstad", "vestingstad")
PLANS = {name: read_boundaries(REPOSITORY / "demo" / "kaart" / f"{name}.geojson") for name in TOWNS}
MOST_BYTES = 12_000  # compressed
READABLE = 4.5


def town(plan: TownPlan, marks: tuple[Mark, ...], **more: object) -> TownPicture:
    return TownPicture("Kaart", "Adressen met steun.", plan, marks, **more)  # type: ignore[arg-type]


@st.composite
def pictures(draw_from):
    plan = PLANS[draw_from(st.sampled_from(TOWNS))]
    middles = [area.point for area in plan.districts]
    near = st.floats(-600, 600)
    points = draw_from(st.lists(st.tuples(st.sampled_from(middles), near, near), max_size=22))
    marks = tuple(
        Mark(at, (x + dx, y + dy), "Markt 1: inloop")
        for at, ((x, y), dx, dy) in enumerate(points, 1)
    )
    here = draw_from(st.none() | st.sampled_from(middles))
    return town(plan, marks, here=here, here_word="8791" if here else "")


@settings(max_examples=60)
@given(pictures(), st.sampled_from([WIDE, NARROW]))
def test_no_number_or_name_covers_another_and_nothing_falls_off(picture, paper):
    svg = draw(picture, paper)

    assert collisions(svg) == []
    assert outside(svg) == []
    assert len(rings(svg)) == len(picture.marks)
    assert {box.what for box in texts(svg)} >= {str(mark.number) for mark in picture.marks}
    assert draw(picture, paper) == svg


@pytest.mark.parametrize("name", TOWNS)
def test_a_wide_map_names_every_district_and_says_how_large_it_is(name):
    plan = PLANS[name]
    marks = tuple(Mark(at, area.point) for at, area in enumerate(plan.districts, 1))
    svg = draw(town(plan, marks), WIDE)
    words = {box.what for box in texts(svg)}

    assert words >= {area.name for area in plan.districts} | {"N"}
    assert any(word.endswith(" km") for word in words)


def test_names_stand_in_their_own_district():
    square = Polygon(((0.0, 0.0), (900.0, 0.0), (900.0, 900.0), (0.0, 900.0)))
    narrow = Polygon(((900.0, 0.0), (2_000.0, 0.0), (2_000.0, 900.0), (900.0, 900.0)))
    plan = TownPlan(
        (
            Area(Kind.DISTRICT, "West", (450.0, 450.0), (square,)),
            Area(Kind.DISTRICT, "Oost", (1_450.0, 450.0), (narrow,)),
        )
    )
    svg = draw(town(plan, (Mark(1, (450.0, 450.0)),)), WIDE)
    west, east = (next(b for b in texts(svg) if b.what == name) for name in ("West", "Oost"))

    assert west.right < 0.5 * 1_000 < east.left


@pytest.mark.parametrize("name", TOWNS)
def test_ten_thousand_places_stay_light_and_show_counts_per_district(name):
    plan = PLANS[name]
    middles = [area.point for area in plan.districts]
    marks = tuple(
        Mark(0, (x + at % 97 * 13 - 600, y + at % 89 * 14 - 600), weight=1 + at % 3)
        for at in range(2_500)
        for x, y in (middles[at % len(middles)],)
    )
    counts = {area.name: 1_250 for area in plan.districts}
    svg = draw(town(plan, marks, numbered=False, counts=counts), WIDE)

    assert len(gzip.compress(svg.encode())) <= MOST_BYTES
    assert [box.what for box in texts(svg)].count("1250") == len(plan.districts)


@pytest.mark.parametrize("paper", [WIDE, NARROW])
def test_a_town_without_a_plan_or_places_is_drawn_too(paper):
    lonely = draw(town(TownPlan(), (Mark(1, (160_000.0, 534_000.0)),)), paper)
    empty = draw(town(TownPlan(), ()), paper)

    assert outside(lonely) == outside(empty) == []
    assert len(rings(lonely)) == 1


def test_only_presentation_attributes_and_nothing_from_elsewhere():
    marks = (Mark(1, (160_000.0, 534_000.0), '<b onload="x">'),)
    svg = draw(town(PLANS["waalstad"], marks, here=(160_900.0, 534_000.0), here_word="8791"), WIDE)
    names = {name for name, _ in attributes(svg)}

    assert "style" not in names
    assert "class" not in names
    assert not any(name.startswith("on") for name in names)
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert [found.tag for found in parse(svg)][:2] == [
        "{http://www.w3.org/2000/svg}title",
        "{http://www.w3.org/2000/svg}desc",
    ]


def test_words_on_the_map_can_be_read_on_every_ground():
    for ground in (GROUND, WATER, HEAP):
        assert palette.contrast(palette.INK, ground) >= READABLE
    assert palette.contrast(palette.SOFT, GROUND) >= READABLE
    assert palette.contrast(HERE, palette.WHITE) >= READABLE
