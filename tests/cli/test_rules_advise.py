# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan rules advise|followup`: the advice for R28 out of the lived year, and what followed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tools.paths import ROOT

WIDE = {"COLUMNS": "200", "NO_COLOR": "1"}
HERE = ("--region", "waalstad")
LIVED = ROOT / "demo" / "waalstad"


def run(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, ["rules", *arguments], env=WIDE)
    assert result.exit_code == code, result.output
    return result.stdout if code == 0 else result.stderr


def advice(rule: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run("advise", rule, *HERE, "--json"))
    return told


def numbers(told: object) -> list[float]:
    if isinstance(told, dict):
        return [one for each in told.values() for one in numbers(each)]
    if isinstance(told, list):
        return [one for each in told for one in numbers(each)]
    return [told] if isinstance(told, int | float) and not isinstance(told, bool) else []


def test_the_advice_for_r28_comes_out_of_the_lived_year_with_figures_and_a_story():
    told = advice("R28")

    assert told["rule"] == {"id": "R28-W", "number": "R28"}
    assert told["draft"] is True
    assert told["verdict"] == "helps"
    assert {one["id"] for one in told["reasons"]} >= {"higher-rule", "said-often"}
    assert "bankafschriften" in told["text_now"]["nl"]
    assert "vervalt" in told["text_proposed"]["nl"]
    assert told["higher_rule"] == "R27"
    assert told["layer"] == "policy"
    assert told["decides"]["nl"] == "burgemeester en wethouders"
    (asked,) = told["evidence"]["asked"]
    assert asked["times"] == 595
    assert asked["met_within_6_weeks"]["high"] < asked["others"]["low"]
    assert told["evidence"]["reported"]["F04"]["rule_bends_at_least"] >= 80
    effect = told["evidence"]["effect_of_room"]["25"]
    assert effect["low"] < effect["ratio"] < effect["high"]
    assert told["story"]["composite"] is True
    assert told["story"]["id"] == "karim"
    assert told["asks"]
    assert told["loses"]
    assert told["not_known"]
    assert [one["until"] for one in told["versions"]] == ["2026-11-02", None]
    assert told["follow_up"]["outcome"] == "too-early"


@pytest.mark.parametrize(
    ("rule", "verdict"), [("R36", "no-help"), ("R01", "not-here"), ("R28", "helps")]
)
def test_a_rule_whose_change_would_not_help_is_said_not_to(rule: str, verdict: str):
    told = advice(rule)

    assert told["verdict"] == verdict
    assert all(one["says"]["nl"] and one["says"]["en"] for one in told["reasons"])


@pytest.mark.parametrize("rule", ["R28", "R08", "R22", "R24", "H01"])
def test_no_count_of_people_is_below_ten(rule: str):
    evidence = advice(rule)["evidence"]
    counts = [
        *numbers([one["times"] for one in evidence["asked"]]),
        *numbers([one["not_met"] for one in evidence["asked"]]),
        *numbers(evidence["reported"]),
        *numbers([evidence["room_told"]]),
        *(
            one[name]
            for one in evidence["effect_of_room"].values()
            for name in ("used_at_least", "compared_at_least")
        ),
    ]

    assert counts
    assert [count for count in counts if 0 < count < 10] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ("CONCEPT-ADVIES", "Wie inlevert", "Wat we niet weten", "Te vroeg om te zeggen.")),
        ("en", ("DRAFT ADVICE", "Who gives something up", "What we do not know", "Too early")),
    ],
)
def test_it_reads_in_both_languages(language: str, said: tuple[str, ...]):
    shown = run("advise", "R28", *HERE, "--language", language)

    for words in said:
        assert words in shown


def test_a_year_without_a_change_has_nothing_to_follow():
    told = json.loads(run("followup", "R28", *HERE, "--changed", "2026-01-05", "--json"))

    assert told["outcome"] == "too-early"
    assert told["difference"] is None


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ((), "too-early"),
        (("--changed", "2031-01-01"), "too-early"),
        (("--changed", "2025-10-06"), "too-early"),
        (("--changed", "2026-01-12"), "too-early"),
        (("--changed", "2026-01-05"), "better"),
    ],
)
def test_figures_of_one_change_are_not_told_of_another_day(changed: tuple[str, ...], outcome: str):
    other = ("--figures", str(LIVED / "veranderd"))

    told = json.loads(run("followup", "R28", *HERE, *other, *changed, "--json"))

    assert told["outcome"] == outcome


def test_an_ordinance_without_room_can_be_changed_by_who_made_it(tmp_path: Path):
    shutil.copy(ROOT / "demo" / "vestingstad" / "rangorde.json", tmp_path)
    there = ("--region", "vestingstad", "--figures", str(tmp_path))

    told = json.loads(run("advise", "R22-V", *there, "--json"))

    assert told["verdict"] == "helps"
    assert [one["id"] for one in told["reasons"]] == ["wins-days"]
    assert told["decides"]["nl"] == "de gemeenteraad"


def test_a_rule_that_helps_already_is_said_to(tmp_path: Path):
    """Without figures it is about the text of today, which asks for nothing any more."""
    told = json.loads(run("advise", "R28", *HERE, "--figures", str(tmp_path), "--json"))

    assert [one["id"] for one in told["reasons"]] == ["helps-already"]


def test_the_ranking_of_another_region_is_refused(tmp_path: Path):
    shutil.copy(LIVED / "rangorde.json", tmp_path)
    elsewhere = ("--region", "grachtstad", "--figures", str(tmp_path))

    assert "RB-INSIGHT-001" in run("advise", "R24", *elsewhere, code=2)


def test_a_rule_that_did_not_change_has_no_followup():
    assert "RB-ADV-001" in run("followup", "R22", *HERE, code=2)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("R99", *HERE), "RB-CLI-004"), (("R28", "--region", "nergens"), "RB-REG-002")],
)
def test_what_is_not_there_is_said(arguments: tuple[str, ...], code: str):
    assert code in run("advise", *arguments, code=2)


@pytest.mark.parametrize("name", ["regie/ruimte-2026-11-02.json", "rangorde.json"])
def test_a_file_that_was_changed_is_refused(tmp_path: Path, name: str):
    shutil.copytree(LIVED, tmp_path / "waalstad")
    file = tmp_path / "waalstad" / name
    file.write_text(file.read_text("utf-8").replace("1", "2"), "utf-8")

    told = run("advise", "R28", *HERE, "--figures", str(tmp_path / "waalstad"), code=2)

    assert "RB-INSIGHT-001" in told


def test_without_any_file_nothing_is_guessed(tmp_path: Path):
    told = json.loads(run("advise", "R28", *HERE, "--figures", str(tmp_path), "--json"))

    assert told["evidence"]["asked"] == []
    assert told["verdict"] in {"too-little", "no-help"}
