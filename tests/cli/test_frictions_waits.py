# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions waits`: for people and for programs."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app

LOG = (
    "client,wat,begin,klaar,wie\n"
    "c1,intake,2026-03-01,2026-03-02,Brijder\n"
    "c1,besluit,2026-03-02,2026-03-05,Gemeente\n"
    "c1,plan,2026-03-08,2026-03-09,Wijkteam\n"
)
COLUMNS = ("--case", "client", "--activity", "wat", "--start", "begin", "--complete", "klaar")


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(LOG, encoding="utf-8")
    return path


def run(*words: object):
    return CliRunner().invoke(app, ["frictions", "waits", *map(str, words)])


def test_for_programs_each_cause_has_its_days(log):
    asked = (*COLUMNS, "--organisation", "wie", "--open", "decision=besluit", "--json")
    answer = run(log, *asked, "--language", "en")

    assert answer.exit_code == 0
    told = json.loads(answer.stdout)
    causes = {one["cause"]: one["days"] for one in told["causes"] if one["days"]}
    assert causes == {"decision": 3.0, "unknown": 3.0}
    assert (told["by"], told["waits"], told["courses"]) == ("organisation", 1, 1)
    assert (told["work_days"], told["waiting_days"], told["efficiency"]) == (2.0, 6.0, 0.25)
    assert told["activities"] == [{"activity": "plan", "waits": 1, "days": 6.0, "most": "decision"}]
    assert "the order is unknown" in answer.stderr


def test_for_people_it_says_what_it_means_and_what_it_does_not_see(log):
    answer = run(log, *COLUMNS, "--organisation", "wie")

    assert answer.exit_code == 0
    assert "Waarop mensen wachten" in answer.stdout
    assert "bovengrens" in answer.stdout
    assert "Wie nu nog wacht, staat niet in een logboek." in answer.stdout
    assert "dat kan met --open" in answer.stdout
    assert "open: geld" not in answer.stdout  # what was not asked is not said to be nothing


def test_what_was_asked_is_shown_with_its_days(log):
    answer = run(log, *COLUMNS, "--organisation", "wie", "--open", "decision=besluit")

    assert answer.exit_code == 0
    assert "open: indicatie of besluit" in answer.stdout
    assert "dat kan met --open" not in answer.stdout


def test_what_cannot_be_answered_is_said_with_its_code(log):
    unclear = run(log, *COLUMNS, "--organisation", "wie", "--open", "geld=besluit")
    nowhere = run(log, *COLUMNS, "--organisation", "wie", "--open", "funding=aanvraag")
    nobody = run(log, *COLUMNS)

    assert [one.exit_code for one in (unclear, nowhere, nobody)] == [2, 2, 2]
    assert "RB-WAIT-001" in unclear.stderr
    assert "RB-WAIT-002" in nowhere.stderr
    assert "RB-WAIT-003" in nobody.stderr


def test_it_has_help_with_an_example():
    assert "Example: ruimbaan frictions waits" in run("--help").stdout
