# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan plan --region`: persons, situations and vignettes of our own regions."""

from __future__ import annotations

import json
import sys

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tools.paths import ROOT

WIDE = {"COLUMNS": "200", "NO_COLOR": "1"}


def run(*arguments: str, code: int = 0, env: dict[str, str] | None = None) -> str:
    result = CliRunner().invoke(app, ["plan", *arguments], env=WIDE | (env or {}))
    assert result.exit_code == code, result.output
    return result.stdout if code == 0 else result.stderr


@pytest.mark.parametrize(
    ("region", "person", "late", "rows"),
    [
        ("waalstad", "sterre", 217, 3),
        ("vestingstad", "D9", 28, 2),
        ("waalstad", "V01", 0, 1),
        ("grachtstad", "V07", 126, 2),
    ],
)
def test_anyone_by_name(region, person, late, rows):
    answer = json.loads(run("--region", region, "--person", person, "--json"))

    assert answer["practice"]["lateness_days"] == late
    assert len(answer["front"]) == rows


def test_a_region_with_one_person_needs_no_name():
    assert "Sterre (34)" in run("--region", "waalstad")


def test_sterres_route_in_words():
    shown = run("--region", "waalstad", "--person", "sterre", "--language", "en")

    assert "Nobody needs to say yes to this." in shown
    assert "the income worker (for the municipal executive)" in shown
    assert "Day treatment" in shown
    assert "De Kribbe" in shown


def test_what_is_lost_stands_in_the_answer():
    answer = json.loads(run("--region", "waalstad", "--person", "sterre", "--json"))

    lost = [loss for plan in answer["front"] for loss in plan["losses"]]
    assert {"hele-bijstand"} == {loss["fact"] for loss in lost}
    assert answer["front"][-1]["losses"] == []


def test_a_region_or_a_world_but_not_both():
    example = str(ROOT / "demo" / "voorbeeld")

    assert "RB-CLI-003" in run(code=2)
    assert "RB-CLI-003" in run("--region", "waalstad", "--world", example, code=2)


def test_a_region_that_is_not_there():
    assert "RB-REG-002" in run("--region", "nergens", code=2)


def test_another_folder_with_regions(tmp_path):
    assert "RB-REG-001" in run("--region", "waalstad", code=2, env={"RUIMBAAN_DATA": str(tmp_path)})


@pytest.mark.parametrize(
    ("region", "person"), [("waalstad", "sterre"), ("waalstad", "V01"), ("vestingstad", "D9")]
)
def test_compiled_code_gives_the_same_answer(region, person):
    asked = ("--region", region, "--person", person, "--json")

    assert run(*asked, "--engine", "compiled") == run(*asked)


def test_without_the_compiler_the_compiled_engine_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "ruimbaan.analytics.planning.solver", None)

    told = run("--region", "waalstad", "--engine", "compiled", "--language", "en", code=2)

    assert "RB-PLAN-001" in told
