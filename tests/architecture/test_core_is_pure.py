# SPDX-License-Identifier: EUPL-1.2
"""The core decides and nothing else: standard library only, no clock, no chance, no outside world."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.paths import SOURCE, shown

CORE = sorted((SOURCE / "core").rglob("*.py"))
OWN = "ruimbaan.core"
OUTSIDE_WORLD = frozenset(
    """
    asyncio ctypes ftplib getpass glob http io locale logging mmap multiprocessing os pathlib
    pickle platform secrets select shelve shutil signal smtplib socket sqlite3 ssl subprocess
    tempfile threading time urllib uuid webbrowser zoneinfo
    """.split()
)
CLOCK = frozenset({"now", "today", "utcnow"})
OUTSIDE_CALLS = frozenset({"breakpoint", "compile", "eval", "exec", "input", "open", "print"})


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            yield from (f"{module}.{name.name}" for name in node.names)


def allowed(name: str) -> bool:
    if name.startswith(f"{OWN}."):
        return True
    top = name.split(".")[0]
    if name.startswith("urllib.parse."):
        return True  # takes an address apart, and goes nowhere
    if top == "random":
        return name == "random.Random"  # chance comes in as a parameter
    if top == "uuid":
        return name == "uuid.UUID"  # the type of an id; who makes one does so outside
    return top in sys.stdlib_module_names and top not in OUTSIDE_WORLD


def outside_calls(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in OUTSIDE_CALLS:
                yield node.func.id
        elif isinstance(node, ast.Attribute) and node.attr in CLOCK:
            yield node.attr


def parsed(path: Path) -> ast.AST:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_core_imports_itself_and_the_standard_library():
    found = [
        f"{shown(p)}: {name}" for p in CORE for name in imports(parsed(p)) if not allowed(name)
    ]

    assert CORE
    assert found == []


def test_core_reads_no_clock_and_no_file():
    assert [f"{shown(path)}: {name}" for path in CORE for name in outside_calls(parsed(path))] == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("import django", "django"),
        ("from yaml import safe_load", "yaml.safe_load"),
        ("from random import random", "random.random"),
        ("from uuid import uuid4", "uuid.uuid4"),
        ("import time", "time"),
        ("from ruimbaan.parts import routes", "ruimbaan.parts.routes"),
    ],
)
def test_this_test_sees_a_forbidden_import(line, fault):
    assert [name for name in imports(ast.parse(line)) if not allowed(name)] == [fault]


@pytest.mark.parametrize(
    "line", ["open('x')", "date.today()", "datetime.now(tz)", "use(date.today)"]
)
def test_this_test_sees_a_way_out(line):
    assert list(outside_calls(ast.parse(line)))
