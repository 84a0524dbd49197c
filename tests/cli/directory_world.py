# SPDX-License-Identifier: EUPL-1.2
"""Commands of `ruimbaan directory` one after another in a process and a database of their own, with
in between what others do meanwhile: a reader, a mailed link, time that goes by."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.ready_sites import around, demo_in
from tools.paths import ROOT

STORY = """
import json, sys
from typer.testing import CliRunner
from ruimbaan.cli.main import app

told = {}
for name, arguments, meanwhile in json.loads(sys.argv[1]):
    exec(meanwhile)
    result = CliRunner().invoke(app, ["directory", *arguments])
    told[name] = [result.exit_code, result.stdout, result.stderr]
print(json.dumps(told))
"""


@dataclass(frozen=True, slots=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Step:
    """`meanwhile` is Python that runs before the command, when the site is open."""

    name: str
    arguments: tuple[str, ...]
    meanwhile: str = ""


def step(name: str, *arguments: str, meanwhile: str = "") -> Step:
    return Step(name, arguments, meanwhile)


def told(folder: Path, *steps: Step) -> dict[str, Said]:
    """What each step said, by its name."""
    if not (folder / "var").exists():
        demo_in(folder / "var")
    here = around(
        folder / "var",
        RUIMBAAN_SITE="https://kaart.example.org",
        RUIMBAAN_MAIL="smtp://127.0.0.1:1",  # a mail server that is not there
        RUIMBAAN_MAIL_FROM="kaart@example.org",
        COLUMNS="200",
        NO_COLOR="1",
    )
    written = [(one.name, one.arguments, one.meanwhile) for one in steps]
    ran = subprocess.run(
        [sys.executable, "-c", STORY, json.dumps(written)],
        cwd=ROOT,
        env=here,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found: dict[str, list[Any]] = json.loads(ran.stdout.splitlines()[-1])
    return {name: Said(*said) for name, said in found.items()}
