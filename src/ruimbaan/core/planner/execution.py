# SPDX-License-Identifier: EUPL-1.2
"""What goes into living a plan day by day, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Application:
    """`wait`: days until the start, one of those that the service and the bent rules allow."""

    service: str
    day: int
    wait: int

    @property
    def start(self) -> int:
        return self.day + self.wait


@dataclass(frozen=True, slots=True)
class Lost:
    """`fact` was taken on `day` by receiving `service`."""

    fact: str
    service: str
    rule: str | None
    day: int


@dataclass(slots=True)
class Execution:
    """What came of the plan: who was let in, what held on each day, and what was lost."""

    arrivals: dict[str, int | None] = field(default_factory=dict)
    refused: list[Application] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    held: dict[int, set[str]] = field(default_factory=dict)
