# SPDX-License-Identifier: EUPL-1.2
"""The book is made from the database when there is one: of an earlier version that says what to do."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from tools.paths import ROOT


def test_a_database_of_an_earlier_version_says_so(tmp_path: Path):
    with sqlite3.connect(tmp_path / "ruimbaan.sqlite3") as database:
        database.execute("CREATE TABLE django_migrations (id INTEGER)")
    mine = {key: value for key, value in os.environ.items() if not key.startswith("RUIMBAAN_")}

    done = subprocess.run(
        [sys.executable, "-m", "ruimbaan.cli", "book", "build", "--out", tmp_path / "boek"],
        cwd=ROOT,
        env=mine | {"PYTHONPATH": "src", "RUIMBAAN_VAR": str(tmp_path), "RUIMBAAN_DEMO": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.startswith("RB-CLI-007")
    assert "migrate" in done.stderr
    assert "--database owner" in done.stderr  # without it PostgreSQL refuses
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "boek").exists()
