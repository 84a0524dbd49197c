# SPDX-License-Identifier: EUPL-1.2
"""Who is there today for each wish of the route, until the person met whoever takes over; and what
said no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.journey.kept_route_no import Refused
from ruimbaan.core.journey.kept_route_progress import progress_of
from ruimbaan.parts.handoff.queries import AllHanded, AtGoal, said_no, who_at_goals
from ruimbaan.parts.journey.presentation.saying import in_words


@dataclass(frozen=True, slots=True)
class Around:
    """What others do for a route: `who` answers today, by wish or step; `refused`: the steps whose
    place said no, with the day of it."""

    who: Mapping[UUID, AtGoal]
    refused: Refused


NO_ONE_AROUND = Around({}, {})


def around_route(found: AllHanded, route: KeptRoute) -> Around:
    """Nobody needs to answer any more for what is reached."""
    done = {step.id for step in route.steps if progress_of(route, step).done}
    reached = {goal for step in route.steps if step.id in done for goal in step.goals}
    goals = [goal.id for goal in route.goals if goal.id not in reached]
    steps = [step.id for step in route.steps if step.id not in done]
    return Around(who_at_goals(found, goals, steps), said_no(found))


def nobody_at(route: KeptRoute, who: Mapping[UUID, AtGoal]) -> tuple[tuple[str, AtGoal], ...]:
    """What falls between two stools today, each with what it is about."""
    about = {goal.id: goal.text for goal in route.goals} | {
        step.id: step.what for step in route.steps
    }
    return tuple((in_words(about[one]), at) for one, at in who.items() if at.nobody)
