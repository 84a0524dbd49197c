# SPDX-License-Identifier: EUPL-1.2
"""Which loss is to blame when a plan does not come true: the fact and the day it is taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.branches import Hidden
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.problem import Literal, Problem, Way

Place = tuple[int, int]  # a fact on a day


@dataclass(slots=True)
class Culprit:
    """`clean` and `lived` are the same plan without and with what it takes (`taken`). Walks back
    from what went wrong to something that was taken; as `clean` came about from somewhere, every
    walk back over all that it leans on ends at one."""

    problem: Problem
    clean: State
    lived: State
    taken: Hidden
    seen: set[Place] = field(default_factory=set)

    def behind(self, fact: int, day: int) -> Place | None:
        """What was taken, for a fact that holds on this day in `clean` and not in `lived`."""
        todo = [(fact, day)]
        while todo:
            place = todo.pop()
            if place in self.seen:
                continue
            self.seen.add(place)
            if self.problem.span.contains(self.taken.get(place[0], 0), place[1]):
                return place
            todo += reversed(list(self._leaned_on(*place)))
        return None

    def behind_refusal(self, way: Way, applied: int) -> Place | None:
        """The same for an application that is possible in `clean` and not in `lived`."""
        for place in self._missing(way, applied):
            found = self.behind(*place)
            if found:
                return found
        return None

    def _lost(self, fact: int) -> DaySet:
        return self.clean.held[fact] & ~self.lived.held[fact]

    def _leaned_on(self, fact: int, day: int) -> Iterator[Place]:
        """What is missing now, of all that could make the fact hold on this day."""
        span = self.problem.span
        for way, days in zip(self.problem.ways, self.clean.applied, strict=True):
            for until, effect in way.gifts if days else ():
                if effect.fact == fact:
                    valid = effect.valid_for(self.clean.switches)
                    first = None if valid is None else day - until - valid + 1
                    for applied in span.each(days & span.between(first, day - until + 1)):
                        yield from self._missing(way, applied)
        for kept in self.problem.maintained:
            if kept.fact == fact:
                if span.contains(self._lost(fact), day - 1):
                    yield fact, day - 1
                for support in kept.supports:
                    window = span.between(day - kept.within, day + 1)
                    for back in span.each(self._lost(support) & window):
                        yield support, back

    def _missing(self, way: Way, applied: int) -> Iterator[Place]:
        for literal in way.literals:
            if not literal.waiver & self.clean.switches and literal.condition.holds:
                yield from self._missing_for(literal, way, applied)

    def _missing_for(self, literal: Literal, way: Way, applied: int) -> Iterator[Place]:
        span, condition = self.problem.span, literal.condition
        anchor = applied + way.wait if literal.at_start else applied
        if not span.contains(literal.days(self.lived.held[literal.fact], span), anchor):
            back = anchor - (condition.within or condition.for_at_least or 0)
            for day in span.each(self._lost(literal.fact) & span.between(back, anchor + 1)):
                yield literal.fact, day
