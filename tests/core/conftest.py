# SPDX-License-Identifier: EUPL-1.2
"""Core tests run with pytest, hypothesis and the standard library alone."""

from __future__ import annotations

from hypothesis import settings

# A machine that is busy with something else must not fail a test.
settings.register_profile("core", deadline=None)
settings.load_profile("core")
