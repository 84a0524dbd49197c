# SPDX-License-Identifier: EUPL-1.2
"""Worlds of the right shape that cannot be: unknown names, circles, promises that contradict."""

from __future__ import annotations

from datetime import date

import pytest

from ruimbaan.integrations.worldfile import WorldErrors, load_world
from ruimbaan.integrations.worldfile.meaning_errors import (
    NobodyHere,
    PersonNotChosen,
    UnknownPerson,
)
from tests.contract.worlds.writing import EXAMPLE, REGION, load, refusal, refused

BASE = REGION + "rules: {r: {title: R, class: policy}}\nfacts: {adres: {}, dier: {}, geld: {}}\n"
SERVICE = BASE + "services:\n  - id: s\n    gives: [{fact: adres}]\n    "
PERSON = BASE + "person:\n  id: stella\n  goals: [{fact: adres, needed_by: 3}]\n  "
ANY = "{any_of: [{fact: dier}, {fact: geld}]}"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("facts: {a: {}}", "RB-WRL-041", 0),
        ("\nregion: {id: a}", "RB-WRL-042", 2),
        ("region: {id: a, as_of: 2026-02-30}", "RB-WRL-028", 1),
        ("region: {id: a, as_of: 9999-12-31}", "RB-WRL-059", 1),
        ("region: {id: a, as_of: 2026-11-21, horizon: 0}", "RB-WRL-026", 1),
        ("region: {id: a, as_of: 2026-11-21, horizon: 999999m}", "RB-WRL-026", 1),
        (SERVICE + "needs: [{fact: adrs}]", "RB-WRL-043", 7),
        (SERVICE + "needs: [{any_of: [{all_of: [{fact: adrs}]}]}]", "RB-WRL-043", 7),
        (SERVICE + "takes: [{fact: adrs}]", "RB-WRL-043", 7),
        (SERVICE + "needs: [{fact: krijgt.t}]", "RB-WRL-043", 7),
        (BASE + "region_facts: [adrs]", "RB-WRL-043", 4),
        (PERSON + "facts: [{fact: adrs}]", "RB-WRL-043", 7),
        (PERSON + "unknown: [adrs]", "RB-WRL-043", 7),
        (BASE + "person: {id: a, goals: [{fact: adrs, needed_by: 1}]}", "RB-WRL-043", 4),
        (SERVICE + "needs: [{fact: adres, rule: q}]", "RB-WRL-044", 7),
        (SERVICE + "wait: {days: 3, rule: q}", "RB-WRL-044", 7),
        (SERVICE + "takes: [{fact: adres, rule: q}]", "RB-WRL-044", 7),
        (SERVICE + "excludes: [{service: t}]", "RB-WRL-045", 7),
        (SERVICE + "excludes: [{service: s}]", "RB-WRL-064", 7),
        (SERVICE + "burden: {waiting: 51}", "RB-WRL-026", 7),
        (SERVICE + "opens: {every: 3, rule: q}", "RB-WRL-044", 7),
        (REGION + "rules: {r: {title: R, class: law, hook_of: q}}", "RB-WRL-044", 2),
        (REGION + "facts:\n  krijgt.s: {}", "RB-WRL-045", 3),
        (SERVICE + "needs: [{fact: adres, is: no}]", "RB-WRL-046", 7),
        (SERVICE + "needs: [{fact: krijgt.s, is: no}]", "RB-WRL-046", 7),
        (SERVICE + "wait: {days: 3, rule: r, shorten_to: 4}", "RB-WRL-051", 7),
        (SERVICE + "opens: {weekdays: [mon], every: 3}", "RB-WRL-033", 7),
        (SERVICE + "needs: [{fact: dier, within: 1, for_at_least: 2}]", "RB-WRL-033", 7),
        (SERVICE + "lasts: 999999w", "RB-WRL-026", 7),
        (SERVICE + "opens: {every: 0}", "RB-WRL-026", 7),
        (SERVICE + f"needs: [{', '.join([ANY] * 9)}]", "RB-WRL-050", 7),
        (PERSON + "facts: [{fact: geld, from: 3, until: 3}]", "RB-WRL-053", 7),
    ],
)
def test_one_clear_error(tmp_path, text, code, line):
    assert refused(tmp_path, text) == [(code, line)]


@pytest.mark.parametrize(
    ("gift", "code"),
    [
        ("{fact: adres, valid: 10, longer: 5, rule: r}", "RB-WRL-052"),
        ("{fact: adres, valid: 0}", "RB-WRL-026"),
        ("{fact: adres, valid: 3, while_receiving: yes}", "RB-WRL-033"),
        ("{fact: adres, longer: 3, while_receiving: yes}", "RB-WRL-033"),
        ("{fact: adrs}", "RB-WRL-043"),
        ("{fact: adres, rule: q}", "RB-WRL-044"),
    ],
)
def test_gifts_that_cannot_be(tmp_path, gift, code):
    assert refused(tmp_path, BASE + f"services: [{{id: s, gives: [{gift}]}}]") == [(code, 4)]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ("h: {means: [{fact: a, at: start}]}", "RB-WRL-048"),
        ("h: {means: [{fact: a}], maintained_by: {any_support_within: 3}}", "RB-WRL-033"),
        ("h: {label: {nl: x}, en: y}", "RB-WRL-033"),
        ("h: {means: [{fact: b}]}", "RB-WRL-043"),
        ("h: {means: [{fact: a, is: no}]}, a2: {means: [{fact: h, is: no}]}", "RB-WRL-046"),
        (
            "h: {maintained_by: {any_support_within: 3}}, i: {means: [{fact: h, is: no}]}",
            "RB-WRL-046",
        ),
        (f"dier: {{}}, geld: {{}}, h: {{means: [{', '.join([ANY] * 9)}]}}", "RB-WRL-050"),
    ],
)
def test_facts_that_cannot_be(tmp_path, facts, code):
    assert refused(tmp_path, REGION + f"facts: {{a: {{}}, {facts}}}") == [(code, 2)]


@pytest.mark.parametrize(
    ("facts", "circle"),
    [
        ("h: {means: [{fact: h}]}", "h → h"),
        ("h: {means: [{fact: i}]}, i: {means: [{any_of: [{fact: a}, {fact: h}]}]}", "h → i → h"),
        ("g: {means: [{fact: h}]}, h: {means: [{fact: i}]}, i: {means: [{fact: h}]}", "h → i → h"),
    ],
)
def test_helpers_that_wait_for_each_other_are_named(tmp_path, facts, circle):
    error = refusal(tmp_path, f"facts: {{a: {{}}, {facts}}}")

    assert error.code == "RB-WRL-047"
    assert error.explain("nl").cause == f"Deze hulpfeiten wachten op elkaar: {circle}."


def test_two_circles_are_two_errors(tmp_path):
    facts = "h: {means: [{fact: h}]}, i: {means: [{fact: j}, {fact: h}]}, j: {means: [{fact: i}]}"

    assert refused(tmp_path, REGION + f"facts: {{{facts}}}") == [("RB-WRL-047", 2)] * 2


def test_a_long_row_of_helpers_is_no_circle(tmp_path):
    row = "".join(f"  h{n}: {{means: [{{fact: h{n + 1}}}]}}\n" for n in range(2_000))

    world = load(tmp_path, f"facts:\n{row}  h2000: {{}}\n").world

    assert len(world.helpers) == 2_000


@pytest.mark.parametrize(
    "use",
    [
        "services: [{id: s, gives: [{fact: h}]}]",
        "region_facts: [h]",
        "person: {id: p, facts: [{fact: h, from: 3}], goals: [{fact: a, needed_by: 1}]}",
        "person: {id: p, unknown: [h], goals: [{fact: a, needed_by: 1}]}",
    ],
)
def test_a_helper_comes_from_its_needs_only(tmp_path, use):
    error = refusal(tmp_path, f"facts: {{a: {{}}, h: {{means: [{{fact: a}}]}}}}\n{use}")

    assert error.code == "RB-WRL-049"


def test_a_rule_with_a_period_without_days(tmp_path):
    dates = "valid_from: 2026-02-01, valid_until: 2026-02-01"

    error = refusal(tmp_path, f"rules: {{r: {{title: R, class: law, {dates}}}}}")

    assert error.code == "RB-WRL-053"


def test_a_goal_counts_once(tmp_path):
    goals = "goals: [{fact: adres, needed_by: 3}, {fact: adres, needed_by: 9}]"

    assert refusal(tmp_path, BASE + f"person: {{id: a, {goals}}}").code == "RB-WRL-054"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("without: [t]", "RB-WRL-045"),
        ("cut: [[r, q]]", "RB-WRL-044"),
        ("expect: {kind: deadlock, contains: [adrs]}", "RB-WRL-043"),
    ],
)
def test_a_situation_names_what_exists(tmp_path, line, code):
    text = BASE + f"situations: [{{id: D1, goals: [{{fact: adres, needed_by: 3}}], {line}}}]"

    assert refusal(tmp_path, text).code == code


def test_a_name_that_is_nearly_right_is_suggested(tmp_path):
    error = refusal(tmp_path, SERVICE + "needs: [{fact: adrs}]")

    assert error.explain("nl").advice.endswith('Bedoel je "adres"?')
    assert error.explain("en").advice.endswith('Do you mean "adres"?')


def test_a_name_that_is_far_off_is_not_guessed(tmp_path):
    error = refusal(tmp_path, SERVICE + "needs: [{fact: verwijzing}]")

    assert error.explain("nl").advice == "Zet het onder facts, of verbeter de naam."


def test_the_day_on_the_command_line_must_be_in_the_calendar(tmp_path):
    with pytest.raises(WorldErrors) as refusal:
        load(tmp_path, BASE, as_of=date(1, 1, 1))

    assert [error.code for error in refusal.value.errors] == ["RB-WRL-059"]


def test_a_person_who_is_not_there():
    world = load_world(EXAMPLE)

    with pytest.raises(UnknownPerson) as refusal:
        world.for_person("stela")

    told = refusal.value.explain("nl")
    assert told.cause == 'In deze wereld is geen persoon "stela".'
    assert told.advice == 'Kies uit: stella, zonder-begeleid-wonen. Bedoel je "stella"?'


def test_one_of_several_persons_must_be_chosen(tmp_path):
    people = ", ".join(f"{{id: p{n}, goals: [{{fact: adres, needed_by: 1}}]}}" for n in range(2))
    world = load(tmp_path, BASE + f"persons: [{people}]")

    with pytest.raises(PersonNotChosen) as refusal:
        world.only_person()

    assert "p0, p1" in refusal.value.explain("en").advice


def test_a_world_without_people_has_nobody_to_plan_for(tmp_path):
    with pytest.raises(NobodyHere):
        load(tmp_path, BASE).only_person()
