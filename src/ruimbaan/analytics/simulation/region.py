# SPDX-License-Identifier: EUPL-1.2
"""One run: a region day after day, with the people of the model and all others at the same desks.

Whatever is drawn has a stream of its own, named by seed, run and what it is for. So the same people
come on the same days whatever is changed, and a difference is of the change and not of chance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

from simpy import Environment

from ruimbaan.analytics.simulation.desk import Desk
from ruimbaan.analytics.simulation.model import Model, Station
from ruimbaan.analytics.simulation.walking import Person
from ruimbaan.core.insight.what_if import Change

MARKS = tuple(range(28, 365, 28))  # days after coming at which is looked what was reached


@dataclass(frozen=True, slots=True)
class Waited:
    """Of people of the model who began here: how many, and how many days they waited on average."""

    began: int
    days: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """`reached`: at each mark the share of all goals of who were followed. `again`: things they had
    to ask for anew, because something ran out."""

    people: int
    goals: int
    reached: tuple[float, ...]
    again: int
    waits: Mapping[str, Waited]


def live(model: Model, run: int, change: Change) -> Outcome:
    """The region for the run-in and all years, with this change."""
    region = _Region(model, run, change)
    region.open()
    region.env.run(until=region.end)
    return region.outcome()


class _Region:
    def __init__(self, model: Model, run: int, change: Change) -> None:
        self.model, self.run, self.change = model, run, change
        self.env = Environment()
        self.first = float(model.plan.run_in)
        self.end = self.first + model.plan.days
        self.desks = {one.service: Desk(self.env, one.places) for one in model.stations}
        self.people: list[Person] = []
        self.began_at = {one.service: 0 for one in model.stations}
        self.waited = {one.service: 0.0 for one in model.stations}

    def stream(self, what: str) -> Random:
        return Random(f"{self.model.plan.seed}/{self.run}/{what}")  # noqa: S311 - no secret

    def open(self) -> None:
        for station in self.model.stations:
            self.as_today(station)
            others = self.stream(f"others {station.service}")
            self.next_other(station, others)
        for added in self.change.places:
            self.at(self.first + added.from_day, partial(self.add, added.service, added.places))
        coming, who = self.stream("coming"), self.stream("who")
        shares = [self.stream(f"share {number}") for number in range(len(self.change.rules))]
        self.next_person(coming, who, shares)

    def as_today(self, station: Station) -> None:
        """All places are taken, and the line is as long as the wait that is stated."""
        desk, drawn = self.desks[station.service], self.stream(f"today {station.service}")
        desk.fill([drawn.random() * station.length for _ in range(station.places)])
        for _ in range(round(station.stated * station.per_day)):
            desk.ask(partial(float, station.length))

    def next_other(self, station: Station, others: Random, _event: Any = None) -> None:
        """Somebody who is not of the model: as many ask, all together, as leave."""
        if _event is not None and others.random() < station.others(self.env.now):
            self.desks[station.service].ask(partial(float, station.length))
        gap = others.expovariate(station.per_day)
        self.at(self.env.now + gap, partial(self.next_other, station, others))

    def next_person(
        self, coming: Random, who: Random, shares: list[Random], _event: Any = None
    ) -> None:
        if _event is not None:
            self.come(who, shares)
        gap = coming.expovariate(self.model.plan.per_day)
        self.at(self.env.now + gap, partial(self.next_person, coming, who, shares))

    def come(self, who: Random, shares: list[Random]) -> None:
        """Somebody of the model begins today."""
        situation = self.model.who[int(who.random() * len(self.model.who))]
        day = self.env.now // 1
        bends = tuple(
            stream.random() < one.share and day >= self.first + one.from_day
            for stream, one in zip(shares, self.change.rules, strict=True)
        )
        route = self.model.routes[situation, bends]
        person = Person(self.env, route, day - route.plan_from, self.desks, self.began)
        if self.first <= day < self.end - self.model.plan.follow:
            self.people.append(person)
        person.look()

    def began(self, service: str, asked: float, now: float) -> None:
        if now >= self.first:
            self.began_at[service] += 1
            self.waited[service] += now - asked

    def add(self, service: str, places: int, _event: Any = None) -> None:
        self.desks[service].add(places)

    def at(self, moment: float, then: Callable[[Any], None]) -> None:
        self.env.timeout(moment - self.env.now).callbacks.append(then)

    def outcome(self) -> Outcome:
        days = [
            None if day is None else day - person.route.plan_from
            for person in self.people
            for day in person.arrivals()
        ]
        goals = len(days)
        return Outcome(
            people=len(self.people),
            goals=goals,
            reached=tuple(
                sum(day is not None and day <= mark for day in days) / max(goals, 1)
                for mark in MARKS
            ),
            again=sum(person.repeats for person in self.people),
            waits={
                service: Waited(count, self.waited[service] / count if count else 0.0)
                for service, count in self.began_at.items()
            },
        )
