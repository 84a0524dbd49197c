# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory boundaries load`, as an administrator types it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ready_sites import around, demo_in

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "demo" / "kaart" / "waalstad.geojson"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("var")
    demo_in(found)
    return found


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = "from ruimbaan.cli.main import app; app()"
    return subprocess.run(
        [sys.executable, "-c", command, "directory", "boundaries", "load", *arguments],
        cwd=ROOT,
        env=around(folder, RUIMBAAN_DEBUG="1"),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_plan_is_loaded_and_counted(folder: Path):
    done = run(folder, str(PLAN), "--region", "waalstad", "--source", "CBS", "--json")

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "region": "waalstad",
        "areas": {"district": 8, "water": 1, "postcode": 16},
    }


def test_what_is_wrong_is_said_with_advice(folder: Path):
    asked = ("--region", "waalstad", "--where", "name=Elders", "--language", "en")

    done = run(folder, str(PLAN), *asked)

    assert done.returncode == 2
    assert done.stderr.startswith("RB-GEO-008")
    assert len(done.stderr.strip().splitlines()) == 3
