# SPDX-License-Identifier: EUPL-1.2
"""Choosing what matters, two ways next to each other, and why this way and not that place."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from ruimbaan.core.planner.choosing import Matter, size_of
from ruimbaan.core.planner.solve import Solver
from ruimbaan.integrations.language import Level, check_text
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.routecheck import queries
from ruimbaan.parts.routecheck.answering import solve_example
from ruimbaan.parts.routes.services import CODES
from tests.parts.reading import blocks, length, sentences
from tests.parts.routecheck_forms import ON_THE_SOFA, Visitor, walk

ROUTE, COMPARE, WHY = "/routecheck/route", "/routecheck/vergelijk", "/routecheck/waarom"
STERRE, KARIM = "/routecheck/voorbeeld/sterre", "/routecheck/voorbeeld/karim"


@pytest.fixture
def visitor(client: Client) -> Visitor:
    return Visitor(client)


def answered(visitor: Visitor, **chosen: str) -> str:
    walk(visitor, **(chosen or ON_THE_SOFA))
    return visitor.answers


def cards(html: str) -> dict[str, str]:
    """The three cards by their titles, as plain words."""
    part = re.search(r'aria-labelledby="matters">(.*?)</section>', html, re.S)
    found = re.findall(r'<li class="rb-way">(.*?)</li>', part[1] if part else "", re.S)
    told = [" ".join(re.sub(r"<[^>]*>", " ", card).split()) for card in found]
    titles = ("Het minste vragen", "De minste stappen", "Het snelst")
    return {title: card for title in titles for card in told if f" {title}" in card}


def test_three_cards_say_when_how_much_is_in_time_and_what_is_asked(visitor: Visitor):
    found = cards(visitor.open(STERRE).html)

    assert list(found) == ["Het minste vragen", "De minste stappen", "Het snelst"]
    assert found["Het minste vragen"].startswith("Niemand iets vragen")
    assert "Alles is er rond 4 juli Op tijd 2 van de 5" in found["Het minste vragen"]
    assert "Op tijd 5 van de 5" in found["Het snelst"]


def test_the_steps_of_other_ways_are_counted_when_that_is_asked(visitor: Visitor):
    before = cards(visitor.open(STERRE).html)
    after = cards(visitor.open(f"{STERRE}?weg=minste-stappen").html)

    assert "Nog niet geteld" in before["De minste stappen"]
    assert "Stappen" not in before["Het minste vragen"]
    assert all(re.search(r"Stappen \d+ Plekken \d+", card) for card in after.values())


@pytest.mark.parametrize("matter", Matter)
@pytest.mark.parametrize("person", ["sterre", "karim", "wim"])
def test_a_choice_shows_its_own_row(visitor: Visitor, matter: Matter, person: str):
    region = queries.region_of_person(person)
    assert region is not None
    solved = solve_example(region, person, CODES[matter])
    points = solved.solver.points
    reached = [sum(day is not None for day in one.arrivals.values()) for one in points]
    whole = [row for row, goals in enumerate(reached) if goals == max(reached)]

    if matter is Matter.SOONEST:
        assert points[solved.row].lateness == min(one.lateness for one in points)
    elif matter is Matter.LEAST_ASKING:
        assert solved.row == whole[0]
    else:
        sizes = {row: size_of(solved.solver, row) for row in whole}
        assert sizes[solved.row] == min(sizes.values())
    page = visitor.open(f"/routecheck/voorbeeld/{person}?weg={CODES[matter]}").html
    assert f"/voorbeeld/{person}/vergelijk?weg={solved.row}" in page


def test_a_choice_travels_in_the_form_of_who_answered(visitor: Visitor):
    field = answered(visitor)

    visitor.send(ROUTE, answers=field, weg="minste-vragen")

    assert visitor.status == 200
    assert {one["value"] for one in visitor.form.buttons if one.get("name") == "weg"} >= {
        *CODES.values()
    }
    assert "minste-vragen" not in visitor.path


def test_with_one_way_there_is_nothing_to_choose_or_compare(visitor: Visitor):
    field = answered(visitor, goals="own-house", sleep="own-home", region="waalstad")

    visitor.send(ROUTE, answers=field)
    assert "Wat is voor jou het belangrijkst?" not in visitor.words
    assert "Vergelijk met een andere weg" not in visitor.words

    visitor.send(COMPARE, answers=field)
    assert "Er is nu maar één weg." in visitor.words


def rows(html: str) -> dict[str, list[str]]:
    """The lines of the comparison: way A, way B and the difference, by their names."""
    body = re.search(r"<tbody.*?</tbody>", html, re.S)
    found = {}
    for row in re.findall(r"<tr.*?</tr>", body[0] if body else "", re.S):
        cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)
        name, *told = (" ".join(re.sub(r"<[^>]*>", " ", cell).split()) for cell in cells)
        found[name] = told
    return found


def test_two_ways_say_in_words_what_is_different(visitor: Visitor):
    visitor.open(f"{STERRE}/vergelijk?weg=2&naast=0")
    told = rows(visitor.html)

    assert told["Begeleiding thuis"] == [
        "Rond 29 mei Te laat: nodig op 28 april",
        "Rond 25 januari Op tijd",
        "Op weg B 124 dagen eerder.",
    ]
    assert told["Akkoord van de schuldeisers"][2] == "Gelijk"
    assert told["Alleen op deze weg"][0] == "Geld voor de huur tijdens een opname"
    assert told["Wat vraag je, en wie kan ja zeggen?"][0] == "Niets"
    assert "(de klantmanager)" in told["Wat vraag je, en wie kan ja zeggen?"][1]
    assert "Hele bijstand stopt" in told["Wat kun je kwijtraken?"][0]
    different = sum(one[2] != "Gelijk" for one in told.values())
    assert f"Er zijn {different} verschillen." in visitor.words


def test_the_numbers_of_steps_are_those_of_the_ways(visitor: Visitor):
    region = queries.region_of_person("sterre")
    assert region is not None
    solver = Solver(region.world, region.people["sterre"])

    told = rows(visitor.open(f"{STERRE}/vergelijk?weg=2&naast=0").html)["Hoeveel stappen?"]

    assert [int(words.split(",")[0]) for words in told[:2]] == [
        size_of(solver, row).changes for row in (0, 2)
    ]


def test_a_way_that_brings_nothing_is_not_left_empty(visitor: Visitor):
    told = rows(visitor.open("/routecheck/voorbeeld/karim/vergelijk").html)["Hoe zeker op tijd?"]

    assert "Deze weg brengt geen wens." in " ".join(map(str, told))


@pytest.mark.parametrize("query", ["weg=2&naast=0", "weg=0&naast=2", "weg=2", "weg=2&naast=99"])
def test_the_way_that_asks_less_comes_first(visitor: Visitor, query: str):
    table = rows(visitor.open(f"{STERRE}/vergelijk?{query}").html)

    assert table == rows(visitor.open(f"{STERRE}/vergelijk?weg=2&naast=0").html)


def test_other_ways_can_take_the_place_of_these(visitor: Visitor):
    field = answered(visitor)
    visitor.send(COMPARE, answers=field)
    ways = re.findall(r'<option value="(\d+)"', visitor.html)
    assert len(set(ways)) > 2

    visitor.send(COMPARE, answers=field, weg=ways[1], naast=ways[2])

    assert visitor.status == 200
    chosen = re.findall(r'<option value="(\d+)" selected', visitor.html)
    assert chosen == [ways[1], ways[2]]


def test_the_table_keeps_its_meaning_where_its_rows_lie_under_each_other(visitor: Visitor):
    html = visitor.open(f"{STERRE}/vergelijk").html

    table = re.search(r"<table.*?</table>", html, re.S)
    assert table is not None
    assert len(re.findall(r'scope="col" role="columnheader"', table[0])) == 4
    assert table[0].count('role="rowheader"') == len(rows(html))
    assert table[0].count('role="cell"') == 3 * len(rows(html))


def test_each_step_says_what_it_is_for_and_what_comes_first_by_which_rule(visitor: Visitor):
    visitor.open(f"{KARIM}/waarom?weg=5")

    assert visitor.title == "Waarom deze route?"
    assert "Nachtopvang vraagt: melding voor opvang." in visitor.words
    assert "Dit wil je zelf: bed voor de nacht." in visitor.words
    assert "Adres: dat komt van Briefadres aanvragen." in visitor.words
    assert re.search(
        r"dat vraagt de regel. Hier kan het anders. Regel: [^.]+\. Ja zeg", visitor.words
    )
    links = set(re.findall(r'<a href="(/regels/[\w-]+)">', visitor.html))
    assert links
    assert {visitor.client.get(url).status_code for url in links} == {200}


def test_of_one_place_all_that_stands_in_between_is_told(visitor: Visitor):
    region = list_regions()["grachtstad"]
    place = next(
        one for one in region.world.services.values() if one.label.nl.startswith("Methadon")
    )

    visitor.open(f"{KARIM}/waarom?weg=5&plek={place.id}")

    assert f"Waarom niet via: {place.label.nl}?" in visitor.words
    assert "Deze plek vraagt nu: Middel op recept. Bezoek aan een arts." in visitor.words
    assert "Zonder iets te vragen lukt dit niet." in visitor.words


def test_a_place_on_the_way_is_said_to_be_there(visitor: Visitor):
    solved = solve_example(list_regions()["grachtstad"], "karim", "5")
    on_the_way = next(
        step.service
        for step in solved.answer.front[5].steps
        if solved.world.services[step.service].type is not None
    )

    visitor.open(f"{KARIM}/waarom?weg=5&plek={on_the_way}")

    assert "Deze plek staat op jouw weg." in visitor.words


@pytest.mark.parametrize("place", ["", "nergens", "<b>", "x" * 300])
def test_what_is_no_place_is_not_answered(visitor: Visitor, place: str):
    visitor.send(WHY, answers=answered(visitor), plek=place)

    assert visitor.status == 200
    assert "Waarom niet via:" not in visitor.words
    assert "<b>?" not in visitor.html


@pytest.mark.parametrize("path", [COMPARE, WHY])
def test_without_a_wish_there_are_doors_to_walk_into(visitor: Visitor, path: str):
    visitor.send(path, answers=answered(visitor, region="waalstad"))

    assert visitor.title == "Hier loop je zo binnen"


@pytest.mark.parametrize("path", [COMPARE, WHY])
def test_the_other_language_keeps_what_is_looked_at(visitor: Visitor, path: str):
    field = answered(visitor)
    visitor.send(path, answers=field, weg="1", naast="2")

    visitor.switch_language()

    assert visitor.path == f"/en{path}"
    assert visitor.status == 200
    assert visitor.forms["switch"].filled["weg"] == ["1"]


def test_a_step_without_a_wait_is_not_said_to_take_no_days(visitor: Visitor):
    visitor.open(f"{KARIM}?weg=5")

    assert "Waarom duurt het zo lang?" in visitor.words
    assert re.findall(r"[^.]*(?<!\d)0 dagen", visitor.words) == []


def test_beside_practice_stands_what_each_rung_wins(visitor: Visitor):
    visitor.open(f"{STERRE}?weg=2")
    table = visitor.words.split("Wat win je per trede?")[1].split("Mag ik dit?")[0]

    assert "Wat je wilt Zoals meestal Eerder beginnen" in table
    assert "Begeleiding thuis rond 29 mei rond 25 januari: 124 dagen eerder" in table
    assert "Afgeronde behandeling rond 15 mei hetzelfde" in table
    assert "nodig 28 april komt pas rond 29 mei, 31 dagen later" in visitor.words


def test_one_way_or_two_on_the_map_and_the_address_holds_no_answer(visitor: Visitor):
    field = answered(visitor)
    one = visitor.send("/routecheck/kaart", answers=field, weg="1").html
    two = visitor.send("/routecheck/kaart", answers=field, weg="1", naast="2").html

    assert "A en B zeggen van welke weg." not in one
    assert "A en B zeggen van welke weg." in two
    assert re.search(r">A\d+·B\d+<", two)
    assert "Weg A:" in two


def test_a_place_leads_to_why_or_why_not_for_made_up_people(client: Client):
    page = client.get("/steun/grachtstad/G12").content.decode()
    links = re.findall(r'href="(/routecheck/voorbeeld/\w+/waarom\?plek=G12)#not-there"', page)

    assert links
    assert all("Waarom niet via:" in client.get(url).content.decode() for url in links)


@pytest.mark.parametrize("page", ["vergelijk", "waarom", "kaart"])
def test_somebody_who_is_not_made_up_is_not_there(client: Client, page: str):
    assert client.get(f"/routecheck/voorbeeld/iemand/{page}").status_code == 404


@pytest.mark.parametrize("path", [COMPARE, WHY])
def test_what_counts_in_the_planner_only_is_never_told_as_something_of_the_person(
    visitor: Visitor, path: str
):
    questions = queries.questionnaire().questions()
    hidden = {fact for one in questions for option in one.options for fact in option.planner_only}
    labels = {list_regions()["grachtstad"].world.facts[fact].label.nl for fact in hidden}

    visitor.send(path, answers=answered(visitor))

    assert hidden
    assert [label for label in labels if label.lower() in visitor.words.lower()] == []


@pytest.mark.parametrize("path", [COMPARE, WHY])
def test_anyone_can_read_it(visitor: Visitor, path: str):
    visitor.send(path, answers=answered(visitor))

    assert [one for one in sentences(visitor.html) if length(one) > 12] == []
    remarks = [check_text(block, "nl", Level.B1) for block in blocks(visitor.html)]
    assert [one.said for found in remarks for one in found if one.kind == "word"] == []
