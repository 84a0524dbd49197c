# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan plan --futures`: how sure the days are, for people and for programs."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from typer.testing import CliRunner

from ruimbaan.cli.how_sure import with_released
from ruimbaan.cli.main import app
from ruimbaan.integrations.regions import load_region
from tools.paths import ROOT

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


RELEASED = ROOT / "demo" / "waalstad" / "regie"


def test_released_figures_widen_a_wait_of_one_number():
    world = load_region("waalstad").world
    services = {
        name: replace(one, wait=replace(one.wait, p50=None, p90=None))
        for name, one in world.services.items()
    }

    found = with_released(replace(world, services=services), RELEASED, "en").services

    changed = [name for name in found if found[name] != services[name]]
    assert changed
    assert all("counted in this region" in found[name].wait.source for name in changed)


def test_a_folder_without_the_table_is_not_passed_over(tmp_path: Path):
    result = CliRunner().invoke(app, [*STELLA, "--futures", "5", "--released", str(tmp_path)])

    assert result.exit_code != 0
    assert "RB-CLI-008" in result.output


def test_a_table_that_was_changed_is_refused(tmp_path: Path):
    folder = tmp_path / "regie"
    shutil.copytree(RELEASED, folder)
    table = next(folder.glob("overdracht-weken-*.csv"))
    table.write_text(table.read_text("utf-8").replace("5329", "5328"), "utf-8")

    result = CliRunner().invoke(app, [*STELLA, "--futures", "5", "--released", str(folder)])

    assert result.exit_code != 0
    assert "sha256" in result.output
