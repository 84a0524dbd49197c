# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions effect`: a fair comparison, and the refusal of the other one."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app

ASKED = ("--use", "vrije ruimte", "--outcome", "plek")
FIRST = date(2026, 1, 5)


def course(case: str, *events: tuple[str, int]) -> list[str]:
    return [f"{case},{what},{FIRST + timedelta(days=day)},Wmo" for what, day in events]


@pytest.fixture
def log(tmp_path):
    """Of 40 people 20 are given room on day 20; then places come twice as often as for the others."""
    rows = ["case,activity,complete,frame"]
    for number in range(20):
        placed = ("plek", 22 + 3 * number)
        rows += course(f"u{number}", ("intake", 0), ("Vrije ruimte", 20), placed)
        rows += course(f"w{number}", ("intake", 0), ("plek", 23 + 6 * number))
    path = tmp_path / "log.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def run(*words: object):
    return CliRunner().invoke(app, ["frictions", "effect", *map(str, words)])


def test_for_programs_it_gives_ratio_interval_and_shares_from_the_day_of_use(log):
    asked = (*ASKED, "--cut", "2026-04-30", "--controls", 20, "--json")
    answer = run(log, *asked)
    told = json.loads(answer.stdout)

    assert answer.exit_code == 0
    assert told["people"] == 40
    assert told["uses"] == {"all": 20, "matched": 20}
    assert told["groups"] == {"room": 20, "compared": 20}
    ratio = told["hazard_ratio"]
    assert 1 < ratio["low"] < ratio["ratio"] < ratio["high"]
    # room on day 20 + 30: 22, 25, ... 49 are ten of twenty; without: 23, 29, ... 47 are five
    first = told["by_day"][0]
    assert (first["day"], first["room"]["share"]) == (30, pytest.approx(0.5))
    assert first["compared"]["share"] == pytest.approx(0.25)
    assert 1 < told["e_value"]["limit"] < told["e_value"]["ratio"]
    assert run(log, *asked).stdout == answer.stdout


def test_for_people_it_says_what_it_is_and_what_it_is_not(log):
    answer = run(log, *ASKED, "--language", "en")

    assert answer.exit_code == 0
    assert "20 people with room beside 20 people who had none yet then" in answer.stdout
    assert "Days after use" in answer.stdout
    assert "This is no trial" in answer.stdout


def test_the_comparison_that_misleads_is_refused_with_the_reason(log):
    answer = run(log, *ASKED, "--used-ever", "--language", "en")

    assert answer.exit_code == 2
    assert "RB-EFFECT-001" in answer.stderr
    assert "more time to be given room" in answer.stderr
    assert "Leave out --used-ever" in answer.stderr
    assert answer.stdout == ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--use", "ruimhartig", "--outcome", "plek"), "RB-EFFECT-002"),
        (("--use", "plek", "--outcome", "plek"), "RB-EFFECT-003"),
        (("--use", "intake", "--outcome", "vrije"), "RB-EFFECT-005"),
        ((*ASKED, "--match", "need"), "RB-EFFECT-006"),
        ((*ASKED, "--match", "leeftijd"), "RB-EFFECT-006"),
        ((*ASKED, "--cut", "2026-01-27"), "RB-EFFECT-008"),
        ((*ASKED, "--cut", "2026-01-20"), "RB-EFFECT-004"),
    ],
)
def test_what_cannot_be_answered_is_said_with_its_code(log, words, code):
    answer = run(log, *words)

    assert answer.exit_code == 2
    assert code in answer.stderr


def test_a_group_that_is_always_first_and_one_without_the_outcome_give_no_ratio(tmp_path):
    def refused(late: tuple[tuple[str, int], ...]) -> str:
        rows = ["case,activity,complete,frame"]
        for number in range(15):
            rows += course(f"u{number}", ("intake", 0), ("vrije ruimte", 5), ("plek", 10))
            rows += course(f"w{number}", ("intake", 0), *late)
        path = tmp_path / "log.csv"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        answer = run(path, *ASKED)
        assert answer.exit_code == 2
        return str(answer.stderr)

    assert "RB-EFFECT-008" in refused((("plek", 20),))
    assert "RB-EFFECT-007" in refused((("gesprek", 20),))


def test_it_has_help_with_an_example():
    assert "Example: ruimbaan frictions effect" in run("--help").stdout
