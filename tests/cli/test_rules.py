# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan rules`: read, compare and check the rulebook, for people and for programs."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tools.paths import ROOT

WIDE = {"COLUMNS": "200", "NO_COLOR": "1"}
TODAY = ("--on", "2026-11-23")
COSTS = ("kosten", "cost ")


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, ["rules", *arguments], env=WIDE)
    assert result.exit_code == code, result.output
    return result.stdout if code in (0, 1) else result.stderr


def test_a_list_of_the_rules_of_one_region():
    listed = json.loads(run("list", "--region", "waalstad", *TODAY, "--json"))

    ids = [rule["id"] for rule in listed]
    assert "R01" in ids
    assert "R08-W" in ids
    assert "R08-G" not in ids
    assert next(rule for rule in listed if rule["id"] == "R08-W") == {
        "id": "R08-W",
        "title": {
            "nl": "Opvang vooral voor mensen uit de regio Waalstad",
            "en": "Shelter mainly for people from the region of Waalstad",
        },
        "layer": "policy",
        "effect": "gate",
        "owner": "waalstad",
        "status": "fictional",
        "file": "waalstad/opvang.yaml",
    }


def test_the_list_for_people_names_layer_and_owner():
    shown = run("list", *TODAY, "--language", "en")

    assert "R28-G  Postal address: proof of a tie" in shown
    assert "Municipal policy rule" in shown
    assert "grachtstad" in shown


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ["Wat kan wel?", "Deze eisen staan niet in de wet.", "Plicht:", "verzonnen"]),
        ("en", ["What is possible?", "These demands are not in the law.", "Duty:", "made up"]),
    ],
)
def test_one_rule_whole(language, said):
    shown = run("show", "R28-G", *TODAY, "--language", language)

    assert all(part in shown for part in said)
    assert not any(cost in shown.lower() for cost in COSTS)


def test_a_law_shows_its_link_and_when_it_was_read():
    shown = run("show", "R04", *TODAY)

    assert "https://wetten.overheid.nl/BWBR0035362/2026-07-01" in shown
    assert "gelezen op 2026-11-21" in shown


@pytest.mark.parametrize(
    ("day", "title", "layer"),
    [("2021-12-31", "De gemeente kan", "derogable"), ("2022-01-01", "Wie geen woonadres", "hard")],
)
def test_the_version_of_a_day(day, title, layer):
    shown = json.loads(run("show", "R27", "--on", day, "--json"))

    assert shown["title"]["nl"].startswith(title)
    assert shown["layer"] == layer


def test_a_rule_that_is_not_there_names_the_nearest():
    said = run("show", "R28", *TODAY, code=2)

    assert "RB-CLI-004" in said
    assert "R28-G" in said


def test_what_changed_between_two_days():
    changes = json.loads(run("diff", "2021-12-31", "2022-01-01", "--json"))

    assert [(change["rule"], change["kind"]) for change in changes] == [("R27", "changed")]
    keys = changes[0]["keys"]
    assert keys["layer"] == {
        "was": {"nl": "derogable", "en": ""},
        "became": {"nl": "hard", "en": ""},
    }
    assert "title" in keys
    assert "number" not in keys


def test_the_difference_for_people_hides_the_number_that_orders():
    shown = run("diff", "2021-12-31", "2022-01-01", "--language", "en")

    assert "order of the search" in shown
    assert "never" not in shown
    assert "No difference." in run("diff", "2026-01-01", "2026-01-02", "--language", "en")


def test_what_differs_between_two_files(tmp_path):
    old, new = tmp_path / "a.yaml", tmp_path / "b.yaml"
    old.write_text("rules:\n  R1: {title: Eén, layer: habit}\n  R2: {title: Twee, layer: habit}\n")
    new.write_text("rules:\n  R1: {title: Uno, layer: habit}\n  R3: {title: Drie, layer: habit}\n")

    changes = json.loads(run("diff", str(old), str(new), "--json"))

    assert [(change["rule"], change["kind"]) for change in changes] == [
        ("R1", "changed"),
        ("R2", "gone"),
        ("R3", "new"),
    ]
    assert set(changes[0]["keys"]) == {"title"}
    shown = run("diff", str(old), str(new))
    assert "weg" in shown
    assert "Uno" in shown


def test_a_file_that_is_not_there_is_said_plainly():
    assert "RB-WRL-001" in run("diff", "2026-01-01", "nergens.yaml", code=2)


def small_data(folder, rule):
    """A place of our own with one region and one rule."""
    for name, text in {
        "demo/veenland/region.yaml": "region: {id: veenland, as_of: 2026-11-21}\n",
        "demo/gedeeld/facts.yaml": (
            "facts: {adres: {short: {nl: adres, en: address}}}\nstarts: [{id: buiten, facts: []}]\n"
        ),
        "regels/nl/a.yaml": f"rules:\n  R1: {rule}\n",
        "regels/veenland/b.yaml": "costs: {habit: 1}\n",
        "demo/veenland/services.yaml": (
            "services: [{id: balie, type: 1, needs: [{fact: adres, rule: R1}], gives: [{fact: adres}]}]\n"
        ),
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return str(folder)


def test_lint_ends_with_1_when_something_has_to_be_mended(tmp_path):
    data = small_data(tmp_path, "{title: Kaal, layer: habit}")

    remarks = json.loads(run("lint", "--data", data, "--json", code=1))

    kinds = {remark["kind"] for remark in remarks}
    assert {"text-missing", "no-source", "deadlock"} <= kinds
    deadlock = next(remark for remark in remarks if remark["kind"] == "deadlock")
    assert (deadlock["cut"], deadlock["region"]) == (["R1"], "veenland")
    assert deadlock["says"]["nl"] == "Geen adres zonder adres."


def test_lint_for_people_sorts_by_weight_and_counts(tmp_path):
    data = small_data(tmp_path, "{title: Kaal, layer: habit}")

    shown = run("lint", "--data", data, "--region", "veenland", code=1)

    assert shown.index("Te herstellen") < shown.index("Om over te beslissen")
    assert "Opent het: R1." in shown
    assert "Gezien vanuit: buiten." in shown
    assert "Fouten: 3, waarschuwingen: 2, opmerkingen: 0." in shown


def test_a_region_that_is_not_there_is_refused():
    assert "RB-REG-002" in run("lint", "--region", "nergens", code=2)
    assert "RB-REG-001" in run("list", "--data", str(ROOT / "docs"), code=2)


def test_our_own_texts_have_nothing_to_mend(tmp_path):
    """The whole lint of a region is slow; tests/contract has it. Here: that it says so with 0."""
    text = (
        "{title: {nl: Adres, en: Address}, sentence: {nl: Zo., en: So.}, layer: habit, status: fictional, "
        "source: gewoonte, hook: {strength: may, article: geen, says: {nl: Kan., en: Can.}}, "
        "mandates: [{who: {nl: balie, en: desk}}], plain: {title: {nl: A, en: A}, "
        "means_for_you: {nl: A, en: A}, why: {nl: A, en: A}, room: {nl: A, en: A}, "
        "who_can_say_yes: {nl: A, en: A}, say_this: {nl: A, en: A}, point_at: {nl: A, en: A}, "
        "account: {nl: A, en: A}}}"
    )

    run("lint", "--data", small_data(tmp_path, text), code=0)
