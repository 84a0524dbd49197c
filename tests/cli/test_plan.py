# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan plan`: for a program as JSON, for a person as tables."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tools.paths import ROOT

EXAMPLE = str(ROOT / "demo" / "voorbeeld")
WIDE = {"COLUMNS": "160", "NO_COLOR": "1"}


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, ["plan", *arguments], env=WIDE)
    assert result.exit_code == code, result.output
    return result.stdout if code == 0 else result.stderr


@pytest.fixture(scope="module")
def answer():
    return json.loads(run("--world", EXAMPLE, "--json"))


@pytest.fixture(scope="module")
def jammed():
    return json.loads(run("--world", EXAMPLE, "--person", "zonder-begeleid-wonen", "--json"))


def test_the_keys_for_programs(answer):
    assert list(answer) == [
        *("as_of", "horizon_days", "practice", "front", "deadlock", "findings", "ladder"),
        "complete",
    ]
    row = ["lateness_days", "discretion_cost", "uncovered_days", "flexed", "arrivals"]
    rest = ["steps", "losses", "clashes", "gap_days"]
    assert all(list(plan) == [*row, *rest] for plan in answer["front"])
    assert answer["practice"] == answer["front"][0]
    assert (answer["as_of"], answer["horizon_days"]) == ("2026-11-21", 1024)
    assert answer["complete"] is True


def test_the_front_of_the_example(answer):
    found = [
        (plan["lateness_days"], plan["discretion_cost"], plan["flexed"]) for plan in answer["front"]
    ]

    assert found == [
        (311, 0, []),
        (156, 1, ["r-nazorg-start"]),
        (10, 3, ["r-briefadres-bewijs"]),
        (0, 6, ["r-besluit-bijstand", "r-briefadres-bewijs"]),
    ]
    assert answer["front"][-1]["arrivals"] == {
        "inkomen": 42,
        "woning": 102,
        "behandeld": 143,
        "dag": 56,
    }


def test_a_step_says_when_and_why(answer):
    step = next(s for s in answer["front"][-1]["steps"] if s["service"] == "bijstand")

    assert (step["apply"], step["start"], step["wait"]) == (14, 42, 28)
    assert step["slack"] == step["latest"] - step["apply"]
    assert step["needs"][0]["fact"] == "adres"


def test_in_practice_nothing_is_jammed(answer):
    assert answer["deadlock"] is None
    assert answer["findings"] == []


def test_a_deadlock_is_told_in_a_sentence(jammed):
    sentence = "Geen inkomen zonder adres. Geen adres zonder woning. Geen woning zonder inkomen."

    assert jammed["deadlock"]["sentence"] == sentence
    assert set(jammed["deadlock"]["facts"]) == {"inkomen", "adres", "woning"}
    assert "r-briefadres-bewijs" in jammed["deadlock"]["rules"]
    assert jammed["practice"]["arrivals"]["woning"] is None
    assert [finding["goal"] for finding in jammed["findings"]] == ["inkomen", "woning", "dag"]
    assert all(finding["cut"] == ["r-briefadres-bewijs"] for finding in jammed["findings"])


def test_the_language_of_the_sentences(jammed):
    english = json.loads(
        run("--world", EXAMPLE, "--person", "zonder-begeleid-wonen", "--json", "--language", "en")
    )

    assert english["deadlock"]["sentence"].startswith("No income without an address.")
    assert english["front"] == jammed["front"]


def test_the_ladder_climbs_from_early_to_the_rule_itself(answer):
    assert [rung["step"] for rung in answer["ladder"]] == [
        *("start-earlier", "other-gate", "hook", "flex", "change"),
    ]
    assert [rung["lateness_days"] for rung in answer["ladder"]] == [156, 156, 0, 0, 0]


def test_day_zero_can_be_another_date():
    moved = json.loads(run("--world", EXAMPLE, "--as-of", "2027-03-01", "--json"))

    assert moved["as_of"] == "2027-03-01"
    assert moved["practice"]["lateness_days"] == 311


def test_people_read_dates_and_whom_to_ask():
    shown = run("--world", EXAMPLE)

    assert "Route van Stella · Veenland · dag 0 is 21 nov 2026" in shown
    assert "Weg 1: niets, zo gaat het nu." in shown
    assert "Vraag ernaar bij: teamleider Burgerzaken Veenland." in shown
    assert "Hier hoeft niemand ja te zeggen." in shown
    assert "2 jan 2027" in shown
    assert "na 28 dagen" in shown
    assert "257 d te laat" in shown
    assert "Dit is een voorstel, geen besluit." in shown


def test_people_never_read_the_number_that_orders_the_plans(tmp_path):
    """The rule asks a number that stands nowhere else: it must not be on the screen."""
    path = tmp_path / "world.yaml"
    path.write_text(
        """
region: {id: veenland, as_of: 2026-11-21}
rules: {r: {title: Eerst bewijs, class: policy, cost: 777}}
facts: {bewijs: {}, adres: {}}
services: [{id: balie, needs: [{fact: bewijs, rule: r}], gives: [{fact: adres}]}]
person: {id: stella, goals: [{fact: adres, needed_by: 3}]}
""",
        encoding="utf-8",
    )

    assert "777" in run("--world", str(path), "--json")
    assert "Eerst bewijs" in run("--world", str(path))
    assert "777" not in run("--world", str(path))


def test_people_read_why_it_does_not_work_now():
    shown = run("--world", EXAMPLE, "--person", "zonder-begeleid-wonen")

    assert "nog niet" in shown
    assert "woning: Geen woning zonder inkomen." in shown
    assert "plek overdag: Geen plek overdag zonder adres." in shown


def test_what_somebody_loses_is_named(tmp_path):
    path = tmp_path / "world.yaml"
    path.write_text(
        """
region: {id: veenland, as_of: 2026-11-21}
rules: {r: {title: Bed vrij na drie nachten, class: procedure}}
facts: {bed: {short: {nl: bed, en: bed}}, rust: {}}
services:
  - id: kliniek
    wait: {days: 2}
    lasts: 10
    gives: [{fact: rust}]
    takes: [{fact: bed, rule: r, after: 3}]
person: {id: stella, facts: [bed], goals: [{fact: rust, needed_by: 30}]}
""",
        encoding="utf-8",
    )

    shown = run("--world", str(path), "--language", "en")

    assert "bed, from 26 Nov 2026 until 3 Dec 2026, through Kliniek" in shown


def test_a_world_in_pieces_can_be_named_piece_by_piece(tmp_path):
    (tmp_path / "a.yaml").write_text("region: {id: a, as_of: 2026-11-21}\nfacts: {f: {}}")
    (tmp_path / "b.yaml").write_text(
        "person: {id: p, facts: [f], goals: [{fact: f, needed_by: 1}]}"
    )

    shown = run("--world", str(tmp_path / "b.yaml"), "--world", str(tmp_path / "a.yaml"), "--json")

    assert json.loads(shown)["practice"]["arrivals"] == {"f": 0}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--world", "nergens.yaml"), "RB-WRL-001", "Kijk of de naam en de map kloppen."),
        (("--world", EXAMPLE, "--person", "stela"), "RB-WRL-055", 'Bedoel je "stella"?'),
        (("--world", EXAMPLE, "--as-of", "1066-10-14"), "RB-WRL-059", "te ver weg"),
        (("--world", "nergens", "--language", "en"), "RB-WRL-001", "does not exist"),
    ],
)
def test_bad_input_gets_one_clear_block(arguments, code, words):
    block = run(*arguments, code=2)

    assert block.startswith(code)
    assert words in block
    assert "Traceback" not in block


def test_more_errors_are_counted(tmp_path):
    path = tmp_path / "world.yaml"
    path.write_text("regio: {}\nfeiten: {}")

    assert "En nog 1. `ruimbaan world check` toont ze allemaal." in run(
        "--world", str(path), code=2
    )


def test_a_bad_date_is_refused():
    assert "2026-13-01" in run("--world", EXAMPLE, "--as-of", "2026-13-01", code=2)
