# SPDX-License-Identifier: EUPL-1.2
"""Examples that say ```console run are run, and answer what the page says they answer.

Lines after `$ ` are commands, with what they print below them; a line `...` stands for any lines.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.markdown import blocks
from tools.paths import ROOT, repository_files, shown

RUNS = "console run"
SECONDS = 60
SURROUNDINGS = {
    "COLUMNS": "100",
    "HOME": os.environ.get("HOME", ""),
    "LANG": "C.UTF-8",
    "NO_COLOR": "1",
    "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    "TERM": "dumb",
}


def examples(page: Path) -> Iterator[tuple[str, str, str]]:
    """Place, command and expected answer, in the order in which a reader meets them."""
    for block in blocks(page.read_text(encoding="utf-8")):
        if block.info == RUNS:
            for part in re.split(r"^\$ ", block.body, flags=re.M)[1:]:
                command, _, answer = part.partition("\n")
                yield f"{shown(page)}:{block.line}", command, answer


PAGES = [page for page in repository_files(".md") if any(examples(page))]


def printed_by(command: str) -> str:
    return subprocess.run(
        ["sh", "-c", command],
        cwd=ROOT,
        env=SURROUNDINGS,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS,
        check=False,
    ).stdout


def matches(expected: str, printed: str) -> bool:
    lines = [line.rstrip() for line in expected.strip().splitlines()]
    pattern = "\n".join("(?:.*\n)*?.*" if line == "..." else re.escape(line) for line in lines)
    tidy = "\n".join(line.rstrip() for line in printed.strip().splitlines())
    return re.fullmatch(pattern, tidy) is not None


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_the_examples_of_a_page_do_what_it_says(page):
    for place, command, answer in examples(page):
        printed = printed_by(command)

        assert matches(answer, printed), f"{place}\n$ {command}\n{printed}"


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        ("a\nb", "a  \nb\n", True),
        ("a\n...\nd", "a\nb\nc\nd", True),
        ("a\n...", "b\nc", False),
        ("a", "a\nb", False),
    ],
)
def test_dots_stand_for_lines_and_nothing_else_is_forgiven(expected, printed, same):
    assert matches(expected, printed) is same
