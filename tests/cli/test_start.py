# SPDX-License-Identifier: EUPL-1.2
"""The door of the command line: light, with help everywhere; and starting the site."""

from __future__ import annotations

import ast
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.demo import lead_back_here
from ruimbaan.cli.main import app
from tools.paths import ROOT

HEAVY = ("django", "granian", "jsonschema", "rich", "yaml", "ruimbaan.core.planner")
RUIMBAAN = [sys.executable, "-m", "ruimbaan.cli"]


def surroundings(tmp_path, **variables: str) -> dict[str, str]:
    mine = {key: value for key, value in os.environ.items() if not key.startswith("RUIMBAAN_")}
    mine.pop("DJANGO_SETTINGS_MODULE", None)
    return mine | {"PYTHONPATH": "src", "RUIMBAAN_VAR": str(tmp_path), **variables}


@pytest.fixture
def port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.mark.parametrize(
    "command", [("plan",), ("world", "check"), ("serve",), ("demo",)], ids=" ".join
)
def test_every_command_has_help_with_an_example(command):
    result = CliRunner().invoke(app, [*command, "--help"])

    assert result.exit_code == 0
    assert f"Example: ruimbaan {' '.join(command)}" in result.stdout


def test_help_loads_nothing_heavy():
    code = "; ".join(
        (
            "import sys",
            "from typer.testing import CliRunner",
            "from ruimbaan.cli.main import app",
            "assert 'plan' in CliRunner().invoke(app, ['--help']).stdout",
            f"print([m for m in {HEAVY!r} if m in sys.modules])",
        )
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert loaded.stdout.strip() == "[]"


def test_only_the_command_that_is_asked_for_is_read():
    code = "; ".join(
        (
            "import sys",
            "from typer.testing import CliRunner",
            "from ruimbaan.cli.main import app",
            "assert CliRunner().invoke(app, ['world', '--help']).exit_code == 0",
            "print([m for m in sys.modules if m.startswith('ruimbaan.cli.')])",
        )
    )

    read = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=True,
    )

    found = {name.removeprefix("ruimbaan.cli.") for name in ast.literal_eval(read.stdout)}
    assert found == {"main", "on_demand", "options", "world"}


def test_a_command_that_is_not_there_names_the_one_that_was_meant():
    result = CliRunner().invoke(app, ["plna"])

    assert result.exit_code == 2
    assert "Did you mean 'plan'?" in result.stderr


def test_a_port_that_is_taken(port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()

        result = CliRunner().invoke(app, ["serve", "--port", str(port)])

    assert result.exit_code == 2
    assert result.stderr.startswith("RB-CLI-001")
    assert f"poort {port}" in result.stderr


def test_an_address_that_is_none():
    result = CliRunner().invoke(app, ["serve", "--host", "geen adres", "--language", "en"])

    assert result.exit_code == 2
    assert result.stderr.startswith("RB-CLI-001")
    assert "cannot listen" in result.stderr


def test_unsafe_settings_are_said_before_anything_runs(tmp_path, port):
    run = subprocess.run(
        [*RUIMBAAN, "serve", "--port", str(port)],
        cwd=ROOT,
        env=surroundings(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 2
    assert run.stderr.startswith("RB-CLI-002")
    assert "RUIMBAAN_SECRET_KEY" in run.stderr
    assert "Traceback" not in run.stderr


def answer_of(process: subprocess.Popen[str], port: int) -> tuple[int, str]:
    """The home page, as soon as the site answers; fails when the process ends before."""
    for _ in range(300):
        try:
            with urlopen(f"http://127.0.0.1:{port}/", timeout=30) as page:
                return page.status, page.read().decode()
        except OSError:
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.1)
                break
    raise AssertionError("the site never answered")


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ({}, "http://localhost:8012"),
        ({"RUIMBAAN_SITE": "https://kaart.example.org"}, "https://kaart.example.org"),
        ({"RUIMBAAN_SITE_FILE": "/run/site"}, None),
    ],
)
def test_links_of_the_demo_lead_to_its_own_port(monkeypatch, said, leads):
    for name in ("RUIMBAAN_SITE", "RUIMBAAN_SITE_FILE"):
        monkeypatch.setenv(name, "")  # so that it is put back afterwards
        monkeypatch.delenv(name)
    for name, value in said.items():
        monkeypatch.setenv(name, value)

    lead_back_here(8012)

    assert os.environ.get("RUIMBAAN_SITE") == leads


def test_the_demo_runs_says_that_it_is_one_and_stops(tmp_path, port):
    said = tmp_path / "said.txt"
    with (
        said.open("w") as output,
        subprocess.Popen(
            [*RUIMBAAN, "demo", "--port", str(port)],
            cwd=ROOT,
            env=surroundings(tmp_path),
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process,
    ):
        try:
            status, html = answer_of(process, port)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)

    told = said.read_text(encoding="utf-8")
    assert "Dit is een demo met verzonnen mensen" in told
    assert f"http://127.0.0.1:{port}/" in told
    assert (status, process.returncode) == (200, 0)
    assert 'lang="nl"' in html
    assert (tmp_path / "ruimbaan.sqlite3").exists()
