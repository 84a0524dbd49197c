# SPDX-License-Identifier: EUPL-1.2
"""What can hold at all: in time, or with waits, lengths and dates ignored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.problem import Literal, Problem

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
        grows = True
        while grows:
            before = len(self.reached)
            for way in problem.ways:
                if all(self.reason_against(literal) is None for literal in way.literals):
                    self.reached |= {effect.fact for effect in way.effects}
            grows = len(self.reached) > before

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
