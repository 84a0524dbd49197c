# SPDX-License-Identifier: EUPL-1.2
"""One future at a time and one day at a time: what a plan comes to when its waits are these.

Written from `how-sure.md`, on the day-by-day schedule of `naive.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import TypeVar

from ruimbaan.core.directory.service import AllOf, Anchor, AnyOf, Need, Service
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Plan, Step
from ruimbaan.core.planner.world import World, receiving
from tests.core.twins.naive import Schedule

Door = tuple[str, int]
F = TypeVar("F", bound="Future")


def with_spreads(world: World, rng: Random) -> World:
    """The same world, in which most waits are known to differ."""
    services = {}
    for name, service in world.services.items():
        days = service.wait.days
        if days is not None and rng.random() < 0.8:
            wait = replace(service.wait, p50=days, p90=days + rng.randint(0, 8))
            service = replace(service, wait=wait, provider=rng.choice(("", "a", "b")))
        services[name] = service
    return replace(world, services=services)


@dataclass
class Future(Schedule):
    """A world in which the ordinary waits are these; a wait that was bent shorter stays."""

    drawn: Mapping[str, int] = field(default_factory=dict)

    def waits(self, service: Service) -> list[int]:
        known = super().waits(service)
        if service.id not in self.drawn:
            return known
        return [self.drawn[service.id], *known[1:]]


def everywhere(
    world: World, situation: Situation, bent: Collection[str], drawn: Mapping[str, int]
) -> dict[str, int | None]:
    """Arrivals for who does everything, every day."""
    future = _begin(Future(world, situation, frozenset(bent), world.services, {}, drawn=drawn))
    while future.sweep():
        pass
    return future.arrivals()


@dataclass
class Follower(Future):
    """Does what the plan says, and knows no wait before it is over."""

    steps: tuple[Step, ...] = ()
    waiting: list[tuple[Door, int]] = field(default_factory=list)
    accepted: list[tuple[Door, int, int]] = field(default_factory=list)
    possible: set[str] = field(default_factory=set)

    def follow(self) -> dict[str, int | None]:
        walk_in: dict[str, int] = {}
        self.possible = self.all_possible()
        for step in self.steps:
            door = (step.service, step.wait)
            for day in range(step.apply, step.apply + step.times):
                if step.wait or self.is_drawn(door):
                    self.waiting.append((door, day))
                else:
                    walk_in[step.service] = min(day, walk_in.get(step.service, day))
        for day in self.days:
            before = None
            while before != (before := self.all_that_is_so()):
                self.settle()
                self.one_round(day, walk_in)
            refused = [item for item in self.accepted if item[2] == day]
            self.accepted = [item for item in self.accepted if item[2] != day]
            self.waiting += [(door, day + 1) for door, _, _ in refused]
        return self.arrivals()

    def all_that_is_so(self) -> object:
        return self.size(), sorted(self.waiting), sorted(self.accepted)

    def is_drawn(self, door: Door) -> bool:
        return door[0] in self.drawn and door[1] == self.world.services[door[0]].wait.days

    def settle(self) -> None:
        """What follows from what is so, on all days."""
        before = -1
        while before != (before := self.size()):
            for day in self.days:
                for helper in self.world.helpers:
                    if self.meets(helper.means, day, 0):
                        self.held[helper.fact].add(day)
                for fact in self.world.facts.values():
                    gap = fact.maintained_within
                    if gap is not None and self.is_kept(fact.id, gap, day):
                        self.held[fact.id].add(day)

    def one_round(self, day: int, walk_in: Mapping[str, int]) -> None:
        for name, first in walk_in.items():
            service = self.world.services[name]
            if day >= first and self.may_apply(service, day, 0):
                self.apply(service, day, 0)
        for door, applied, start in list(self.accepted):
            service = self.world.services[door[0]]
            if start == day and self.meets(service.needs, applied, start - applied):
                self.accepted.remove((door, applied, start))
                self.apply(service, applied, start - applied)
                self.again(door, start)
        for door, not_before in list(self.waiting):
            if day >= not_before and self.desk(door, day):
                self.waiting.remove((door, not_before))
                start = day + (self.drawn[door[0]] if self.is_drawn(door) else door[1])
                if start in self.days:
                    self.accepted.append((door, day, start))

    def desk(self, door: Door, day: int) -> bool:
        service = self.world.services[door[0]]
        open_today = day >= self.situation.plan_from and self.is_open(service.opens, day)
        return open_today and all(self.met_so_far(need, day) for need in service.needs)

    def met_so_far(self, need: Need, day: int) -> bool:
        if isinstance(need, AnyOf):
            return any(self.met_so_far(option, day) for option in need.options)
        if isinstance(need, AllOf):
            return all(self.met_so_far(part, day) for part in need.parts)
        return self.could(need) if need.at is Anchor.START else self.met(need, day, 0)

    def could(self, need: Need) -> bool:
        """Can this route ever meet it, waits and dates left out?"""
        if isinstance(need, AnyOf):
            return any(self.could(option) for option in need.options)
        if isinstance(need, AllOf):
            return all(self.could(part) for part in need.parts)
        if not need.holds or self.is_dropped(need) or need.fact in self.possible:
            return True
        return need.rule is not None and not all(self.is_in_force(need.rule, d) for d in self.days)

    def all_possible(self) -> set[str]:
        self.possible = {fact for fact, days in self.held.items() if days}
        services = [self.world.services[step.service] for step in self.steps]
        before = -1
        while before != (before := len(self.possible)):
            self.possible |= {h.fact for h in self.world.helpers if all(map(self.could, h.means))}
            for service in services:
                if all(map(self.could, service.needs)):
                    self.possible |= {receiving(service.id), *(g.fact for g in service.gives)}
        return self.possible

    def again(self, door: Door, start: int) -> None:
        service = self.world.services[door[0]]
        over = [max(service.lasts, 1)]
        for gift in service.gives:
            valid = None if gift.while_receiving else self.valid(gift)
            over += [] if valid is None else [service.lasts + valid]
        if not any(other[0] == door for other in (*self.waiting, *self.accepted)):
            self.waiting.append((door, start + max(over)))


def route(
    world: World, situation: Situation, plan: Plan, drawn: Mapping[str, int]
) -> dict[str, int | None]:
    """Arrivals for who follows this plan and nothing else."""
    bent = frozenset(plan.flexed)
    return _begin(
        Follower(world, situation, bent, world.services, {}, drawn=drawn, steps=plan.steps)
    ).follow()


def _begin(future: F) -> F:
    for name in (*future.world.facts, *map(receiving, future.world.services)):
        future.held[name] = set()
    for window in (*future.situation.facts, *future.world.region_facts):
        start = future.days.start if window.from_day is None else window.from_day
        stop = future.days.stop if window.until is None else window.until
        future.add(window.fact, range(start, stop))
    return future
