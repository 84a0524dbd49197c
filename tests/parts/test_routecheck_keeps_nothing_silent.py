# SPDX-License-Identifier: EUPL-1.2
"""What a person can lose and what can close a door can be said in the Routecheck: else a route
would look better than it is, and nobody would be told who can leave the loss undone."""

from __future__ import annotations

from datetime import date

import pytest

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.routecheck import Interpreted, Surroundings, situation_of
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.layout import alternatives
from ruimbaan.core.planner.solve import solve
from ruimbaan.core.rules.fact import FactKind
from ruimbaan.integrations.regions import list_regions, load_region
from ruimbaan.integrations.routecheck import load_questionnaire
from ruimbaan.parts.routecheck.queries import QUESTIONS

LOADED = {name: load_region(name) for name in list_regions()}
ASKED = load_questionnaire(QUESTIONS, {name: Text(name) for name in LOADED})
every_region = pytest.mark.parametrize("region", LOADED)


def sayable() -> set[str]:
    said = set(ASKED.always) | {fact for rule in ASKED.derived for fact in rule.facts}
    for question in ASKED.questions():
        for option in question.options:
            said |= {*option.facts, *option.planner_only}
    return said


def interpreted(region: str, **chosen: str) -> Interpreted:
    world = LOADED[region].world
    answers = Answers({key.replace("_", "-"): (value,) for key, value in chosen.items()})
    day_0: date = world.as_of
    return situation_of(ASKED, answers, Surroundings(day_0, frozenset(world.facts)))


@every_region
def test_whatever_a_service_takes_away_can_be_had(region: str):
    services = LOADED[region].world.services.values()
    takes = {loss.fact for service in services for loss in service.takes}

    assert takes
    assert takes - sayable() == set()


@every_region
def test_whatever_closes_a_door_can_be_said_or_is_never_asked(region: str):
    """A fact that must be absent is a gate for who has it."""
    world = LOADED[region].world
    closing = {
        one.fact
        for service in world.services.values()
        for needs in alternatives(service.needs)
        for one in needs
        if not one.holds and world.facts[one.fact].kind is FactKind.PERSON
    }

    assert closing - sayable() - set(ASKED.never_set) == set()


@pytest.mark.parametrize("money", ["assistance", "assistance-duty", "changing"])
def test_an_admission_lowers_the_assistance_that_one_told_of(money: str):
    found = interpreted(
        "waalstad", goals="safe-stop", sleep="own-home", money=money, treatment="waiting-start"
    )

    answer = solve(LOADED["waalstad"].world, found.situation)
    lost = {(loss.fact, loss.rule) for plan in answer.front for loss in plan.losses}

    assert ("hele-bijstand", "R15") in lost


def test_a_benefit_that_stands_still_is_not_lost_again():
    held = {window.fact for window in interpreted("waalstad", money="stopped").situation.facts}

    assert "bijstand" in held
    assert "hele-bijstand" not in held


@pytest.mark.parametrize(
    "chosen", [{"debts": "eviction"}, {"debts": "cut-off"}, {"insurance": "about-to-end"}]
)
@every_region
def test_what_threatens_the_basis_opens_the_urgent_talk(region: str, chosen: dict[str, str]):
    """Wgs art. 4: three working days at eviction, gas, electricity, water or loss of insurance."""
    held = {window.fact for window in interpreted(region, **chosen).situation.facts}
    letter = region[0].upper()
    needs = LOADED[region].world.services[f"{letter}-spoedgesprek"].needs
    threats = {
        one.fact for way in alternatives(needs) for one in way if one.fact.startswith("dreigende-")
    }

    assert held & threats


def test_a_detox_counts_for_a_while_only():
    found = interpreted("waalstad", treatment="detox-done").situation
    until = {window.fact: window.until for window in found.facts}

    assert until["detox-afgerond"] == 90
