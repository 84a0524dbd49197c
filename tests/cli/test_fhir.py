# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan fhir`: what comes in goes out as it was, and a no is an error one can act on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tests.contract.fhir.test_steps import task

RUNNER = CliRunner()


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    return written(tmp_path / "asked.json", task("requested", description="Een eigen woning"))


def written(path: Path, resource: object) -> Path:
    path.write_text(json.dumps(resource), encoding="utf-8")
    return path


def run(*words: object):
    return RUNNER.invoke(app, ["fhir", *map(str, words)])


def test_import_and_export_give_back_what_came(asked: Path, tmp_path: Path):
    own, back = tmp_path / "own.json", tmp_path / "back.json"

    imported = run("import", asked, "--out", own)
    exported = run("export", own, "--out", back)

    assert (imported.exit_code, exported.exit_code) == (0, 0)
    assert "Een eigen woning: requested" in imported.stdout
    assert json.loads(back.read_text()) == json.loads(asked.read_text())


def test_import_for_programs(asked: Path):
    told = json.loads(run("import", asked, "--json").stdout)

    assert [one["state"] for one in told["handoffs"]] == ["requested"]


def test_a_file_in_order_says_so(asked: Path):
    found = run("check", asked, "--language", "en")

    assert (found.exit_code, found.stdout) == (0, "In order. Resources: 1, handoffs: 1.\n")


def test_every_fault_is_told_with_its_place(tmp_path: Path):
    wrong = task("ready", intent="plan")
    found = run("check", written(tmp_path / "wrong.json", wrong), "--json")
    told = json.loads(found.stdout)

    assert found.exit_code == 1
    assert [error["code"] for error in told["errors"]] == ["RB-FHIR-011", "RB-FHIR-011"]
    assert told["errors"][0]["place"].endswith("wrong.json Task/t1")


@pytest.mark.parametrize(
    ("after", "by", "code", "exit_code"),
    [
        ("accepted", "receiver", "", 0),
        ("accepted", "sender", "RB-HANDOFF-002", 2),
        ("completed", "receiver", "RB-HANDOFF-001", 2),
    ],
)
def test_whether_it_may_change_so(
    asked: Path, tmp_path: Path, after: str, by: str, code: str, exit_code: int
):
    new = written(tmp_path / "new.json", task(after, description="Een eigen woning"))

    found = run("check", new, "--before", asked, "--by", by)

    assert found.exit_code == exit_code
    assert code in found.stderr


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    for command in ("check", "import", "export"):
        found = run(command, tmp_path / "none.json")
        assert (found.exit_code, "RB-KRT-001" in found.stderr) == (2, True)
