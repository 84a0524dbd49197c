# SPDX-License-Identifier: EUPL-1.2
"""What can hold at all: in time, or with waits, lengths and dates ignored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.problem import Literal, Problem, Way

NOT = "not."
LONG = "long."


class Possible(Protocol):
    """Says which facts can hold, and why a condition cannot."""

    def holds(self, fact: int) -> bool: ...

    def reason_against(self, literal: Literal) -> str | None: ...


@dataclass(frozen=True, slots=True)
class InTime:
    """As the days of practice have it."""

    problem: Problem
    state: State

    def holds(self, fact: int) -> bool:
        return bool(self.state.held[fact])

    def reason_against(self, literal: Literal) -> str | None:
        held = self.state.held[literal.fact]
        if literal.days(held, self.problem.span):
            return None
        name = literal.condition.fact
        if not literal.condition.holds:
            return NOT + name
        return LONG + name if held else name


class EverAtAll:
    """Only "who needs what" counts, in practice: a condition is possible when its fact is."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.reached = {number for number, days in enumerate(problem.initial) if days}
        waits_for = [0] * len(problem.ways)  # how many of its facts are still to come
        asked_by: dict[int, list[int]] = {}
        todo = list(self.reached)
        for number, way in enumerate(problem.ways):
            to_come = self._to_come(way)
            if to_come is None:
                continue
            waits_for[number] = len(to_come)
            for fact in to_come:
                asked_by.setdefault(fact, []).append(number)
            if not to_come:
                todo += self._reach(way)
        while todo:
            for number in asked_by.pop(todo.pop(), ()):
                waits_for[number] -= 1
                if not waits_for[number]:
                    todo += self._reach(problem.ways[number])

    def _to_come(self, way: Way) -> set[int] | None:
        """The facts that this way still waits for; None when it never opens."""
        to_come: set[int] = set()
        for literal in way.literals:
            if literal.condition.holds and not literal.free:
                if literal.fact not in self.reached:
                    to_come.add(literal.fact)
            elif self.reason_against(literal) is not None:
                return None
        return to_come

    def _reach(self, way: Way) -> list[int]:
        """What this way gives that was not there yet."""
        new = [effect.fact for effect in way.effects if effect.fact not in self.reached]
        self.reached.update(new)
        return new

    def holds(self, fact: int) -> bool:
        return fact in self.reached

    def reason_against(self, literal: Literal) -> str | None:
        name = literal.condition.fact
        if literal.free:
            return None
        if literal.condition.holds:
            return None if literal.fact in self.reached else name
        always = self.problem.initial[literal.fact] == self.problem.span.every_day
        return NOT + name if always else None
