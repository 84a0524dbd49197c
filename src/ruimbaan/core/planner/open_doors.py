# SPDX-License-Identifier: EUPL-1.2
"""Where one can walk in: support without a decision or a long wait, for who has no plan yet."""

from __future__ import annotations

from dataclasses import dataclass

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Switches
from ruimbaan.core.planner.schedule import Schedule, solve_once
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import LadderStep

SOON = 14  # days
ONLY_KNOWING = (LadderStep.OTHER_GATE,)  # knowing that it exists is all that this takes


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """A service one can begin on `day` with what one has now."""

    service: str
    day: int


def open_doors(world: World, situation: Situation, *, within: int = SOON) -> tuple[OpenDoor, ...]:
    """The kinds of support (not the paper steps between them) that start within so many days
    when somebody tells that they are there; the soonest first."""
    problem = lay_out(world, situation)
    told = problem.bend(
        rule.id for rule in world.rules.values() if rule.step in ONLY_KNOWING and rule.may_bend
    )
    switches = problem.all_services | told
    schedule = Schedule(problem, solve_once(problem, switches))
    found = []
    for service in world.services.values():
        if service.type is not None:
            day = _first_start(schedule, switches, service.id)
            if day is not None and day <= within:
                found.append(OpenDoor(service.id, day))
    return tuple(sorted(found, key=lambda door: (door.day, door.service)))


def _first_start(schedule: Schedule, switches: Switches, service: str) -> int | None:
    """The first day of this service for who gets no other."""
    problem = schedule.problem
    alone = schedule.solve(switches, dict.fromkeys(problem.doors[service], problem.span.every_day))
    days = [
        day + problem.ways[number].wait
        for number in problem.ways_of_service[service]
        if (day := problem.span.first_from(alone.applied[number], 0)) is not None
    ]
    return min(days, default=None)
