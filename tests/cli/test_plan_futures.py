# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan plan --futures`: how sure the days are, for people and for programs."""

from __future__ import annotations

import json
import sys

from typer.testing import CliRunner

from ruimbaan.cli.main import app

STELLA = ("plan", "--world", "demo/voorbeeld", "--person", "stella")


def answer(*more: str) -> str:
    result = CliRunner().invoke(app, [*STELLA, *more])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_without_it_nothing_is_said_of_chance():
    assert "van de 10 keer" not in answer()
    assert "how_sure" not in json.loads(answer("--json"))


def test_for_people_in_words(monkeypatch):
    monkeypatch.setitem(sys.modules, "numba", None)  # a site has none

    told = " ".join(answer("--futures", "40").split())

    assert "Hoe zeker zijn deze dagen?" in told
    assert "We rekenden deze route 40 keer na" in told
    assert "de helft hoogstens 98 dagen, 9 van de 10 hoogstens 137 dagen" in told
    assert "%" not in told[told.index("Hoe zeker") :]


def test_for_programs_in_numbers_the_same_for_the_same_seed(monkeypatch):
    monkeypatch.setitem(sys.modules, "numba", None)  # a site has none

    first, again, other = (
        json.loads(answer("--futures", "40", "--seed", seed, "--json")) for seed in "112"
    )

    assert first == again != other
    assert len(first["how_sure"]) == len(first["front"])
    for plan, found in zip(first["front"], first["how_sure"], strict=True):
        assert (found["futures"], found["seed"]) == (40, 1)
        for goal in found["goals"]:
            assert goal["planned"] == plan["arrivals"][goal["fact"]]
            assert 0 <= goal["alone"]["in_time"] <= goal["everywhere"]["in_time"] <= 40
