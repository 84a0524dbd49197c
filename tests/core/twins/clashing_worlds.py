# SPDX-License-Identifier: EUPL-1.2
"""Tiny random worlds in which steps get in each other's way."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from random import Random

from ruimbaan.core.directory.service import (
    Anchor,
    AnyOf,
    Burden,
    Condition,
    Exclusion,
    Gift,
    Loss,
    Need,
    Opening,
    Service,
    Wait,
)
from ruimbaan.core.journey.situation import Goal, Situation, Window
from ruimbaan.core.kernel.days import Span
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import Helper, World, receiving
from ruimbaan.core.rules.fact import Fact, FactKind
from ruimbaan.core.rules.rule import Flexibility, LadderStep, Rule, RuleClass
from tests.core.twins.worlds import AS_OF


def clashing_case(rng: Random, *, slots: int = 9) -> tuple[World, Situation]:
    """Two to four services, open on so many days all together, and up to two rules."""
    maker = _Maker(rng)
    case = maker.case()
    while _slots(case[0]) > slots:
        case = maker.case()
    return case


def _slots(world: World) -> int:
    """On how many days one can apply, all services together, with every opening as it is."""
    return sum(
        len(open_days(world, service, frozenset())) * (1 + (service.wait.shorten_to is not None))
        for service in world.services.values()
    )


class _Maker:
    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def case(self) -> tuple[World, Situation]:
        self.horizon = self.rng.randint(5, 16)
        self.rules = [f"r{number}" for number in range(self.rng.choice((0, 1, 1, 2)))]
        self.names = [f"s{number}" for number in range(self.rng.choice((2, 2, 3, 4)))]
        services = [self.service(at) for at in range(len(self.names))]
        self.wanted = self.contest(services) if self.chance(0.6) else []
        kept = self.rng.randint(1, 3) if self.chance(0.25) else None
        facts = [Fact(name, Text(name), kind=FactKind.MADE) for name in ("a", "b", "c")]
        facts[0] = replace(facts[0], maintained_within=kept)
        facts += [Fact(name, Text(name)) for name in ("p", "q", "h")]
        world = World(
            region="botsend",
            as_of=AS_OF,
            span=Span(horizon=self.horizon, history=2),
            facts={fact.id: fact for fact in facts},
            rules={name: self.rule(name) for name in self.rules},
            services={service.id: service for service in services},
            helpers=(Helper("h", (self.condition(("a", "p", "q")),)),),
        )
        return world, self.situation()

    def rule(self, name: str) -> Rule:
        begins = AS_OF + timedelta(self.rng.randint(0, 4)) if self.chance(0.15) else None
        flexible = Flexibility.SHORTEN if self.chance(0.2) else Flexibility.WAIVE
        asks, step = self.rng.choice((0, 1, 3, 3)), self.rng.choice(tuple(LadderStep)[:4])
        return Rule(
            name, Text(name), RuleClass.PROCEDURE, flexible, asks, step=step, valid_from=begins
        )

    def some_rule(self, probability: float) -> str | None:
        return self.rng.choice(self.rules) if self.rules and self.chance(probability) else None

    def condition(self, among: Collection[str]) -> Condition:
        fact, window = self.rng.choice(tuple(among)), self.rng.random()
        return Condition(
            fact,
            self.some_rule(0.3),
            within=self.rng.randint(1, 3) if window < 0.15 else None,
            for_at_least=self.rng.randint(1, 2) if window > 0.85 else None,
            holds=fact not in "pq" or self.chance(0.85),
        )

    def need(self, at: int) -> Need:
        pool = ["p", "p", "q", "h", *("abc"[:at] * 2), *map(receiving, self.names[:at])]
        if self.chance(0.15):
            return AnyOf((self.condition(pool), self.condition(pool)))
        anchor = Anchor.START if self.chance(0.3) else Anchor.APPLICATION
        return replace(self.condition(pool), at=anchor)

    def service(self, at: int) -> Service:
        days = self.rng.choice((0, 0, 1, 2, 4))
        rule = self.some_rule(0.4)
        others = [name for name in self.names if name != self.names[at]]
        return Service(
            self.names[at],
            Text(self.names[at]),
            needs=tuple(self.need(at) for _ in range(self.rng.choice((0, 1, 1, 2)))),
            wait=Wait(days, rule, self.rng.randint(0, days) if rule and days else None),
            lasts=self.rng.choice((0, 1, 2, 4, 6)),
            gives=self.gifts("abc"[at % 3]),
            takes=self.losses() if self.chance(0.55) else (),
            excludes=self.exclusions(others) if self.chance(0.35) else (),
            burden=Burden(self.rng.choice((0, 0, 1)), self.rng.choice((0, 1, 1, 2))),
            opens=self.opening(),
            is_support=self.chance(0.5),
        )

    def contest(self, services: list[Service]) -> list[str]:
        """Both are wanted, and what one needs is what the other takes for a while."""
        taker, user = self.rng.sample(range(len(services)), 2)
        lost = Loss("p", self.some_rule(0.3), after=self.rng.choice((0, 0, 1)))
        back = self.rng.choice((None, None, 1, 2))
        needed = Condition("p", for_at_least=back, at=self.rng.choice(tuple(Anchor)))
        services[taker] = replace(
            services[taker],
            needs=(),
            lasts=self.rng.choice((2, 3, 4, 6)),
            takes=(lost,),
            gives=(Gift("abc"[taker % 3]),),
        )
        services[user] = replace(services[user], needs=(needed, *services[user].needs[:1]))
        return ["abc"[taker % 3], "abc"[user % 3]]

    def gifts(self, fact: str) -> tuple[Gift, ...]:
        kind = self.rng.random()
        if kind < 0.25:
            return (Gift(fact, while_receiving=True),)
        if kind < 0.5:
            valid = self.rng.randint(1, 4)
            rule = self.some_rule(0.5)
            return (Gift(fact, valid, valid + 3 if rule else None, rule=rule),)
        return (Gift(fact),)

    def losses(self) -> tuple[Loss, ...]:
        count = self.rng.choice((1, 1, 2))
        return tuple(
            Loss(self.rng.choice("ppqabch"), self.some_rule(0.5), self.rng.choice((0, 0, 1, 2)))
            for _ in range(count)
        )

    def exclusions(self, others: list[str]) -> tuple[Exclusion, ...]:
        return (Exclusion(self.rng.choice(others), self.some_rule(0.5)),)

    def opening(self) -> Opening:
        return Opening(every=self.rng.randint(1, 9), first=self.rng.randint(0, 5))

    def situation(self) -> Situation:
        facts = [Window(name) for name in "pq" if self.wanted or self.chance(0.75)]
        if self.chance(0.3):
            first = self.rng.randint(-2, 5)
            name = self.rng.choice(("p", "q", receiving(self.rng.choice(self.names))))
            facts.append(Window(name, first, first + self.rng.randint(1, 6)))
        goals = self.rng.sample("abc", self.rng.choice((1, 2, 2)))
        goals = list(dict.fromkeys(self.wanted)) or goals
        if self.chance(0.1):
            goals = [*goals, "h"]
        return Situation(
            "iemand",
            facts=tuple(facts),
            goals=tuple(
                Goal(name, self.rng.randint(0, 6), self.rng.choice((1, 1, 2))) for name in goals
            ),
            most_appointments=self.rng.choice((None, None, 0, 1, 1, 2, 3)),
        )


def open_days(world: World, service: Service, bent: frozenset[str]) -> list[int]:
    days = range(world.span.horizon)
    opens = service.opens
    if opens is None or opens.every is None:
        return list(days)
    binding = opens.rule is not None and opens.rule not in bent
    if opens.rule is None or binding:
        return [
            day
            for day in days
            if (day >= opens.first and (day - opens.first) % opens.every == 0)
            or (opens.rule and not binds(world, opens.rule, day))
        ]
    return list(days)


def binds(world: World, rule: str | None, day: int) -> bool:
    begins = world.rules[rule].valid_from if rule else None
    return begins is None or (begins - world.as_of).days <= day
