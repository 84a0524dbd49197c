# SPDX-License-Identifier: EUPL-1.2
"""What every test has around it. The core's tests read this too, where there is no Django."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ruimbaan.project.settings")
os.environ.setdefault("RUIMBAAN_DEMO", "1")
os.environ.setdefault("RUIMBAAN_DEBUG", "1")
os.environ.setdefault("RUIMBAAN_SECRET_KEY", "only-for-the-tests-" + "0123456789abcdef" * 2)
os.environ.setdefault("RUIMBAAN_VAR", str(Path(__file__).parent.parent / "var" / "tests"))
# A key that one run destroyed is not destroyed for the next: each run has a store of its own.
os.environ.setdefault(
    "RUIMBAAN_KEYS", f"sqlite://{tempfile.mkdtemp(prefix='ruimbaan-keys-')}/keys.sqlite3"
)

# A slow machine is no failure: what must be fast is measured in tests/bench.
settings.register_profile("ruimbaan", deadline=None, print_blob=True)
settings.load_profile("ruimbaan")
