# SPDX-License-Identifier: EUPL-1.2
"""The maximal schedule: doing everything possible, on every day on which it is possible.

Because all conditions on facts that can be created are positive, the union of two schedules is
a schedule. The least fixed point over sets of days is therefore exact: no schedule whatsoever
holds a fact on a day that is not in it (docs/explanation/planner-semantics.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.fixed_point import Derivation, Order, Restriction, Run, State
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem, Switches
from ruimbaan.core.planner.world import World


class Schedule:
    """Solves one problem for any set of switches."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._touched = _touched(problem)
        as_given = list(range(self._size))
        self._walk = Order(_users(problem), as_given, as_given)
        order = self._soonest_first()
        rank = sorted(as_given, key=order.__getitem__)
        self._walk = replace(self._walk, order=order, rank=rank)

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
        users = [[user for user in users if user in useful] for users in self._walk.users]
        narrow._walk = replace(self._walk, users=users)
        narrow._touched = [
            (switch, [way for way in ways if way in useful]) for switch, ways in self._touched
        ]
        return narrow

    @property
    def effective(self) -> Switches:
        """The switches that change anything in this (narrowed) schedule."""
        return sum(switch for switch, ways in self._touched if ways)

    def solve(self, switches: Switches, only: Restriction | None = None) -> State:
        """From nothing."""
        run = Run(self.problem, self._walk, switches, only)
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

    def _extension(self, state: State, more: Switches) -> tuple[Run, list[int]]:
        new = more & ~state.switches
        touched = {way for switch, ways in self._touched if switch & new for way in ways}
        return Run(self.problem, self._walk, state.switches | new, None, state), list(touched)

    def trace(
        self, switches: Switches, only: Restriction | None = None
    ) -> tuple[State, list[Derivation]]:
        """Like `solve`, and how each day of each fact came about."""
        run = Run(self.problem, self._walk, switches, only)
        run.log = []
        run.through(self._start(only))
        return run.state(), run.log

    def _start(self, only: Restriction | None) -> Sequence[int]:
        """All ways that can matter, the soonest first."""
        if only is None:
            return self._walk.order
        ways = self.problem.ways
        return [
            number
            for number in self._walk.order
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
