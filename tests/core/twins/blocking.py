# SPDX-License-Identifier: EUPL-1.2
"""Why a goal is not reached: the four questions of `planner-semantics.md`, one after another."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from ruimbaan.core.directory.service import AllOf, AnyOf, Condition, Need
from ruimbaan.core.journey.situation import Situation, Window
from ruimbaan.core.kernel.days import Span
from ruimbaan.core.planner.answer import FindingKind
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.fact import FactKind
from ruimbaan.core.rules.rule import Flexibility
from tests.core.twins.brute import subsets
from tests.core.twins.naive import schedule

Tree = tuple[Need, ...]


def with_answers(situation: Situation) -> Situation:
    """The same person, all unanswered questions answered with yes."""
    answered = tuple(Window(fact) for fact in situation.unknown)
    return replace(situation, facts=(*situation.facts, *answered), unknown=())


def with_known_waits(world: World) -> World:
    services = {
        name: replace(s, wait=replace(s.wait, days=0)) if s.wait.days is None else s
        for name, s in world.services.items()
    }
    return replace(world, services=services)


def with_long_horizon(world: World) -> World:
    span = Span(horizon=4 * world.span.horizon, history=world.span.history)
    return replace(world, span=span)


class Untimed:
    """A world without waits, lengths and dates: what can hold at all, on some day."""

    def __init__(
        self, world: World, situation: Situation, bent: Collection[str] = frozenset()
    ) -> None:
        self.world, self.bent = world, frozenset(bent)
        self.days = range(-world.span.history, world.span.horizon)
        self.own = self._own_days(situation)
        self.ways = self._ways()

    def _own_days(self, situation: Situation) -> dict[str, set[int]]:
        own: dict[str, set[int]] = {}
        for window in (*situation.facts, *self.world.region_facts):
            start = self.days.start if window.from_day is None else window.from_day
            stop = self.days.stop if window.until is None else window.until
            own.setdefault(window.fact, set()).update(
                day for day in range(start, stop) if day in self.days
            )
        return {fact: days for fact, days in own.items() if days}

    def _ways(self) -> dict[str, list[Tree]]:
        ways: dict[str, list[Tree]] = {fact: [] for fact in self.world.facts}
        for helper in self.world.helpers:
            ways[helper.fact].append(helper.means)
        for service in self.world.services.values():
            ways[receiving(service.id)] = [service.needs]
            for gift in service.gives:
                ways[gift.fact].append(service.needs)
        return ways

    def always_holds(self, fact: str) -> bool:
        return len(self.own.get(fact, ())) == len(self.days)

    def stands(self, condition: Condition) -> bool:
        """Not dropped, and its rule is in force on all days."""
        if condition.rule is None:
            return True
        rule = self.world.rules[condition.rule]
        if rule.id in self.bent and rule.flexible is Flexibility.WAIVE:
            return False
        first, last = self.days.start, self.days.stop
        begins = (rule.valid_from - self.world.as_of).days if rule.valid_from else first
        ends = (rule.valid_until - self.world.as_of).days if rule.valid_until else last
        return begins <= first and last <= ends

    # what is possible

    def reachable(self) -> set[str]:
        found = set(self.own)
        while True:
            more = {
                fact
                for fact, ways in self.ways.items()
                if any(self.possible(AllOf(way), found) for way in ways)
            }
            if more <= found:
                return found
            found |= more

    def possible(self, need: Need, found: set[str]) -> bool:
        if isinstance(need, AnyOf):
            return any(self.possible(option, found) for option in need.options)
        if isinstance(need, AllOf):
            return all(self.possible(part, found) for part in need.parts)
        if not self.stands(need):
            return True
        return need.fact in found if need.holds else not self.always_holds(need.fact)

    # self-blocking sets

    def blocks(self, condition: Condition, chosen: Collection[str]) -> bool:
        """Does this condition fail, for a fact of the set or a dead end `not.<fact>` in it?"""
        if not self.stands(condition):
            return False
        if condition.holds:
            return condition.fact in chosen and condition.fact not in self.own
        return dead_end(condition.fact) in chosen and self.always_holds(condition.fact)

    def blocked(self, need: Need, chosen: Collection[str]) -> bool:
        """Each way through this need has a condition that fails for a member of the set."""
        if isinstance(need, AnyOf):
            return all(self.blocked(option, chosen) for option in need.options)
        if isinstance(need, AllOf):
            return any(self.blocked(part, chosen) for part in need.parts)
        return self.blocks(need, chosen)

    def is_self_blocking(self, chosen: Collection[str]) -> bool:
        return all(
            self.blocked(AllOf(way), chosen)
            for fact in chosen
            if not fact.startswith(DEAD_END)
            for way in self.ways[fact]
        ) and not any(fact in self.own for fact in chosen)

    def smallest_self_blocking(self, goal: str) -> list[frozenset[str]]:
        """All sets of the least size that block themselves, with the goal in them."""
        others = [fact for fact in self.ways if fact != goal and fact not in self.own]
        others += [dead_end(fact) for fact in self.own if self.always_holds(fact)]
        found: list[frozenset[str]] = []
        for rest in subsets(others):
            if found and len(rest) + 1 > len(found[0]):
                break
            if self.is_self_blocking(rest | {goal}):
                found.append(rest | {goal})
        return found

    def has_circle(self, chosen: Collection[str]) -> bool:
        """Some facts of the set wait for each other (or one for itself)."""
        waits_for = {
            fact: {
                c.fact
                for way in self.ways.get(fact, [])
                for c in conditions(AllOf(way))
                if c.holds and self.blocks(c, chosen)
            }
            for fact in chosen
        }
        return any(fact in _beyond(fact, waits_for) for fact in chosen)

    def needs_a_circle(self, chosen: Collection[str]) -> bool:
        """There is no order in which each fact is blocked by earlier ones alone."""
        settled: set[str] = set()
        while True:
            more = {
                member
                for member in chosen
                if all(self.blocked(AllOf(way), settled) for way in self.ways.get(member, []))
            }
            if more <= settled:
                return settled != set(chosen)
            settled |= more

    def kinds(self, chosen: Collection[str]) -> set[FindingKind]:
        """What to call this set. When there is a circle and it also blocks without it, the page
        leaves open whether the circle is to blame: both are right."""
        circle = {FindingKind.DEADLOCK} if self.has_circle(chosen) else set()
        if self.needs_a_circle(chosen):
            return circle
        offerable = (FactKind.MADE, FactKind.REGION)
        facts = [self.world.facts[fact] for fact in chosen if fact in self.world.facts]
        if any(fact.kind in offerable and not self.ways[fact.id] for fact in facts):
            return circle | {FindingKind.NOBODY_OFFERS}
        return circle | {FindingKind.REFUSED}


DEAD_END = "not."


def dead_end(fact: str) -> str:
    """The member of a self-blocking set that says: it is in the way that the fact holds."""
    return f"{DEAD_END}{fact}"


def conditions(need: Need) -> list[Condition]:
    if isinstance(need, Condition):
        return [need]
    parts = need.options if isinstance(need, AnyOf) else need.parts
    return [condition for part in parts for condition in conditions(part)]


def _beyond(start: str, waits_for: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    todo = list(waits_for[start])
    while todo:
        fact = todo.pop()
        if fact not in seen:
            seen.add(fact)
            todo.extend(waits_for[fact])
    return seen


def finding_kinds(world: World, situation: Situation, goal: str) -> set[FindingKind]:
    """The kinds that are right for an unreached goal; more than one only when there are several
    smallest self-blocking sets of different kinds, or when two unknowns are needed together."""
    patient = with_answers(situation)
    known = with_known_waits(world)
    if _reached(world, patient, goal) or _reached(known, situation, goal):
        return {FindingKind.DATA_MISSING}
    if _reached(known, patient, goal):
        return {FindingKind.DATA_MISSING} | _other_kinds(world, situation, goal)
    return _other_kinds(world, situation, goal)


def _other_kinds(world: World, situation: Situation, goal: str) -> set[FindingKind]:
    if _reached(with_long_horizon(with_known_waits(world)), situation, goal):
        return {FindingKind.BEYOND_HORIZON}
    untimed = Untimed(world, situation)
    if goal in untimed.reachable():
        return {FindingKind.NEVER_TOGETHER}
    smallest = untimed.smallest_self_blocking(goal)
    return set().union(*(untimed.kinds(chosen) for chosen in smallest))


def _reached(world: World, situation: Situation, goal: str) -> bool:
    return schedule(world, situation).arrival(goal) is not None
