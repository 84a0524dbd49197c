# SPDX-License-Identifier: EUPL-1.2
"""What comes of answers: ways, what is stuck, what decides, other places, paper, made-up people."""

from __future__ import annotations

import gzip
import re

import pytest
from django.test import Client

from ruimbaan.integrations.language import Level, check_text
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.routecheck import queries
from tests.parts.reading import blocks, length, sentences
from tests.parts.routecheck_forms import ON_THE_SOFA, Visitor, walk

ROUTE = "/routecheck/route"
MOST_BYTES = 60_000
AT_HOME = {
    "goals": "grip",
    "when_grip": "quarter",
    "sleep": "own-home",
    "address": "where-i-sleep",
    "region": "waalstad",
    "ties": "lived-here",
    "money": "wages",
    "insurance": "insured",
    "debts": "none",
    "help_needed": "none",
    "treatment": "referral",
}


@pytest.fixture
def visitor(client: Client) -> Visitor:
    return Visitor(client)


def routes(visitor: Visitor, path: str = ROUTE, **chosen: str) -> Visitor:
    walk(visitor, **chosen)
    return visitor.send(path, answers=visitor.answers)


def test_a_deadlock_comes_first_with_what_frees_it(visitor: Visitor):
    routes(visitor, **ON_THE_SOFA)

    assert visitor.title == "Hier zit het klem"
    assert "Dat ligt niet aan jou." in visitor.words
    assert re.search(r"Geen [\w ]+ zonder [\w ]+\.", visitor.words)
    assert "los" in visitor.words


def test_when_no_rule_is_in_the_way_that_is_said_first(visitor: Visitor):
    routes(visitor, **AT_HOME)

    assert "Geen regel staat in de weg. Je kunt op tijd zijn." in visitor.words
    assert "Hier niet nodig." in visitor.words


def test_what_can_be_done_now_stands_with_whom_and_what_to_bring(visitor: Visitor):
    routes(visitor, **AT_HOME)

    assert "Dit kun je nu doen" in visitor.words
    assert "Neem mee:" in visitor.words


RULE_LINK = re.compile(r'<a class="rb-link" href="(/regels/[\w-]+)"( target="_blank")?>')


def test_what_is_asked_leads_to_its_rule_and_the_routes_stay_open(visitor: Visitor):
    links = RULE_LINK.findall(routes(visitor, **ON_THE_SOFA).html)

    assert links
    assert {beside for _, beside in links} == {' target="_blank"'}
    assert {visitor.client.get(url).status_code for url, _ in links} == {200}


def test_a_made_up_route_leads_to_its_rules_too(client: Client):
    links = RULE_LINK.findall(client.get("/routecheck/voorbeeld/karim").content.decode())

    assert links
    assert {beside for _, beside in links} == {""}


def test_a_rule_of_another_world_has_no_page_to_lead_to(client: Client):
    assert RULE_LINK.findall(client.get("/route/voorbeeld").content.decode()) == []


def test_an_answer_that_decides_can_be_given_from_here(visitor: Visitor):
    routes(visitor, goals="bed-tonight", region="grachtstad")

    assert "Dit hangt af van een antwoord dat we nog niet weten." in visitor.words
    page = next(one["value"] for one in visitor.form.buttons if "page:" in one.get("value", ""))
    visitor.press(page)
    assert visitor.title in {"Waar slaap je nu?", "Sta je ergens ingeschreven bij een gemeente?"}
    assert visitor.press("next").title == "Kloppen je antwoorden?"


def test_a_wish_one_has_already_is_no_question(visitor: Visitor):
    routes(visitor, goals="own-house", sleep="own-home", region="waalstad")

    assert "Eigen huis: dit heb je al. Mooi." in visitor.words


def test_another_way_can_be_chosen(visitor: Visitor):
    routes(visitor, **ON_THE_SOFA)
    first = visitor.form.filled["answers"][0]
    here = [one for one in visitor.form.buttons if one.get("formaction", "").startswith(ROUTE)]
    ways = [one["value"] for one in here if one.get("name") == "weg" and one["value"].isdigit()]

    visitor.send(ROUTE, answers=first, weg=ways[0])

    assert "De route: Zoals het meestal gaat" in visitor.words


@pytest.mark.parametrize("way", ["99", "-1", "1.0", "a", "²", ""])
def test_a_way_that_is_not_there_shows_the_best(visitor: Visitor, way: str):
    walk(visitor, **AT_HOME)
    answers = visitor.answers

    best = visitor.send(ROUTE, answers=answers).words

    assert visitor.send(ROUTE, answers=answers, weg=way).words == best


@pytest.mark.parametrize("choice", ["soonest", "fewest-new-people", "least-asking", "all-same"])
def test_what_matters_most_decides_which_way_comes_first(visitor: Visitor, choice: str):
    routes(visitor, **ON_THE_SOFA, matters_most=choice)

    assert visitor.status == 200
    asks = int((re.search(r"De route: (\d+) keer ruimte", visitor.words) or ["", "0"])[1])
    assert (asks > 0) or choice != "soonest"


def test_other_places_say_all_that_stands_in_between_with_its_rule(visitor: Visitor):
    routes(visitor, **ON_THE_SOFA)

    assert "Waarom niet een andere plek?" in visitor.words
    assert "Deze plek vraagt nu:" in visitor.words
    assert "Zonder iets te vragen lukt dit niet." in visitor.words


def test_what_went_wrong_before_is_held_against_this_way(visitor: Visitor):
    routes(visitor, **ON_THE_SOFA, went_wrong="back-and-forth told-again animal")

    assert "Wat er eerder misging" in visitor.words
    assert "Neem je route op papier mee." in visitor.words
    assert "Op deze weg kom je die drempel niet tegen." in visitor.words


def test_what_counts_in_the_planner_only_is_never_told_as_something_of_the_person(visitor: Visitor):
    hidden = {
        fact
        for question in queries.questionnaire().questions()
        for option in question.options
        for fact in option.planner_only
    }
    region = list_regions()["grachtstad"]
    labels = {region.world.facts[fact].label.nl for fact in hidden}
    labels |= {f"zolang dit zo is: {region.world.facts[fact].short.nl}" for fact in hidden}

    routes(visitor, **ON_THE_SOFA)

    assert hidden
    assert [label for label in labels if label.lower() in visitor.words.lower()] == []


@pytest.mark.parametrize(
    ("chosen", "title"),
    [
        ({}, "Kies een gemeente. Dan zien we wat er dichtbij is."),
        ({"region": "waalstad"}, "Je hebt nog geen wens gekozen. Dat hoeft ook niet meteen."),
        ({"goals": "own-door"}, "Kies een gemeente. Dan zien we wat er dichtbij is."),
    ],
)
def test_without_a_wish_or_a_place_there_are_doors_to_walk_into(visitor, chosen, title):
    routes(visitor, **chosen)

    assert visitor.title == "Hier loop je zo binnen"
    assert title in visitor.words
    assert "Zelfregiecentrum" in visitor.words
    regions = {"Waalstad", "Grachtstad", "Vestingstad"}
    assert {name for name in regions if f">{name}</h2>" in visitor.html} == (
        {"Waalstad"} if "region" in chosen else regions
    )


def test_paper_has_the_steps_what_to_say_and_no_answer(visitor: Visitor):
    routes(visitor, "/routecheck/papier", **ON_THE_SOFA)

    assert visitor.title == "Mijn route, om mee te nemen"
    assert "Dit kan ik zeggen" in visitor.words
    assert "Briefadres aanvragen" in visitor.words
    assert "De ene plek stuurt mij" not in visitor.words
    assert "op de bank" not in visitor.words


@pytest.mark.parametrize("person", ["sterre", "karim", "wim"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_made_up_people_are_one_click_away(visitor: Visitor, person: str, language: str):
    visitor.open(f"{language}/routecheck")
    assert f'href="{language}/routecheck/voorbeeld/{person}"' in visitor.html

    visitor.open(f"{language}/routecheck/voorbeeld/{person}")

    assert visitor.status == 200
    assert person.capitalize() in visitor.words
    ways = set(re.findall(rf"{language}/routecheck/voorbeeld/{person}\?weg=\d+", visitor.html))
    assert len(ways) >= 3
    for way in sorted(ways):
        assert visitor.open(way).status == 200


def test_somebody_who_is_not_made_up_is_not_there(client: Client):
    assert client.get("/routecheck/voorbeeld/iemand").status_code == 404
    assert client.get("/routecheck/voorbeeld/iemand/papier").status_code == 404


@pytest.mark.parametrize("path", [ROUTE, "/routecheck/papier"])
@pytest.mark.parametrize("chosen", [ON_THE_SOFA, AT_HOME], ids=["sofa", "home"])
def test_a_result_is_light_and_anyone_can_read_it(visitor: Visitor, path: str, chosen):
    routes(visitor, path, **chosen)

    assert len(gzip.compress(visitor.html.encode())) < MOST_BYTES
    assert [one for one in sentences(visitor.html) if length(one) > 12] == []
    remarks = [check_text(block, "nl", Level.B1) for block in blocks(visitor.html)]
    assert [one.said for found in remarks for one in found if one.kind == "word"] == []


def test_grip_without_treatment_leads_to_people_and_not_to_a_clinic(visitor: Visitor):
    routes(visitor, goals="grip", sleep="own-home", region="waalstad", treatment="not-now")

    way = visitor.words.split("De route:")[1]
    assert "ontmoeting" in way.lower()
    assert "behandeling" not in way.split("Wat helpt?")[0].lower()


def test_what_one_can_do_now_names_a_place_once(client: Client):
    """Karim asks the night shelter for tonight and for later: that is one conversation."""
    page = client.get("/routecheck/voorbeeld/karim").content.decode()
    now = page[page.index("Dit kun je nu doen") : page.index("Ook hier zit het klem")]

    assert now.count("Nachtopvang") == 1
    assert now.count("vandaag") == 3
