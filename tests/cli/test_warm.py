# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan warm`: what it says when all is well, and when something is missing."""

from __future__ import annotations

import importlib
import json
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from numba.core.caching import FunctionCache
from numba.core.dispatcher import Dispatcher
from typer.testing import CliRunner

import ruimbaan.analytics
from ruimbaan.analytics.planning.errors import NowhereToKeep
from ruimbaan.cli.main import app
from ruimbaan.cli.warm import compiler

COMPILED = tuple(f"ruimbaan.analytics.{name}" for name in ("futures", "planning", "population"))


def compiled_functions() -> Iterator[tuple[Path, str]]:
    """Where what each is compiled to is kept, and the name of the file there."""
    for found in pkgutil.walk_packages(ruimbaan.analytics.__path__, "ruimbaan.analytics."):
        if not found.name.startswith(COMPILED):
            continue
        module = importlib.import_module(found.name)
        for one in vars(module).values():
            if isinstance(one, Dispatcher) and one.py_func.__module__ == module.__name__:
                code = one.py_func.__code__
                name = f"{found.name.rpartition('.')[2]}.{code.co_name}-{code.co_firstlineno}"
                yield Path(str(one.stats.cache_path)), name


def is_kept(folder: Path, name: str) -> bool:
    return any(folder.glob(f"{name}.*.nbi"))


def test_it_compiles_what_is_asked_of_the_planner_and_says_how_long_that_took():
    result = CliRunner().invoke(app, ["warm", "--json"])

    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["seconds"] > 0
    functions = list(compiled_functions())
    assert len(functions) > 100
    assert [name for name in functions if not is_kept(*name)] == []


def test_without_the_compiler_it_says_what_to_install():
    code = (
        "import sys; sys.modules['numba'] = None; from ruimbaan.cli.main import app; app(['warm'])"
    )

    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )

    assert result.returncode == 2
    assert result.stderr.splitlines()[-3:] == [
        "RB-PLAN-001",
        "Om dit snel uit te rekenen ontbreekt: numba.",
        "Installeer het erbij: pip install 'ruimbaan[analytics]'.",
    ]


def test_with_nowhere_to_keep_it_says_which_setting_to_use(monkeypatch):
    monkeypatch.setattr(FunctionCache._impl_class, "_locator_classes", [])

    with pytest.raises(NowhereToKeep), compiler():
        FunctionCache(compiler)


def test_another_fault_is_no_missing_folder():
    with pytest.raises(RuntimeError, match="something else"), compiler():
        raise RuntimeError("something else")
