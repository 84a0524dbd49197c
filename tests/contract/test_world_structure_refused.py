# SPDX-License-Identifier: EUPL-1.2
"""Keys and values of the wrong shape: which one, where, and what to do."""

from __future__ import annotations

import pytest

from ruimbaan.integrations.worldfile.structure import schema
from tests.contract.worlds.writing import refusal, refused

SERVICE = "services:\n  - id: a\n    "
PERSON = "facts: {f: {}}\nperson:\n  id: a\n  goals: [{fact: f, needed_by: 1}]\n  "


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("- a\n- b", "RB-WRL-032", 1),
        ("zomaar tekst", "RB-WRL-032", 1),
        ("{}", "RB-WRL-031", 1),
        ("regions: {id: a}", "RB-WRL-020", 1),
        (SERVICE + "need: []", "RB-WRL-020", 3),
        (SERVICE + "needs: [{fact: f, withn: 3}]", "RB-WRL-020", 3),
        ("region: {as_of: 2026-11-21}", "RB-WRL-021", 1),
        ("rules:\n  r: {title: a}", "RB-WRL-021", 2),
        (SERVICE + "wait: {rule: r}", "RB-WRL-021", 3),
        (SERVICE + "needs: [{rule: r}]", "RB-WRL-021", 3),
        ("region:", "RB-WRL-022", 1),
        ("facts: [a]", "RB-WRL-022", 1),
        ("facts: yes", "RB-WRL-022", 1),
        ("facts:\n  f: tekst", "RB-WRL-022", 2),
        ("facts: {f: {label: 12}}", "RB-WRL-022", 1),
        ("facts: {f: {label: {nl: [a]}}}", "RB-WRL-022", 1),
        ("facts: {f: {again: misschien}}", "RB-WRL-022", 1),
        (SERVICE + "needs: [f]", "RB-WRL-022", 3),
        (SERVICE + "capacity: 1.0", "RB-WRL-022", 3),
        (SERVICE + "is_support: 1", "RB-WRL-022", 3),
        ("rules: {r: {title: a, class: wet}}", "RB-WRL-023", 1),
        ("rules: {r: {title: a, class: law, flexible: yes}}", "RB-WRL-023", 1),
        (SERVICE + "opens: {weekdays: [ma]}", "RB-WRL-023", 3),
        (SERVICE + "lasts: drie weken", "RB-WRL-024", 3),
        (SERVICE + "lasts: 3y", "RB-WRL-024", 3),
        (SERVICE + "lasts: 1e400", "RB-WRL-024", 3),
        (SERVICE + "lasts: .nan", "RB-WRL-024", 3),
        (SERVICE + "lasts: 2.5w", "RB-WRL-024", 3),
        (SERVICE + "lasts:", "RB-WRL-024", 3),
        (SERVICE + "lasts: true", "RB-WRL-024", 3),
        (SERVICE + "lasts: [3]", "RB-WRL-024", 3),
        (SERVICE + "wait: {days: -3}", "RB-WRL-025", 3),
        (SERVICE + "wait: {days: -3w}", "RB-WRL-025", 3),
        (SERVICE + "wait: {days: 99999999}", "RB-WRL-026", 3),
        (SERVICE + "type: 0", "RB-WRL-026", 3),
        (PERSON + "plan_from: -999999999", "RB-WRL-026", 5),
        ("rules: {r: {title: a, class: law, cost: -1}}", "RB-WRL-026", 1),
        ("services: [{id: een dienst}]", "RB-WRL-027", 1),
        ("facts:\n  café: {}", "RB-WRL-027", 2),
        ("facts:\n  {}: {{}}".format("a" * 81), "RB-WRL-027", 2),
        ("region: {id: a, as_of: 21-11-2026}", "RB-WRL-028", 1),
        ("facts: {f: {label: ''}}", "RB-WRL-029", 1),
        ("facts: {{f: {{label: {}}}}}".format("a" * 4_001), "RB-WRL-029", 1),
        ("facts: {f: {domain: wonen}}", "RB-WRL-029", 1),
        (SERVICE + "gives: [{}]".format(", ".join(["{fact: f}"] * 101)), "RB-WRL-030", 3),
        (SERVICE + "needs: [{any_of: []}]", "RB-WRL-031", 3),
        ("person: {id: a, goals: []}", "RB-WRL-031", 1),
        ("costs: {gewoonte: 1}", "RB-WRL-020", 1),
        ("costs: {habit: gratis}", "RB-WRL-023", 1),
    ],
)
def test_one_clear_error(tmp_path, text, code, line):
    assert refused(tmp_path, text) == [(code, line)]


@pytest.mark.parametrize(
    ("text", "nl", "en"),
    [
        (
            "region: {id: a, horizn: 3}",
            'De sleutel "horizn" bestaat hier niet.',
            'Allowed here: id, title, as_of, horizon, history. Do you mean "horizon"?',
        ),
        (
            "rules: {r: {title: a, class: polcy}}",
            '"polcy" kan hier niet.',
            (
                "Choose from: habit, procedure, contract, policy, ordinance, law. "
                'Do you mean "policy"?'
            ),
        ),
        (
            SERVICE + "wait: {days: -3}",
            "Een duur of wachttijd kan niet onder nul zijn: -3.",
            "Write 0 or more days.",
        ),
        (
            SERVICE + "lasts: 3y",
            '"3y" is geen aantal dagen.',
            "Write whole days (14), or a number with d, w (7 days) or m (30 days): 14d, 2w, 6m.",
        ),
        (
            "rules: {r: {title: a, class: law, flexible: yes}}",
            '"yes" kan hier niet.',
            "Choose from: waive, shorten, no.",
        ),
        (
            "facts: {f: {label: [a]}}",
            "Hier hoort tekst, er staat een lijst.",
            "Put quotes around text that looks like a number or a yes/no; leave out an empty key.",
        ),
    ],
)
def test_the_words_of_an_error(tmp_path, text, nl, en):
    error = refusal(tmp_path, text)

    assert error.explain("nl").cause == nl
    assert error.explain("en").advice == en


def test_the_column_is_right_too(tmp_path):
    error = refusal(tmp_path, "services:\n  - {id: a, wait: {days: 3, shorten: 2}}")

    assert (error.place.line, error.place.column) == (3, 29)


def test_all_errors_of_a_file_come_together(tmp_path):
    found = refused(
        tmp_path,
        """region: {id: a, as_of: vandaag}
facts:
  adres: {soort: person}
services:
  - {label: Balie}
  - {id: kamer, wait: {days: -1}, lasts: lang, type: 0}
""",
    )

    assert found == [
        ("RB-WRL-028", 1),
        ("RB-WRL-020", 3),
        ("RB-WRL-021", 5),
        ("RB-WRL-025", 6),
        ("RB-WRL-024", 6),
        ("RB-WRL-026", 6),
    ]


def test_no_more_errors_than_a_person_can_work_through(tmp_path):
    text = "facts:\n" + "".join(f"  f{number}: {{x: 1}}\n" for number in range(500))

    assert len(refused(tmp_path, text)) == 50


def test_too_much_of_something_is_refused(tmp_path):
    text = "services:\n" + "".join(f"- id: s{number}\n" for number in range(5_001))

    assert refused(tmp_path, text) == [("RB-WRL-030", 1)]


def test_long_values_are_cut_short_in_messages(tmp_path):
    cause = refusal(tmp_path, f"services: [{{id: {'a ' * 500}}}]").explain("nl").cause

    assert len(cause) < 120


def test_the_published_schema_is_a_draft_2020_12_schema():
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
