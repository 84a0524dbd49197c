# SPDX-License-Identifier: EUPL-1.2
"""After a no: the same route planned again without whoever said no, from where the person is now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ruimbaan.core.journey.kept_route import Event, EventKind, KeptRoute, KeptStep
from ruimbaan.core.journey.kept_route_progress import after, possible, progress_of
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.journey.presentation.saying import in_words
from ruimbaan.parts.journey.route.handing_over import step_of
from ruimbaan.parts.journey.route.planning import answers_under, planned_again, since_when
from ruimbaan.parts.journey.route.presentation.different import wishes_and_steps
from ruimbaan.parts.journey.route.presentation.line import around
from ruimbaan.parts.journey.route.store import (
    Stored,
    keep_days,
    keep_route,
    own_side_of,
    route_of,
)
from ruimbaan.parts.routes.services import payer_name
from ruimbaan.parts.trust.walls import Opening

Refused = Iterable[tuple[UUID | None, UUID | None]]  # the step and the wish of each question


@dataclass(frozen=True, slots=True)
class OtherStep:
    """A step that the new way has and the old one had not."""

    id: UUID
    what: str
    who: str
    pays: str
    when: str


@dataclass(frozen=True, slots=True)
class OtherWay:
    """`told`: what is different for the wishes, in days; `leads`: to the wish it is about there is
    a way."""

    told: tuple[str, ...]
    steps: tuple[OtherStep, ...]
    leads: bool
    version: int


def other_way(opening: Opening, refused: Refused, today: date) -> OtherWay | None:
    """None when there is nothing to plan with: no route, no answers under it, or none of its steps
    is what was refused. Plans once; some tenths of a second."""
    planned = _planned(opening, tuple(refused), today)
    if planned is None:
        return None
    stored, old, new, goals = planned
    told, _steps = wishes_and_steps(old, new, today)
    arrives = {goal.id: goal.arrives for goal in new.goals}
    return OtherWay(
        told=told,
        steps=tuple(_told(new, step, today) for step in _fresh(old, new)),
        leads=all(arrives.get(goal) is not None for goal in goals),
        version=stored.version,
    )


def take_other_way(
    opening: Opening, refused: Refused, version: int, now: datetime, today: date
) -> UUID | None:
    """Keeps that way, and says which step of it comes first; None when it has no new step, or
    nothing to plan with. Raises ChangedMeanwhile."""
    planned = _planned(opening, tuple(refused), today)
    if planned is None:
        return None
    stored, old, new, _goals = planned
    since = since_when(own_side_of(opening), stored.route)
    keep_route(opening, new, version, now)
    keep_days(opening, since, now)
    return next((step.id for step in _fresh(old, new)), None)


def _planned(
    opening: Opening, refused: tuple[tuple[UUID | None, UUID | None], ...], today: date
) -> tuple[Stored, KeptRoute, KeptRoute, frozenset[UUID]] | None:
    """The route as it is, with what was refused, planned again; and the wishes it is about."""
    stored, side = route_of(opening), own_side_of(opening)
    answers = answers_under(side)
    if stored is None or answers.is_empty:
        return None
    steps = [
        step
        for one in refused
        if (step := step_of(stored.route, *one)) is not None
        and progress_of(stored.route, step).done is None  # what is done needs no other way
    ]
    if not steps:
        return None
    old = stored.route
    for step in steps:
        if EventKind.REFUSED in possible(step, progress_of(old, step)):
            old = after(old, Event(EventKind.REFUSED, step.id, today), today)
    new = planned_again(old, answers, today, since_when(side, stored.route))
    if new is None:
        return None
    asked = {goal for _step, goal in refused} | {goal for step in steps for goal in step.goals}
    return stored, old, new, frozenset(goal.id for goal in old.goals if goal.id in asked)


def _fresh(old: KeptRoute, new: KeptRoute) -> tuple[KeptStep, ...]:
    known = {step.id for step in old.steps}
    return tuple(step for step in new.steps if step.id not in known)


def _told(route: KeptRoute, step: KeptStep, today: date) -> OtherStep:
    region = list_regions().get(route.region)
    service = region.world.services.get(step.service) if region else None
    return OtherStep(
        id=step.id,
        what=in_words(step.what),
        who=step.who,
        pays=payer_name(service) if service else "",
        when=around(step.start, today),
    )
