# SPDX-License-Identifier: EUPL-1.2
"""What is asked of a log beside its columns: until which day, which activities play which part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from ruimbaan.analytics.measures.steps import Step

WINDOW = 180  # days
QUIET = 60  # days without a contact: a new episode begins (Washington Circle)
FEWEST = 10  # persons


@dataclass(frozen=True, slots=True)
class Question:
    """`since` is the day from which the log is complete: what began before it counts from then on.

    `window` are days within which coming back is ping-pong; after `quiet` days without an event a
    stay is over; below `fewest` persons nothing is told.
    """

    cut: date | None = None  # the last completion when left out
    since: date | None = None
    steps: Mapping[Step, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    service: tuple[str, ...] = ()
    window: int = WINDOW
    quiet: int = QUIET
    fewest: int = FEWEST
