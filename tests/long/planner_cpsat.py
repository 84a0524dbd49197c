# SPDX-License-Identifier: EUPL-1.2
"""The least lateness within a budget, as CP-SAT sees it: one variable for each fact on each day and
each application on each day, straight from the world.

Such a model lets facts that need each other on the same day hold each other up. So it is asked only
of worlds in which no facts wait for each other in a circle that takes no time; all else a world can
hold is in it (windows, validity, FOR and WITHIN, calendars, shorter waits, maintained facts, ...).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import count
from random import Random

from ortools.sat.python import cp_model

from ruimbaan.analytics.planning.searching import Search
from ruimbaan.core.directory.service import AllOf, Anchor, AnyOf, Condition, Need, Service
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.rule import Flexibility
from tests.core.twins.naive import Schedule, wanted_by
from tests.core.twins.worlds import random_case

SECONDS = 60.0
BUDGETS = 3  # asked of each world

Truth = cp_model.IntVar | bool


def wrong(seed: int) -> list[str]:
    """Where the front and CP-SAT do not agree, in words."""
    rng = Random(f"cp-sat {seed}")
    case = next(case for case in (random_case(rng) for _ in count()) if takes_time(case[0]))
    found = Search(*case, delta=1).found(SECONDS)
    prices = sorted({0, *(max(0, row.asks - rng.randint(0, 1)) for row in found.rows[1:]), 99})
    faults = []
    for budget in rng.sample(prices, min(BUDGETS, len(prices))):
        wanted = min(row.lateness for row in found.rows if row.asks <= budget)
        least = Timed(*case).least_lateness(budget)
        if least != wanted:
            faults.append(f"within {budget}: {wanted} weighted days late, CP-SAT says {least}")
    return faults


def takes_time(world: World) -> bool:
    """No fact waits for itself on the same day."""
    needs = _on_the_same_day(world)
    while free := {fact for fact, asked in needs.items() if not asked & needs.keys()}:
        needs = {fact: asked for fact, asked in needs.items() if fact not in free}
    return not needs


def _on_the_same_day(world: World) -> dict[str, set[str]]:
    """Per fact that is made somehow: the facts that can make it hold on the day they hold."""
    found: dict[str, set[str]] = {helper.fact: _asked(helper.means) for helper in world.helpers}
    supports = {receiving(s.id) for s in world.services.values() if s.is_support}
    for kept in world.facts.values():
        if kept.maintained_within is not None:
            found.setdefault(kept.id, set()).update(supports)
    for service in world.services.values():
        waits = {service.wait.days, service.wait.shorten_to} - {None}
        for fact, at_end in [
            (receiving(service.id), False),
            *((gift.fact, not gift.while_receiving) for gift in service.gives),
        ]:
            asked = found.setdefault(fact, set())
            length = service.lasts if at_end else 0
            if length == 0:
                asked |= _asked(service.needs, at=Anchor.START)
            if length == 0 and 0 in waits:
                asked |= _asked(service.needs)
    return found


def _asked(needs: Iterable[Need], at: Anchor = Anchor.APPLICATION) -> set[str]:
    found: set[str] = set()
    for need in needs:
        if isinstance(need, Condition):
            found |= {need.fact} if need.holds and need.at is at else set()
        else:
            found |= _asked(need.options if isinstance(need, AnyOf) else need.parts, at)
    return found


class Timed:
    """The model. Everything may be left undone, so each truth only says what it needs."""

    def __init__(self, world: World, situation: Situation) -> None:
        self.world, self.situation = world, situation
        self.model = cp_model.CpModel()
        self.days = range(-world.span.history, world.span.horizon)
        self.bent = {
            rule.id: self.model.new_bool_var("") for rule in world.rules.values() if rule.may_bend
        }
        self.calendar = Schedule(world, situation, frozenset(), world.services, {})
        facts = (*world.facts, *map(receiving, world.services))
        self.own = {fact: set[int]() for fact in facts}
        for window in (*situation.facts, *world.region_facts):
            first = self.days.start if window.from_day is None else window.from_day
            last = self.days.stop if window.until is None else window.until
            self.own[window.fact].update(set(range(first, last)) & set(self.days))
        self.held: dict[tuple[str, int], Truth] = {
            (fact, day): day in self.own[fact] or self.model.new_bool_var("")
            for fact in facts
            for day in self.days
        }
        self.because: dict[tuple[str, int], list[Truth]] = {key: [] for key in self.held}
        self.build()

    def build(self) -> None:
        for service in self.world.services.values():
            for wait, needs_bent in self.waits(service):
                for day in range(max(self.days.start, self.situation.plan_from), self.days.stop):
                    self.apply(service, wait, needs_bent, day)
        for helper in self.world.helpers:
            for day in self.days:
                met = self.all_of([self.met(need, day, 0) for need in helper.means])
                self.because[helper.fact, day].append(met)
        self.maintain()
        for key, held in self.held.items():
            if held is not True:
                self.follows(held, self.any_of(self.because[key]))

    def waits(self, service: Service) -> Iterator[tuple[int, Truth]]:
        wait = service.wait
        if wait.days is not None:
            yield wait.days, True
        if wait.shorten_to is None or wait.rule not in self.bent:
            return
        if wait.days is None or wait.shorten_to < wait.days:
            yield wait.shorten_to, self.bent[wait.rule]

    def apply(self, service: Service, wait: int, needs_bent: Truth, day: int) -> None:
        opens = service.opens
        is_open: Truth = self.calendar.is_open(opens, day)
        if not is_open and opens is not None and opens.rule in self.bent:
            is_open = self.bent[opens.rule]
        met = [self.met(need, day, wait) for need in service.needs]
        applied = self.all_of([needs_bent, is_open, *met])
        if applied is False:
            return
        start = day + wait
        end = start + service.lasts
        received = range(start, start + max(service.lasts, 1))
        self.give(receiving(service.id), received, applied)
        for gift in service.gives:
            if gift.while_receiving:
                self.give(gift.fact, received, applied)
            elif gift.valid is None:
                self.give(gift.fact, range(end, self.days.stop), applied)
            else:
                self.give(gift.fact, range(end, end + gift.valid), applied)
                if gift.longer is not None and gift.rule in self.bent:
                    longer = self.all_of([applied, self.bent[gift.rule]])
                    self.give(gift.fact, range(end + gift.valid, end + gift.longer), longer)

    def give(self, fact: str, days: range, why: Truth) -> None:
        for day in range(max(days.start, self.days.start), min(days.stop, self.days.stop)):
            self.because[fact, day].append(why)

    def maintain(self) -> None:
        supports = [receiving(s.id) for s in self.world.services.values() if s.is_support]
        for fact in self.world.facts.values():
            if fact.maintained_within is None:
                continue
            for day in self.days[1:]:
                window = range(max(self.days.start, day - fact.maintained_within), day + 1)
                kept = self.any_of([self.held[name, back] for name in supports for back in window])
                stays = self.all_of([self.held[fact.id, day - 1], kept])
                self.because[fact.id, day].append(stays)

    def met(self, need: Need, day: int, wait: int) -> Truth:
        if isinstance(need, AnyOf):
            return self.any_of([self.met(option, day, wait) for option in need.options])
        if isinstance(need, AllOf):
            return self.all_of([self.met(part, day, wait) for part in need.parts])
        anchor = day + wait if need.at is Anchor.START else day
        dropped: Truth = False
        if need.rule in self.bent:
            waived = self.world.rules[need.rule].flexible is Flexibility.WAIVE
            dropped = self.bent[need.rule] if waived else False
        return self.any_of([dropped, self.holds(need, anchor)])

    def holds(self, need: Condition, anchor: int) -> Truth:
        if anchor not in self.days:
            return False
        if need.rule is not None and not self.calendar.is_in_force(need.rule, anchor):
            return True
        length = need.within if need.within is not None else need.for_at_least or 0
        window = range(anchor - length, anchor + 1)
        here = [day for day in window if day in self.days]
        if not need.holds:  # nobody gives it: its days are known
            free = [day not in self.own[need.fact] for day in here]
            return any(free) if need.within is not None else all(free)
        found = [self.held[need.fact, day] for day in here]
        if need.within is not None:
            return self.any_of(found)
        return self.all_of(found) if len(here) == len(window) else False

    def all_of(self, truths: Collection[Truth]) -> Truth:
        rest = [truth for truth in truths if truth is not True]
        if any(truth is False for truth in rest):
            return False
        if len(rest) < 2:
            return rest[0] if rest else True
        both = self.model.new_bool_var("")
        self.model.add_bool_and(rest).only_enforce_if(both)
        return both

    def any_of(self, truths: Collection[Truth]) -> Truth:
        rest = [truth for truth in truths if truth is not False]
        if any(truth is True for truth in rest):
            return True
        if len(rest) < 2:
            return rest[0] if rest else False
        either = self.model.new_bool_var("")
        self.model.add_bool_or(rest).only_enforce_if(either)
        return either

    def follows(self, this: Truth, that: Truth) -> None:
        if that is not True:
            self.model.add_bool_or([that] if that is not False else []).only_enforce_if(this)

    def least_lateness(self, budget: int) -> int:
        """In weighted days, with rules that ask at most so much together."""
        late: list[cp_model.LinearExprT] = []
        for goal in self.situation.goals:
            arrived: Truth = False
            wanted = wanted_by(goal, self.world.span.horizon)
            late += [goal.weight] * max(0, -wanted)
            for day in range(self.world.span.horizon):
                before, arrived = arrived, self.model.new_bool_var("")
                self.follows(arrived, self.any_of([before, self.held[goal.fact, day]]))
                if day >= wanted:
                    late.append(goal.weight * (1 - arrived))
        asks = [(self.world.rules[rule].asks or 0) * bent for rule, bent in self.bent.items()]
        self.model.add(cp_model.LinearExpr.sum(asks) <= budget)
        self.model.minimize(cp_model.LinearExpr.sum(late))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        if solver.solve(self.model) != cp_model.OPTIMAL:
            raise RuntimeError(solver.status_name())
        return round(solver.objective_value)
