# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan regie publish|list`: what comes out, and what does not come out a second time."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ready_sites import around, demo_in
from tools.paths import ROOT

TRACES = """
import django
django.setup()
from datetime import timedelta
from django.utils import timezone
from ruimbaan.core.handoff.receipts import week_of
from ruimbaan.parts.handoff.models import Receipt
monday = week_of(timezone.localdate())
Receipt.objects.bulk_create(
    Receipt(
        region="grachtstad", ask="support", service_type=6 + 3 * (number % 2),
        asked=monday - timedelta(weeks=20 + number % 60),
        ended=monday - timedelta(weeks=20 + number % 60 - number % 5),
        outcome="rejected" if number % 7 == 0 else "met",
        reason="no-place" if number % 7 == 0 else "",
    )
    for number in range({count})
)
"""
Done = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    demo_in(folder)
    return folder


@pytest.fixture(scope="module")
def done(site: Path) -> Done:
    here = around(site, RUIMBAAN_DEBUG="1")

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=here, capture_output=True, text=True
        )

    return run


PUBLISH = ("-m", "ruimbaan.cli", "regie", "publish", "--quick", "--region", "grachtstad")
LIST = ("-m", "ruimbaan.cli", "regie", "list", "--region", "grachtstad")


def test_it_comes_out_once_and_other_data_of_the_same_weeks_does_not(site: Path, done: Done):
    assert done("-c", TRACES.replace("{count}", "400")).returncode == 0
    first = done(*PUBLISH, "--json")
    assert first.returncode == 0, first.stderr
    told = json.loads(first.stdout)
    folder = site / "regie" / "grachtstad"
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert done("-c", TRACES.replace("{count}", "3")).returncode == 0
    again = done(*PUBLISH, "--language", "en")
    listed = json.loads(done(*LIST, "--json").stdout)

    assert [one["name"] for one in told["tables"]] == [
        *("overdracht", "overdracht-weken", "overdracht-reden", "overdracht-kwartaal")
    ]
    # two files a table, beside what the demo brought along of which rule first
    assert len(before.keys() - {"rangorde.json"}) == 8
    assert again.returncode == 2
    assert again.stderr.startswith("RB-DISC-0")
    assert again.stdout == ""
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    assert {one["name"] for one in listed} == {one["name"] for one in told["tables"]}


@pytest.mark.parametrize(
    ("more", "code"),
    [(("--until", "2999-01-01"), "RB-INSIGHT-002"), (("--region", "nergens"), "RB-REG-002")],
)
def test_a_day_to_come_and_a_region_that_is_not_there_are_said(
    done: Done, more: tuple[str, ...], code: str
):
    told = done(*PUBLISH, *more)

    assert told.returncode == 2
    assert told.stderr.startswith(code)


def test_each_command_has_an_example(done: Done):
    for command in (PUBLISH[:4], LIST[:4]):
        assert "Example: ruimbaan regie" in done(*command, "--help").stdout


SAYS_YES = """
import django
django.setup()
from datetime import timedelta
from django.utils import timezone
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.contributing.services import Step, agree, note
from ruimbaan.parts.trust.services import begin, open_file
now = timezone.now()
today = timezone.localdate()
for name in ("mee", "ook", "niet"):
    owner = Account.objects.create_account(name)
    journey = begin(owner.id, now)
    if name != "niet":
        own = frozenset({Part.OWN})
        with open_file(actor_for(owner.id), journey, own, action=Action.CHANGE, now=now) as opening:
            agree(opening, "vestingstad", today)
    note(journey, Step.ASKED, "6", today)
    note(journey, Step.BEGAN, "6", today + timedelta(weeks=2))
"""


def test_what_people_let_count_is_an_event_log_for_its_keeper_only(tmp_path: Path, done: Done):
    out = tmp_path / "stappen.parquet"
    export = ("-m", "ruimbaan.cli", "regie", "export", "--region", "vestingstad", "--out")
    assert done("-c", SAYS_YES).returncode == 0
    written = done(*export, str(out), "--language", "en")
    again = done(*export, str(out))
    flows = done("-m", "ruimbaan.cli", "frictions", "flows", str(out), "--json")

    assert written.returncode == 0, written.stderr
    assert "Written: 4 steps" in written.stdout
    assert "Do not pass this file on" in written.stderr
    assert out.stat().st_mode & 0o077 == 0
    assert (again.returncode, again.stderr[:12]) == (2, "RB-EVENT-019")  # never over another file
    assert flows.returncode == 0, flows.stderr
    assert "asked 6" in flows.stdout
