# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan agreements remind`: each organisation is told once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tools.paths import ROOT

FILL = """
import django
django.setup()
from datetime import timedelta
from django.core.management import call_command
from django.utils import timezone
call_command("migrate", verbosity=0)
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.discretion.agreeing.models import Agreement
now, today = timezone.now(), timezone.localdate()
agreement = Agreement.objects.create(region="waalstad", made=now)
version = agreement.versions.create(
    number=1, title="t", situation="s", until=today + timedelta(days=90), review=today, made=now
)
for name in ("Hier", "Daar"):
    place = Organisation.objects.create(name=name)
    version.shares.create(organisation=place, does="d", confirmed=today)
    mo = Account.objects.create_account(name, email=f"{name}@example.org")
    MembershipRecord.objects.create(
        account=mo, organisation=place, role=Role.STEWARD, starts=now - timedelta(days=1)
    )
"""


def test_the_command_has_help_with_an_example():
    told = CliRunner().invoke(app, ["agreements", "remind", "--help"])

    assert "Example: ruimbaan agreements remind" in told.stdout


def test_each_organisation_is_told_once(tmp_path: Path):
    mine = {key: value for key, value in os.environ.items() if not key.startswith("RUIMBAAN_")}
    around = mine | {
        "PYTHONPATH": "src",
        "DJANGO_SETTINGS_MODULE": "ruimbaan.project.settings",
        "RUIMBAAN_VAR": str(tmp_path),
        "RUIMBAAN_DATA": str(tmp_path / "no-regions"),
        "RUIMBAAN_DEMO": "1",
        "RUIMBAAN_DEBUG": "1",
    }

    def done(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=around, capture_output=True, text=True
        )

    remind = ("-m", "ruimbaan.cli", "agreements", "remind")
    assert done("-c", FILL).returncode == 0
    first, second = done(*remind, "--json"), done(*remind, "--language", "en")

    assert json.loads(first.stdout) == {"looked_at": 1, "agreements": 1, "letters": 2}
    assert second.stdout == "Looked at: 1. Time to look back: 0. Letters posted: 0.\n"
