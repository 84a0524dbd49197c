# SPDX-License-Identifier: EUPL-1.2
"""Every tutorial for users can be followed literally: its steps are read from the page itself and done in
a browser, on a phone, on a demo that nobody touched before.

    TUTORIAL_PICTURES=1 pytest tests/e2e/test_tutorials.py

makes the pictures of the tutorials anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.docs.markdown import blocks
from tests.e2e.conftest import Watched
from tests.e2e.serving import serve
from tests.e2e.tutorial_pictures import WIDTH
from tests.e2e.tutorial_steps import Follower, NotAStep, Shown, steps_of
from tools.paths import ROOT

TUTORIALS = ROOT / "docs" / "tutorials"
DUTCH = "<!-- lang: nl -->"
PAGES = [
    page
    for page in sorted(TUTORIALS.glob("*.md"))
    if page.read_text(encoding="utf-8").startswith(DUTCH)
]
FEWEST_STEPS = 10
DONE_ALREADY = ("make demo", ". .venv/bin/activate")


def commands_of(tutorial: Path) -> list[str]:
    """Everything that somebody types in a terminal, in order."""
    lines = (
        line.removeprefix("$ ")
        for block in blocks(tutorial.read_text(encoding="utf-8"))
        if block.info == "console"
        for line in block.body.splitlines()
        if line.startswith("$ ")
    )
    return [line for line in lines if line not in DONE_ALREADY]


WITH_COMMANDS = [page for page in PAGES if commands_of(page)]


@dataclass(frozen=True, slots=True)
class Demo:
    address: str
    var: Path


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory, neutral_site: str) -> Iterator[Demo]:
    var = tmp_path_factory.mktemp("tutorials")
    with serve(var, neutral_site) as address:
        yield Demo(address, var)


@pytest.mark.parametrize("tutorial", PAGES, ids=lambda page: page.stem)
def test_a_tutorial_can_be_followed_literally(browser: Browser, untouched: Demo, tutorial: Path):
    context = browser.new_context(viewport={"width": WIDTH, "height": 844}, reduced_motion="reduce")
    reader = Watched(context.new_page(), untouched.address).watch()

    done = Follower(reader.page, untouched.address, tutorial).follow()

    assert done >= FEWEST_STEPS
    assert (reader.console, reader.elsewhere) == ([], [])
    context.close()


@pytest.mark.parametrize("tutorial", WITH_COMMANDS, ids=lambda page: page.stem)
def test_the_commands_of_a_tutorial_end_well(untouched: Demo, tutorial: Path, tmp_path: Path):
    """In one terminal, beside the demo that runs; what makes it run was done already."""
    run = subprocess.run(
        ["sh", "-e", "-c", "\n".join(commands_of(tutorial))],
        cwd=tmp_path,
        env={
            "HOME": str(tmp_path),
            "LANG": "C.UTF-8",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "RUIMBAAN_VAR": str(untouched.var),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_a_step_is_read_from_the_line_that_a_reader_reads():
    page = "1. Ga naar `/mijn`. Klik op **Bewaar**.\n\n![Zo](../a.png)\n\n2. Je ziet **Klaar**.\n"

    found = [one.file if isinstance(one, Shown) else one.verb for one in steps_of(page)]

    assert found == ["go", "click", "../a.png", "see"]


def test_a_tutorial_speaks_to_its_reader_in_one_way():
    """`je` to somebody in recovery and who stands near, `u` to who works; a step says it too."""
    said = {page.stem: page.read_text(encoding="utf-8") for page in PAGES}

    with_je = {name for name, text in said.items() if re.search(r"Je ziet (geen )?\*\*", text)}
    with_u = {name for name, text in said.items() if re.search(r"U ziet (geen )?\*\*", text)}

    assert with_je == {"eigen-reis", "naaste"}
    assert with_u == said.keys() - with_je


def test_a_day_is_chosen_as_the_field_takes_it():
    line = "1. Kies bij **Welke dag?** de dag over 90 dagen. Kies bij **Begin** de dag van vandaag."

    chosen = [one for one in steps_of(line) if not isinstance(one, Shown)]

    assert [(one.verb, one.said["days"]) for one in chosen] == [
        ("choose_day", "90"),
        ("choose_day", None),
    ]


@pytest.mark.parametrize(
    "line", ["1. Druk op **Bewaar**.", "1. Klik op **Bewaar** en **Stop**.", "1. Lees dit rustig."]
)
def test_a_line_that_nobody_can_do_fails(line: str):
    with pytest.raises(NotAStep):
        list(steps_of(line))
