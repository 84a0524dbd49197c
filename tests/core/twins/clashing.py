# SPDX-License-Identifier: EUPL-1.2
"""Tiny random worlds in which steps get in each other's way, and the best plan by trying everything.

The trying shares nothing with the planner: a plan is lived day by day, in plain sets, and is given up
on the first day on which somebody would be refused. Every set of application days that comes true
is looked at, for every set of rules that may be bent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import combinations
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

WEEK = 7


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
        len(_open_days(world, service, frozenset())) * (1 + (service.wait.shorten_to is not None))
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


# living a plan, one day after another


def _open_days(world: World, service: Service, bent: frozenset[str]) -> list[int]:
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


Applied = tuple[str, int, int]  # service, day, wait


@dataclass
class Life:
    """What has come of a plan up to a day. `held` per day, with what was taken away left out."""

    world: World
    situation: Situation
    bent: frozenset[str]
    applied: tuple[Applied, ...] = ()
    held: dict[int, frozenset[str]] = field(default_factory=dict)

    def upto(self, more: tuple[Applied, ...]) -> Life:
        return Life(self.world, self.situation, self.bent, (*self.applied, *more), dict(self.held))

    # what a plan as a whole means for a day, whoever gets in

    def length(self, name: str) -> int:
        return max(self.world.services[name].lasts, 1)

    def own(self, day: int) -> set[str]:
        windows = (*self.situation.facts, *self.world.region_facts)
        return {
            w.fact
            for w in windows
            if (w.from_day is None or w.from_day <= day) and (w.until is None or day < w.until)
        }

    def receiving_on(self, day: int) -> set[str]:
        return {
            name
            for name, at, wait in self.applied
            if at + wait <= day < at + wait + self.length(name)
        }

    def taken_on(self, day: int) -> set[str]:
        return {
            loss.fact
            for name, at, wait in self.applied
            for loss in self.world.services[name].takes
            if loss.rule not in self.bent
            and binds(self.world, loss.rule, day)
            and at + wait + loss.after <= day < at + wait + self.length(name)
        }

    def given_on(self, day: int, started: Collection[Applied]) -> set[str]:
        found: set[str] = set()
        for name, at, wait in started:
            service, start = self.world.services[name], at + wait
            received = range(start, start + self.length(name))
            found |= {receiving(name)} if day in received else set()
            for gift in service.gives:
                valid = gift.longer if gift.longer and gift.rule in self.bent else gift.valid
                begin = start + service.lasts
                if gift.while_receiving:
                    found |= {gift.fact} if day in received else set()
                elif day >= begin and (valid is None or day < begin + valid):
                    found.add(gift.fact)
        return found

    def fits(self, day: int) -> bool:
        """Nothing is received beside what does not go with it, and no week is too full."""
        here = self.receiving_on(day)
        own = {name for name in self.world.services if receiving(name) in self.own(day)}
        for service in self.world.services.values():
            for other in service.excludes:
                pair = {service.id, other.service}
                undone = other.rule in self.bent or not binds(self.world, other.rule, day)
                if not undone and pair <= here | own and pair & here and not pair <= own:
                    return False
                if not undone and pair <= own and pair & here:
                    return False
        most = self.situation.most_appointments
        if most is None:
            return True
        without = self.appointments(day, ())
        asked = self.appointments(day, self.applied)
        return asked == without or sum(asked.values()) <= most

    def appointments(self, day: int, applied: Collection[Applied]) -> dict[str, int]:
        """Per service, in the seven days up to this one."""
        first = max(day - WEEK + 1, -self.world.span.history)
        found: dict[str, int] = {}
        for name, service in self.world.services.items():
            numbers = [0]
            for back in range(first, day + 1):
                got = receiving(name) in self.own(back)
                for each, at, wait in applied:
                    if each == name:
                        got = got or at + wait <= back < at + wait + self.length(name)
                        if at <= back < at + wait:
                            numbers.append(service.burden.waiting)
                if got:
                    numbers.append(service.burden.receiving)
            found[name] = max(numbers)
        return found

    # one day

    def live(self, day: int) -> bool:
        """Settle this day; False when somebody who is to start on it is refused, or it is too much."""
        taken = self.taken_on(day)
        due = [each for each in self.applied if each[1] + each[2] == day]
        started = [each for each in self.applied if each[1] + each[2] < day]
        while True:
            self.held[day] = self.settled(day, taken, started)
            fresh = next((e for e in due if e not in started and self.may_start(e)), None)
            if fresh is None:
                break
            started.append(fresh)
        return all(each in started for each in due) and self.fits(day)

    def settled(self, day: int, taken: set[str], started: Collection[Applied]) -> frozenset[str]:
        facts = (self.own(day) | self.given_on(day, started)) - taken
        for fact in self.world.facts.values():
            gap = fact.maintained_within
            kept = gap is not None and fact.id in self.held.get(day - 1, ())
            back = range(day - (gap or 0), day + 1)
            if kept and fact.id not in taken and any(self.supported(d, started) for d in back):
                facts.add(fact.id)
        self.held[day] = frozenset(facts)
        for helper in self.world.helpers:
            if helper.fact not in taken and all(self.meets(n, day, 0) for n in helper.means):
                facts.add(helper.fact)
        return frozenset(facts)

    def supported(self, day: int, started: Collection[Applied]) -> bool:
        if day < -self.world.span.history:
            return False
        got = self.given_on(day, started) | self.own(day)
        return any(
            service.is_support and receiving(service.id) in got
            for service in self.world.services.values()
        )

    def may_start(self, each: Applied) -> bool:
        name, at, wait = each
        return all(self.meets(need, at, wait) for need in self.world.services[name].needs)

    def meets(self, need: Need, at: int, wait: int) -> bool:
        if isinstance(need, AnyOf):
            return any(self.meets(option, at, wait) for option in need.options)
        assert isinstance(need, Condition)
        day = at + wait if need.at is Anchor.START else at
        rule = self.world.rules[need.rule] if need.rule else None
        if rule and rule.id in self.bent and rule.flexible is Flexibility.WAIVE:
            return True
        if rule and not binds(self.world, rule.id, day):
            return True
        back = need.within or need.for_at_least or 0
        days = range(day - back, day + 1)
        if need.holds:
            right = [need.fact in self.held.get(each, ()) for each in days]
        else:
            known = [each for each in days if each >= -self.world.span.history]
            right = [need.fact not in self.own(each) for each in known]
        return any(right) if need.within is not None else all(right)


# trying everything


@dataclass
class Tried:
    """The best score, and the arrivals of all plans that have it."""

    lateness: int
    arrivals: int
    plans: int = 0


def best_plan(world: World, situation: Situation, bent: frozenset[str]) -> Tried:
    """Over every set of applications that comes true with these rules bent."""
    horizon = world.span.horizon
    begin = Life(world, situation, bent)
    for day in range(-world.span.history, 0):
        begin.live(day)
    best: Tried | None = None
    todo = [(0, begin)]
    plans = 0
    while todo:
        day, life = todo.pop()
        if day == horizon:
            plans += 1
            found = _score(life)
            if best is None or found < (best.lateness, best.arrivals):
                best = Tried(*found)
            continue
        for more in _choices(world, bent, day):
            grown = life.upto(more)
            if grown.live(day):
                todo.append((day + 1, grown))
    assert best is not None  # doing nothing always comes true
    best.plans = plans
    return best


def _choices(world: World, bent: frozenset[str], day: int) -> Iterator[tuple[Applied, ...]]:
    possible = [
        (service.id, day, wait)
        for service in world.services.values()
        if day in _open_days(world, service, bent)
        for wait in _waits(service, bent)
        if day + wait < world.span.horizon
    ]
    for count in range(len(possible) + 1):
        yield from combinations(possible, count)


def _waits(service: Service, bent: frozenset[str]) -> list[int]:
    wait = service.wait
    found = [wait.days or 0]
    if wait.shorten_to is not None and wait.rule in bent and wait.shorten_to < (wait.days or 0):
        found.append(wait.shorten_to)
    return found


def _score(life: Life) -> tuple[int, int]:
    horizon, late, total = life.world.span.horizon, 0, 0
    for goal in life.situation.goals:
        days = [day for day in range(horizon) if goal.fact in life.held[day]]
        first = min(days, default=horizon)
        late += goal.weight * max(0, first - goal.needed_by)
        total += goal.weight * first
    return late, total
