# SPDX-License-Identifier: EUPL-1.2
"""The best plan for a tiny world by trying everything.

The trying shares nothing with the planner: a plan is lived day by day, in plain sets, and is given up
on the first day on which somebody would be refused. Every set of application days that comes true
is looked at, for every set of rules that may be bent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from ruimbaan.core.directory.service import (
    Anchor,
    AnyOf,
    Condition,
    Need,
    Service,
)
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.rule import Flexibility
from tests.core.twins.clashing_worlds import binds, open_days
from tests.core.twins.naive import wanted_by

WEEK = 7
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
        if day in open_days(world, service, bent)
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
        late += goal.weight * max(0, first - wanted_by(goal, horizon))
        total += goal.weight * first
    return late, total
