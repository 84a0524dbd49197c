# SPDX-License-Identifier: EUPL-1.2
"""The route picture: nothing overlaps or falls off, everything is escaped, it stays light."""

from __future__ import annotations

import gzip
from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given, settings

from ruimbaan.ui.pictures.route import draw
from ruimbaan.ui.pictures.route_model import Flag, Lane, Piece, PieceKind, Without, WithoutRow
from tests.ui.geometry import attributes, collisions, outside, parse, texts
from tests.ui.routes import STELLA, TODAY, day, leg, routes

MOST_BYTES = 12_000  # compressed
MOST_SECONDS = 0.020
LANGUAGES = ("nl", "en")


@given(routes())
@settings(max_examples=150)
def test_no_words_overlap_and_none_fall_off(route):
    svg = draw(route, "nl")

    assert collisions(svg) == []
    assert outside(svg) == []


@given(routes())
@settings(max_examples=60)
def test_is_well_formed_and_always_the_same(route):
    svg = draw(route, "en")

    assert parse(svg).attrib["role"] == "img"
    assert draw(route, "en") == svg


@pytest.mark.parametrize("language", LANGUAGES)
def test_stella_shows_each_support_goal_ring_and_gap(language):
    words = " ".join(box.what for box in texts(draw(STELLA, language)))

    for lane in STELLA.lanes:
        assert lane.name in words
        assert all(leg.what in words for leg in lane.legs)
        assert all(flag.what in words for flag in lane.flags)
    assert "14 weken" in words
    assert "komt pas rond 4 oktober 2027" in words
    assert {"1", "2"} <= set(words.split())


def test_each_shape_tells_its_whole_story():
    stories = [
        title.text for title in parse(draw(STELLA, "nl")).iter() if title.tag.endswith("title")
    ]

    assert (
        "Briefadres, De Wending; aangevraagd 21 november; wachten: 2 weken; vanaf 5 december; "
        "vrije ruimte 1"
    ) in stories
    assert "Doel bereikt: Inkomen, 2 januari" in stories


def test_a_day_far_from_today_tells_its_year():
    year = leg("Huis", 0, 9, 374)
    lane = Lane("Wonen", "", year.payer, (year,), (Flag("Huis", day(374)),))
    late = Piece(PieceKind.GAP, day(9), day(374), "komt laat")
    strip = Without("En zonder vrije ruimte?", (WithoutRow("Huis", "", (late,)),))

    svg = draw(replace(STELLA, lanes=(lane,), links=(), without=strip), "nl")

    stories = [title.text for title in parse(svg).iter() if title.tag.endswith("title")]
    assert (
        "Huis, De Wending; aangevraagd 21 november; van 30 november tot 30 november 2027" in stories
    )
    assert "Doel bereikt: Huis, 30 november 2027" in stories
    assert "komt laat: 30 november – 30 november 2027" in stories


def test_months_carry_their_year():
    words = [box.what for box in texts(draw(STELLA, "nl"))]

    assert {"december", "2026", "januari", "2027"} <= set(words)


def test_is_named_by_its_own_title_and_description():
    root = parse(draw(STELLA, "nl"))
    named = root.attrib["aria-labelledby"].split()
    found = {part.attrib["id"]: part.text for part in root.iter() if "id" in part.attrib}

    assert [found[name] for name in named] == [STELLA.title, STELLA.description]


def test_two_pictures_on_a_page_share_no_id():
    other = replace(STELLA, description="Een andere weg.")
    ids = [
        value
        for svg in (draw(STELLA, "nl"), draw(other, "nl"))
        for name, value in attributes(svg)
        if name == "id"
    ]

    assert len(ids) == len(set(ids)) == 6


def test_uses_no_style_script_or_event():
    svg = draw(STELLA, "nl")
    names = {name for name, _ in attributes(svg)}

    assert not {name for name in names if name in {"style", "class"} or name.startswith("on")}
    assert not [found for found in parse(svg).iter() if found.tag.endswith(("style", "script"))]


def test_words_of_people_are_only_words():
    lane = Lane("<b>&\"'", "x", STELLA.lanes[0].payer, (leg("</svg><script>alert(1)", 0, 9, 90),))
    svg = draw(replace(STELLA, lanes=(lane,), links=()), "nl")

    assert "<script" not in svg
    assert "<b>&\"'" in [box.what for box in texts(svg)]


def test_control_characters_are_left_out():
    lane = replace(STELLA.lanes[0], name="Be\x00han\ue000deling\x1b")

    assert "Behandeling" in [b.what for b in texts(draw(replace(STELLA, lanes=(lane,)), "nl"))]


def test_is_light():
    assert len(gzip.compress(draw(STELLA, "nl").encode())) <= MOST_BYTES


def test_is_quick():
    def once() -> float:
        started = perf_counter()
        draw(STELLA, "nl")
        return perf_counter() - started

    assert min(once() for _ in range(5)) <= MOST_SECONDS


def test_goals_on_one_day_hang_above_each_other():
    flags = tuple(Flag(name, day(50)) for name in ("Een", "Twee", "Drie"))
    lane = Lane("Wonen", "huur", STELLA.lanes[0].payer, (leg("Huis", 0, 50, None),), flags)
    boxes = [
        b
        for b in texts(draw(replace(STELLA, lanes=(lane,)), "nl"))
        if b.what in {"Een", "Twee", "Drie"}
    ]

    assert len({box.left for box in boxes}) == 1
    assert len({box.top for box in boxes}) == 3


def test_a_wait_too_short_for_words_keeps_them_in_its_story():
    lane = replace(STELLA.lanes[0], legs=(leg("Huisarts", 0, 2, 2, wait="2 dagen"),), flags=())
    svg = draw(replace(STELLA, lanes=(lane,), links=()), "nl")

    assert "2 dagen" not in [box.what for box in texts(svg)]
    assert "wachten: 2 dagen" in svg


def test_supports_at_the_same_time_stand_under_each_other():
    together = tuple(leg(name, 0, 0, 90) for name in ("Kliniek", "Zelfhulp", "Sport"))
    lane = replace(STELLA.lanes[0], legs=together, flags=())
    boxes = [
        b
        for b in texts(draw(replace(STELLA, lanes=(lane,)), "nl"))
        if b.what in {"Kliniek", "Zelfhulp", "Sport"}
    ]

    assert len({box.top for box in boxes}) == 3


def test_without_any_step_it_is_an_empty_calendar():
    svg = draw(replace(STELLA, lanes=(), links=(), without=None, today=TODAY), "nl")

    assert "vandaag" in [box.what for box in texts(svg)]
    assert outside(svg) == []
