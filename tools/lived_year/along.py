# SPDX-License-Identifier: EUPL-1.2
"""Who lets steps count for the region, keeps a route, and comes where it leads: through the services
that the pages use."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from django.utils import timezone

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_route import Event, EventKind, KeptGoal, KeptRoute
from ruimbaan.core.journey.kept_route_progress import after
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.contributing.services import agree
from ruimbaan.parts.journey.route.counting import count_plan, count_said
from ruimbaan.parts.journey.route.planning import first_route
from ruimbaan.parts.journey.route.store import keep_route, route_of
from ruimbaan.parts.trust.services import open_file
from ruimbaan.parts.trust.walls import Opening
from tools.lived_year.handing import Person

ANSWERS = {
    "sleep": ("own-home",),
    "address": ("where-i-sleep",),
    "ties": ("lived-here",),
    "money": ("assistance",),
    "age": ("27-plus",),
    "insurance": ("insured",),
    "doctor": ("has-doctor",),
    "debts": ("none",),
    "help-needed": ("daily",),
    "treatment": ("referral",),
    "people": ("family",),
    "children": ("none",),
}


@dataclass(slots=True)
class Routes:
    """A route is planned once for each wish: the map says how it is on one day, and is taken to have
    been so all year. Then it is moved to the day on which somebody keeps it."""

    region: str
    _planned: dict[str, KeptRoute | None] = field(default_factory=dict)

    def to(self, goal: str, day: date) -> KeptRoute | None:
        """None when no way leads there."""
        if goal not in self._planned:
            answers = Answers({**ANSWERS, "region": (self.region,), "goals": (goal,)})
            self._planned[goal] = first_route(answers, "", day)
        route = self._planned[goal]
        return None if route is None else moved(route, day - route.planned)


def moved(route: KeptRoute, by: timedelta) -> KeptRoute:
    """The same route, begun on another day."""
    return replace(
        route,
        planned=route.planned + by,
        goals=tuple(
            replace(one, needed_by=one.needed_by + by, arrives=_by(one.arrives, by))
            for one in route.goals
        ),
        steps=tuple(
            replace(
                one,
                apply=one.apply + by,
                start=one.start + by,
                end=_by(one.end, by),
                latest=_by(one.latest, by),
            )
            for one in route.steps
        ),
        at_risk=(),
    )


def _by(day: date | None, by: timedelta) -> date | None:
    return None if day is None else day + by


def count_along(person: Person, region: str, at: datetime) -> None:
    with _own(person, Part.OWN, at) as opening:
        agree(opening, region, timezone.localdate(at))


def keep(person: Person, route: KeptRoute, at: datetime) -> None:
    with _own(person, Part.ROUTE, at) as opening:
        keep_route(opening, route, 0, at)
    count_plan(person.journey, route, timezone.localdate(at))


def come(person: Person, goal: KeptGoal, at: datetime) -> None:
    """The step that brings this goal is done."""
    today = timezone.localdate(at)
    with _own(person, Part.ROUTE, at) as opening:
        stored = route_of(opening)
        if stored is None:
            return
        step = next(one for one in stored.route.steps if goal.id in one.goals)
        event = Event(EventKind.DONE, step.id, today)
        keep_route(opening, after(stored.route, event, today), stored.version, at)
    count_said(person.journey, stored.route, event)


def _own(person: Person, part: Part, at: datetime) -> AbstractContextManager[Opening]:
    return open_file(
        actor_for(person.account), person.journey, frozenset({part}), action=Action.CHANGE, now=at
    )
