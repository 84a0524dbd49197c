# SPDX-License-Identifier: EUPL-1.2
"""Commands of `ruimbaan directory` one after another, in a process and a database of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.ready_sites import around, demo_in
from tools.paths import ROOT

STORY = """
import json, sys
from typer.testing import CliRunner
from ruimbaan.cli.main import app

told, pair = [], []
for arguments in json.loads(sys.argv[1]):
    arguments = [argument.format(*pair) for argument in arguments]
    result = CliRunner().invoke(app, ["directory", *arguments])
    if result.exit_code:
        raise SystemExit(result.output)
    told.append(result.stdout)
    if arguments[0] == "duplicates" and "--json" in arguments and not pair:
        pairs = json.loads(result.stdout)["pairs"]
        pair = [side["id"] for side in pairs[0]["services"]]
print(json.dumps(told))
"""


def told_by(folder: Path, *commands: list[str]) -> list[str]:
    """What each command says. {0} and {1} are the ids of the surest double that was told."""
    if not (folder / "var").exists():
        demo_in(folder / "var")
    ran = subprocess.run(
        [sys.executable, "-c", STORY, json.dumps(commands)],
        cwd=ROOT,
        env=around(folder / "var", COLUMNS="200", NO_COLOR="1"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found: list[str] = json.loads(ran.stdout.splitlines()[-1])
    return found
