# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan warm`: what it says when all is well, and when something is missing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from numba.core.caching import FunctionCache
from typer.testing import CliRunner

from ruimbaan.analytics.planning import fixed_point
from ruimbaan.analytics.planning.errors import NowhereToKeep
from ruimbaan.cli.main import app
from ruimbaan.cli.warm import compiler


def test_it_compiles_what_is_asked_of_the_planner_and_says_how_long_that_took():
    result = CliRunner().invoke(app, ["warm", "--json"])

    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["seconds"] > 0
    kept = Path(getattr(fixed_point.solve, "stats").cache_path)  # noqa: B009 - typed as a function
    assert list(kept.glob("fixed_point.solve-*.nbc"))


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
