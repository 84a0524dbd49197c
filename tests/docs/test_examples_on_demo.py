# SPDX-License-Identifier: EUPL-1.2
"""Examples that say ```console demo are run on the data of a demo, all of a page in one terminal, in the
order in which a reader meets them. Each has to end well; what it prints differs by day."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.docs.markdown import blocks
from tests.docs.test_examples import SURROUNDINGS
from tests.ready_sites import demo_in
from tools.paths import ROOT, repository_files, shown

RUNS = "console demo"
SECONDS = 300


def commands_of(page: Path) -> list[str]:
    return [
        line.removeprefix("$ ")
        for block in blocks(page.read_text(encoding="utf-8"))
        if block.info == RUNS
        for line in block.body.splitlines()
        if line.startswith("$ ")
    ]


PAGES = [page for page in repository_files(".md") if commands_of(page)]


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_the_examples_of_a_page_end_well_on_a_demo(page: Path, tmp_path: Path):
    demo_in(tmp_path / "var")
    here = tmp_path / "here"
    here.mkdir()
    (here / "demo").symlink_to(ROOT / "demo")

    run = subprocess.run(
        ["sh", "-e", "-x", "-c", "\n".join(commands_of(page))],
        cwd=here,
        env={**SURROUNDINGS, "RUIMBAAN_DEMO": "1", "RUIMBAAN_VAR": str(tmp_path / "var")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr
