# SPDX-License-Identifier: EUPL-1.2
"""Core tests run with pytest, hypothesis and the standard library alone."""

from __future__ import annotations

from hypothesis import settings

# A machine that is busy with something else must not fail a test, and what passed passes again.
settings.register_profile("core", deadline=None, derandomize=True, database=None)
settings.load_profile("core")
