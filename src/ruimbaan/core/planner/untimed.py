# SPDX-License-Identifier: EUPL-1.2
"""Reachability with waits, lengths and dates ignored: is each condition possible at all?"""

from __future__ import annotations

from ruimbaan.core.planner.problem import Literal, Problem


def reached_untimed(problem: Problem, fact: str) -> bool:
    """Can `fact` come true when only "who needs what" counts, in practice?"""
    reached = {number for number, days in enumerate(problem.initial) if days}
    grows = True
    while grows:
        grows = False
        for way in problem.ways:
            if all(_possible(problem, literal, reached) for literal in way.literals):
                new = {effect.fact for effect in way.effects} - reached
                if new:
                    reached |= new
                    grows = True
    return problem.index[fact] in reached


def _possible(problem: Problem, literal: Literal, reached: set[int]) -> bool:
    if literal.free:
        return True
    if literal.condition.holds:
        return literal.fact in reached
    return problem.initial[literal.fact] != problem.span.every_day
