# SPDX-License-Identifier: EUPL-1.2
"""The maximal schedule: doing everything possible, on every day on which it is possible.

Because all conditions on facts that can be created are positive, the union of two schedules is
a schedule. The least fixed point over sets of days is therefore exact: no schedule whatsoever
holds a fact on a day that is not in it (docs/explanation/planner-semantics.md).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.problem import (
    Problem,
    Switches,
    Way,
    lay_out,
    looks_at_start,
)
from ruimbaan.core.planner.world import World

# Per service, the days on which applying is allowed at all: to try a later or a fixed start.
Restriction = Mapping[str, DaySet]


@dataclass(frozen=True, slots=True)
class State:
    """The days on which each fact holds with these switches on."""

    switches: Switches
    held: tuple[DaySet, ...]


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

    def solve(self, switches: Switches, only: Restriction | None = None) -> State:
        """From nothing."""
        held = list(self.problem.initial)
        self._run(held, switches, range(self._size), only, None)
        return State(switches, tuple(held))

    def extend(self, state: State, more: Switches) -> State:
        """From a state with fewer switches on; only what they touch is looked at again."""
        new = more & ~state.switches
        held = list(state.held)
        work = {way for switch, ways in self._touched if switch & new for way in ways}
        self._run(held, state.switches | new, sorted(work), None, None)
        return State(state.switches | new, tuple(held))

    def trace(
        self, switches: Switches, only: Restriction | None = None
    ) -> tuple[State, list[Derivation]]:
        """Like `solve`, and how each day of each fact came about."""
        held = list(self.problem.initial)
        derivations: list[Derivation] = []
        self._run(held, switches, range(self._size), only, derivations)
        return State(switches, tuple(held)), derivations

    def application_days(self, state: State, way: Way, only: Restriction | None = None) -> DaySet:
        """Days on which one can apply through this way."""
        return self._days(way, state.held, state.switches, only)

    @property
    def _size(self) -> int:
        return len(self.problem.ways) + len(self.problem.maintained)

    def _run(
        self,
        held: list[DaySet],
        switches: Switches,
        start: Iterable[int],
        only: Restriction | None,
        log: list[Derivation] | None,
    ) -> None:
        ways = self.problem.ways
        queue = deque(start)
        waiting = bytearray(self._size)
        for number in queue:
            waiting[number] = 1
        while queue:
            number = queue.popleft()
            waiting[number] = 0
            if number < len(ways):
                changed = self._follow(ways[number], held, switches, only, log)
            else:
                changed = self._keep_up(number - len(ways), held, log)
            for fact in changed:
                for user in self._users[fact]:
                    if not waiting[user]:
                        waiting[user] = 1
                        queue.append(user)

    def _days(
        self,
        way: Way,
        held: list[DaySet] | tuple[DaySet, ...],
        switches: Switches,
        only: Restriction | None,
    ) -> DaySet:
        if way.needs_on & ~switches:
            return 0
        days = way.all_days if way.open_switch & switches else way.open_days
        if only is not None and way.service is not None:
            days &= only.get(way.service, 0)
        span = self.problem.span
        for literal in way.literals:
            if literal.waiver & switches:
                continue
            found = literal.days(held[literal.fact], span)
            days &= found >> wait_of(way, switches) if looks_at_start(literal) else found
            if not days:
                return 0
        return days

    def _follow(
        self,
        way: Way,
        held: list[DaySet],
        switches: Switches,
        only: Restriction | None,
        log: list[Derivation] | None,
    ) -> list[int]:
        days = self._days(way, held, switches, only)
        if not days:
            return []
        span, changed = self.problem.span, []
        start = span.later(days, wait_of(way, switches))
        end = span.later(start, way.length)
        for effect in way.effects:
            valid = effect.valid
            if effect.longer is not None and effect.longer_switch & switches:
                valid = effect.longer
            given = span.lasting(end if effect.at_end else start, valid)
            added = given & ~held[effect.fact]
            if added:
                held[effect.fact] |= added
                changed.append(effect.fact)
                if log is not None:
                    log.append(Derivation(effect.fact, added, way, days))
        return changed

    def _keep_up(self, number: int, held: list[DaySet], log: list[Derivation] | None) -> list[int]:
        kept = self.problem.maintained[number]
        support = 0
        for fact in kept.supports:
            support |= held[fact]
        span = self.problem.span
        reach = span.spread(held[kept.fact], span.held_within(support, kept.within))
        added = reach & ~held[kept.fact]
        if not added:
            return []
        held[kept.fact] |= added
        if log is not None:
            log.append(Derivation(kept.fact, added, None, 0))
        return [kept.fact]


def wait_of(way: Way, switches: Switches) -> int:
    """Days from application to start with these rules bent."""
    return way.short_wait if way.wait_switch & switches else way.wait


def days_of(world: World, situation: Situation, bent: frozenset[str]) -> Mapping[str, DaySet]:
    """Per fact the days on which it holds in the maximal schedule with these rules bent."""
    problem = lay_out(world, situation)
    state = Schedule(problem).solve(problem.all_services | problem.bend(bent))
    return dict(zip(problem.facts, state.held, strict=True))


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
        mask = way.needs_on | way.wait_switch | way.open_switch
        for literal in way.literals:
            mask |= literal.waiver
        for effect in way.effects:
            mask |= effect.longer_switch
        while mask:
            low = mask & -mask
            touched.setdefault(low, []).append(number)
            mask ^= low
    return list(touched.items())
