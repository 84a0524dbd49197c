# SPDX-License-Identifier: EUPL-1.2
"""What one run is made of: the desks of a region, the people who may come, and their plans."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from ruimbaan.analytics.simulation.routes import Route
from ruimbaan.core.insight.what_if import Change, has_line
from ruimbaan.core.planner.world import World

YEAR = 365  # days
Bends = tuple[bool, ...]  # which of the rule changes hold for this person


@dataclass(frozen=True, slots=True)
class Plan:
    """How long is looked and at how many. `people` come in all `years` together, as many in each
    stretch of it; before that comes `run_in` (days) that is not counted. Who comes early enough is
    followed for `follow` days."""

    years: int = 2
    people: int = 600
    runs: int = 50
    seed: int = 1
    run_in: int = YEAR
    follow: int = YEAR

    @property
    def days(self) -> int:
        return self.years * YEAR

    @property
    def per_day(self) -> float:
        return self.people / self.days


@dataclass(frozen=True, slots=True)
class Station:
    """A service with places that are taken for some days: a line. `stated`: the wait (days) that
    the place itself states. `asked`: on which days after they came people of the model ask here when
    nobody waits longer than stated, in order; `share`: the part of all who ask that they then are."""

    service: str
    places: int
    length: int
    stated: int
    asked: tuple[int, ...]
    share: float

    @property
    def per_day(self) -> float:
        """As many as leave."""
        return self.places / self.length

    def others(self, day: float) -> float:
        """The part of all who ask that are not of the model, so many days after its first people."""
        if not self.asked:
            return 1.0
        return max(0.0, 1 - self.share * bisect_right(self.asked, day) / len(self.asked))


@dataclass(frozen=True, slots=True)
class Model:
    """`who` has of each of the people who may come the number of their situation."""

    plan: Plan
    stations: tuple[Station, ...]
    who: tuple[int, ...]
    routes: Mapping[tuple[int, Bends], Route]


def variants(change: Change) -> tuple[Bends, ...]:
    """Which of the rule changes may hold together for one person, none of them first."""
    none = (False,) * len(change.rules)
    every = product((False, True), repeat=len(change.rules))
    return (none, *(one for one in every if one != none))


def bent_by(change: Change, bends: Bends) -> tuple[str, ...]:
    holding = (one for one, holds in zip(change.rules, bends, strict=True) if holds)
    return tuple(dict.fromkeys(rule for one in holding for rule in one.rules))


def stations_of(
    world: World, plan: Plan, routes: Sequence[Route], who: Iterable[int]
) -> tuple[Station, ...]:
    """The lines of a region."""
    often = Counter(who)
    people = sum(often.values())
    found = []
    for service in world.services.values():
        if service.capacity is None or not has_line(service):
            continue
        days: list[int] = []
        for number, count in often.items():
            route = routes[number]
            for task in route.tasks:
                if task.service == service.id:
                    days += [task.day - route.plan_from] * count
        days.sort()
        ours = plan.per_day * len(days) / people if people else 0.0
        total = service.capacity / service.lasts
        found.append(
            Station(
                service=service.id,
                places=service.capacity,
                length=service.lasts,
                stated=service.wait.days or 0,
                asked=tuple(days[:: max(1, len(days) // 200)]),
                share=min(1.0, ours / total),
            )
        )
    return tuple(found)
