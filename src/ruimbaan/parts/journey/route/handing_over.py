# SPDX-License-Identifier: EUPL-1.2
"""What a handoff asks of the kept route: the step it comes from, and the step to tick afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ruimbaan.core.journey.kept_route import EventKind, KeptRoute, KeptStep, StepKind, StepUnknown
from ruimbaan.core.journey.kept_route_progress import possible, progress_of
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.journey.route.store import route_of
from ruimbaan.parts.trust.walls import Opening

AFTER_MEETING = (EventKind.BEGAN, EventKind.DONE)


@dataclass(frozen=True, slots=True)
class StepToHandOver:
    """`goal`: the wish that it brings, when it brings one by itself. `service` is its code in the
    world of `region`; empty for a step of one's own."""

    id: UUID
    goal: UUID | None
    what: Text
    who: str
    service: str
    region: str


@dataclass(frozen=True, slots=True)
class StepToTick:
    """What the person can say of it now, as the page of the step takes it."""

    id: UUID
    what: Text
    kinds: tuple[EventKind, ...]
    version: int


def step_to_hand_over(opening: Opening, step: UUID) -> StepToHandOver | None:
    """None without a route, without that step, or when that part is not open."""
    stored = route_of(opening)
    found = _step(stored.route, step) if stored else None
    if stored is None or found is None or found.kind is not StepKind.SERVICE:
        return None
    goal = found.goals[0] if found.goals else None
    return StepToHandOver(found.id, goal, found.what, found.who, found.service, stored.route.region)


def step_with_service(opening: Opening, service: str) -> StepToHandOver | None:
    """The first step of the route with this service that is not over."""
    stored = route_of(opening)
    if stored is None:
        return None
    steps = (step for step in stored.route.steps if step.service == service)
    found = next((one for one in steps if not progress_of(stored.route, one).is_over), None)
    return step_to_hand_over(opening, found.id) if found else None


def step_to_tick(opening: Opening, step: UUID | None, goal: UUID | None) -> StepToTick | None:
    """The step itself, else the one that brings this wish; None when there is nothing to say of it
    any more."""
    stored = route_of(opening)
    found = step_of(stored.route, step, goal) if stored else None
    if stored is None or found is None:
        return None
    can = possible(found, progress_of(stored.route, found))
    kinds = tuple(kind for kind in AFTER_MEETING if kind in can)
    return StepToTick(found.id, found.what, kinds, stored.version) if kinds else None


def step_of(route: KeptRoute, step: UUID | None, goal: UUID | None) -> KeptStep | None:
    """The step itself, else the first one that brings this wish and is not over."""
    if step is not None and (found := _step(route, step)) is not None:
        return found
    brings = (one for one in route.steps if goal is not None and goal in one.goals)
    return next((one for one in brings if not progress_of(route, one).is_over), None)


def _step(route: KeptRoute, step: UUID) -> KeptStep | None:
    try:
        return route.step(step)
    except StepUnknown:
        return None
