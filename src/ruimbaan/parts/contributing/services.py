# SPDX-License-Identifier: EUPL-1.2
"""What other parts do with steps that count: saying that one happened, and the end of it all."""

from __future__ import annotations

from ruimbaan.core.insight.contributed import Step
from ruimbaan.parts.contributing.store import (
    agree,
    choice_of,
    counted_in,
    counts,
    forget_old,
    note,
    stop,
    take_away,
)
from ruimbaan.parts.contributing.whole import counted_along

__all__ = [
    "Step",
    "agree",
    "choice_of",
    "counted_along",
    "counted_in",
    "counts",
    "forget_old",
    "note",
    "stop",
    "take_away",
]
