# SPDX-License-Identifier: EUPL-1.2
"""What a way is called: what it does, never what the rule asks that it bends, and the same whichever
way is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from django.utils import translation

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.planner.partial import answer_with
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.rules.rule import Flexibility, LadderStep
from ruimbaan.integrations.regions import load_region
from ruimbaan.parts.routes.presentation.asks import ask, bends_everywhere
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.ways import LONGEST_TITLE, ways
from tests.parts.shown_routes import BEST, shown, with_plan, with_rule

STORIES = {
    "waalstad": ("V01", "V02", "V03", "V04"),
    "grachtstad": ("V05", "V06", "V07", "V08"),
    "vestingstad": ("V09", "V10", "V11", "V12"),
}
EVERY = [pytest.param(region, name, id=name) for region, names in STORIES.items() for name in names]


@pytest.fixture(autouse=True)
def in_dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


@cache
def solver(region: str, name: str) -> Solver:
    return Solver(*load_region(region).for_person(name))


def looked_at(region: str, name: str, row: int) -> Shown:
    """As a page asks for it: the steps of this way only."""
    found = solver(region, name)
    situation = load_region(region).for_person(name)[1]
    return Shown(found.problem.world, situation, answer_with(found, {row}), row, "nl")


def titles(route: Shown) -> list[str]:
    return [card.title for card in ways(route, str)]


def test_what_stands_behind_the_colon_is_the_point():
    _practice, best = titles(looked_at("waalstad", "V02", 1))

    assert best == "Vier weken zelf zoeken: meteen, niet na 4 weken"


def test_a_title_that_is_too_long_does_not_break_off():
    _practice, best = titles(looked_at("grachtstad", "V06", 1))

    assert best == "Ook met: eerdere schuldhulp"


@pytest.mark.parametrize(("region", "name"), EVERY)
def test_a_way_is_called_the_same_whichever_is_looked_at(region: str, name: str):
    rows = range(len(solver(region, name).points))

    told = {tuple(titles(looked_at(region, name, row))) for row in rows}

    assert len(told) == 1


@pytest.mark.parametrize(("region", "name"), EVERY)
def test_no_way_is_called_after_the_rule_that_it_bends(region: str, name: str):
    route = looked_at(region, name, 0)
    rules = {rule.title.nl for rule in route.world.rules.values()}

    assert not rules & set(titles(route))


def test_a_way_that_bends_two_rules_says_the_most_that_fits():
    route = shown()
    both = ("r-briefadres-bewijs", "r-besluit-bijstand")

    one = titles(with_plan(route, flexed=both[1:], bends=()))[BEST]
    two = titles(with_plan(route, flexed=both, bends=()))[BEST]

    assert one.startswith("Uitkering sneller: ")
    assert one.count(", niet ") == 1
    assert two == "Briefadres zonder woning, uitkering sneller"
    assert max(len(one), len(two)) <= LONGEST_TITLE


def test_the_order_of_the_steps_does_not_change_a_title():
    """Only the way that is looked at has steps; of the others no order is known."""
    both = ("r-besluit-bijstand", "r-briefadres-bewijs")
    route = shown()
    for rule in both:
        route = with_rule(route, rule, step=LadderStep.HOOK, title=Text(rule))
    steps = route.plan.steps

    told = {
        titles(with_plan(route, flexed=both, bends=(), steps=order))[BEST]
        for order in (steps, tuple(reversed(steps)), ())
    }

    assert len(told) == 1


def test_a_way_that_does_less_than_its_twin_on_the_same_days_still_has_a_name():
    asked = ("r-wonen-inkomen", "r-briefadres-bewijs", "r-besluit-bijstand")
    more = (*asked, "r-besluit-wmo")
    route = shown()
    less_and_more = tuple(replace(route.plan, flexed=rules, bends=()) for rules in (asked, more))
    answer = replace(route.answer, front=less_and_more)

    first, second = titles(replace(route, answer=answer, index=0))

    assert first == "1 keer ruimte vragen"
    assert second.startswith("1 keer ruimte vragen: ")


def test_a_rule_at_many_services_is_told_as_room_and_names_none_of_them():
    route = looked_at("waalstad", "V03", 0)

    bending = bends_everywhere(route, route.world.rules["R38-W"])

    assert bending.title == "Ruimte bij: Werkgebied van de aanbieder"
    assert bending.in_fewer_words(2) == "Zonder plek in het werkgebied"


@pytest.mark.parametrize(
    ("region", "name", "rule", "says"),
    [
        ("waalstad", "V03", "R34-W", "De hulpverlener heeft tijd om te overbruggen"),
        ("grachtstad", "V05", "H04-G", "Burgerzaken begint zelf met inschrijven"),
        ("grachtstad", "V05", "R14", "Je gastheer verliest geen geld"),
    ],
)
def test_what_somebody_does_after_all_is_told_as_that_and_never_as_without_it(
    region: str, name: str, rule: str, says: str
):
    route = looked_at(region, name, 0)

    bending = bends_everywhere(route, route.world.rules[rule])

    assert bending.title == says
    assert "zonder" not in bending.say.lower()


def test_a_way_by_which_the_registry_begins_itself_says_so():
    _practice, best = titles(looked_at("grachtstad", "V05", 1))

    assert best == "Burgerzaken begint zelf met inschrijven"


def test_the_card_of_that_room_says_the_same_as_the_way():
    route = looked_at("grachtstad", "V05", 1)

    card = ask(route, route.world.rules["H04-G"])

    assert card.title == "Burgerzaken begint zelf met inschrijven"


def test_no_wait_in_few_words_is_no_search_at_once():
    route = looked_at("waalstad", "V02", 1)

    bending = bends_everywhere(route, route.world.rules["R09"])

    assert bending.in_fewer_words(1) == "Vier weken zelf zoeken: zonder wachten"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("region", "name"), EVERY)
def test_no_two_ways_on_one_page_are_called_the_same(region: str, name: str, language: Language):
    with translation.override(language):
        told = titles(replace(looked_at(region, name, 0), language=language))

    assert len(set(told)) == len(told)


def test_a_rule_at_no_service_is_told_as_room():
    route = looked_at("waalstad", "V03", 0)

    bending = bends_everywhere(route, route.world.rules["R33-W"])

    assert bending.title == "Ruimte bij: Omzetplafond per zorgverzekeraar"


def test_an_earlier_start_at_more_than_one_counter_is_no_room():
    route = looked_at("waalstad", "V03", 0)
    rule = route.world.rules["H07-W"]
    assert rule.step is LadderStep.START_EARLIER

    assert bends_everywhere(route, rule).title == "Eerder beginnen"


def test_a_rule_that_only_shortens_still_asks_for_its_proof():
    rule = "r-briefadres-bewijs"
    route = with_rule(shown(), rule, flexible=Flexibility.SHORTEN, title=Text("Bewijs"))

    assert bends_everywhere(route, route.world.rules[rule]).title == "Ruimte bij: Bewijs"


def test_a_long_rule_without_a_service_is_counted_and_not_cut():
    title = Text("Een regel met een lange naam: en dan nog een heel stuk daarachter")
    route = with_rule(shown(), "r-besluit-bijstand", title=title, step=LadderStep.FLEX)
    route = replace(route, world=replace(route.world, services={}))

    (*_others, best) = titles(with_plan(route, flexed=("r-besluit-bijstand",), bends=(), steps=()))

    assert best == "1 keer ruimte vragen"
