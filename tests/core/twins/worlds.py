# SPDX-License-Identifier: EUPL-1.2
"""Small random worlds in which every operator of the planner turns up, from a seeded `Random`.

The facts made by services form a rough chain, so that goals are often within reach and often not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from ruimbaan.core.directory.service import (
    AllOf,
    Anchor,
    AnyOf,
    Condition,
    Gift,
    Loss,
    Need,
    Opening,
    Service,
    Wait,
    Weekday,
)
from ruimbaan.core.journey.situation import Goal, Situation, Window
from ruimbaan.core.kernel.days import Span
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import Helper, World, receiving
from ruimbaan.core.rules.fact import Fact, FactKind
from ruimbaan.core.rules.rule import Flexibility, LadderStep, Rule, RuleClass

AS_OF = date(2026, 11, 21)
OWN = ("p0", "p1", "p2")  # only from the person's own situation, so `is: no` is allowed
REGION = "r0"
RUNS_OUT = "v0"
DISCRETION = "d0"
UNANSWERED = "u0"
HELPERS = ("h0", "h1")


def random_case(
    rng: Random, *, rules: int | None = None, losses: bool = False
) -> tuple[World, Situation]:
    """One small world and one person. `rules` fixes how many rules there are; with `losses` some
    services take something away."""
    world, situation = _Maker(rng, rules).make()
    return world if losses else without_losses(world), situation


def without_losses(world: World) -> World:
    services = {name: replace(each, takes=()) for name, each in world.services.items()}
    return replace(world, services=services)


class _Maker:
    def __init__(self, rng: Random, rules: int | None) -> None:
        self.rng = rng
        self.horizon = rng.choice((20, 22, 24, 26, 28, 32, 40))
        self.history = rng.choice((4, 6, 8, 10))
        self.made = [f"m{number}" for number in range(rng.randint(3, 5))]
        self.service_ids = [f"s{number}" for number in range(rng.randint(3, 5))]
        count = rng.choice((2, 3, 3, 4, 4, 5)) if rules is None else rules
        self.rule_ids = [f"rule{number}" for number in range(count)]
        self.relay = self.chance(0.4)

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def make(self) -> tuple[World, Situation]:
        rules = {name: self.rule(name) for name in self.rule_ids}
        services = {name: self.service(at) for at, name in enumerate(self.service_ids)}
        if self.chance(0.25):
            services |= self.pair_without_length(services)
        if self.relay:
            services |= self.gift_that_runs_out(services)
        names = (*self.made, RUNS_OUT, *OWN, REGION, UNANSWERED, *HELPERS)
        facts = [self.fact(name) for name in names]
        facts.append(Fact(DISCRETION, Text(DISCRETION), kind=FactKind.DISCRETION))
        world = World(
            region="random",
            as_of=AS_OF,
            span=Span(horizon=self.horizon, history=self.history),
            facts={fact.id: fact for fact in facts},
            rules=rules,
            services=services,
            helpers=self.helpers(),
            region_facts=(Window(REGION, *self.period()),) if self.chance(0.7) else (),
        )
        return world, self.situation()

    # rules

    def rule(self, name: str) -> Rule:
        flexible = self.rng.choice(
            (Flexibility.WAIVE,) * 6 + (Flexibility.SHORTEN,) * 2 + (Flexibility.NO,)
        )
        rule_class = self.rng.choice(tuple(RuleClass))
        duty, conflict = self.chance(0.1), self.chance(0.1)
        asks = self.rng.choice((0, 1, 1, 2, 3, 3, 5, 8, 8, 8, 16, 16, None))
        if duty or conflict:
            asks = self.rng.choice((0, 0, 2))
        begins, ends = self.period() if self.chance(0.25) else (None, None)
        return Rule(
            name,
            Text(f"Regel {name}"),
            rule_class,
            flexible,
            asks,
            step=self.step(flexible, asks),
            duty=duty,
            conflicts_with="hogere regel" if conflict else "",
            valid_from=None if begins is None else AS_OF + timedelta(begins),
            valid_until=None if ends is None else AS_OF + timedelta(ends),
        )

    def step(self, flexible: Flexibility, asks: int | None) -> LadderStep:
        if flexible is Flexibility.NO or asks is None:
            return LadderStep.CHANGE
        rungs = (LadderStep.START_EARLIER, LadderStep.OTHER_GATE, LadderStep.HOOK, LadderStep.FLEX)
        return self.rng.choice(rungs)

    def some_rule(self, probability: float) -> str | None:
        return (
            self.rng.choice(self.rule_ids) if self.rule_ids and self.chance(probability) else None
        )

    # facts and periods

    def fact(self, name: str) -> Fact:
        made = name in (*self.made, RUNS_OUT)
        kept = self.rng.randint(1, 6) if made and self.chance(0.35) else None
        kind = FactKind.REGION if name == REGION else FactKind.PERSON
        kind = FactKind.MADE if made else kind
        return Fact(name, Text(name), kind=kind, maintained_within=kept)

    def period(self) -> tuple[int | None, int | None]:
        """[from, until), open at either end now and then, often begun in the history."""
        begins = self.rng.randint(-self.history, self.horizon // 2)
        ends = begins + self.rng.randint(2, self.rng.choice((9, self.horizon)))
        return (
            None if self.chance(0.25) else begins,
            None if self.chance(0.4) else ends,
        )

    def helpers(self) -> tuple[Helper, ...]:
        lower = (*self.made, *OWN, REGION)
        first = tuple(self.condition(lower, helper=True) for _ in range(self.rng.randint(1, 2)))
        second: tuple[Need, ...] = (
            AnyOf((Condition(HELPERS[0]), self.condition(lower, helper=True))),
        )
        if self.chance(0.5):
            second = (AllOf(self.two_conditions(lower)),)
        return (Helper(HELPERS[1], second), Helper(HELPERS[0], first))

    # needs

    def two_conditions(self, among: Sequence[str]) -> tuple[Need, ...]:
        return self.condition(among, helper=True), self.condition(among, helper=True)

    def condition(self, among: Sequence[str], *, helper: bool = False) -> Condition:
        fact = self.rng.choice(among)
        window = self.rng.choice((None, None, "within", "for_at_least"))
        length = self.rng.randint(1, 9)
        return Condition(
            fact,
            self.some_rule(0.6),
            within=length if window == "within" else None,
            for_at_least=length if window == "for_at_least" else None,
            at=Anchor.START if not helper and self.chance(0.25) else Anchor.APPLICATION,
            holds=fact not in (*OWN, REGION) or self.chance(0.5),
        )

    def pool(self, at: int) -> list[str]:
        """What service number `at` may ask: mostly what comes earlier in the chain."""
        pool = [*self.made[:at], *self.made[:at], *self.made[:at], *OWN, REGION, UNANSWERED]
        pool += [receiving(name) for name in self.service_ids[:at]] + list(HELPERS)
        if self.chance(0.3):
            pool += self.made[at:] * 2
        return [*pool, DISCRETION] if self.chance(0.4) else pool

    def need(self, at: int, depth: int = 0) -> Need:
        if depth < 2 and self.chance(0.25):
            parts = tuple(self.need(at, depth + 1) for _ in range(self.rng.randint(2, 3)))
            return AnyOf(parts) if self.chance(0.65) else AllOf(parts)
        return self.condition(self.pool(at))

    # services

    def service(self, at: int) -> Service:
        gives = [self.gift(self.made[at % len(self.made)])]
        if self.chance(0.35):
            gives.append(self.gift(self.rng.choice(self.made)))
        count = self.rng.choice((0, 1, 1)) if at == 0 else self.rng.choice((1, 1, 2))
        return Service(
            f"s{at}",
            Text(f"Dienst {at}"),
            needs=tuple(self.need(at) for _ in range(count)),
            wait=self.wait(),
            lasts=self.rng.choice((0, 0, 1, 3, 5, 8)),
            gives=tuple(gives),
            takes=tuple(self.loss() for _ in range(self.rng.choice((0, 0, 0, 1)))),
            opens=self.opening() if self.chance(0.35) else None,
            is_support=self.chance(0.5),
        )

    def wait(self) -> Wait:
        days: int | None = self.rng.choice((0, 0, 1, 3, 6, 10, 14))
        shorten_to = self.rng.randint(0, days or 0) if self.chance(0.5) else None
        if shorten_to is not None and self.chance(0.1):
            shorten_to += 4  # may well be longer, and then it is no gain
        if self.chance(0.04):
            days, shorten_to = None, self.rng.choice((None, 3))
        return Wait(days, self.some_rule(0.7) if shorten_to is not None else None, shorten_to)

    def gift(self, fact: str) -> Gift:
        if self.chance(0.25):
            return Gift(fact, while_receiving=True)
        if self.chance(0.3):
            return Gift(fact)
        valid = self.rng.randint(1, 8)
        rule = self.some_rule(0.75)
        return Gift(fact, valid, valid + self.rng.randint(1, 10) if rule else None, rule=rule)

    def loss(self) -> Loss:
        fact = self.rng.choice((*self.made, *OWN))
        return Loss(fact, self.some_rule(0.6), after=self.rng.choice((0, 0, 1, 3)))

    def opening(self) -> Opening:
        rule = self.some_rule(0.5)
        if self.chance(0.5):
            count = self.rng.randint(1, 3)
            days = self.rng.sample(tuple(Weekday), count)
            return Opening(weekdays=tuple(days), rule=rule)
        return Opening(every=self.rng.randint(2, 12), first=self.rng.randint(0, 10), rule=rule)

    def pair_without_length(self, services: dict[str, Service]) -> dict[str, Service]:
        """Two services that cost no time and each need what the other gives."""
        this, that = self.rng.sample(self.made, 2)
        first, last = self.service_ids[0], self.service_ids[-1]
        rule = self.some_rule(0.6)
        return {
            first: replace(
                services[first],
                needs=(AnyOf((Condition(that, rule), self.condition(OWN))),),
                gives=(Gift(this),),
                wait=Wait(0),
                lasts=0,
            ),
            last: replace(
                services[last],
                needs=(Condition(this),),
                gives=(Gift(that), *services[last].gives),
                wait=Wait(0),
                lasts=0,
            ),
        }

    def gift_that_runs_out(self, services: dict[str, Service]) -> dict[str, Service]:
        """Something to be had for a while, and wanted when something else is there later."""
        name, other = self.rng.sample(self.service_ids, 2)
        gift = Gift(
            RUNS_OUT, self.rng.randint(1, 5), self.rng.randint(6, 16), rule=self.some_rule(1)
        )
        length, many = self.rng.choice((None, 1, 3)), self.chance(0.5)
        wanted = Condition(
            RUNS_OUT, within=None if many else length, for_at_least=length if many else None
        )
        return {
            name: replace(services[name], needs=(Condition("p0"),), gives=(gift,), opens=None),
            other: replace(services[other], needs=(wanted, Condition("p1"))),
        }

    # the person

    def situation(self) -> Situation:
        facts = [Window(fact, *self.period()) for fact in OWN if self.chance(0.65)]
        if self.relay:
            begins = self.rng.randint(0, 4)
            then = begins + self.rng.randint(5, 12)
            facts = [window for window in facts if window.fact == OWN[2]]
            facts += [Window("p0", begins, begins + 3), Window("p1", then, then + 3)]
        if self.chance(0.2):
            facts.append(Window(self.rng.choice(self.made), *self.period()))
        wanted = [*self.made[-3:], receiving(self.service_ids[-1])]
        goals = self.rng.sample(wanted, self.rng.choice((1, 2, 2, 3)))
        return Situation(
            "iemand",
            facts=tuple(facts),
            goals=tuple(
                Goal(fact, self.rng.randint(0, self.horizon // 2), self.rng.choice((1, 1, 2, 3)))
                for fact in goals
            ),
            plan_from=self.rng.choice((0, 0, 0, -3, -self.history, 4)),
            unknown=(UNANSWERED,) if self.chance(0.6) else (),
        )
