# SPDX-License-Identifier: EUPL-1.2
"""Who cannot be received at the same time, and how many appointments a week there are: for who
executes a plan day by day. Plain loops, as in `simulate.py`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ruimbaan.core.directory.service import Service
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.execution import Application
from ruimbaan.core.planner.world import World, receiving

WEEK = 7


class Agenda:
    """`days`: the days that are lived. What the person receives already is in it from the start."""

    def __init__(
        self, world: World, situation: Situation, bent: frozenset[str], days: range
    ) -> None:
        self.world, self.bent, self.days = world, bent, days
        self.most = situation.most_appointments
        self.received: dict[str, set[int]] = {name: set() for name in world.services}
        self.appointments: dict[str, dict[int, int]] = {name: {} for name in world.services}
        self.apart: dict[str, list[tuple[str, str | None]]] = {name: [] for name in world.services}
        for service in world.services.values():
            for other in [one for one in service.excludes if one.service in world.services]:
                self.apart[service.id].append((other.service, other.rule))
                self.apart[other.service].append((service.id, other.rule))
        own = {receiving(name): name for name in world.services}
        for window in (*world.region_facts, *situation.facts):
            if window.fact in own:
                service = world.services[own[window.fact]]
                first = days.start if window.from_day is None else window.from_day
                until = days.stop if window.until is None else window.until
                for day in self.lived(first, until):
                    self.received[service.id].add(day)
                    self.write(service.id, day, service.burden.receiving)

    def lived(self, first: int, until: int) -> range:
        return range(max(first, self.days.start), min(until, self.days.stop))

    def write(self, service: str, day: int, number: int) -> None:
        here = self.appointments[service]
        here[day] = max(here.get(day, 0), number)

    def begin(self, service: Service, start: int) -> None:
        self.received[service.id].update(self.lived(start, start + max(service.lasts, 1)))

    def excluded(self, service: Service, start: int) -> bool:
        """Is something received on one of its days that does not go together with it?"""
        for other, rule in self.apart[service.id]:
            if rule is None or rule not in self.bent:
                for day in self.lived(start, start + max(service.lasts, 1)):
                    if day in self.received[other] and self.in_force(rule, day):
                        return True
        return False

    def in_force(self, rule: str | None, day: int) -> bool:
        if rule is None:
            return True
        known, date = self.world.rules[rule], self.world.as_of + timedelta(days=day)
        return (known.valid_from is None or known.valid_from <= date) and (
            known.valid_until is None or date < known.valid_until
        )

    def book(self, service: Service, application: Application) -> bool:
        """Write its appointments down; False, and nothing written, when some week gets too full."""
        before, full = dict(self.appointments[service.id]), self.most
        weeks = range(application.day, application.start + max(service.lasts, 1) + WEEK - 1)
        looked_at = () if full is None else self.lived(weeks.start, weeks.stop)
        were = {day: self.in_week(day) for day in looked_at}
        for day, number in self.asked(service, application):
            self.write(service.id, day, number)
        if full is None or all(
            self.in_week(day) in (number, *range(full + 1)) for day, number in were.items()
        ):
            return True
        self.appointments[service.id] = before
        return False

    def asked(self, service: Service, application: Application) -> Iterator[tuple[int, int]]:
        for day in self.lived(application.day, application.start):
            yield day, service.burden.waiting
        for day in self.lived(application.start, application.start + max(service.lasts, 1)):
            yield day, service.burden.receiving

    def in_week(self, last: int) -> int:
        """Appointments in the seven days up to and including this one. A service counts once."""
        week = range(last - WEEK + 1, last + 1)
        return sum(
            max((here.get(day, 0) for day in week), default=0)
            for here in self.appointments.values()
            if here
        )
