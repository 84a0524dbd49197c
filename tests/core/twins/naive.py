# SPDX-License-Identifier: EUPL-1.2
"""The maximal schedule, day by day: whoever applies for everything has everything one can have.

Plain sets of day numbers, swept again and again until a whole sweep adds nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ruimbaan.core.directory.service import (
    AllOf,
    Anchor,
    AnyOf,
    Condition,
    Gift,
    Need,
    Opening,
    Service,
)
from ruimbaan.core.journey.situation import Goal, Situation
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.rule import Flexibility

FOUR_WEEKS = 28  # days
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def wanted_by(goal: Goal, horizon: int) -> int:
    """What is wanted after the last day counts from four weeks before it, or from today."""
    if goal.needed_by < horizon:
        return goal.needed_by
    return horizon - FOUR_WEEKS if horizon > FOUR_WEEKS else 0


@dataclass
class Schedule:
    """On which days each fact holds; `begun`: every service one applies for, with the day and
    the wait."""

    world: World
    situation: Situation
    bent: frozenset[str]
    services: Mapping[str, Service]
    not_before: Mapping[str, int]
    held: dict[str, set[int]] = field(default_factory=dict)
    begun: set[tuple[str, int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.days = range(-self.world.span.history, self.world.span.horizon)

    def applied(self, service: str) -> set[int]:
        """The days on which one applies for this service."""
        return {day for name, day, _ in self.begun if name == service}

    def arrival(self, fact: str) -> int | None:
        return min((day for day in self.held.get(fact, ()) if day >= 0), default=None)

    def arrivals(self) -> dict[str, int | None]:
        return {goal.fact: self.arrival(goal.fact) for goal in self.situation.goals}

    def lateness(self) -> int:
        """Weighted days; an unreached goal arrives on the horizon day."""
        total, horizon = 0, self.world.span.horizon
        for goal in self.situation.goals:
            arrival = self.arrival(goal.fact)
            arrival = horizon if arrival is None else arrival
            total += goal.weight * max(0, arrival - wanted_by(goal, horizon))
        return total

    def uncovered(self) -> int:
        """Days before the last arrival on which no support is received."""
        horizon = self.world.span.horizon
        arrivals = [horizon if day is None else day for day in self.arrivals().values()]
        return sum(not self.supported(day) for day in range(max(arrivals, default=0)))

    def supported(self, day: int) -> bool:
        return any(
            day in self.held[receiving(service.id)]
            for service in self.services.values()
            if service.is_support
        )

    # what a set of bent rules changes

    def waits(self, service: Service) -> list[int]:
        """The waits one can choose from; none at all when nobody knows."""
        wait = service.wait
        found = [] if wait.days is None else [wait.days]
        if (
            wait.rule in self.bent
            and wait.shorten_to is not None
            and (wait.days is None or wait.shorten_to < wait.days)
        ):
            found.append(wait.shorten_to)
        return found

    def valid(self, gift: Gift) -> int | None:
        if gift.rule in self.bent and gift.longer is not None:
            return gift.longer
        return gift.valid

    def is_dropped(self, condition: Condition) -> bool:
        if condition.rule is None or condition.rule not in self.bent:
            return False
        return self.world.rules[condition.rule].flexible is Flexibility.WAIVE

    def is_in_force(self, rule_id: str, day: int) -> bool:
        rule = self.world.rules[rule_id]
        if rule.valid_from and day < (rule.valid_from - self.world.as_of).days:
            return False
        return not (rule.valid_until and day >= (rule.valid_until - self.world.as_of).days)

    def is_open(self, opening: Opening | None, day: int) -> bool:
        if opening is None or (opening.rule is not None and opening.rule in self.bent):
            return True
        if opening.rule is not None and not self.is_in_force(opening.rule, day):
            return True
        if opening.every is not None:
            return day >= opening.first and (day - opening.first) % opening.every == 0
        weekday = WEEKDAYS[(self.world.as_of.weekday() + day) % 7]
        return not opening.weekdays or weekday in opening.weekdays

    # conditions

    def meets(self, needs: Collection[Need], day: int, wait: int) -> bool:
        return all(self.met(need, day, wait) for need in needs)

    def met(self, need: Need, day: int, wait: int) -> bool:
        if isinstance(need, AnyOf):
            return any(self.met(option, day, wait) for option in need.options)
        if isinstance(need, AllOf):
            return all(self.met(part, day, wait) for part in need.parts)
        if self.is_dropped(need):
            return True
        anchor = day + wait if need.at is Anchor.START else day
        if anchor not in self.days:
            return False
        if need.rule is not None and not self.is_in_force(need.rule, anchor):
            return True
        return self.holds(need, anchor)

    def holds(self, condition: Condition, anchor: int) -> bool:
        held = self.held[condition.fact]
        if condition.within is not None:
            window = range(anchor - condition.within, anchor + 1)
            if condition.holds:
                return any(day in held for day in window)
            return any(day not in held for day in window if day in self.days)
        if condition.for_at_least is not None:
            window = range(anchor - condition.for_at_least, anchor + 1)
            if condition.holds:
                return all(day in held for day in window)
            return not any(day in held for day in window if day in self.days)
        return (anchor in held) is condition.holds

    # the sweep

    def apply(self, service: Service, day: int, wait: int) -> None:
        start = day + wait
        end = start + service.lasts
        received = range(start, start + max(service.lasts, 1))
        self.add(receiving(service.id), received)
        for gift in service.gives:
            if gift.while_receiving:
                self.add(gift.fact, received)
                continue
            valid = self.valid(gift)
            until = self.world.span.horizon if valid is None else end + valid
            self.add(gift.fact, range(end, until))

    def add(self, fact: str, days: range) -> None:
        first, last = self.days.start, self.days.stop
        self.held[fact].update(range(max(days.start, first), min(days.stop, last)))

    def sweep(self) -> bool:
        """Go over all days once; True when anything was added."""
        before = self.size()
        for day in self.days:
            for helper in self.world.helpers:
                if day not in self.held[helper.fact] and self.meets(helper.means, day, 0):
                    self.held[helper.fact].add(day)
            for service in self.services.values():
                for wait in self.waits(service):
                    way = (service.id, day, wait)
                    if way not in self.begun and self.may_apply(service, day, wait):
                        self.begun.add(way)
                        self.apply(service, day, wait)
            for fact in self.world.facts.values():
                if fact.maintained_within is not None and self.is_kept(
                    fact.id, fact.maintained_within, day
                ):
                    self.held[fact.id].add(day)
        return self.size() > before

    def may_apply(self, service: Service, day: int, wait: int) -> bool:
        if day < max(self.situation.plan_from, self.not_before.get(service.id, day)):
            return False
        return self.is_open(service.opens, day) and self.meets(service.needs, day, wait)

    def is_kept(self, fact: str, gap: int, day: int) -> bool:
        if day - 1 not in self.held[fact]:
            return False
        return any(self.supported(back) for back in range(day - gap, day + 1))

    def size(self) -> int:
        return sum(map(len, self.held.values())) + len(self.begun)


def schedule(
    world: World,
    situation: Situation,
    bent: Collection[str] = (),
    *,
    services: Collection[str] | None = None,
    not_before: Mapping[str, int] | None = None,
) -> Schedule:
    """The maximal schedule with these rules bent, with only these services, and no application
    for a service before its day in `not_before`."""
    chosen = {
        name: service
        for name, service in world.services.items()
        if services is None or name in services
    }
    result = Schedule(world, situation, frozenset(bent), chosen, not_before or {})
    for fact in world.facts:
        result.held[fact] = set()
    for service in world.services:
        result.held[receiving(service)] = set()
    for window in (*situation.facts, *world.region_facts):
        start = result.days.start if window.from_day is None else window.from_day
        stop = result.days.stop if window.until is None else window.until
        result.add(window.fact, range(start, stop))
    while result.sweep():
        pass
    return result
