# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan room remind`: what was agreed for silence happens once, and nothing is said of whom."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tests.ready_sites import around
from tests.site_of_its_own import new_site
from tools.paths import ROOT

ASK = """
import django
django.setup()
from datetime import timedelta
from uuid import uuid4
from django.utils import timezone
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.discretion.asking.wanting import Wanted, ask_as_person
from ruimbaan.parts.trust.services import begin
now, today = timezone.now(), timezone.localdate()
owner = Account.objects.create_account("wim")
journey = begin(owner.id, now)
late = today - timedelta(days=2)
wanted = Wanted(uuid4(), "Rust in de avond", "Anders lukt het niet", today, late, "a@example.org")
ask_as_person(owner.id, journey, wanted, now)
"""


def test_the_command_has_help_with_an_example():
    told = CliRunner().invoke(app, ["room", "remind", "--help"])

    assert "Example: ruimbaan room remind" in told.stdout


def test_it_does_once_what_was_agreed_and_names_nobody(tmp_path: Path):
    new_site(tmp_path, server="")
    here = around(tmp_path, RUIMBAAN_DATA=str(tmp_path / "no-regions"), RUIMBAAN_DEBUG="1")

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=here, capture_output=True, text=True
        )

    asked = run("-c", ASK)
    assert asked.returncode == 0, asked.stderr
    first, second = (run("-m", "ruimbaan.cli", "room", "remind", "--json") for _ in range(2))

    assert json.loads(first.stdout) == {"again": 0, "deputy": 0, "ended": 1, "cleared": 0}
    assert json.loads(second.stdout) == {"again": 0, "deputy": 0, "ended": 0, "cleared": 0}
    for secret in ("wim", "Rust", "example.org"):
        assert secret not in first.stdout + first.stderr
