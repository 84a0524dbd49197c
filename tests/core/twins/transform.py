# SPDX-License-Identifier: EUPL-1.2
"""The same world, told differently: other names and order, or everything twice as slow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from ruimbaan.core.directory.service import (
    AllOf,
    AnyOf,
    Condition,
    Gift,
    Loss,
    Need,
    Opening,
    Service,
    Wait,
)
from ruimbaan.core.journey.situation import Situation, Window
from ruimbaan.core.kernel.days import Span
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.rule import Rule

Item = TypeVar("Item")


class Renaming:
    """New names for all ids, and a new order for everything that has one."""

    def __init__(self, world: World, rng: Random) -> None:
        self.rng = rng
        self.rules = self._names("regel", world.rules)
        services = self._names("dienst", world.services)
        self.services = services
        self.facts = self._names("feit", world.facts)
        self.facts |= {receiving(old): receiving(new) for old, new in services.items()}

    def _names(self, kind: str, ids: Iterable[str]) -> dict[str, str]:
        shuffled = self._shuffled(ids)
        return {old: f"{kind}{number}" for number, old in enumerate(shuffled)}

    def _shuffled(self, items: Iterable[Item]) -> tuple[Item, ...]:
        pool = list(items)
        self.rng.shuffle(pool)
        return tuple(pool)

    def world(self, world: World) -> World:
        rules = [replace(rule, id=self.rules[rule.id]) for rule in world.rules.values()]
        facts = [replace(fact, id=self.facts[fact.id]) for fact in world.facts.values()]
        services = [self._service(service) for service in world.services.values()]
        helpers = [
            replace(h, fact=self.facts[h.fact], means=self._needs(h.means)) for h in world.helpers
        ]
        return replace(
            world,
            rules={rule.id: rule for rule in self._shuffled(rules)},
            facts={fact.id: fact for fact in self._shuffled(facts)},
            services={service.id: service for service in self._shuffled(services)},
            helpers=self._shuffled(helpers),
            region_facts=self._windows(world.region_facts),
        )

    def situation(self, situation: Situation) -> Situation:
        goals = [replace(goal, fact=self.facts[goal.fact]) for goal in situation.goals]
        return replace(
            situation,
            facts=self._windows(situation.facts),
            goals=self._shuffled(goals),
            unknown=tuple(self.facts[fact] for fact in situation.unknown),
        )

    def _windows(self, windows: Iterable[Window]) -> tuple[Window, ...]:
        return self._shuffled(replace(w, fact=self.facts[w.fact]) for w in windows)

    def _rule(self, rule: str | None) -> str | None:
        return None if rule is None else self.rules[rule]

    def _service(self, service: Service) -> Service:
        opens = service.opens
        return replace(
            service,
            id=self.services[service.id],
            needs=self._needs(service.needs),
            wait=replace(service.wait, rule=self._rule(service.wait.rule)),
            gives=self._shuffled(
                replace(g, fact=self.facts[g.fact], rule=self._rule(g.rule)) for g in service.gives
            ),
            takes=self._shuffled(
                replace(t, fact=self.facts[t.fact], rule=self._rule(t.rule)) for t in service.takes
            ),
            opens=None if opens is None else replace(opens, rule=self._rule(opens.rule)),
        )

    def _needs(self, needs: Iterable[Need]) -> tuple[Need, ...]:
        return self._shuffled(map(self._need, needs))

    def _need(self, need: Need) -> Need:
        if isinstance(need, AnyOf):
            return AnyOf(self._needs(need.options))
        if isinstance(need, AllOf):
            return AllOf(self._needs(need.parts))
        return replace(need, fact=self.facts[need.fact], rule=self._rule(need.rule))


def without_small_print(world: World) -> World:
    """What can be doubled to the day: every service has a length, and opens on a grid of days
    that no rule lifts. (One day stays one day: a service without length is received one day,
    and weekdays and days between two applications do not stretch.)"""
    services = {
        name: replace(service, lasts=max(1, service.lasts), opens=_grid(service.opens, world))
        for name, service in world.services.items()
    }
    return replace(world, services=services)


def _grid(opens: Opening | None, world: World) -> Opening:
    if opens is None or opens.every is None:
        return Opening(every=1, first=-world.span.history)
    return replace(opens, rule=None)


def doubled(world: World) -> World:
    """Every time in this world twice as long."""
    return replace(
        world,
        span=Span(horizon=2 * world.span.horizon, history=2 * world.span.history),
        facts={
            name: replace(fact, maintained_within=_twice(fact.maintained_within))
            for name, fact in world.facts.items()
        },
        rules={name: _doubled_rule(rule, world.as_of) for name, rule in world.rules.items()},
        services={name: _doubled_service(service) for name, service in world.services.items()},
        helpers=tuple(replace(h, means=tuple(map(_doubled_need, h.means))) for h in world.helpers),
        region_facts=tuple(map(_doubled_window, world.region_facts)),
    )


def doubled_person(situation: Situation) -> Situation:
    return replace(
        situation,
        facts=tuple(map(_doubled_window, situation.facts)),
        goals=tuple(replace(goal, needed_by=2 * goal.needed_by) for goal in situation.goals),
        plan_from=2 * situation.plan_from,
    )


def doubled_arrivals(arrivals: Mapping[str, int | None]) -> dict[str, int | None]:
    return {fact: _twice(day) for fact, day in arrivals.items()}


def _twice(days: int | None) -> int | None:
    return None if days is None else 2 * days


def _doubled_window(window: Window) -> Window:
    return replace(window, from_day=_twice(window.from_day), until=_twice(window.until))


def _doubled_rule(rule: Rule, as_of: date) -> Rule:
    def later(day: date | None) -> date | None:
        return None if day is None else as_of + timedelta(2 * (day - as_of).days)

    return replace(rule, valid_from=later(rule.valid_from), valid_until=later(rule.valid_until))


def _doubled_need(need: Need) -> Need:
    if isinstance(need, AnyOf):
        return AnyOf(tuple(map(_doubled_need, need.options)))
    if isinstance(need, AllOf):
        return AllOf(tuple(map(_doubled_need, need.parts)))
    return replace(need, within=_twice(need.within), for_at_least=_twice(need.for_at_least))


def _doubled_service(service: Service) -> Service:
    def wait(old: Wait) -> Wait:
        return replace(old, days=_twice(old.days), shorten_to=_twice(old.shorten_to))

    def gift(old: Gift) -> Gift:
        return replace(old, valid=_twice(old.valid), longer=_twice(old.longer))

    def loss(old: Loss) -> Loss:
        return replace(old, after=2 * old.after)

    def opening(old: Opening | None) -> Opening | None:
        return old and replace(old, every=_twice(old.every), first=2 * old.first)

    return replace(
        service,
        needs=tuple(map(_doubled_need, service.needs)),
        wait=wait(service.wait),
        lasts=2 * service.lasts,
        gives=tuple(map(gift, service.gives)),
        takes=tuple(map(loss, service.takes)),
        opens=opening(service.opens),
    )


def easier(condition: Condition, days: int) -> Condition:
    """Look back further, or ask for fewer days."""
    if condition.within is not None:
        return replace(condition, within=condition.within + days)
    if condition.for_at_least is not None and condition.holds:
        return replace(condition, for_at_least=max(0, condition.for_at_least - days))
    return condition
