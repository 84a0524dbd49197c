# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan retention`: what is kept how long, and a trial that removes nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.ready_sites import around, demo_in
from tools.paths import ROOT


def test_it_shows_and_tries(tmp_path: Path):
    demo_in(tmp_path, regions=False)
    here = around(tmp_path, RUIMBAAN_DATA=str(tmp_path / "no-regions"), RUIMBAAN_DEBUG="1")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ruimbaan.cli", "retention", *words]
        return subprocess.run(command, cwd=ROOT, env=here, capture_output=True, text=True)

    shown, tried = run("show", "--language", "en"), run("run", "--json")

    assert "access_log: Who looked, and when." in shown.stdout
    assert "wmo_withdrawn" in shown.stdout
    assert "(to be verified)" in shown.stdout
    assert "(our own choice)" in shown.stdout
    told = json.loads(tried.stdout)
    assert (tried.returncode, told["really"]) == (0, False)
    assert {one["rule"] for one in told["rules"] if one["failed"]} == set()
    assert not (tmp_path / "last_retention").exists()

    assert run("run", "--really").returncode == 0
    assert (tmp_path / "last_retention").exists()  # `ruimbaan check` reads it
