# SPDX-License-Identifier: EUPL-1.2
"""What people read of a rule, from its file to the rulebook, and what the planner takes of it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.layers import CLASS_OF, LAYER_TEXTS, Layer
from ruimbaan.core.rules.rulebook import Effect, HookStrength, Status
from ruimbaan.integrations.regions import list_regions, load_region, rule_folders
from ruimbaan.integrations.rulebook import load_rulebook
from ruimbaan.integrations.worldfile import WorldErrors
from tests.contract.worlds.writing import load, refusal, write

TODAY = date(2026, 11, 23)
LAWS = "laws:\n  wmo: {name: Wmo, short: Wmo 2015, bwb: BWBR0035362, version: 2026-07-01, checked_on: 2026-11-21}\n"
RULE = """
rules:
  R04-W:
    number: R04
    title: {nl: Spoed, en: Emergency}
    layer: hook
    effect: wait
    source:
      - {law: wmo, article: "2.3.3"}
      - {document: {nl: werkinstructie, en: work instruction}, link: "https://example.org/x", checked_on: 2026-01-02}
    hook: {article: "Wmo 2015 art. 2.3.3", strength: duty, says: {nl: Meteen., en: At once.}}
    mandates:
      - {who: {nl: het college, en: the executive}, deputy: {nl: het loket, en: the desk}}
      - {who: {nl: de rechter, en: the judge}, up_to: {nl: een half jaar, en: half a year}}
    status: te-verifieren
    status_note: {nl: Nog niet., en: Not yet.}
    verify: [{nl: de datum, en: the date}]
    frictions: [F08]
    plain: {title: {nl: Eigen titel, en: Own title}}
plain_texts:
  R04: {title: Gedeelde titel, say_this: {nl: Het is spoed., en: It is urgent.}}
"""


@pytest.fixture
def rule(tmp_path):
    file = write(tmp_path, LAWS + RULE, "opvang.yaml")
    return load_rulebook([file]).versions["R04-W"][0]


def test_everything_people_read(rule):
    assert (rule.number, rule.layer, rule.effect) == ("R04", Layer.HOOK, Effect.WAIT)
    assert (rule.hook.strength, rule.hook.says.en) == (HookStrength.DUTY, "At once.")
    assert rule.mandates[0].deputy == Text("het loket", "the desk")
    assert rule.mandates[1].up_to.nl == "een half jaar"
    assert (rule.status, rule.status_note.nl) == (Status.TO_VERIFY, "Nog niet.")
    assert [point.en for point in rule.verify] == ["the date"]
    assert rule.frictions == ("F08",)
    assert rule.file.endswith("/opvang.yaml")


def test_a_law_is_linked_and_dated_once_for_all_its_articles(rule):
    law, document = rule.sources

    assert law.link == "https://wetten.overheid.nl/BWBR0035362/2026-07-01"
    assert law.checked_on == date(2026, 11, 21)
    assert law.cited == Text("Wmo 2015 art. 2.3.3")
    assert (document.link, document.checked_on) == ("https://example.org/x", date(2026, 1, 2))
    assert document.cited.en == "work instruction"


def test_texts_of_its_number_fill_in_what_a_rule_leaves_out(rule):
    assert rule.plain.title == Text("Eigen titel", "Own title")
    assert rule.plain.say_this == Text("Het is spoed.", "It is urgent.")
    assert rule.plain.room == Text("")


def test_the_planner_takes_its_words_from_the_same_lines(tmp_path):
    kept = load(tmp_path, LAWS + RULE).world.rules["R04-W"]

    assert kept.source == "Wmo 2015 art. 2.3.3; werkinstructie"
    assert kept.mandate == Text(
        "het loket (namens het college); de rechter", "the desk (for the executive); the judge"
    )
    assert kept.talk_to == Text("het loket; de rechter", "the desk; the judge")
    assert kept.deviate == Text("Meteen.", "At once.")
    assert kept.ask_sentence == Text("Het is spoed.", "It is urgent.")
    assert (kept.rule_class, kept.layer) == (CLASS_OF[Layer.HOOK], Layer.HOOK)


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ("R1: {title: A, layer: habit, source: {law: awb, article: x}}", "RB-WRL-061"),
        ("R1: {title: A, layer: hard, class: policy}", "RB-WRL-062"),
        ("R1: {title: A}", "RB-WRL-021"),
        ("R1: {title: A, layer: wet}", "RB-WRL-023"),
        ("R1: {title: A, layer: habit, source: {law: wmo}}", "RB-WRL-021"),
        ("R1: {title: A, layer: habit, source: {article: x}}", "RB-WRL-021"),
        ("R1: {title: A, layer: habit, source: []}", "RB-WRL-031"),
        ("R1: {title: A, layer: habit, hook: {says: x}}", "RB-WRL-021"),
        ("R1: {title: A, layer: habit, mandates: [{deputy: x}]}", "RB-WRL-021"),
        ("R1: {title: A, layer: habit, plain: {titel: x}}", "RB-WRL-020"),
        ("R1: {title: A, layer: habit, status: zeker}", "RB-WRL-023"),
    ],
)
def test_a_rule_that_cannot_be(tmp_path, rules, code):
    assert refusal(tmp_path, LAWS + f"rules:\n  {rules}\n").code == code


def test_the_spread_of_a_wait_has_its_long_end_last(tmp_path):
    text = "facts: {a: {}}\nservices:\n  - {id: s, wait: {days: 14, p50: 14, p90: %s}, gives: [{fact: a}]}"

    wait = load(tmp_path, text % "21, as_of: 2026-11-01, source: telling").world.services["s"].wait

    assert (wait.p50, wait.p90, wait.as_of, wait.source) == (14, 21, date(2026, 11, 1), "telling")
    assert refusal(tmp_path, text % "7").code == "RB-WRL-063"


def test_a_national_scenario_says_where_it_happens(tmp_path):
    from ruimbaan.integrations.rulebook import load_scenarios

    scenario = "scenarios: [{name: Zo., apply_for: s, starts_on: 0}]"
    text = f"rules:\n  R1: {{title: A, layer: habit, {scenario}}}\n"
    write(tmp_path / "nl", text, "wmo.yaml")

    with pytest.raises(WorldErrors) as found:
        load_scenarios([tmp_path], "veenland")

    assert [error.code for error in found.value.errors] == ["RB-WRL-021"]


def test_every_rule_of_the_dossier_is_in_the_rulebook():
    rulebook = load_rulebook(rule_folders(list_regions()))
    numbers = {rule.number for versions in rulebook.versions.values() for rule in versions}

    assert {f"R{n:02}" for n in range(1, 56)} <= numbers
    assert {f"N{n:02}" for n in range(1, 6)} <= numbers
    assert {f"H{n:02}" for n in range(1, 14)} <= numbers


def test_law_stands_apart_from_what_a_region_made():
    rulebook = load_rulebook(rule_folders(list_regions()))

    for name, rule in rulebook.in_force(TODAY).items():
        local = re.fullmatch(r"[RH]\d\d-([WGV])", name)
        assert (rule.owner == "nl") == (local is None)
        assert (rule.status is Status.FICTIONAL) == (local is not None)


@pytest.mark.parametrize("name", list_regions())
def test_the_planner_and_the_rulebook_have_the_same_rules(name):
    rulebook = load_rulebook(rule_folders([name]))
    world = load_region(name).world

    in_force = rulebook.in_force(world.as_of)
    assert set(in_force) == set(world.rules)
    assert all(in_force[rule].rule.title == kept.title for rule, kept in world.rules.items())


def test_every_layer_has_its_words():
    assert set(LAYER_TEXTS) == set(CLASS_OF) == set(Layer)
    texts = [
        text for each in LAYER_TEXTS.values() for text in (each.name, each.for_you, each.account)
    ]
    assert all(text.nl and text.en for text in texts)
