# SPDX-License-Identifier: EUPL-1.2
"""Wat als: what was worked out beforehand, for each position of the sliders, and nothing else."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client

from ruimbaan.core.insight.errors import ReleaseDamaged
from ruimbaan.core.insight.worked_out import Moved, read_worked_out
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.insight.demo import prepare
from tests.parts.upkeep_people import keeper

pytestmark = pytest.mark.django_db
HERE = "/werk/regie/waalstad/wat-als"
WEEKS = range(4, 56, 4)


def lived(share: float, wait: float, more: float, longer: float) -> dict[str, Any]:
    """At every mark the same; the interval of a difference is a hundredth to each side."""
    return {
        "people": 100.0,
        "reached": [[7 * week, share, share - 0.02, share + 0.02] for week in WEEKS],
        "waits": {"W06": [wait, wait - 3, wait + 3]},
        "again": [0.0, 0.0, 0.0],
        "difference": {
            "reached": [[7 * week, more, more - 0.01, more + 0.01] for week in WEEKS],
            "waits": {"W06": [longer, longer - 1, longer + 1]},
        },
    }


def told(world: str = "") -> dict[str, Any]:
    return {
        "format": 1,
        "title": {"nl": "Meer plekken", "en": "More places"},
        "worked_out": "2026-11-20",
        "world": world or list_regions()["waalstad"].world.digest,
        "plan": {"years": 2, "people": 1200, "runs": 50},
        "sliders": [
            {
                "id": "detox",
                "label": {"nl": "Plekken voor detox", "en": "Places for detox"},
                "unit": {"nl": "plekken erbij", "en": "places more"},
                "positions": [0, 2, 4],
            }
        ],
        "cells": {
            "0": lived(0.40, 35, 0.0, 0.0),
            "2": lived(0.405, 30, 0.005, -5.0),
            "4": lived(0.455, 12.0, 0.055, -23.0),
        },
    }


@pytest.fixture
def file(tmp_path: Path, settings: LazySettings) -> Path:
    settings.RELEASES = tmp_path
    (tmp_path / "waalstad").mkdir()
    return tmp_path / "waalstad" / "wat-als.json"


@pytest.fixture
def nadia(file: Path) -> Client:
    file.write_text(json.dumps(told()), encoding="utf-8")
    return keeper(Role.STEWARD, name="Nadia")[0]


def page(browser: Client, asked: str = "", path: str = HERE) -> str:
    answer = browser.get(path + asked)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.content.decode()


def sliders(shown: str) -> list[str]:
    return re.findall(r'<input type="range"[^>]*>', shown)


def test_as_things_go_now_nothing_is_compared(nadia: Client):
    shown = page(nadia)

    assert len(sliders(shown)) == 1
    assert 'max="4" step="2" value="0"' in sliders(shown)[0]
    assert "Zoals het nu gaat" in shown
    assert "Met deze verandering" not in shown
    assert "40 van de 100" in shown


def test_a_position_shows_now_then_and_the_difference(nadia: Client):
    shown = page(nadia, "?detox=4")

    assert 'value="4"' in sliders(shown)[0]
    assert "5,5 doelen meer bereikt" in shown
    assert "Het ligt tussen 4,5 en 6,5." in shown
    assert "−23 (−24 tot −22)" in shown


def test_a_difference_that_may_be_chance_is_said_to_be_none(nadia: Client):
    assert "Er is geen verschil te zien" in page(nadia, "?detox=2")


@pytest.mark.parametrize(
    ("asked", "value"),
    [("3", 2), ("99", 4), ("-1", 0), ("vier", 0), ("", 0), ("²", 0), ("9" * 400, 0)],
)
def test_any_answer_is_a_position(nadia: Client, asked: str, value: int):
    answer = nadia.get(HERE, {"detox": asked, "other": "1"})

    assert f'value="{value}"' in sliders(answer.content.decode())[0]


def test_it_says_when_and_in_which_world_it_was_worked_out(nadia: Client, file: Path):
    shown = page(nadia)
    assert "20 november 2026" in shown
    assert "1200 bedachte mensen in 2 jaar, 50 keer doorgerekend" in shown
    assert list_regions()["waalstad"].world.digest[:12] in shown
    assert "Sindsdien is de Kaart of een regel veranderd" not in shown

    file.write_text(json.dumps(told("another")), encoding="utf-8")
    assert "Sindsdien is de Kaart of een regel veranderd" in page(nadia)


def test_it_says_what_is_left_out(nadia: Client):
    shown = page(nadia)

    for left_out in ("Terugval", "onderweg stoppen", "Hoe goed de hulp is", "Andere regio"):
        assert left_out in shown


def test_nothing_worked_out_is_said(nadia: Client, file: Path):
    file.unlink()
    assert "Voor deze regio is nog niets uitgerekend" in page(nadia)


def without(key: str) -> dict[str, Any]:
    return {name: one for name, one in told().items() if name != key}


@pytest.mark.parametrize("key", ["format", "cells", "sliders", "plan", "world", "worked_out"])
def test_what_is_not_whole_is_not_shown(nadia: Client, file: Path, key: str):
    file.write_text(json.dumps(without(key)), encoding="utf-8")
    assert "Wat is uitgerekend, is niet heel" in page(nadia)


def test_a_position_that_is_missing_makes_it_not_whole():
    content = told("any")
    del content["cells"]["2"]

    with pytest.raises(ReleaseDamaged):
        read_worked_out("wat-als.json", json.dumps(content).encode())


def test_the_nearest_position_is_the_lower_one_of_two():
    slider = Moved("detox", Text("Detox", "Detox"), Text("erbij", "more"), (0, 2, 4))

    assert [slider.nearest(str(asked)) for asked in range(6)] == [0, 0, 2, 2, 4, 4]


def test_only_the_steward_of_the_region_sees_it(nadia: Client):
    assert nadia.get("/werk/regie/grachtstad/wat-als").status_code == 404
    for role in (Role.EDITOR, Role.WORKER):
        other, _work = keeper(role, name=role.value)
        assert other.get(HERE).status_code == 404
    assert Client().get(HERE).headers["Location"].startswith("/inloggen")


def test_the_overview_leads_to_it(nadia: Client):
    assert f'href="{HERE}"' in page(nadia, path="/werk/regie/waalstad")


def test_the_demo_comes_with_it_and_keeps_what_is_there(tmp_path: Path, settings: LazySettings):
    settings.RELEASES = tmp_path
    prepare()
    file = tmp_path / "waalstad" / "wat-als.json"
    found = read_worked_out(file.name, file.read_bytes())
    positions, runs = len(found.cells), found.runs
    assert positions > 1
    assert runs >= 30

    file.write_text("mine", encoding="utf-8")
    prepare()
    assert file.read_text("utf-8") == "mine"


def test_the_page_needs_none_of_the_arithmetic():
    code = (
        "import sys, django; django.setup();"
        "import ruimbaan.parts.insight.views.pages;"
        "sys.exit(bool({'simpy', 'numba', 'scipy', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
