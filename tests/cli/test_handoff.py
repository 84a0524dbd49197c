# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan handoff remind`: what is due is told once, and a goal that nobody answers for ends with 1."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tools.paths import ROOT

SEND = """
import django
django.setup()
from datetime import timedelta
from uuid import uuid4
from django.core.management import call_command
from django.utils import timezone
call_command("migrate", verbosity=0)
from ruimbaan.core.trust.parties import Party, PartyKind, Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.services import ByLink, Composed, Said, send
from ruimbaan.parts.trust.services import acquaint, begin
now = timezone.now()
owner, mo = Account.objects.create_account("wim"), Account.objects.create_account("mo")
place = Organisation.objects.create(name="Buurthuis")
work = MembershipRecord.objects.create(
    account=mo, organisation=place, role=Role.WORKER, starts=now - timedelta(days=9)
)
stays = Party(PartyKind.MEMBERSHIP, work.id)
journey = begin(owner.id, now)
acquaint(journey, stays, now)
composed = Composed(uuid4(), Said("rust", place="De Brug"), ByLink(), stays, stays)
send(actor_for(owner.id), journey, composed, now)
late = timezone.localdate() - timedelta(days=20)
HandoffRecord.objects.update(answer_by=late)
"""
LEAVE = """
import django
django.setup()
from django.utils import timezone
from ruimbaan.parts.accounts.models import MembershipRecord
MembershipRecord.objects.update(ends=timezone.now())
"""


def test_the_command_has_help_with_an_example():
    told = CliRunner().invoke(app, ["handoff", "remind", "--help"])

    assert "Example: ruimbaan handoff remind" in told.stdout


def test_it_tells_once_and_says_when_nobody_answers(tmp_path: Path):
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

    remind = ("-m", "ruimbaan.cli", "handoff", "remind")
    assert done("-c", SEND).returncode == 0
    first, second = done(*remind, "--json"), done(*remind, "--json")
    assert done("-c", LEAVE).returncode == 0
    lost = done(*remind, "--language", "en")

    assert first.returncode == 0, first.stderr
    told = json.loads(first.stdout)["told"]  # with those of the demo's own people
    assert {"ask_again": 1, "silent": 1, "silent_named": 1}.items() <= told.items()
    assert json.loads(second.stdout)["told"] == {}
    assert lost.returncode == 1
    assert "nobody answers for it today" in lost.stdout
