# SPDX-License-Identifier: EUPL-1.2
"""What of a situation matters for one goal: who differ only in the rest get the same answer.

A way can only ever open when all its conditions can hold, with every rule bent and time left out. What
the goal leans on through such ways, and what these ways look at, is all that can change its arrival. A
fact that holds on every day already is leaned on by itself: how else it might come about is no matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ruimbaan.core.journey.situation import Goal
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.problem import Problem

Facts = int  # bit i stands for fact i
Ways = int


@dataclass(frozen=True, slots=True)
class Relevant:
    """Two situations with the same of these arrive on the same day, whatever is bent. `days`: of each
    fact that matters and holds at first, those days."""

    goal: int
    ways: Ways
    days: tuple[tuple[int, DaySet], ...]


def only(problem: Problem, what: Relevant, goal: Goal) -> Problem:
    """The problem with nothing in it but what matters for this goal."""
    numbers = tuple(numbers_in(what.ways))
    place = {number: at for at, number in enumerate(numbers)}
    days = dict(what.days)
    return replace(
        problem,
        goals=(goal,),
        initial=tuple(days.get(fact, 0) for fact in range(len(problem.facts))),
        ways=tuple(problem.ways[number] for number in numbers),
        ways_of_service={
            service: tuple(place[number] for number in ways if number in place)
            for service, ways in problem.ways_of_service.items()
        },
    )


class Relevance:
    """Says what matters in one layout, for any days on which facts hold at first."""

    def __init__(self, problem: Problem) -> None:
        self.every_day = problem.span.every_day
        self.asks = [_mask(one.fact for one in way.literals) for way in problem.ways]
        # a condition that a rule can drop, or that asks that something is not so, is no obstacle
        self.needs = [
            _mask(
                one.fact
                for one in way.literals
                if one.condition.holds and not one.waiver and not one.free
            )
            for way in problem.ways
        ]
        self.gives = [_mask(one.fact for one in way.effects) for way in problem.ways]
        self.given_by: dict[int, Ways] = {}
        for number, gives in enumerate(self.gives):
            for fact in numbers_in(gives):
                self.given_by[fact] = self.given_by.get(fact, 0) | 1 << number
        self.supports = {one.fact: _mask(one.supports) for one in problem.maintained}

    def of(self, goal: int, initial: Sequence[DaySet]) -> Relevant:
        """`goal` is the number of a fact."""
        can_open = self._can_open(_mask(at for at, days in enumerate(initial) if days))
        facts, ways, todo = 1 << goal, 0, [goal]
        while todo:
            fact = todo.pop()
            if initial[fact] == self.every_day:
                continue
            new = self.supports.get(fact, 0)
            for way in numbers_in(self.given_by.get(fact, 0) & can_open & ~ways):
                ways |= 1 << way
                new |= self.asks[way]
            todo += numbers_in(new & ~facts)
            facts |= new
        days = tuple((fact, initial[fact]) for fact in numbers_in(facts) if initial[fact])
        return Relevant(goal, ways, days)

    def _can_open(self, held: Facts) -> Ways:
        """Ways that can open with every rule bent, waits and dates left out."""
        found, shut = 0, list(range(len(self.needs)))
        grows = True
        while grows:
            before = len(shut)
            still = []
            for way in shut:
                if self.needs[way] & ~held:
                    still.append(way)
                else:
                    found |= 1 << way
                    held |= self.gives[way]
            shut, grows = still, len(still) < before
        return found


def _mask(numbers: Iterable[int]) -> int:
    mask = 0
    for number in numbers:
        mask |= 1 << number
    return mask


def numbers_in(mask: int) -> Iterator[int]:
    """The numbers in a set of facts or ways, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
