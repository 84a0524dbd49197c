# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions measures`: figures with their certainty, or why there are none."""

from __future__ import annotations

import json
from inspect import signature
from random import Random

import pytest
from typer.testing import CliRunner

from ruimbaan.analytics.measures import MEASURES, Question, Step
from ruimbaan.cli.frictions_measures import measures as command
from ruimbaan.cli.main import app
from tests.planted_courses import planted_courses, write_rows

EACH = {
    *("id", "number", "name", "values", "not_possible", "reading"),
    *("cut", "definition", "version", "source"),
}
VALUE = {"key", "name", "part", "unit", "estimate", "low", "high", "n", "persons"}
PLAIN = "case,activity,complete\n" + "".join(
    f"p{number},gebeld,2026-01-{day:02d}\np{number},gebeld,2026-02-{day:02d}\n"
    for number, day in enumerate(range(5, 17))
)


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    path = tmp_path_factory.mktemp("measures") / "log.csv"
    write_rows(planted_courses(Random(7), 120).rows, path)
    return path


@pytest.fixture(scope="module")
def answer(log):
    return told(log)


@pytest.fixture
def plain(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(PLAIN, encoding="utf-8")
    return path


def run(*words: object):
    return CliRunner().invoke(app, ["frictions", "measures", *map(str, words)])


def told(*words: object):
    answer = run(*words, "--json")
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.stdout)


def measure(answer, name):
    return next(one for one in answer["measures"] if one["id"] == name)


def test_for_programs_each_measure_has_exactly_the_published_form(log):
    answer = told(log, "--cut", "2024-06-21", "--language", "en")

    assert answer["cut"] == "2024-06-21"
    assert answer["activities"]["sent"] == ["verwezen"]
    assert [one["id"] for one in answer["measures"]] == [one.id for one in MEASURES]
    assert all(set(one) == EACH for one in answer["measures"])
    assert all(set(value) == VALUE for one in answer["measures"] for value in one["values"])
    half = measure(answer, "time-to-first-contact")
    assert (half["number"], half["version"], half["not_possible"]) == (2, "1", None)
    assert half["reading"].startswith("Half of all who were referred were met after")


def test_for_people_there_is_a_sentence_and_a_table(log):
    answer = run(log)

    assert answer.exit_code == 0
    assert "1. Geslaagde overdracht" in answer.stdout
    assert "Dat is 95 % zeker tussen" in answer.stdout
    assert "--sent verwezen; --accepted aangenomen" in answer.stdout


def test_what_is_not_possible_says_what_it_would_need(plain):
    dutch, english = told(plain), told(plain, "--language", "en")

    assert measure(dutch, "handoff-success")["not_possible"] == (
        "geen activiteit zegt: een verwijzing is verstuurd. Wijs het aan met --sent."
    )
    assert measure(english, "continuity")["reading"] == (
        "Not possible with this log, because there is no column with the organisation."
        " Point it out with --organisation."
    )
    assert measure(english, "rework")["not_possible"] is None


def test_of_fewer_than_ten_people_nothing_is_told_not_even_how_many(answer, plain):
    few = told(plain, "--fewest", 13, "--language", "en")
    parts = [v for one in answer["measures"] for v in one["values"] if v["persons"] is not None]

    rework = measure(few, "rework")
    assert rework["values"] == []
    assert rework["not_possible"] == "it is about fewer than 13 people."
    assert few["persons"] is None
    assert min(value["persons"] for value in parts) >= 10


def test_without_a_way_to_know_the_receiver_no_handoff_is_called_lost(tmp_path):
    path = tmp_path / "log.csv"
    rows = "".join(f"p{n},verwezen,2026-01-05,Brijder\n" for n in range(12))
    path.write_text(f"case,activity,complete,organisation\n{rows}", encoding="utf-8")

    answer = told(path, "--language", "en")

    assert measure(answer, "handoff-success")["not_possible"] == (
        "no activity says: first contact at the receiver and no activity says: the receiver accepts"
        " and there is no column with the receiver of a referral."
        " Point it out with --met or --accepted or --receiver."
    )


def test_a_part_that_is_asked_is_no_longer_looked_for(plain):
    asked = told(plain, "--sent", "gebeld", "--language", "en")

    assert asked["activities"] == {"sent": ["gebeld"]}
    assert "--organisation" in measure(asked, "handoff-success")["not_possible"]


@pytest.mark.parametrize(
    ("words", "code", "nl", "en"),
    [
        (("--sent", "weg"), "001", "Neem een naam precies over.", "Copy a name exactly."),
        (
            ("--sent", "gebeld", "--met", "gebeld"),
            "002",
            "voor --sent en voor --met",
            "for --sent and for --met",
        ),
        (("--cut", "2020-01-01"), "003", "(2026-01-05)", "before the first event"),
        (("--service", "Lab"), "004", 'De organisatie "Lab"', 'The organisation "Lab"'),
        (("--since", "2027-01-01"), "005", "na de peildag 2026-02-16", "after the day of the cut"),
    ],
)
def test_what_does_not_fit_the_log_is_refused(plain, words, code, nl, en):
    dutch, english = run(plain, *words), run(plain, *words, "--language", "en")

    assert dutch.exit_code == english.exit_code == 2
    assert dutch.stderr.startswith(f"RB-MEASURE-{code}")
    assert nl in dutch.stderr
    assert en in english.stderr


def test_a_log_of_which_nothing_is_left_is_refused(tmp_path):
    empty = tmp_path / "log.csv"
    empty.write_text("case,activity,complete\nc1,intake,gisteren\n", encoding="utf-8")

    assert "RB-EVENT-014" in run(empty).stderr


@pytest.mark.parametrize("name", ["out.parquet", "out.jsonocel"])
def test_receiver_and_rule_survive_an_export_so_the_answer_is_the_same(log, answer, tmp_path, name):
    out = tmp_path / name

    CliRunner().invoke(app, ["frictions", "export", str(log), "--out", str(out)])

    assert told(out) == answer


def test_its_help_has_an_example_and_an_option_for_each_part_of_a_course():
    told = run("--help").stdout

    assert "Example: ruimbaan frictions measures" in told
    assert [step for step in Step if f"{step.option} ACTIVITY" not in told] == []


def test_what_is_left_out_on_the_command_line_is_what_the_code_takes():
    given = signature(command).parameters

    for name in ("window", "quiet", "fewest"):
        assert given[name].default == getattr(Question(), name)
