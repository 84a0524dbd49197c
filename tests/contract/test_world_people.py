# SPDX-License-Identifier: EUPL-1.2
"""Persons and small situations of a world file."""

from __future__ import annotations

from ruimbaan.core.journey.situation import Goal, Window
from ruimbaan.core.kernel.texts import Text
from tests.contract.worlds.writing import load

FACTS = "facts: {adres: {}, woning: {}, geld: {}}\n"


def test_a_person(tmp_path):
    loaded = load(
        tmp_path,
        FACTS
        + """
person:
  id: stella
  name: Stella
  own_words: {nl: "Rust.", en: "Calm."}
  plan_from: -60
  day0: "Vandaag."
  expected: ["Een weg."]
  facts: [geld, {fact: adres, from: -30, until: 2w}]
  unknown: [woning]
  goals:
    - {fact: woning, needed_by: 8w, weight: 3, why: "een deur"}
    - {fact: adres, needed_by: 0}
""",
    )

    stella = loaded.situations["stella"]
    assert (stella.name, stella.own_words, stella.plan_from) == (
        "Stella",
        Text("Rust.", "Calm."),
        -60,
    )
    assert stella.facts == (Window("geld"), Window("adres", -30, 14))
    assert stella.unknown == ("woning",)
    assert stella.goals == (Goal("woning", 56, 3, Text("een deur")), Goal("adres", 0))
    assert loaded.only_person() == "stella"


def test_people_of_another_region_are_left_out(tmp_path):
    loaded = load(
        tmp_path,
        FACTS
        + """
persons:
  - {id: stella, region: veenland, goals: [{fact: woning, needed_by: 1}]}
  - {id: karim, region: grachtstad, facts: [hier-onbekend], goals: [{fact: x, needed_by: 1}]}
situations:
  - {id: D1, region: veenland, goals: [{fact: woning, needed_by: 1}]}
  - {id: D2, region: grachtstad, without: [ook-onbekend], goals: [{fact: woning, needed_by: 1}]}
""",
    )

    assert list(loaded.situations) == ["stella", "D1"]
    assert list(loaded.cases) == ["D1"]


def test_a_small_situation_can_leave_services_out(tmp_path):
    loaded = load(
        tmp_path,
        FACTS
        + """
rules: {r: {title: Regel, class: policy}}
services:
  - {id: kamer, gives: [{fact: woning}]}
  - {id: tent, needs: [{fact: krijgt.kamer}], gives: [{fact: adres}]}
person: {id: stella, goals: [{fact: woning, needed_by: 1}]}
situations:
  - id: D1
    title: Geen kamer
    without: [kamer]
    goals: [{fact: woning, needed_by: 30}]
    expect: {kind: missing, contains: [woning], arrival: 12}
    sentence: "Geen kamer."
    cut: [[r]]
    cost: 0
    who: iemand
    note: "Voor de lezer."
""",
    )

    world, situation = loaded.for_person("D1")
    case = loaded.cases["D1"]
    assert situation.name == "Geen kamer"
    assert set(world.services) == {"tent"}
    assert world.facts["krijgt.kamer"].label == Text("Kamer")
    assert world.digest != loaded.world.digest
    assert (case.kind, case.contains, case.arrival) == ("missing", ("woning",), 12)
    assert (case.cuts, case.cost, case.who) == ((("r",),), 0, "iemand")
    assert loaded.for_person("stella")[0] is loaded.world
