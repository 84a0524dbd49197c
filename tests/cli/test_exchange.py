# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan exchange`: from one site to another, and what is refused on the way."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest

from tests.ready_sites import around, demo_in
from tools.paths import ROOT

Done = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Done, Done]:
    """Two sites that do not know each other yet."""
    folders = [tmp_path_factory.mktemp(name) for name in ("one", "other")]
    for folder in folders:
        demo_in(folder)
        rmtree(folder / "exchange")  # a copy of a site has its key
    return _site(folders[0]), _site(folders[1])


def _site(folder: Path) -> Done:
    here = around(folder, RUIMBAAN_DEBUG="1")

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ruimbaan.cli", "exchange", *command],
            cwd=ROOT,
            env=here,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )

    return run


def test_from_one_site_to_another(sites: tuple[Done, Done], tmp_path: Path):
    one, other = sites
    file = tmp_path / "waalstad.json"

    asked = one("export", "--region", "waalstad", "--out", str(file))
    assert asked.returncode == 1  # nobody said yes
    assert not file.exists()
    assert "R28" in asked.stderr

    assert one("export", "--region", "waalstad", "--out", str(file), "--yes").returncode == 0
    stranger = other("import", str(file))
    assert stranger.returncode == 2
    assert stranger.stderr.startswith("RB-EXC-003")

    key = one("key").stdout.strip()
    assert other("trust", "Waalstad", key).returncode == 0
    told = json.loads(other("check", str(file), "--json").stdout)
    assert told["signer"] == "Waalstad"
    assert {item["kind"] for item in told["contents"]} >= {"rule_changes", "agreements", "blocks"}
    taken = other("import", str(file), "--language", "en")
    assert taken.returncode == 0, taken.stderr
    assert "signed by Waalstad" in taken.stdout

    file.write_text(file.read_text("utf-8").replace("gesprek", "verhoor"), "utf-8")
    changed = other("import", str(file))
    assert changed.returncode == 2
    assert changed.stderr.startswith("RB-EXC-002")


def test_our_own_file_and_a_wrong_key_are_said(sites: tuple[Done, Done], tmp_path: Path):
    one, _other = sites
    file = tmp_path / "waalstad.json"
    one("export", "--region", "waalstad", "--out", str(file), "--yes")

    assert one("import", str(file)).stderr.startswith("RB-EXC-007")
    assert one("trust", "Iemand", "geen-sleutel").stderr.startswith("RB-EXC-009")
