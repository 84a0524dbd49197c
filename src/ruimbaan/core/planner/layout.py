# SPDX-License-Identifier: EUPL-1.2
"""Lays a world and a situation out as a problem: ways, switches and sets of days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from ruimbaan.core.directory.service import (
    AllOf,
    Anchor,
    Condition,
    Gift,
    Need,
    Opening,
    Service,
    Weekday,
)
from ruimbaan.core.journey.situation import Situation, in_sight
from ruimbaan.core.kernel.days import DaySet, Span
from ruimbaan.core.planner.problem import Door, Effect, Literal, Maintained, Problem, Switches, Way
from ruimbaan.core.planner.world import World, days_in_force, receiving
from ruimbaan.core.rules.rule import Flexibility

WEEK = 7


def lay_out(
    world: World,
    situation: Situation,
    *,
    span: Span | None = None,
    assume_held: frozenset[str] = frozenset(),
    assume_known: frozenset[str] = frozenset(),
    every_receipt: bool = False,
) -> Problem:
    """Lay out the problem. `assume_held` facts hold on all days and services in `assume_known`
    with an unknown wait have none: both only to find out whether missing data matters.
    `every_receipt`: also keep the days of `krijgt.<service>` that nothing asks for."""
    builder = _Builder(world, situation, span or world.span, assume_held, assume_known)
    if every_receipt:
        builder.looked_at = frozenset(builder.index)
    return builder.build()


class _Builder:
    def __init__(
        self,
        world: World,
        situation: Situation,
        span: Span,
        assume_held: frozenset[str],
        assume_known: frozenset[str],
    ) -> None:
        self.world = world
        self.situation = situation
        self.span = span
        self.assume_held = assume_held
        self.assume_known = assume_known
        names = [*world.facts, *(receiving(service) for service in world.services)]
        self.index = {name: number for number, name in enumerate(dict.fromkeys(names))}
        self.rule_switch = {rule: 1 << number for number, rule in enumerate(world.rules)}
        self.conjunctions = {
            service.id: alternatives(service.needs) for service in world.services.values()
        }
        self.known: dict[int, Literal] = {}
        self.looked_at = self.asked_for()
        first = len(self.rule_switch)
        self.service_switch = {
            service: 1 << (first + number) for number, service in enumerate(world.services)
        }

    def build(self) -> Problem:
        ways: list[Way] = []
        for helper in self.world.helpers:
            ways += self.ways_of_helper(helper.fact, helper.means)
        of_service: dict[str, tuple[int, ...]] = {}
        for service in self.world.services.values():
            made = self.ways_of_service(service)
            of_service[service.id] = tuple(range(len(ways), len(ways) + len(made)))
            ways += made
        supports = tuple(
            self.index[receiving(service.id)]
            for service in self.world.services.values()
            if service.is_support
        )
        return Problem(
            world=self.world,
            situation=self.situation,
            span=self.span,
            facts=tuple(self.index),
            index=self.index,
            initial=self.initial(),
            ways=tuple(ways),
            ways_of_service=of_service,
            doors={
                service.id: tuple(Door(service.id, wait) for wait, _ in self.waits(service))
                for service in self.world.services.values()
            },
            maintained=tuple(
                Maintained(self.index[fact.id], fact.maintained_within, supports)
                for fact in self.world.facts.values()
                if fact.maintained_within is not None
            ),
            supports=supports,
            rule_switch=self.rule_switch,
            service_switch=self.service_switch,
            all_services=sum(self.service_switch.values()),
            goals=tuple(
                replace(goal, needed_by=in_sight(goal.needed_by, self.span.horizon))
                for goal in self.situation.goals
            ),
        )

    def initial(self) -> tuple[DaySet, ...]:
        held = [0] * len(self.index)
        for window in (*self.world.region_facts, *self.situation.facts):
            held[self.index[window.fact]] |= self.span.between(window.from_day, window.until)
        for fact in self.assume_held:
            held[self.index[fact]] = self.span.every_day
        return tuple(held)

    def ways_of_helper(self, fact: str, means: tuple[Need, ...]) -> list[Way]:
        one_day = self.given_meanwhile(fact, 1)
        return [
            Way(
                door=None,
                needs_on=0,
                literals=self.literals(conditions),
                wait=0,
                length=0,
                effects=(one_day,),
                open_days=self.span.every_day,
                all_days=self.span.every_day,
                open_switch=0,
            )
            for conditions in alternatives(means)
        ]

    def ways_of_service(self, service: Service) -> list[Way]:
        from_then_on = self.span.from_day(self.situation.plan_from)
        opens = service.opens
        open_days = from_then_on & self.opening(opens)
        effects = self.effects(service)
        return [
            Way(
                door=Door(service.id, wait),
                needs_on=self.service_switch[service.id] | needs_bent,
                literals=self.literals(conditions),
                wait=wait,
                length=service.lasts,
                effects=effects,
                open_days=open_days,
                all_days=from_then_on,
                open_switch=self.switch(opens.rule) if opens else 0,
            )
            for wait, needs_bent in self.waits(service)
            for conditions in self.conjunctions[service.id]
        ]

    def waits(self, service: Service) -> list[tuple[int, Switches]]:
        """The waits one can have, each with the switch it needs."""
        wait, found = service.wait, list[tuple[int, Switches]]()
        if service.id in self.assume_known:
            found.append((0, 0))
        elif wait.days is not None:
            found.append((wait.days, 0))
        if wait.shorten_to is not None and wait.rule is not None:
            shorter = wait.days is None or wait.shorten_to < wait.days
            if shorter and (wait.shorten_to, 0) not in found:
                found.append((wait.shorten_to, self.rule_switch[wait.rule]))
        return found

    def literals(self, conditions: Iterable[Condition]) -> tuple[Literal, ...]:
        return tuple(self.literal(condition) for condition in conditions)

    def literal(self, condition: Condition) -> Literal:
        """One for each condition of the world, however many ways it stands in."""
        known = self.known.get(id(condition))
        if known is None:
            known = self.known[id(condition)] = self.new_literal(condition)
        return known

    def new_literal(self, condition: Condition) -> Literal:
        at_start = condition.at is Anchor.START
        timed = condition.within is not None or condition.for_at_least is not None
        free = self.out_of_force(condition.rule)
        return Literal(
            condition=condition,
            fact=self.index[condition.fact],
            waiver=self.waiver(condition.rule),
            free=free,
            at_start=at_start,
            plain=condition.holds and not timed and not at_start and not free,
        )

    def effects(self, service: Service) -> tuple[Effect, ...]:
        received = max(service.lasts, 1)
        gifts = tuple(self.effect(gift, received) for gift in service.gives)
        own = receiving(service.id)
        if not service.is_support and own not in self.looked_at:
            return gifts
        return (self.given_meanwhile(own, received), *gifts)

    def effect(self, gift: Gift, received: int) -> Effect:
        if gift.while_receiving:
            return self.given_meanwhile(gift.fact, received)
        return Effect(
            fact=self.index[gift.fact],
            at_end=True,
            valid=gift.valid,
            longer=gift.longer,
            longer_switch=self.switch(gift.rule),
        )

    def given_meanwhile(self, fact: str, days: int) -> Effect:
        return Effect(self.index[fact], at_end=False, valid=days, longer=None, longer_switch=0)

    def switch(self, rule: str | None) -> Switches:
        return self.rule_switch[rule] if rule else 0

    def waiver(self, rule: str | None) -> Switches:
        """A rule that may only be shortened keeps its conditions."""
        if rule is None or self.world.rules[rule].flexible is Flexibility.SHORTEN:
            return 0
        return self.rule_switch[rule]

    def out_of_force(self, rule: str | None) -> DaySet:
        if rule is None:
            return 0
        return self.span.every_day ^ days_in_force(self.world, self.span, rule)

    def opening(self, opens: Opening | None) -> DaySet:
        """Days on which the door is open, or on which the rule that closes it is not in force."""
        if opens is None:
            return self.span.every_day
        if opens.every is not None:
            days = self.every(opens.every, opens.first)
        else:
            names, start = tuple(Weekday), self.world.as_of.weekday()
            days = 0
            for day in opens.weekdays:
                until_first = (names.index(day) - start + self.span.history) % WEEK
                days |= self.every(WEEK, until_first - self.span.history)
        return days | self.out_of_force(opens.rule)

    def every(self, step: int, first: int) -> DaySet:
        """The day `first`, and every `step` days after it."""
        times = (self.span.horizon - first + step - 1) // step
        found = ((1 << step * times) - 1) // ((1 << step) - 1) if times > 0 else 0
        begin = first + self.span.history
        return (found << begin if begin >= 0 else found >> -begin) & self.span.every_day

    def asked_for(self) -> frozenset[str]:
        """Facts that some condition or goal asks for."""
        needs = [*self.conjunctions.values()]
        needs += [alternatives(helper.means) for helper in self.world.helpers]
        conditions = {
            condition.fact
            for conjunctions in needs
            for conjunction in conjunctions
            for condition in conjunction
        }
        return frozenset(conditions | {goal.fact for goal in self.situation.goals})


def alternatives(needs: Iterable[Need]) -> list[tuple[Condition, ...]]:
    """All conjunctions that satisfy `needs` (disjunctive normal form)."""
    options = [_options(need) for need in needs]
    return [tuple(c for part in choice for c in part) for choice in product(*options)]


def _options(need: Need) -> list[tuple[Condition, ...]]:
    if isinstance(need, Condition):
        return [(need,)]
    if isinstance(need, AllOf):
        return alternatives(need.parts)
    return [conditions for option in need.options for conditions in _options(option)]
