# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan instruments`: load, list and remove, for people and for programs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.ready_sites import around, demo_in
from tools.paths import ROOT

LIST = """id: weekvragen
name: Weekvragen
holder: Stichting Voorbeeld
licence: Voorbeeldstad mag deze vragen voorleggen.
language: nl
domain: WON
from: 2026-03-03
questions:
  - Had je deze week rust in huis?
answers: [Ja, Nee]
"""


def test_it_loads_lists_refuses_and_removes(tmp_path: Path):
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text(LIST, encoding="utf-8")
    bad.write_text(f"{LIST}score: 3\n", encoding="utf-8")
    demo_in(tmp_path)
    here = around(tmp_path)
    del here["DJANGO_SETTINGS_MODULE"]  # a command says that itself

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ruimbaan.cli", "instruments", *words]
        return subprocess.run(command, cwd=ROOT, env=here, capture_output=True, text=True)

    loaded, refused = run("load", str(good), "--json"), run("load", str(bad))
    shown, gone = run("list", "--language", "en"), run("remove", "weekvragen")

    assert json.loads(loaded.stdout)["until"] is None
    assert refused.returncode != 0
    assert "RB-INSTRUMENT-001" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert "Allowed from 2026-03-03." in shown.stdout
    assert gone.returncode == 0
    assert json.loads(run("list", "--json").stdout) == []
