# SPDX-License-Identifier: EUPL-1.2
"""Every line of the page about bad input names a test that is there, and every such test has a line."""

from __future__ import annotations

import ast
import re

from tests.docs.named_tests import is_there
from tools.paths import ROOT

PAGE = ROOT / "docs" / "reference" / "bad-input.md"
NAMED = re.compile(r"`(tests/[^`]+)`")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.endswith("| shown by |")
]
FEWEST = 40  # lines; fewer would mean that this test reads the page wrongly


def named(row: list[str]) -> list[str]:
    return NAMED.findall(row[-1])


def test_every_line_has_an_answer_and_a_test():
    assert len(ROWS) > FEWEST
    assert [row for row in ROWS if len(row) != 3 or not all(row) or not named(row)] == []


def test_every_test_that_is_named_is_there():
    gone = [name for row in ROWS for name in named(row) if not is_there(name)]

    assert gone == []


def test_every_test_of_bad_input_has_its_line():
    told = {name for row in ROWS for name in named(row)}
    tests = {
        f"tests/security/{path.name}::{node.name}"
        for path in (ROOT / "tests" / "security").glob("test_bad_input_*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }

    assert tests - told == set()
