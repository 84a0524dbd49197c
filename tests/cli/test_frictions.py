# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions`: check, flows and export, for people and for programs."""

from __future__ import annotations

import json
import sys

import duckdb
import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app

LOG = (
    "client,wat,klaar,wie\n"
    "c1,intake,2026-01-05 10:00,Brijder\n"
    "c1,gesprek,2026-01-07 10:00,Wijkteam\n"
    "c2,intake,2026-01-05 09:00,Brijder\n"
    "c2,gesprek,2026-01-06 09:00,Wijkteam\n"
    "c2,,2026-01-06 09:00,Wijkteam\n"
)
COLUMNS = ("--case", "client", "--activity", "wat", "--complete", "klaar", "--organisation", "wie")
FLOW = {"n": 2, "mean_days": 1.5, "median_days": 1.5}


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(LOG, encoding="utf-8")
    return path


def run(*words: object):
    return CliRunner().invoke(app, ["frictions", *map(str, words)])


def test_flows_for_programs_have_exactly_the_published_form(log):
    answer = run("flows", log, *COLUMNS, "--json", "--language", "en")

    assert answer.exit_code == 0
    assert json.loads(answer.stdout) == {
        "transitions": [{"from": "intake", "to": "gesprek", **FLOW}],
        "handovers": [{"from": "Brijder", "to": "Wijkteam", **FLOW}],
        "variants": 1,
        "cases": 2,
        "events": 4,
    }
    assert "Set aside: 1." in answer.stderr
    assert "Of 0.0% of the transitions the order is unknown (0 of 2)." in answer.stderr


def test_flows_for_people_say_what_is_not_known(log):
    answer = run("flows", log, *COLUMNS, "--precision", "week")

    assert answer.exit_code == 0
    assert "Wat volgt op wat" in answer.stdout
    assert "Tussen organisaties" in answer.stdout
    assert "Van 100.0% van de overgangen is de volgorde niet bekend (2 van 2)." in answer.stdout


def test_check_names_row_cause_and_advice_and_ends_with_one(log):
    answer = run("check", log, *COLUMNS, "--language", "en")
    told = json.loads(run("check", log, *COLUMNS, "--json").stdout)

    assert answer.exit_code == 1
    assert "RB-EVENT-101  1×  set aside" in answer.stdout
    assert "Row 6" in answer.stdout
    assert "Fill in the activity at the source." in answer.stdout
    assert told["rows"] == {"read": 5, "set_aside": 1, "repaired": 0}
    assert [(one["code"], one["rows"]) for one in told["findings"]] == [("RB-EVENT-101", [6])]


@pytest.mark.parametrize("name", ["out.jsonocel", "out.parquet"])
def test_what_is_exported_gives_the_same_flows_again(log, tmp_path, name):
    out = tmp_path / name

    written = run("export", log, *COLUMNS, "--out", out)
    again = run("flows", out, "--json")

    assert written.exit_code == 0
    assert json.loads(again.stdout) == json.loads(run("flows", log, *COLUMNS, "--json").stdout)


def test_a_log_of_which_nothing_is_left_and_one_that_is_not_there_are_refused(tmp_path):
    empty = tmp_path / "log.csv"
    empty.write_text("case,activity,complete\nc1,intake,gisteren\n", encoding="utf-8")

    nothing, gone = run("flows", empty), run("check", tmp_path / "weg.csv")
    unwritten = run("export", empty, "--out", tmp_path / "weg" / "log.jsonocel")

    assert (nothing.exit_code, gone.exit_code, unwritten.exit_code) == (2, 2, 2)
    assert "RB-EVENT-014" in nothing.stderr
    assert "RB-EVENT-001" in gone.stderr
    assert "RB-EVENT-019" in unwritten.stderr


@pytest.mark.parametrize("command", ["check", "flows", "export"])
def test_each_has_help_with_an_example(command):
    assert f"Example: ruimbaan frictions {command}" in run(command, "--help").stdout


def test_counts_are_only_how_often(log):
    answer = run("flows", log, *COLUMNS, "--counts", "--json")

    assert answer.exit_code == 0
    assert json.loads(answer.stdout) == {
        "transitions": [{"from": "intake", "to": "gesprek", "n": 2}]
    }


def test_counts_for_people(log):
    answer = run("flows", log, *COLUMNS, "--counts")

    assert answer.exit_code == 0
    assert "gesprek" in answer.stdout


def test_a_kept_log_answers_as_its_source(log, tmp_path):
    kept = tmp_path / "log.duckdb"
    source = run("flows", log, *COLUMNS, "--json")

    assert run("export", log, *COLUMNS, "--out", kept).exit_code == 0
    answer = run("flows", kept, "--json")

    assert answer.exit_code == 0
    assert answer.stdout == source.stdout
    assert answer.stderr == source.stderr


def test_a_file_of_duckdb_that_is_not_ours_is_refused(tmp_path):
    other = tmp_path / "other.duckdb"
    duckdb.connect(str(other)).close()

    answer = run("flows", other, "--language", "en")

    assert answer.exit_code == 2
    assert "RB-EVENT-020" in answer.stderr


def test_spark_reads_only_what_we_wrote(log):
    answer = run("flows", log, *COLUMNS, "--engine", "spark", "--language", "en")

    assert answer.exit_code == 2
    assert "RB-ENGINE-003" in answer.stderr


@pytest.fixture
def ours(log, tmp_path):
    path = tmp_path / "ours.parquet"
    run("export", log, *COLUMNS, "--out", path)
    return path


def test_without_pyspark_is_told_what_to_install(ours, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)

    answer = run("flows", ours, "--engine", "spark", "--language", "en")

    assert answer.exit_code == 2
    assert "RB-ENGINE-001" in answer.stderr


@pytest.fixture
def something_called_pyspark(tmp_path, monkeypatch):
    (tmp_path / "elsewhere" / "pyspark").mkdir(parents=True)
    (tmp_path / "elsewhere" / "pyspark" / "__init__.py").touch()
    monkeypatch.delitem(sys.modules, "pyspark", raising=False)
    monkeypatch.syspath_prepend(tmp_path / "elsewhere")


@pytest.mark.parametrize("home", ["", "/nowhere"])
def test_without_java_is_told_what_to_install(ours, something_called_pyspark, home, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("JAVA_HOME", home)

    answer = run("flows", ours, "--engine", "spark", "--language", "en")

    assert answer.exit_code == 2
    assert "RB-ENGINE-002" in answer.stderr
