# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan world check`: all that is wrong, and an exit code for programs."""

from __future__ import annotations

import json

from typer.testing import CliRunner, Result

from ruimbaan.cli.main import app
from tools.paths import ROOT

EXAMPLE = str(ROOT / "demo" / "voorbeeld")


def check(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["world", "check", *arguments])


def test_a_world_in_order():
    result = check(EXAMPLE)

    assert result.exit_code == 0
    assert result.stdout == (
        "In orde: voorbeeld. Diensten: 8, regels: 10, feiten: 7, personen: 1, situaties: 1.\n"
    )
    assert result.stderr == ""


def test_all_errors_are_shown(tmp_path):
    path = tmp_path / "world.yaml"
    path.write_text("regio: {}\nfeiten: {}")

    result = check(str(path), "--language", "en")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.count("RB-WRL-020") == 2
    assert f"RB-WRL-020  {path}:2:1" in result.stderr
    assert 'There is no key "feiten" here.' in result.stderr


def test_a_warning_is_no_error(tmp_path):
    path = tmp_path / "world.yaml"
    path.write_text("region: {id: a, as_of: 2026-11-21}\nservices: [{id: s}]")

    result = check(str(path))

    assert result.exit_code == 0
    assert "RB-WRL-101" in result.stderr
    assert "In orde: a." in result.stdout


def test_the_answer_for_programs(tmp_path):
    path = tmp_path / "world.yaml"
    path.write_text("region: {id: a}\nservices: [{id: s}]")

    wrong = check(str(path), "--json")
    sound = check(EXAMPLE, "--json")

    assert wrong.exit_code == 1
    assert json.loads(wrong.stdout) == {
        "ok": False,
        "errors": [
            {
                "code": "RB-WRL-042",
                "file": str(path),
                "line": 1,
                "column": 9,
                "cause": "Niemand zegt welke datum dag 0 is.",
                "advice": "Zet as_of bij de regio, of geef --as-of mee.",
            }
        ],
        "warnings": [],
        "digest": None,
        "counts": None,
    }
    assert sound.exit_code == 0
    told = json.loads(sound.stdout)
    assert told["ok"] is True
    assert told["counts"]["services"] == 8
    assert len(told["digest"]) == 64


def test_the_advice_for_a_missing_day_zero_works(tmp_path):
    path = tmp_path / "world.yaml"
    path.write_text(
        "region: {id: a}\nfacts: {f: {}}\nperson: {id: p, goals: [{fact: f, needed_by: 1}]}"
    )

    planned = CliRunner().invoke(app, ["plan", "--world", str(path), "--as-of", "2026-11-21"])

    assert planned.exit_code == 0
