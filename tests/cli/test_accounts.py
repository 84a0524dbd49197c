# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan accounts begin`: the first administrator comes in with a code, and only the first."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tests.ready_sites import around, demo_in
from tools.paths import ROOT

BEGIN = [sys.executable, "-m", "ruimbaan.cli", "accounts", "begin", "--organisation", "Waalstad"]
NOBODY_ADMINISTERS = """
import ruimbaan.project.wsgi
from django.db.models import F
from ruimbaan.parts.accounts.models import MembershipRecord
MembershipRecord.objects.filter(role="administrator").update(ends=F("starts"))
"""


def test_it_has_help_with_an_example():
    told = CliRunner().invoke(app, ["accounts", "begin", "--help"])

    assert "Example: ruimbaan accounts begin" in told.stdout


def test_only_the_first_administrator_gets_a_code(tmp_path: Path):
    demo_in(tmp_path, regions=False)
    here = around(
        tmp_path,
        RUIMBAAN_DATA=str(tmp_path / "no-regions"),
        RUIMBAAN_DEBUG="1",
        RUIMBAAN_SITE="https://kaart.example.org",
    )

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=ROOT, env=here, capture_output=True, text=True)

    in_a_demo = run(*BEGIN)  # there is one already
    run(sys.executable, "-c", NOBODY_ADMINISTERS).check_returncode()
    first = run(*BEGIN, "--json", "--language", "en")

    assert (in_a_demo.returncode, in_a_demo.stderr[:14]) == (2, "RB-ACCOUNT-012")
    told = json.loads(first.stdout)
    assert told["link"] == f"https://kaart.example.org/en/uitnodiging?sleutel={told['code']}"
