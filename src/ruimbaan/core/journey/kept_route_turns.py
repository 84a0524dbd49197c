# SPDX-License-Identifier: EUPL-1.2
"""The same service more than once on a route: which time it is, of how many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from ruimbaan.core.journey.kept_route import KeptRoute, KeptStep
from ruimbaan.core.journey.kept_route_progress import progress_of


@dataclass(frozen=True, slots=True)
class Turn:
    """Counted from 1."""

    number: int
    of: int


def turns(route: KeptRoute) -> Mapping[UUID, Turn]:
    """By step, in the order in which they begin; only of what comes more than once. What did not
    work out was no turn."""
    same: dict[tuple[str, str], list[KeptStep]] = defaultdict(list)
    for step in route.steps:
        if step.service and progress_of(route, step).stopped is None:
            same[step.service, step.who].append(step)
    found = {}
    for steps in same.values():
        steps.sort(key=lambda step: (step.start, str(step.id)))
        for number, step in enumerate(steps, 1):
            if len(steps) > 1:
                found[step.id] = Turn(number, len(steps))
    return found
