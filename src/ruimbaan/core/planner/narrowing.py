# SPDX-License-Identifier: EUPL-1.2
"""The same problem, as small as it gets, for every state between two known ones.

A search asks hundreds of times what some switches bring, always between the state with the
fewest and the state with the most of them. What is the same in both need not be worked out again:
conditions that already hold on every day on which one could apply, gifts that bring nothing new,
and ways that lead to nothing that a goal leans on. What is left gives exactly the same days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.problem import Effect, Literal, Maintained, Problem, Switches, Way


@dataclass(frozen=True, slots=True)
class Narrowed:
    """`problem` begins at the days of the least state; `kept` are the numbers that its ways have
    in the whole problem."""

    problem: Problem
    kept: tuple[int, ...]

    def state(self, whole: State) -> State:
        """A state of the whole problem, with the ways that are kept."""
        return replace(whole, applied=tuple(whole.applied[number] for number in self.kept))


def narrow(problem: Problem, least: State, most: State, *, every_way: bool = False) -> Narrowed:
    """The problem for states with at least the switches of `least` and at most those of `most`.

    The days of goals come out right, and of facts they lean on; other facts may stay as they are
    in `least`. With `every_way`, so do all facts, and the days on which one can apply at all.
    """
    return _Narrowing(problem, least, most).narrowed(every_way=every_way)


@dataclass(frozen=True, slots=True)
class _Narrowing:
    problem: Problem
    least: State
    most: State

    def narrowed(self, *, every_way: bool) -> Narrowed:
        found = {number: self.way(number) for number, days in enumerate(self.most.applied) if days}
        wanted = None if every_way else self.leaned_on(found.values())
        ways = {}
        for number, way in found.items():
            gifts = tuple(e for e in way.effects if wanted is None or e.fact in wanted)
            if gifts or wanted is None:
                ways[number] = (
                    way if len(gifts) == len(way.effects) else replace(way, effects=gifts)
                )
        place = {number: at for at, number in enumerate(ways)}
        smaller = replace(
            self.problem,
            initial=self.least.held,
            ways=tuple(ways.values()),
            ways_of_service={
                service: tuple(place[number] for number in numbers if number in place)
                for service, numbers in self.problem.ways_of_service.items()
            },
            maintained=tuple(
                kept for kept in self.growing() if wanted is None or kept.fact in wanted
            ),
        )
        return Narrowed(smaller, tuple(ways))

    def way(self, number: int) -> Way:
        """The way on the days on which `most` applies, with only what can still differ there."""
        way, days = self.problem.ways[number], self.most.applied[number]
        is_open = bool(way.open_switch & self.least.switches)
        all_days = way.all_days & days
        open_days = all_days if is_open else way.open_days & days
        return Way(
            door=way.door,
            needs_on=way.needs_on & ~self.least.switches,
            literals=tuple(self.literals(way, days)),
            wait=way.wait,
            length=way.length,
            effects=tuple(self.effects(way, days)),
            open_days=open_days,
            all_days=all_days,
            open_switch=0 if open_days == all_days else self.undecided(way.open_switch),
        )

    def undecided(self, switches: Switches) -> Switches:
        return switches & self.most.switches & ~self.least.switches

    def literals(self, way: Way, days: DaySet) -> Iterator[Literal]:
        for literal in way.literals:
            if literal.waiver & self.least.switches:
                continue
            facts = self.least.held
            if not literal.condition.holds and self.problem.own is not None:
                facts = self.problem.own
            holds = facts[literal.fact]
            if not literal.plain:
                holds = literal.days(holds, self.problem.span)
            if days & ~(holds >> way.wait if literal.at_start else holds):
                waiver = self.undecided(literal.waiver)
                same = waiver == literal.waiver
                yield literal if same else replace(literal, waiver=waiver)

    def effects(self, way: Way, days: DaySet) -> Iterator[Effect]:
        span = self.problem.span
        start = span.later(days, way.wait)
        end = span.later(start, way.length)
        for effect in way.effects:
            begin = end if effect.at_end else start
            most = span.lasting(begin, effect.valid_for(self.most.switches))
            if most & ~self.least.held[effect.fact]:
                yield self.undecided_effect(effect) if effect.longer_switch else effect

    def undecided_effect(self, effect: Effect) -> Effect:
        return replace(
            effect,
            valid=effect.valid_for(self.least.switches),
            longer_switch=self.undecided(effect.longer_switch),
        )

    def growing(self) -> Iterable[Maintained]:
        return (kept for kept in self.problem.maintained if self.grows(kept.fact))

    def grows(self, fact: int) -> bool:
        return self.least.held[fact] != self.most.held[fact]

    def leaned_on(self, ways: Iterable[Way]) -> frozenset[int]:
        """Growing facts that some goal can lean on, directly or through others."""
        asks: dict[int, set[int]] = {}
        for way in ways:
            for effect in way.effects:
                asks.setdefault(effect.fact, set()).update(lit.fact for lit in way.literals)
        for kept in self.growing():
            asks.setdefault(kept.fact, set()).update(kept.supports)
        todo = [self.problem.index[goal.fact] for goal in self.problem.goals]
        found = set(todo)
        while todo:
            new = asks.get(todo.pop(), set()) - found
            found |= new
            todo += new
        return frozenset(found)
