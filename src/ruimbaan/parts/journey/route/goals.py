# SPDX-License-Identifier: EUPL-1.2
"""The wishes of a kept route, for whoever hands one of them over."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.journey.route.store import route_of
from ruimbaan.parts.trust.walls import Opening


@dataclass(frozen=True, slots=True)
class GoalOfRoute:
    """A wish to which the kept route leads, in both languages."""

    id: UUID
    text: Text


def goals_of(opening: Opening) -> tuple[GoalOfRoute, ...]:
    """Of the kept route, in its order; none without a route, or when that part is not open."""
    stored = route_of(opening)
    goals = stored.route.goals if stored else ()
    return tuple(GoalOfRoute(goal.id, goal.text) for goal in goals)
