# SPDX-License-Identifier: EUPL-1.2
"""One walk to the least fixed point: look at a way, add what it gives, look at who uses that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.problem import Door, Problem, Switches, Way

# Places in an order: bit i stands for its i-th place.
Places = int
# Per door, the days on which applying is allowed at all: to try a later or a fixed start.
Restriction = Mapping[Door, DaySet]


@dataclass(frozen=True, slots=True)
class State:
    """The days on which each fact holds with these switches on, and per way the days on which
    one can apply through it."""

    switches: Switches
    held: tuple[DaySet, ...]
    applied: tuple[DaySet, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """These days of `fact` came about through `way` (None: kept up by support), applying on
    one of `days`. Derivations stand in the order in which they were found."""

    fact: int
    added: DaySet
    way: Way | None
    days: DaySet


@dataclass(frozen=True, slots=True)
class Order:
    """In which order ways (and, numbered after them, maintained facts) are looked at, the soonest
    first; and per fact the places in that order of who looks at it."""

    order: Sequence[int]
    users: Sequence[Places]


class Run:
    """One walk to the least fixed point."""

    def __init__(
        self,
        problem: Problem,
        order: Order,
        switches: Switches,
        only: Restriction | None,
        begin: State | None = None,
    ) -> None:
        self.problem = problem
        self.users, self.order = order.users, order.order
        self.switches = switches
        self.only = only
        self.held = list(begin.held if begin else self.problem.initial)
        self.hidden = problem.hidden
        self.denied = self.held if problem.own is None else problem.own
        self.applied = list(begin.applied) if begin else [0] * len(self.problem.ways)
        self.log: list[Derivation] | None = None
        self.enough: Callable[[Sequence[DaySet]], bool] | None = None
        self.goals: set[int] = set()

    def state(self) -> State:
        return State(self.switches, tuple(self.held), tuple(self.applied))

    def through(self, waiting: Places) -> bool:
        """Look at who is waiting, the first place first, and at all that changes because of it;
        False when it was enough before the end."""
        ways, users, order, applied = self.problem.ways, self.users, self.order, self.applied
        services = len(ways)
        while waiting:
            first = waiting & -waiting
            waiting ^= first
            number = order[first.bit_length() - 1]
            if number >= services:
                changed = self.keep_up(number - services)
            else:
                way, before = ways[number], applied[number]
                if before == way.all_days:
                    continue  # it cannot be open on more days
                days = self.days(way)
                if days == before:
                    continue
                applied[number] = days
                changed = self.follow(way, days, days & ~before)
            if not changed:
                continue
            if self.enough and not self.goals.isdisjoint(changed) and self.enough(self.held):
                return False
            for fact in changed:
                waiting |= users[fact]
        return True

    def days(self, way: Way) -> DaySet:
        """Days on which one can apply through this way."""
        switches, held = self.switches, self.held
        if way.needs_on & ~switches:
            return 0
        days = way.all_days if way.open_switch & switches else way.open_days
        if self.only is not None and way.door is not None:
            days &= self.only.get(way.door, 0)
        for fact, waiver in way.plain:
            if not waiver & switches:
                days &= held[fact]
        if not days:
            return 0
        for literal in way.timed:
            if not literal.waiver & switches:
                facts = held if literal.condition.holds else self.denied
                found = literal.days(facts[literal.fact], self.problem.span)
                days &= found >> way.wait if literal.at_start else found
        return days

    def follow(self, way: Way, days: DaySet, new: DaySet) -> list[int]:
        """Facts that change when one applies through this way on these days, of which the days
        in `new` were not looked at before: what the others bring is there."""
        span, held, changed = self.problem.span, self.held, []
        every_day = span.every_day
        for until, effect in way.gifts:
            before = held[effect.fact]
            valid = effect.valid
            if effect.longer is not None and effect.longer_switch & self.switches:
                valid = effect.longer
            if valid is None:
                added = every_day & -((new & -new) << until) & ~before
            else:
                added = span.lasting((new << until) & every_day, valid) & ~before
            if self.hidden:
                added &= ~self.hidden.get(effect.fact, 0)
            if added:
                held[effect.fact] = before | added
                changed.append(effect.fact)
                if self.log is not None:
                    self.log.append(Derivation(effect.fact, added, way, days))
        return changed

    def keep_up(self, number: int) -> list[int]:
        """Carry a maintained fact on from day to day."""
        kept = self.problem.maintained[number]
        support = 0
        for fact in kept.supports:
            support |= self.held[fact]
        span = self.problem.span
        kept_on = span.held_within(support, kept.within) & ~self.hidden.get(kept.fact, 0)
        reach = span.spread(self.held[kept.fact], kept_on)
        added = reach & ~self.held[kept.fact]
        if not added:
            return []
        self.held[kept.fact] |= added
        if self.log is not None:
            self.log.append(Derivation(kept.fact, added, None, 0))
        return [kept.fact]
