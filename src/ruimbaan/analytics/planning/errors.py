# SPDX-License-Identifier: EUPL-1.2
"""Why the planner cannot be compiled (RB-PLAN). The site and the planner of the core run without."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NotCompiled(DomainError):
    """What is worked out by compiled code cannot be."""


class CompilerMissing(NotCompiled):
    code = "RB-PLAN-001"
    cause = Text(
        "Om dit snel uit te rekenen ontbreekt: {what}.",
        "Missing, to work this out fast: {what}.",
    )
    advice = Text(
        "Installeer het erbij: pip install 'ruimbaan[analytics]'.",
        "Install it too: pip install 'ruimbaan[analytics]'.",
    )


class NowhereToKeep(NotCompiled):
    code = "RB-PLAN-002"
    cause = Text(
        "Er is geen map om het vertaalde rekenwerk in te bewaren.",
        "There is no folder to keep the compiled arithmetic in.",
    )
    advice = Text(
        "Zet NUMBA_CACHE_DIR op een map waarin je mag schrijven.",
        "Set NUMBA_CACHE_DIR to a folder that you may write in.",
    )
