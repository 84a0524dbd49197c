# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan disclosure`: a table and its report, or a no one can act on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app

RUNNER = CliRunner()
TABLE = """plaats,leeftijd,aantal
Waalstad,18-30,3
Waalstad,31-50,14
Waalstad,51+,22
Grachtstad,18-30,41
Grachtstad,31-50,18
Grachtstad,51+,19
Vestingstad,18-30,11
Vestingstad,31-50,27
Vestingstad,51+,16
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "wachten.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def run(*words: object):
    return RUNNER.invoke(app, ["disclosure", *map(str, words)])


def test_what_is_printed_passes_the_audit_and_what_came_does_not(table: Path, tmp_path: Path):
    printed = run("protect", table)
    safe = tmp_path / "safe.csv"
    safe.write_text(printed.stdout, encoding="utf-8")

    assert printed.exit_code == 0
    assert "Waalstad,18-30,\n" in printed.stdout
    assert run("audit", safe).exit_code == 0
    assert run("audit", table).exit_code == 1


def test_a_release_and_the_next_stand_in_one_folder(table: Path, tmp_path: Path):
    folder = tmp_path / "releases"
    first = run("protect", table, "--releases", folder, "--day", "2026-11-22")
    second = run("protect", table, "--releases", folder, "--day", "2026-11-23", "--language", "en")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "Audited beside 1 earlier releases" in second.stdout
    assert sorted(one.name for one in folder.iterdir()) == [
        "wachten-2026-11-22.audit.json",
        "wachten-2026-11-22.csv",
        "wachten-2026-11-23.audit.json",
        "wachten-2026-11-23.csv",
    ]


def test_for_programs(table: Path):
    made = json.loads(run("protect", table, "--json").stdout)
    seen = json.loads(run("audit", table, "--json").stdout)

    assert made["passed"] is True
    assert {"cell": ["Waalstad", "18-30"], "count": None} in made["table"]
    assert (seen["passed"], seen["recovered_exactly"]) == (False, 1)


def test_the_threshold_can_be_another(table: Path):
    assert "Waalstad,18-30,3" in run("protect", table, "--threshold", 3).stdout


def test_only_the_small_ones_hidden_is_seen_through(table: Path):
    table.write_text(TABLE.replace(",3\n", ",\n") + "*,18-30,55\n*,31-50,59\n*,51+,57\n")

    found = run("audit", table, "--language", "en")

    assert found.exit_code == 1
    assert "wachten, Waalstad, 18-30: 3 to 3" in found.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--threshold", 1), "RB-DISC-015"),
        (("--groups", "none.csv"), "RB-DISC-001"),
        (("--name", "../waits", "--releases", "releases"), "RB-DISC-017"),
    ],
)
def test_a_no_has_a_code_and_nothing_is_written(table: Path, tmp_path, monkeypatch, words, code):
    monkeypatch.chdir(tmp_path)
    found = run("protect", table, *words)

    assert (found.exit_code, found.stdout) == (2, "")
    assert code in found.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["wachten.csv"]


def test_people_counted_anew_need_a_category_of_their_own(table: Path, tmp_path: Path):
    folder = tmp_path / "releases"
    run("protect", table, "--releases", folder, "--day", "2026-11-22")
    table.write_text(TABLE.replace("41", "42"), encoding="utf-8")

    found = run("protect", table, "--releases", folder, "--day", "2026-12-22")

    assert found.exit_code == 2
    assert "RB-DISC-009" in found.stderr
    assert len(list(folder.iterdir())) == 2


def test_a_file_that_is_not_there(tmp_path: Path):
    found = run("audit", tmp_path / "none.csv", "--language", "en")

    assert found.exit_code == 2
    assert "none.csv cannot be read" in found.stderr


@pytest.mark.parametrize("deed", ["protect", "audit"])
def test_help_has_an_example(deed):
    assert f"Example: ruimbaan disclosure {deed}" in run(deed, "--help").stdout
