# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory`: check, import and export, for people and for programs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tests.ready_sites import around, demo_in
from tools.paths import ROOT

EXAMPLES = ROOT / "tests" / "contract" / "hsds" / "official" / "examples"
WIDE = {"COLUMNS": "200", "NO_COLOR": "1"}
STORY = """
import json, sys
from typer.testing import CliRunner
from ruimbaan.cli.main import app

told = []
for arguments, typed in json.loads(sys.argv[1]):
    result = CliRunner().invoke(app, ["directory", *arguments], input=typed)
    told.append([result.exit_code, result.stdout, result.stderr])
print(json.dumps(told))
"""


def run(*arguments: str, code: int = 0) -> Any:
    result = CliRunner().invoke(app, ["directory", *arguments], env=WIDE)
    assert result.exit_code == code, result.output
    return result


def test_validate_shows_each_kind_once_with_its_place_and_advice():
    shown = run("validate", str(EXAMPLES / "csv")).stdout

    assert "RB-KRT-041  4 keer, eerst op contacts.csv:2 organization_id" in shown
    assert "Lever die mee, of verbeter de verwijzing." in shown
    assert "Records in orde: 21." in shown


def test_validate_in_english():
    shown = run("validate", str(EXAMPLES / "location.json"), "--language", "en").stdout

    assert "There is no latitude 100." in shown
    assert "Refused: 0. To look at: 1." in shown


def test_validate_for_programs_ends_with_1_when_something_is_refused(tmp_path: Path):
    (tmp_path / "services.csv").write_text("id,name,status\ns1,,active\n")

    told = json.loads(run("validate", str(tmp_path / "services.csv"), "--json", code=1).stdout)

    assert told["ok"] is False
    assert told["refused"] == 1
    missing = next(found for found in told["findings"] if found["code"] == "RB-KRT-022")
    assert missing == {
        "code": "RB-KRT-022",
        "severity": "refused",
        "table": "service",
        "id": "s1",
        "file": "services.csv",
        "row": 2,
        "path": "",
        "column": "name",
        "reason": '"name" is niet ingevuld.',
        "advice": "Vul het in. Zonder dit kan niemand de rij gebruiken.",
    }


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["validate"], "RB-CLI-005"),
        (["validate", "x.csv", "--from", "https://x.example"], "RB-CLI-005"),
        (["validate", "is-er-niet.csv"], "RB-KRT-001"),
        (["validate", "--from", "http://localhost:5432"], "RB-KRT-014"),
        (["validate", "--from", "https://169.254.169.254/hsds"], "RB-KRT-014"),
    ],
)
def test_what_cannot_be_read_is_told_on_stderr(arguments: list[str], code: str):
    assert run(*arguments, code=2).stderr.startswith(code)


def test_an_import_from_a_look_to_an_export(tmp_path: Path):
    """In a process of its own, with a demo's database of its own."""
    source, region = str(EXAMPLES / "service_full.json"), ("--region", "waalstad")
    zipped, nested = str(tmp_path / "out.zip"), str(tmp_path / "out.json")
    steps: list[tuple[list[str], str]] = [
        (["import", source, *region, "--dry-run"], ""),
        (["import", source, *region], "n\n"),
        (["import", source, *region], ""),
        (["import", source, *region], "y\n"),
        (["import", source, *region, "--json"], ""),
        (["export", zipped, *region, "--json"], ""),
        (["export", nested, *region], ""),
        (["import", zipped, *region, "--replace", "--yes", "--json"], ""),
        (["import", nested, *region, "--replace"], ""),
        (["import", source, "--region", "atlantis"], ""),
        (["export", str(tmp_path / "no" / "such.zip"), *region], ""),
    ]

    told = story(steps, tmp_path)

    looked, refused, gone, stored, again, out, _, back, same, unknown, nowhere = told
    assert "Nieuw: 20. Veranderd: 0." in looked[1]
    assert "Er is niets opgeslagen." in looked[1]
    assert (refused[0], "Er is niets opgeslagen." in refused[1]) == (0, True)
    assert (gone[0], "Gestopt. Er is niets opgeslagen." in gone[2]) == (130, True)
    assert "Nieuw: 20." in stored[1]
    assert "Opgeslagen in waalstad." in stored[1]
    assert json.loads(again[1])["changes"] == []
    assert json.loads(again[1])["stored"] is False
    assert json.loads(out[1])["records"] > 100
    assert json.loads(back[1])["added"] == json.loads(back[1])["removed"] == 0
    assert json.loads(back[1])["stored"] is True
    assert "Alles staat er al zo." in same[1]
    assert (unknown[0], unknown[2].startswith("RB-KRT-018")) == (2, True)
    assert (nowhere[0], nowhere[2].startswith("RB-KRT-013")) == (2, True)


def story(steps: list[tuple[list[str], str]], var: Path) -> list[Any]:
    demo_in(var / "var")
    ran = subprocess.run(
        [sys.executable, "-c", STORY, json.dumps(steps)],
        env=around(var / "var", **WIDE),
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found: list[Any] = json.loads(ran.stdout)
    return found
