# SPDX-License-Identifier: EUPL-1.2
"""What every test has around it. The core's tests read this too, where there is no Django."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests.longest_first import longest_first

SELDOM = (50_000, 20, 50)  # as the site does it for its readers, and a little less often

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ruimbaan.project.settings")
os.environ.setdefault("RUIMBAAN_DEMO", "1")
os.environ.setdefault("RUIMBAAN_DEBUG", "1")
os.environ.setdefault("RUIMBAAN_SECRET_KEY", "only-for-the-tests-" + "0123456789abcdef" * 2)
os.environ.setdefault("RUIMBAAN_VAR", str(Path(__file__).parent.parent / "var" / "tests"))
# What one run made or destroyed is not there for the next: each has a folder of its own, which its
# workers share.
if "TESTS_OF_ONE_RUN" not in os.environ:
    os.environ["TESTS_OF_ONE_RUN"] = tempfile.mkdtemp(prefix="ruimbaan-tests-")
    atexit.register(shutil.rmtree, os.environ["TESTS_OF_ONE_RUN"], ignore_errors=True)
os.environ.setdefault("RUIMBAAN_KEYS", f"sqlite://{os.environ['TESTS_OF_ONE_RUN']}/keys.sqlite3")

# A slow machine is no failure: what must be fast is measured in tests/bench.
settings.register_profile("ruimbaan", deadline=None, print_blob=True)
settings.load_profile("ruimbaan")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """After the order was made random."""
    longest_first(items)


def pytest_collection_finish() -> None:
    """What was read to begin with stays until the end: looking through it again and again for what
    may go costs a tenth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
