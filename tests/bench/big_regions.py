# SPDX-License-Identifier: EUPL-1.2
"""Random regions of any size, with everything a world can hold, the same for the same seed.

A region has towns of some forty services each, and one service in six works for the whole region.
What services give lies on ladders of five steps: a service on a step mostly asks what lower steps
of its own town give, now and then what a higher step gives (and then somebody waits for
himself). Nearly each condition, and many waits, validities and openings, come from a rule of
their own, so there are about three rules for each service, of all classes. Four services in ten
have two ways in or more. Nothing here is real: real regions have fewer rules that matter, and
longer ladders.

    region = BigRegion.make(services=200, seed=1)
    region.world, region.person(7)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from ruimbaan.core.directory.service import (
    Anchor,
    AnyOf,
    Condition,
    Gift,
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
from ruimbaan.core.rules.rule import DEFAULT_ASKS, Flexibility, LadderStep, Rule, RuleClass

AS_OF = date(2026, 11, 23)
IN_A_TOWN = 40  # services
FOR_THE_REGION = 1 / 6  # of the services
FOR_THE_TOWN_ONLY = 0.4  # of the services of a town; the others help whoever meets their needs
STEPS = 5
FACTS_ON_A_STEP = 4
EVERYWHERE = "regio"
OWN = tuple(f"eigen{number}" for number in range(8))
CLASSES = (
    *(RuleClass.HABIT,) * 4,
    *(RuleClass.PROCEDURE,) * 6,
    *(RuleClass.CONTRACT,) * 3,
    *(RuleClass.POLICY,) * 4,
    *(RuleClass.ORDINANCE,) * 2,
    RuleClass.LAW,
)
WAITS = (0, 0, 3, 7, 14, 14, 21, 28, 42, 56, 90, 120)  # days
LENGTHS = (0, 0, 0, 1, 14, 28, 42, 90, 180)  # days


def lives_in(town: str) -> str:
    return f"woont.{town}"


def made(town: str, step: int, number: int) -> str:
    return f"{town}.stap{step}.{number}"


@dataclass(frozen=True, slots=True)
class BigRegion:
    """A region, and anybody in it by number."""

    world: World
    towns: tuple[str, ...]
    seed: int

    @staticmethod
    def make(services: int, seed: int = 0) -> BigRegion:
        maker = _Maker(Random(f"region {services} {seed}"), services)
        return BigRegion(maker.world(), maker.towns, seed)

    def person(self, number: int) -> Situation:
        """Lives in one of the towns, and wants two or three things of its highest steps."""
        rng = Random(f"person {self.seed} {number}")
        town = rng.choice(self.towns)
        facts = [Window(lives_in(town))]
        facts += [_window(rng, fact) for fact in OWN if rng.random() < 0.6]
        for _ in range(rng.randint(0, 3)):
            facts.append(_window(rng, made(town, rng.randint(0, 1), _number(rng))))
        high = [made(town, step, at) for step in (2, 3, 4) for at in range(FACTS_ON_A_STEP)]
        goals = rng.sample(high, rng.choice((1, 2, 2, 3)))
        return Situation(
            f"persoon{number}",
            facts=tuple(facts),
            goals=tuple(
                Goal(goal, rng.choice((30, 60, 90, 120)), rng.choice((1, 1, 2, 3)))
                for goal in goals
            ),
        )


def _number(rng: Random) -> int:
    return rng.randrange(FACTS_ON_A_STEP)


def _window(rng: Random, fact: str) -> Window:
    """For ever, from some day on, or for a while."""
    begins = rng.choice((None, None, None, -200, -90, 0, 14, 60))
    lasts = rng.choice((None, None, None, 90, 300))
    return Window(fact, begins, None if lasts is None else (begins or 0) + lasts)


@dataclass(slots=True)
class _Maker:
    rng: Random
    services: int
    towns: tuple[str, ...] = ()
    rules: dict[str, Rule] = field(default_factory=dict)

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def world(self) -> World:
        for_all = max(4, round(self.services * FOR_THE_REGION))
        count = max(1, round((self.services - for_all) / IN_A_TOWN))
        self.towns = tuple(f"plaats{number}" for number in range(count))
        places = [EVERYWHERE] * for_all
        places += [self.towns[number % count] for number in range(self.services - for_all)]
        seen: dict[str, int] = {}
        services: dict[str, Service] = {}
        for place in places:
            at = seen[place] = seen.get(place, -1) + 1
            service = self.service(place, at)
            services[service.id] = service
        names = [
            made(place, step, number)
            for place in (EVERYWHERE, *self.towns)
            for step in range(STEPS)
            for number in range(FACTS_ON_A_STEP)
        ]
        facts = [self.fact(name) for name in names]
        own = (*OWN, *map(lives_in, self.towns))
        facts += [Fact(name, Text(name), kind=FactKind.PERSON) for name in own]
        facts += [Fact(name, Text(name), kind=FactKind.REGION) for name in ("budget", "proef")]
        helpers = [self.helper(town) for town in self.towns]
        facts += [Fact(helper.fact, Text(helper.fact)) for helper in helpers]
        return World(
            region=f"groot{self.services}",
            as_of=AS_OF,
            span=Span(),
            facts={fact.id: fact for fact in facts},
            rules=self.rules,
            services=services,
            helpers=tuple(helpers),
            region_facts=(Window("budget", -256, 400), Window("proef", 60, None)),
        )

    def fact(self, name: str) -> Fact:
        kept = self.rng.choice((14, 21, 30)) if self.chance(0.06) else None
        return Fact(name, Text(name), kind=FactKind.MADE, maintained_within=kept)

    def helper(self, town: str) -> Helper:
        either = AnyOf((Condition(made(town, 0, 0)), Condition(made(EVERYWHERE, 1, 0))))
        return Helper(f"hulp.{town}", (either, Condition(OWN[0], self.some_rule(0.5))))

    # rules

    def new_rule(self) -> str:
        name = f"regel{len(self.rules)}"
        rule_class = self.rng.choice(CLASSES)
        flexible = self.rng.choice((Flexibility.WAIVE,) * 9 + (Flexibility.NO,))
        if rule_class is RuleClass.LAW:
            flexible = self.rng.choice((Flexibility.SHORTEN, Flexibility.NO))
        against = self.chance(0.01)
        asks = 0 if against else DEFAULT_ASKS[rule_class]
        if rule_class is RuleClass.LAW and flexible is Flexibility.SHORTEN:
            asks = 16
        ends = AS_OF + timedelta(self.rng.randint(100, 700)) if self.chance(0.02) else None
        self.rules[name] = Rule(
            name,
            Text(f"Regel {name}"),
            rule_class,
            flexible,
            asks,
            step=self.rng.choice(tuple(LadderStep)),
            conflicts_with="een hogere regel" if against else "",
            valid_until=ends,
        )
        return name

    def some_rule(self, probability: float) -> str | None:
        """Mostly a rule of its own; now and then one that stands at more doors."""
        if not self.chance(probability):
            return None
        if self.rules and self.chance(0.05):
            return self.rng.choice(list(self.rules))
        return self.new_rule()

    # services

    def service(self, place: str, at: int) -> Service:
        step = at % STEPS
        lasts = self.rng.choice(LENGTHS)
        gives = [self.gift(made(place, step, _number(self.rng)), lasts)]
        if self.chance(0.3):
            gives.append(self.gift(made(place, step, _number(self.rng)), lasts))
        return Service(
            f"{place}.dienst{at}",
            Text(f"Dienst {at} in {place}"),
            provider=f"{place}.aanbieder{at % 7}",
            needs=tuple(self.needs(place, at)),
            wait=self.wait(),
            lasts=lasts,
            gives=tuple(gives),
            opens=self.opening() if self.chance(0.2) else None,
            is_support=self.chance(0.2),
        )

    def needs(self, place: str, at: int) -> list[Need]:
        step = at % STEPS
        needs: list[Need] = []
        if place != EVERYWHERE and self.chance(FOR_THE_TOWN_ONLY):
            needs.append(Condition(lives_in(place), self.some_rule(1)))
        asked = min(step, self.rng.choice((1, 1, 2)))
        needs += [self.condition(self.lower(place, at)) for _ in range(asked)]
        if self.chance(0.33):
            lower = self.lower(place, at)
            needs.append(AnyOf((self.condition(lower), self.condition(lower))))
        if self.chance(0.35):
            needs.append(self.own())
        if self.chance(0.05):
            needs.append(Condition(self.rng.choice(("budget", "proef")), self.some_rule(1)))
        if self.chance(0.05):
            needs.append(Condition(f"hulp.{self.rng.choice(self.towns)}", self.some_rule(1)))
        return needs

    def lower(self, place: str, at: int) -> Sequence[str]:
        """What a service on this step may ask: nearly always something of a lower step, of its
        own town or of the region, and in one case of ten of a higher one."""
        step = at % STEPS
        below = range(max(1, step)) if self.chance(0.9) else range(step, STEPS)
        where = place if self.chance(0.8) else EVERYWHERE
        names = [made(where, each, number) for each in below for number in range(FACTS_ON_A_STEP)]
        if at and self.chance(0.05):
            names = [receiving(f"{place}.dienst{self.rng.randrange(at)}")]
        return names

    def condition(self, among: Sequence[str]) -> Condition:
        drawn = self.rng.random()
        return Condition(
            self.rng.choice(among),
            self.some_rule(0.9),
            within=self.rng.choice((7, 30, 90)) if drawn < 0.08 else None,
            for_at_least=self.rng.choice((7, 28, 90)) if 0.08 <= drawn < 0.16 else None,
            at=Anchor.START if self.chance(0.1) else Anchor.APPLICATION,
        )

    def own(self) -> Condition:
        drawn = self.rng.random()
        return Condition(
            self.rng.choice(OWN),
            self.some_rule(0.9),
            within=60 if drawn < 0.1 else None,
            for_at_least=30 if 0.1 <= drawn < 0.2 else None,
            holds=self.chance(0.8),
        )

    def wait(self) -> Wait:
        days: int | None = self.rng.choice(WAITS)
        if not days or self.chance(0.5):
            return Wait(days)
        shorter = days // self.rng.choice((2, 4))
        return Wait(None if self.chance(0.02) else days, self.some_rule(1), shorter)

    def gift(self, fact: str, lasts: int) -> Gift:
        if lasts and self.chance(0.15):
            return Gift(fact, while_receiving=True)
        if self.chance(0.25):
            valid = self.rng.choice((14, 30, 90, 180))
            longer = valid * 3 if self.chance(0.5) else None
            return Gift(fact, valid, longer, rule=self.some_rule(1) if longer else None)
        return Gift(fact)

    def opening(self) -> Opening:
        rule = self.some_rule(0.6)
        if self.chance(0.6):
            days = self.rng.sample(tuple(Weekday), self.rng.randint(1, 3))
            return Opening(weekdays=tuple(days), rule=rule)
        return Opening(
            every=self.rng.choice((14, 28, 60)), first=self.rng.randint(0, 30), rule=rule
        )
