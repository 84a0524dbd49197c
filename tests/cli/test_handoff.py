# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan handoff remind|receipts`: what is due is told once, a goal that nobody answers for ends
with 1, and the traces of the system are told raw, with that said."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tests.ready_sites import around, demo_in
from tools.paths import ROOT

SEND = """
import django
django.setup()
from datetime import timedelta
from uuid import uuid4
from django.utils import timezone
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
HandoffRecord.objects.filter(journey=journey).update(answer_by=late)
"""
LEFT_BEHIND = """
import django
django.setup()
from datetime import timedelta
from django.utils import timezone
from ruimbaan.core.handoff.receipts import week_of
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.handoff.models import Receipt
place, monday = Organisation.objects.create(name="De Zaal"), week_of(timezone.localdate())
for weeks in (1, 2):
    asked = monday - timedelta(weeks=weeks)
    Receipt.objects.create(
        receiver=place.id, ask="support", asked=asked, ended=monday, outcome="met"
    )
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


Done = Callable[..., subprocess.CompletedProcess[str]]
REMIND = ("-m", "ruimbaan.cli", "handoff", "remind")
RECEIPTS = ("-m", "ruimbaan.cli", "handoff", "receipts")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """A command on one site that is shared by these tests."""
    folder = tmp_path_factory.mktemp("site")
    demo_in(folder, regions=False)
    here = around(folder, RUIMBAAN_DATA=str(folder / "no-regions"), RUIMBAAN_DEBUG="1")

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=here, capture_output=True, text=True
        )

    return run


def test_it_tells_once_and_says_when_nobody_answers(done: Done):
    done(*REMIND)  # what is due for the demo's own people
    assert done("-c", SEND).returncode == 0
    first, second = done(*REMIND, "--json"), done(*REMIND, "--json")
    assert done("-c", LEAVE).returncode == 0
    lost = done(*REMIND, "--language", "en")

    assert first.returncode == 0, first.stderr
    told = json.loads(first.stdout)["told"]
    assert told == {"ask_again": 1, "silent": 1, "silent_named": 1}
    assert json.loads(second.stdout)["told"] == {}
    assert lost.returncode == 1
    assert "nobody answers for it today" in lost.stdout


def test_what_the_system_leaves_behind_is_told_to_its_keeper_with_a_plain_statement(done: Done):
    assert done("-c", LEFT_BEHIND).returncode == 0

    as_data, in_words = done(*RECEIPTS, "--json"), done(*RECEIPTS, "--weeks", "1")

    told = json.loads(as_data.stdout)
    assert "Publiceer ze niet" in told["statement"]
    week = next(one for one in told["weeks"] if one["receiver_name"] == "De Zaal")
    assert week["outcomes"] == {"met": 2}
    assert (week["sender"], week["median_wait_weeks"]) == (None, 1.5)
    assert not {"id", "person", "journey", "day"} & week.keys()
    assert "(zonder account) naar De Zaal, support: 2, meestal na 1.5 weken." in in_words.stdout
