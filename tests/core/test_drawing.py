# SPDX-License-Identifier: EUPL-1.2
"""Made-up people: number i is the same whoever draws it, and chances come out as they are written."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ruimbaan.core.journey.drawing import draw, of_thousand
from ruimbaan.core.journey.population import (
    THOUSAND,
    Chance,
    Kind,
    Population,
    Trait,
    Wish,
    facts_of,
    situation_of,
)
from ruimbaan.core.journey.situation import Goal, Situation, Window

HERE = Situation("thuis", (Window("adres"), Window("detentie", -9, 0)), plan_from=-60)
THERE = Situation("buiten")
PEOPLE = Population(
    region="ergens",
    kinds=(Kind(HERE, 700), Kind(THERE, 300)),
    traits=(
        Trait(Window("schulden", until=60), (Chance(200, when=("adres",)), Chance(650))),
        Trait(Window("brief"), (Chance(500, when=("schulden",), unless=("adres",)),)),
        Trait(Window("detentie"), (Chance(400, when=("detentie",)),)),
    ),
    wishes=(
        Wish("inkomen", 3, ((30, 700), (60, 300)), (Chance(900, when=("schulden",)),)),
        Wish("kamer", 1, ((90, 1000),), (Chance(1000, unless=("adres",)),)),
    ),
    sources={},
)
MANY = 8_000


def people(count: int = MANY, seed: int = 1) -> list[Situation]:
    return [situation_of(PEOPLE, draw(PEOPLE, seed, number)) for number in range(count)]


def share(found: list[Situation], fact: str, among: str | None = None) -> float:
    facts = [{window.fact for window in one.facts} for one in found]
    here = [one for one in facts if among is None or among in one]
    return sum(fact in one for one in here) / len(here)


def test_chances_come_out_as_they_are_written():
    found = people()
    outside = [one for one in found if not any(window.fact == "adres" for window in one.facts)]

    assert abs(share(found, "adres") - 0.7) < 0.02
    assert abs(share(found, "schulden", "adres") - 0.2) < 0.02
    assert abs(share(outside, "schulden") - 0.65) < 0.03
    assert abs(share(outside, "brief", "schulden") - 0.5) < 0.03
    assert abs(share(found, "detentie", "adres") - 0.4) < 0.02


def test_who_fits_no_chance_stays_as_the_start_has_it():
    for one in people(500):
        facts = {window.fact for window in one.facts}

        assert "brief" not in facts or ("schulden" in facts and "adres" not in facts)
        assert ("adres" in facts) == (one.plan_from == HERE.plan_from)


def test_a_fact_of_the_start_keeps_its_days_and_a_new_one_gets_those_of_the_trait():
    windows = {window for one in people(500) for window in one.facts}

    assert {one for one in windows if one.fact == "detentie"} == {Window("detentie", -9, 0)}
    assert {one for one in windows if one.fact == "schulden"} == {Window("schulden", until=60)}


def test_wishes_come_with_their_days_and_weights():
    goals = Counter(goal for one in people() for goal in one.goals)
    soon, later = goals[Goal("inkomen", 30, 3)], goals[Goal("inkomen", 60, 3)]

    assert abs(soon / (soon + later) - 0.7) < 0.03
    assert set(goals) == {Goal("inkomen", 30, 3), Goal("inkomen", 60, 3), Goal("kamer", 90, 1)}


def test_another_seed_or_region_draws_other_people():
    first = [draw(PEOPLE, 1, number) for number in range(50)]

    assert first != [draw(PEOPLE, 2, number) for number in range(50)]
    assert first != [draw(replace(PEOPLE, region="elders"), 1, number) for number in range(50)]


def test_a_trait_that_comes_later_moves_nothing_that_was_there():
    more = replace(PEOPLE, traits=(*PEOPLE.traits, Trait(Window("hond"), (Chance(500),))))
    for number in range(200):
        before = facts_of(PEOPLE, draw(PEOPLE, 1, number).begins)
        after = facts_of(more, draw(more, 1, number).begins)

        assert set(before) == {window for window in after if window.fact != "hond"}


def test_every_number_of_a_thousand_comes_about_as_often():
    found = Counter(of_thousand(2026, number) for number in range(40 * THOUSAND))

    assert set(found) == set(range(THOUSAND))
    assert min(found.values()) > 10
    assert max(found.values()) < 80
