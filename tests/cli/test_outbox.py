# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan outbox`: one round, a worker that stops when it is told to, and what did not leave."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tests.ready_sites import around, demo_in
from tools.paths import ROOT

RUIMBAAN = [sys.executable, "-m", "ruimbaan.cli", "outbox"]
POST = """
import os, django
django.setup()
from django.utils import timezone
from ruimbaan.parts.outbox.services import post
post("test.letter", "sterre@example.org", "Een bericht", "Hallo", key="about:1", at=timezone.now())
"""


def surroundings(folder: Path) -> dict[str, str]:
    """A demo that sends through a mail server that is not there."""
    return around(
        folder,
        RUIMBAAN_DATA=str(folder / "no-regions"),
        RUIMBAAN_DEBUG="1",
        RUIMBAAN_SITE="https://kaart.example.org",
        RUIMBAAN_MAIL="smtp://127.0.0.1:1",
        RUIMBAAN_MAIL_FROM="kaart@example.org",
    )


def test_every_command_has_help_with_an_example():
    for command in ("send", "list"):
        told = CliRunner().invoke(app, ["outbox", command, "--help"])

        assert f"Example: ruimbaan outbox {command}" in told.stdout


def test_what_does_not_leave_is_seen_and_the_worker_stops_when_told(tmp_path: Path):
    demo_in(tmp_path, regions=False)
    here = surroundings(tmp_path)
    subprocess.run([sys.executable, "-c", POST], cwd=ROOT, env=here, check=True)

    def told(*arguments: str) -> str:
        command = [*RUIMBAAN, *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=here, capture_output=True, text=True, check=True
        ).stdout

    one_round = told("send", "--json")
    for_people = told("list", "--language", "en")
    for_programs = told("list", "--json")
    with subprocess.Popen(
        [*RUIMBAAN, "send", "--every", "3600"],
        cwd=ROOT,
        env=here,
        stdout=subprocess.PIPE,
        text=True,
    ) as worker:
        assert worker.stdout is not None
        said = worker.stdout.readline()
        worker.send_signal(signal.SIGTERM)
        ended = worker.wait(timeout=60)

    assert json.loads(one_round) == {"sent": 0, "later": 1, "failed": 0}
    assert ": test.letter, waiting, tried 1 times, ConnectionRefusedError" in for_people
    (letter,) = json.loads(for_programs)
    assert (letter["kind"], letter["key"], letter["state"]) == ("test.letter", "about:1", "waiting")
    assert "sterre" not in for_people + for_programs
    assert (said, ended) == ("Elke 3600 seconden gaan brieven weg. Stop met Ctrl+C.\n", 0)
