# SPDX-License-Identifier: EUPL-1.2
"""Tests and files that a page names: are they there?"""

from __future__ import annotations

import ast
from functools import cache

from tools.paths import ROOT


@cache
def _tests_of(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def is_there(named: str) -> bool:
    """`path`, or `path::test` with a test of that file."""
    path, _, test = named.partition("::")
    if not path or not (ROOT / path).exists():
        return False
    return not test or (test.startswith("test_") and test in _tests_of(path))


def is_test(named: str) -> bool:
    return named.startswith("tests/")
