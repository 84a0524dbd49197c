# SPDX-License-Identifier: EUPL-1.2
"""The maximal schedule: doing everything possible, on every day on which it is possible.

Because all conditions on facts that can be created are positive, the union of two schedules is
a schedule. The least fixed point over sets of days is therefore exact: no schedule whatsoever
holds a fact on a day that is not in it (docs/explanation/planner-semantics.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.problem import (
    Door,
    Problem,
    Switches,
    Way,
    lay_out,
)
from ruimbaan.core.planner.world import World

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


class Schedule:
    """Solves one problem for any set of switches."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._users = _users(problem)
        self._touched = _touched(problem)
        self._order = list(range(self._size))
        self._rank = list(range(self._size))
        self._order = self._soonest_first()
        for place, number in enumerate(self._order):
            self._rank[number] = place

    def narrowed(self, least: State, most: State) -> Schedule:
        """The same for every state between these two, faster: ways that give nothing new even
        with all switches of `most` on, or nothing that a goal leans on, are never looked at
        again. Only for `extend`, and only the goals may be asked of the result."""
        grows = [a != b for a, b in zip(least.held, most.held, strict=True)]
        leaned_on = facts_leaned_on(self.problem)
        useful = {
            number
            for number, facts in enumerate(_given(self.problem))
            if any(grows[fact] and fact in leaned_on for fact in facts)
        }
        narrow = object.__new__(Schedule)
        narrow.problem = self.problem
        narrow._users = [[user for user in users if user in useful] for users in self._users]
        narrow._touched = [
            (switch, [way for way in ways if way in useful]) for switch, ways in self._touched
        ]
        narrow._order, narrow._rank = self._order, self._rank
        return narrow

    @property
    def effective(self) -> Switches:
        """The switches that change anything in this (narrowed) schedule."""
        return sum(switch for switch, ways in self._touched if ways)

    def solve(self, switches: Switches, only: Restriction | None = None) -> State:
        """From nothing."""
        run = _Run(self, switches, only)
        run.through(self._start(only))
        return run.state()

    def extend(self, state: State, more: Switches) -> State:
        """From a state with fewer switches on; only what they touch is looked at again."""
        run, touched = self._extension(state, more)
        run.through(touched, afresh=True)
        return run.state()

    def extend_unless(
        self, state: State, more: Switches, enough: Callable[[Sequence[DaySet]], bool]
    ) -> State | None:
        """Like `extend`, but None as soon as `enough` is true of the days of the facts. It is
        asked again whenever a goal changes, and must stay true once it is."""
        run, touched = self._extension(state, more)
        run.enough = enough
        run.goals = {self.problem.index[goal.fact] for goal in self.problem.goals}
        return run.state() if run.through(touched, afresh=True) else None

    def _extension(self, state: State, more: Switches) -> tuple[_Run, list[int]]:
        new = more & ~state.switches
        touched = {way for switch, ways in self._touched if switch & new for way in ways}
        return _Run(self, state.switches | new, None, state), list(touched)

    def trace(
        self, switches: Switches, only: Restriction | None = None
    ) -> tuple[State, list[Derivation]]:
        """Like `solve`, and how each day of each fact came about."""
        run = _Run(self, switches, only)
        run.log = []
        run.through(self._start(only))
        return run.state(), run.log

    def _start(self, only: Restriction | None) -> Sequence[int]:
        """All ways that can matter, the soonest first."""
        if only is None:
            return self._order
        ways = self.problem.ways
        return [
            number
            for number in self._order
            if number >= len(ways) or ways[number].door is None or ways[number].door in only
        ]

    def _soonest_first(self) -> list[int]:
        """Ways in the order in which they open: most then need one look only."""
        problem = self.problem
        state = self.solve(problem.all_services)
        last = problem.span.horizon

        def opens(number: int) -> int:
            if number >= len(problem.ways):
                return last
            first = problem.span.first(state.applied[number])
            return last if first is None else first

        return sorted(range(self._size), key=opens)

    @property
    def _size(self) -> int:
        return len(self.problem.ways) + len(self.problem.maintained)


class _Run:
    """One walk to the least fixed point."""

    def __init__(
        self,
        schedule: Schedule,
        switches: Switches,
        only: Restriction | None,
        begin: State | None = None,
    ) -> None:
        self.problem = schedule.problem
        self.users = schedule._users
        self.order = schedule._order
        self.rank = schedule._rank
        self.switches = switches
        self.only = only
        self.held = list(begin.held if begin else self.problem.initial)
        self.applied = list(begin.applied) if begin else [0] * len(self.problem.ways)
        self.log: list[Derivation] | None = None
        self.enough: Callable[[Sequence[DaySet]], bool] | None = None
        self.goals: set[int] = set()

    def state(self) -> State:
        return State(self.switches, tuple(self.held), tuple(self.applied))

    def through(self, start: Sequence[int], *, afresh: bool = False) -> bool:
        """Look at `start`, and at all that changes because of it; False when it was enough
        before the end. `afresh`: the effects of `start` themselves may have changed."""
        ways, users = self.problem.ways, self.users
        rank, order = self.rank, self.order
        queue = sorted(rank[number] for number in start)
        waiting = bytearray(len(order))
        for number in start:
            waiting[number] = 1
            if afresh and number < len(ways):
                self.applied[number] = 0
        while queue:
            number = order[heappop(queue)]
            waiting[number] = 0
            keep_up = number - len(ways)
            changed = self.keep_up(keep_up) if keep_up >= 0 else self.follow(number)
            if self.enough and not self.goals.isdisjoint(changed) and self.enough(self.held):
                return False
            for fact in changed:
                for user in users[fact]:
                    if not waiting[user]:
                        waiting[user] = 1
                        heappush(queue, rank[user])
        return True

    def days(self, way: Way) -> DaySet:
        """Days on which one can apply through this way."""
        switches, held = self.switches, self.held
        if way.needs_on & ~switches:
            return 0
        days = way.all_days if way.open_switch & switches else way.open_days
        if self.only is not None and way.door is not None:
            days &= self.only.get(way.door, 0)
        for literal in way.literals:
            if literal.waiver & switches:
                continue
            if literal.plain:
                days &= held[literal.fact]
            else:
                found = literal.days(held[literal.fact], self.problem.span)
                days &= found >> way.wait if literal.at_start else found
            if not days:
                return 0
        return days

    def follow(self, number: int) -> list[int]:
        """Facts that changed by applying through this way on all days on which one can."""
        way = self.problem.ways[number]
        days = self.days(way)
        if days == self.applied[number]:
            return []
        self.applied[number] = days
        span, held, changed = self.problem.span, self.held, []
        start = span.later(days, way.wait)
        end = span.later(start, way.length)
        for effect in way.effects:
            before = held[effect.fact]
            if before == span.every_day:
                continue
            valid = effect.valid_for(self.switches)
            added = span.lasting(end if effect.at_end else start, valid) & ~before
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
        reach = span.spread(self.held[kept.fact], span.held_within(support, kept.within))
        added = reach & ~self.held[kept.fact]
        if not added:
            return []
        self.held[kept.fact] |= added
        if self.log is not None:
            self.log.append(Derivation(kept.fact, added, None, 0))
        return [kept.fact]


def days_of(world: World, situation: Situation, bent: frozenset[str]) -> Mapping[str, DaySet]:
    """Per fact the days on which it holds in the maximal schedule with these rules bent."""
    problem = lay_out(world, situation, every_receipt=True)
    state = Schedule(problem).solve(problem.all_services | problem.bend(bent))
    return dict(zip(problem.facts, state.held, strict=True))


def facts_leaned_on(problem: Problem) -> frozenset[int]:
    """Every fact that some goal can lean on, directly or through others."""
    todo = [problem.index[goal.fact] for goal in problem.goals]
    found = set(todo)
    kept_up = {kept.fact: kept.supports for kept in problem.maintained}
    givers: dict[int, set[int]] = {}
    for way in problem.ways:
        for effect in way.effects:
            givers.setdefault(effect.fact, set()).update(lit.fact for lit in way.literals)
    while todo:
        fact = todo.pop()
        new = (givers.get(fact, set()) | set(kept_up.get(fact, ()))) - found
        found |= new
        todo += sorted(new)
    return frozenset(found)


def _given(problem: Problem) -> list[list[int]]:
    """Per way, and after them per maintained fact, the facts it can give."""
    ways = [[effect.fact for effect in way.effects] for way in problem.ways]
    return ways + [[kept.fact] for kept in problem.maintained]


def _users(problem: Problem) -> list[list[int]]:
    """Per fact the ways, and after them the maintained facts, that look at it."""
    users: list[list[int]] = [[] for _ in problem.facts]
    for number, way in enumerate(problem.ways):
        for fact in {literal.fact for literal in way.literals}:
            users[fact].append(number)
    for number, kept in enumerate(problem.maintained, start=len(problem.ways)):
        for fact in {kept.fact, *kept.supports}:
            users[fact].append(number)
    return users


def _touched(problem: Problem) -> list[tuple[Switches, list[int]]]:
    """Per switch the ways that change when it goes on."""
    touched: dict[Switches, list[int]] = {}
    for number, way in enumerate(problem.ways):
        mask = way.needs_on | way.open_switch
        for literal in way.literals:
            mask |= literal.waiver
        for effect in way.effects:
            mask |= effect.longer_switch
        while mask:
            low = mask & -mask
            touched.setdefault(low, []).append(number)
            mask ^= low
    return list(touched.items())
