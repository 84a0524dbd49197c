# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan rules rank`, as somebody types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from ruimbaan.analytics.population.kept import read
from ruimbaan.cli import rules_rank
from ruimbaan.cli.main import app


def asked(*arguments: str) -> Result:
    few = ("--people", "12", "--best", "2")
    return CliRunner().invoke(app, ["rules", "rank", "--region", "waalstad", *few, *arguments])


def test_a_program_gets_rules_pairs_the_best_and_deadlocks(tmp_path: Path):
    file = tmp_path / "rangorde.json"
    result = asked("--json", "--pairs", "3", "--out", str(file))
    told = json.loads(result.stdout)
    days = [one["days"] for one in told["rules"]]

    assert result.exit_code == 0
    assert told["people"] == 12
    assert told["waits"] == "held constant"
    assert days == sorted(days, reverse=True)
    assert len(told["pairs"]) == 3
    assert all(one["days"] == one["alone"] + one["beyond"] for one in told["pairs"])
    assert [len(one["rules"]) for one in told["best"]] == [1, 2]
    assert told["deadlocks"]
    kept = read(file.read_text("utf-8"))
    assert kept is not None
    assert kept[1] == told


def test_people_read_what_is_not_in_it():
    shown = " ".join(asked("--language", "en").stdout.split())

    assert "Waits are held constant" in shown
    assert "There is no share per rule" in shown
    assert "The best together (proven)" in shown


def test_a_region_that_is_not_there_is_said_so():
    result = CliRunner().invoke(app, ["rules", "rank", "--region", "atlantis"])

    assert result.exit_code == 2
    assert "RB-REG-002" in result.output


@pytest.mark.parametrize("where", ["nowhere/rangorde.json", "file/rangorde.json"])
def test_a_place_that_cannot_be_written_is_said_before_anything_is_worked_out(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(rules_rank, "_ranking", lambda *_: pytest.fail("it was worked out"))

    result = asked("--out", str(tmp_path / where))

    assert result.exit_code == 2
    assert "RB-KRT-013" in result.output


def test_when_writing_fails_after_all_the_answer_is_still_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    result = asked("--json", "--out", str(tmp_path / "rangorde.json"))

    assert result.exit_code == 2
    assert "RB-KRT-013" in result.stderr
    assert json.loads(result.stdout)["people"] == 12


def test_what_a_region_may_not_bend_is_for_who_makes_the_rule():
    result = CliRunner().invoke(
        app, ["rules", "rank", "--region", "vestingstad", "--people", "12", "--best", "1"]
    )

    assert "Dit kan alleen wie de regel maakt" in result.stdout
    assert "wie de wet maakt" not in result.stdout
