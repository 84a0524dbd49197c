# SPDX-License-Identifier: EUPL-1.2
"""The maximal schedule: doing everything possible, on every day on which it is possible.

Because all conditions on facts that can be created are positive, the union of two schedules is
a schedule. The least fixed point over sets of days is therefore exact: no schedule whatsoever
holds a fact on a day that is not in it (docs/explanation/planner-semantics.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.fixed_point import Derivation, Order, Places, Restriction, Run, State
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.narrowing import narrow
from ruimbaan.core.planner.problem import Problem, Switches, bits
from ruimbaan.core.planner.world import World


def solve_once(problem: Problem, switches: Switches, only: Restriction | None = None) -> State:
    """From nothing, in any order: a `Schedule` is faster for who asks again."""
    as_given = range(len(problem.ways) + len(problem.maintained))
    run = Run(problem, Order(as_given, _users(problem, as_given)), switches, only)
    run.through((1 << len(as_given)) - 1)
    return run.state()


class Schedule:
    """Solves one problem for any set of switches."""

    def __init__(self, problem: Problem, like: State) -> None:
        """`like`: any state of the problem. Ways are looked at in the order in which they open
        there; the nearer it is to what will be asked, the faster the answers."""
        self.problem = problem
        self._goals = {problem.index[goal.fact] for goal in problem.goals}
        order = _soonest_first(problem, like)
        place = _places(order)
        self._walk = Order(order, _users(problem, place))
        self._everyone = (1 << len(order)) - 1
        self._touched = _touched(problem, place)
        self._stretched = _stretched(problem)

    def narrowed(
        self, least: State, most: State, *, every_way: bool = False
    ) -> tuple[Schedule, State]:
        """The same for every state between these two, faster, and `least` to begin with. What
        may be asked of it stands at `narrow`."""
        narrowed = narrow(self.problem, least, most, every_way=every_way)
        return Schedule(narrowed.problem, narrowed.state(most)), narrowed.state(least)

    @property
    def order(self) -> Order:
        """In which order the ways are looked at, for who walks through another problem that differs
        in nothing but its waits."""
        return self._walk

    @property
    def effective(self) -> Switches:
        """The switches that change anything in this (narrowed) schedule."""
        return sum(self._touched)

    def solve(self, switches: Switches, only: Restriction | None = None) -> State:
        """From nothing."""
        run = Run(self.problem, self._walk, switches, only)
        run.through(self._start(only))
        return run.state()

    def extend(self, state: State, more: Switches) -> State:
        """From a state with fewer switches on; only what they touch is looked at again."""
        run, touched = self._extension(state, more)
        run.through(touched)
        return run.state()

    def extend_unless(
        self, state: State, more: Switches, enough: Callable[[Sequence[DaySet]], bool]
    ) -> State | None:
        """Like `extend`, but None as soon as `enough` is true of the days of the facts. It is
        asked again whenever a goal changes, and must stay true once it is."""
        run, touched = self._extension(state, more)
        run.enough = enough
        run.goals = self._goals
        return run.state() if run.through(touched) else None

    def _extension(self, state: State, more: Switches) -> tuple[Run, Places]:
        new = more & ~state.switches
        run = Run(self.problem, self._walk, state.switches | new, None, state)
        touched = 0
        for switch in bits(new):
            touched |= self._touched.get(switch, 0)
            for number in self._stretched.get(switch, ()):
                run.applied[number] = 0  # the same days bring more now
        return run, touched

    def trace(
        self, switches: Switches, only: Restriction | None = None
    ) -> tuple[State, list[Derivation]]:
        """Like `solve`, and how each day of each fact came about."""
        run = Run(self.problem, self._walk, switches, only)
        run.log = []
        run.through(self._start(only))
        return run.state(), run.log

    def _start(self, only: Restriction | None) -> Places:
        """All ways that can matter."""
        if only is None:
            return self._everyone
        ways, found = self.problem.ways, 0
        for place, number in enumerate(self._walk.order):
            if number >= len(ways) or ways[number].door is None or ways[number].door in only:
                found |= 1 << place
        return found


def days_of(world: World, situation: Situation, bent: frozenset[str]) -> Mapping[str, DaySet]:
    """Per fact the days on which it holds in the maximal schedule with these rules bent."""
    problem = lay_out(world, situation, every_receipt=True)
    state = solve_once(problem, problem.all_services | problem.bend(bent))
    return dict(zip(problem.facts, state.held, strict=True))


def _soonest_first(problem: Problem, like: State) -> list[int]:
    """Ways in the order in which they open, and then the maintained facts: most then need one
    look only."""
    last = problem.span.horizon
    first = [problem.span.first(days) for days in like.applied]
    opens = [last if day is None else day for day in first]
    opens += [last] * len(problem.maintained)
    return sorted(range(len(opens)), key=opens.__getitem__)


def _places(order: Sequence[int]) -> list[int]:
    """Where each number stands in the order."""
    return sorted(range(len(order)), key=order.__getitem__)


def _users(problem: Problem, place: Sequence[int]) -> list[Places]:
    """Per fact the places of the ways, and of the maintained facts after them, that look at it."""
    users = [0] * len(problem.facts)
    for number, way in enumerate(problem.ways):
        for literal in way.literals:
            users[literal.fact] |= 1 << place[number]
    for number, kept in enumerate(problem.maintained, start=len(problem.ways)):
        for fact in (kept.fact, *kept.supports):
            users[fact] |= 1 << place[number]
    return users


def _touched(problem: Problem, place: Sequence[int]) -> dict[Switches, Places]:
    """Per switch the places of the ways that change when it goes on."""
    touched: dict[Switches, Places] = {}
    for number, way in enumerate(problem.ways):
        mask = way.needs_on | way.open_switch
        for literal in way.literals:
            mask |= literal.waiver
        for effect in way.effects:
            mask |= effect.longer_switch
        for switch in bits(mask):
            touched[switch] = touched.get(switch, 0) | 1 << place[number]
    return touched


def _stretched(problem: Problem) -> dict[Switches, list[int]]:
    """Per switch the ways whose gifts hold longer when it goes on."""
    stretched: dict[Switches, list[int]] = {}
    for number, way in enumerate(problem.ways):
        for effect in way.effects:
            if effect.longer_switch:
                stretched.setdefault(effect.longer_switch, []).append(number)
    return stretched
