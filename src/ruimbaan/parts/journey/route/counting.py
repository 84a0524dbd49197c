# SPDX-License-Identifier: EUPL-1.2
"""What of a kept route counts for the region, of who said yes to that. A route may come from elsewhere,
so of its words only those are taken that the Kaart of its region knows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from ruimbaan.core.directory.life_domains import LIFE_DOMAINS
from ruimbaan.core.insight.contributed import reached
from ruimbaan.core.insight.courses import UNKNOWN
from ruimbaan.core.journey.kept_route import Event, EventKind, KeptGoal, KeptRoute, KeptStep
from ruimbaan.parts.contributing.services import Step, counts, note
from ruimbaan.parts.directory.queries import Region, list_regions

SAID: Mapping[EventKind, Step] = {
    EventKind.ASKED: Step.ASKED,
    EventKind.BEGAN: Step.BEGAN,
    EventKind.DONE: Step.ENDED,
}
"""Moved, not possible and taken back are not counted."""


def count_plan(journey: UUID, route: KeptRoute, today: date) -> None:
    """Each goal to which a way was kept."""
    if not counts(journey):
        return
    region = list_regions().get(route.region)
    for goal in route.goals:
        note(journey, Step.PLANNED, _kind_of_goal(region, route, goal), today)


def count_said(journey: UUID, route: KeptRoute, event: Event) -> None:
    """What happened with a step, and the goals that it brought."""
    if event.kind not in SAID or not counts(journey):
        return
    region, step = list_regions().get(route.region), route.step(event.step)
    note(journey, SAID[event.kind], _kind_of_step(region, step), event.on)
    if event.kind is EventKind.DONE:
        for goal in route.goals_of(step):
            came = reached(goal.arrives or goal.needed_by, event.on)
            note(journey, came, _kind_of_goal(region, route, goal), event.on)


def _kind_of_step(region: Region | None, step: KeptStep) -> str:
    service = region.world.services.get(step.service) if region else None
    return str(service.type or "") if service else ""


def _kind_of_goal(region: Region | None, route: KeptRoute, goal: KeptGoal) -> str:
    """The domain of life of the last support that brings it."""
    for step in reversed(route.steps):
        service = region.world.services.get(step.service) if region else None
        if goal.id in step.goals and service and service.domain in LIFE_DOMAINS:
            return service.domain
    return UNKNOWN
