# SPDX-License-Identifier: EUPL-1.2
"""The smallest self-blocking set around a goal, by a whole number program, with its bound.

One variable for each fact or dead end: is it in the set? Who has a fact in the set has, for each way
to it, one of the reasons that block the way. Reasons without a choice are taken before, so that most
questions need no program at all; the others go to HiGHS (Huangfu and Hall, "Parallelizing the dual
revised simplex method", 2018). The size is that of `ruimbaan.core.planner.blocking`; the set may be
another one of the same size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

import numpy as np

from ruimbaan.core.planner.blocking import Blocked, BlockingSet
from ruimbaan.core.planner.possible import Possible
from ruimbaan.core.planner.problem import Problem

SECONDS = 1.0
# Sizes are whole numbers: a bound just above one of them means the next.
ROUNDING = 1e-6

Options = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Rule:
    """With this member in the set (None: anyhow), so is one of the options."""

    member: str | None
    options: Options


def smallest_blocking_set(
    problem: Problem, possible: Possible, goal: str, seconds: float = SECONDS
) -> BlockingSet:
    """A smallest self-blocking set around `goal`, which is not possible. When the time is up before
    that is proven, the best set that was found."""
    ways = Blocked(problem, possible)
    certain = ways.closed_under_force(frozenset({goal}))
    rules = _rules(ways, certain)
    if not rules:
        return ways.describe(goal, certain, proven=True)
    chosen, at_least = _solved(rules, seconds)
    members = ways.closed(certain | chosen)
    return ways.describe(goal, members, proven=len(members) <= len(certain) + at_least)


def _rules(ways: Blocked, certain: frozenset[str]) -> list[_Rule]:
    """What the rest of the set must satisfy, from what is certain onwards."""
    rules: list[_Rule] = []
    seen, todo = set(certain), list(certain)
    while todo:
        member = todo.pop()
        for options in _least(ways.choices(member)):
            if member in options or not options.isdisjoint(certain):
                continue
            rules.append(_Rule(None if member in certain else member, options))
            new = options - seen
            seen |= new
            todo += sorted(new)
    return rules


def _least(choices: Iterable[Options]) -> list[Options]:
    """Without those that hold another one: they are satisfied with it."""
    kept: list[Options] = []
    for options in sorted(set(choices), key=lambda some: (len(some), sorted(some))):
        if not any(small <= options for small in kept):
            kept.append(options)
    return kept


def _solved(rules: list[_Rule], seconds: float) -> tuple[frozenset[str], int]:
    """The members to add, and how many there are at least."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    names = sorted({name for rule in rules for name in rule.options})
    place = {name: at for at, name in enumerate(names)}
    row, column, value = [], [], []
    for number, rule in enumerate(rules):
        for name in rule.options:
            row.append(number)
            column.append(place[name])
            value.append(1)
        if rule.member is not None:
            row.append(number)
            column.append(place[rule.member])
            value.append(-1)
    needed = [1 if rule.member is None else 0 for rule in rules]
    table = csr_array((value, (row, column)), shape=(len(rules), len(names)))
    answer = milp(
        np.ones(len(names)),
        constraints=LinearConstraint(table, lb=needed),
        integrality=np.ones(len(names)),
        bounds=Bounds(0, 1),
        options={"time_limit": seconds, "mip_rel_gap": 0},
    )
    bound = getattr(answer, "mip_dual_bound", None)
    at_least = 1 if bound is None else ceil(bound - ROUNDING)
    if answer.x is None:
        return frozenset(), at_least
    return frozenset(name for name, on in zip(names, answer.x, strict=True) if on > 0.5), at_least
