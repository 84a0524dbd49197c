# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan agreements remind`: each organisation is told once."""

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

FILL = """
import django
django.setup()
from datetime import timedelta
from django.utils import timezone
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
    new_site(tmp_path, server="")
    here = around(tmp_path, RUIMBAAN_DATA=str(tmp_path / "no-regions"), RUIMBAAN_DEBUG="1")

    def done(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=here, capture_output=True, text=True
        )

    remind = ("-m", "ruimbaan.cli", "agreements", "remind")
    assert done("-c", FILL).returncode == 0
    first, second = done(*remind, "--json"), done(*remind, "--language", "en")

    assert json.loads(first.stdout) == {"looked_at": 1, "agreements": 1, "letters": 2}
    assert second.stdout == "Looked at: 1. Time to look back: 0. Letters posted: 0.\n"
