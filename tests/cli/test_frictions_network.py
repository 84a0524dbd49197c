# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan frictions network`: joints and groups, never a ranking."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app

HEADER = "case,activity,complete,organisation,frame\n"
COURSES = {
    "c1": (("Brijder", "Zvw"), ("Lab", "Zvw"), ("Wijkteam", "Wmo"), ("Brijder", "Zvw")),
    "c2": (("Brijder", "Zvw"), ("Wijkteam", "Wmo"), ("Herstelhuis", "Wmo")),
    "c3": (("Wijkteam", "Wmo"), ("Schuldhulp", "")),
    "c4": (("Voedselbank", ""),),
}


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "log.csv"
    rows = [
        f"{case},gesprek,2026-03-{day:02} 10:00,{organisation},{frame}\n"
        for case, course in COURSES.items()
        for day, (organisation, frame) in enumerate(course, start=1)
    ]
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return path


def run(*words: object):
    return CliRunner().invoke(app, ["frictions", "network", *map(str, words)])


def test_for_programs_it_tells_of_the_whole_and_of_its_joints(log, tmp_path):
    known = tmp_path / "regio.txt"
    known.write_text("# regio\nBrijder\nInloophuis\nLab\n\n", encoding="utf-8")

    answer = run(log, "--service", "Lab", "--known", known, "--json")

    assert answer.exit_code == 0
    told = json.loads(answer.stdout)
    assert (told["organisations"], told["handoffs"], told["ties"]) == (5, 5, 4)
    assert told["ties_of_fewer_than_ten_people"] == 4
    assert told["density"] == pytest.approx(4 / 12)
    assert told["reciprocity"] == pytest.approx(0.5)
    assert told["joints"] == [
        {"organisation": "Wijkteam", "cut_off": [["Herstelhuis"], ["Schuldhulp"]]}
    ]
    # Brijder to Wijkteam twice and back once cross; Wijkteam to Herstelhuis stays
    assert told["frame_crossing"] == {"index": 0.5, "handoffs": 4}
    # c1 and c2 share Brijder and Wijkteam; c2 shares its other pairs with nobody
    assert told["care_density"] == {"mean": pytest.approx((2 + 4 / 3 + 1) / 3), "people": 3}
    assert told["isolated"] == ["Inloophuis", "Voedselbank"]
    assert told["not_in_log"] == ["Inloophuis"]
    assert "the order" in run(log, "--json", "--language", "en").stderr


def test_for_people_it_says_what_would_come_apart_and_ranks_nobody(log):
    answer = run(log, "--service", "Lab", "--language", "en")

    assert answer.exit_code == 0
    line = "without Wijkteam these lose touch with the rest: Herstelhuis; Schuldhulp."
    assert line in answer.stdout
    assert "No handoff, to them or from them: Voedselbank." in answer.stdout
    assert "4 of 4 ties are of fewer than 10 people" in answer.stdout
    assert "rank" not in answer.stdout


def test_without_looking_through_the_laboratory_it_stands_between(log):
    told = json.loads(run(log, "--json").stdout)

    assert told["organisations"] == 6
    assert told["isolated"] != ["Brijder", "Lab"]
    assert told["handoffs"] == 6


def test_what_cannot_be_answered_is_said_with_its_code(log, tmp_path):
    plain, empty, bytes_ = (tmp_path / name for name in ("log2.csv", "leeg.txt", "bytes.txt"))
    plain.write_text("case,activity,complete\nc1,intake,2026-03-01\n", encoding="utf-8")
    empty.write_text("# niemand\n", encoding="utf-8")
    bytes_.write_bytes(b"\xff\xfe\x00")

    answers = [run(plain), run(log, "--service", "Labo")]
    answers += [run(log, "--known", path) for path in (empty, bytes_, tmp_path / "weg.txt")]

    assert {one.exit_code for one in answers} == {2}
    assert "RB-NET-001" in answers[0].stderr
    assert "RB-NET-002" in answers[1].stderr
    assert all("RB-NET-003" in one.stderr for one in answers[2:])


def test_it_has_help_with_an_example():
    assert "Example: ruimbaan frictions network" in run("--help").stdout
