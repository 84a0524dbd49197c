# SPDX-License-Identifier: EUPL-1.2
"""Lays a problem of the core out as flat arrays, for compiled code.

Switches keep their number: bit n of a mask of the core is switch n, and one number more, `none`,
is a switch that is always off. Days keep theirs too: bit i of a row is day i - history. Facts have
a row each, in the order of the core; one row more holds the days with any support.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ruimbaan.analytics.planning.words import Words
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.problem import Effect, Literal, Problem, Switches, Way, bits

Numbers = NDArray[np.int32]
Marks = NDArray[np.uint8]
Weights = NDArray[np.int64]

# What a literal asks of the days of its fact. NOT: with `is: no`. NEVER: see `for_everybody`.
HOLDS, WITHIN, FOR, NOT, NOT_WITHIN, NOT_FOR, NEVER = range(7)
FOR_EVER = -1
WORD = 64
EVERY_DAY, NO_DAY = 0, 1  # rows of `masks`


class Layout(NamedTuple):
    """A problem as arrays; the way of compiled code to read it. `x_of[n]:x_of[n + 1]` are the
    places of what belongs to n. A day is a bit: day 0 of the core is `history`."""

    days: int  # of the span; bits from here on are never set
    history: int
    none: int  # the switch that is always off
    masks: Words  # sets of days that several things share; rows EVERY_DAY and NO_DAY first
    initial: Words
    way_needs_of: Numbers
    way_needs: Numbers  # switches that must all be on
    way_closed_to: Numbers  # row of `masks`: days on which one may apply
    way_open_to: Numbers  # row of `masks`: the same with the switch of the opening on
    way_open_switch: Numbers
    way_wait: Numbers
    way_length: Numbers
    literals_of: Numbers
    timed_of: Numbers  # per way: from here on its literals are not plain
    literal_fact: Numbers
    literal_kind: Numbers
    literal_k: Numbers
    literal_waiver: Numbers
    literal_free: Numbers  # row of `masks` with the days on which its rule is not in force
    literal_at_start: Marks
    effects_of: Numbers
    effect_fact: Numbers
    effect_at_end: Marks
    effect_valid: Numbers  # days, or FOR_EVER
    effect_longer: Numbers  # the same with its switch on
    effect_switch: Numbers
    is_support: Marks  # per row
    negated: Numbers  # places of the ways with a condition that a fact does not hold
    kept_fact: Numbers
    kept_within: Numbers
    order: Numbers  # per place: the number of a way, or of a maintained fact after all ways
    users_of: Numbers  # per row
    users: Numbers  # places of who looks at it
    touched_of: Numbers  # per switch
    touched: Numbers  # places of the ways that change when it goes on
    goal_fact: Numbers
    goal_needed_by: Weights  # a day of the core: day 0 is today
    goal_weight: Weights
    is_goal: Marks  # per row


@dataclass(frozen=True, slots=True)
class Compiled:
    """A problem and its layout, and how to go from the one to the other."""

    problem: Problem
    layout: Layout

    @property
    def words(self) -> int:
        return int(self.layout.masks.shape[1])

    def rows(self, sets: Iterable[DaySet]) -> Words:
        """Sets of days of the core as rows."""
        return as_rows(list(sets), self.words)

    def sets(self, rows: Words) -> tuple[DaySet, ...]:
        """Rows as sets of days of the core."""
        return tuple(int.from_bytes(row.tobytes(), "little") for row in rows)

    def on(self, switches: Switches) -> Marks:
        """A mask of the core with a byte for each switch."""
        found = np.zeros(self.layout.none + 1, np.uint8)
        found[self.numbers(switches)] = 1
        return found

    def numbers(self, switches: Switches) -> Numbers:
        """The numbers of the switches in a mask of the core, lowest first."""
        return np.array([low.bit_length() - 1 for low in bits(switches)], np.int32)


def as_rows(sets: Sequence[DaySet], words: int) -> Words:
    packed = b"".join(days.to_bytes(8 * words, "little") for days in sets)
    return np.frombuffer(packed, np.dtype("<u8")).reshape(len(sets), words).astype(np.uint64)


def laid_out(problem: Problem, order: Sequence[int] | None = None) -> Compiled:
    """The problem as arrays. `order`: ways, and after them maintained facts, in the order in which
    to look at them; any gives the same days, and one in which they open is the fastest."""
    return Compiled(problem, _Builder(problem).layout(order))


class _Lists:
    """Rows of different lengths, one after another, and where each begins."""

    def __init__(self) -> None:
        self.begins = [0]
        self.all: list[int] = []

    def add(self, more: Iterable[int]) -> None:
        self.all += more
        self.begins.append(len(self.all))

    def arrays(self) -> tuple[Numbers, Numbers]:
        return _numbers(self.begins), _numbers(self.all)


class _Builder:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.span = problem.span
        self.days = self.span.history + self.span.horizon
        self.words = -(-self.days // WORD)
        self.rows = len(problem.facts) + 1
        known = (*problem.rule_switch.values(), *problem.service_switch.values())
        self.none = max((switch.bit_length() for switch in known), default=0)
        self.masks: dict[DaySet, int] = {self.span.every_day: EVERY_DAY, 0: NO_DAY}

    def layout(self, order: Sequence[int] | None) -> Layout:
        problem = self.problem
        looked_at = len(problem.ways) + len(problem.maintained)
        order = range(looked_at) if order is None else order
        place = sorted(range(looked_at), key=order.__getitem__)
        ways, goals = problem.ways, problem.goals
        literals = [self.plain_first(way) for way in ways]
        every_literal = [literal for group in literals for literal in group]
        effects = [effect for way in ways for effect in way.effects]
        needs_of, needs = self.lists([self.switches(way.needs_on) for way in ways])
        users_of, users = self.lists(self.users(place))
        touched_of, touched = self.lists(self.touched(place))
        literals_of, literal_fact = self.lists([[lit.fact for lit in group] for group in literals])
        effects_of, effect_fact = self.lists([[e.fact for e in way.effects] for way in ways])
        goal_rows = [problem.index[goal.fact] for goal in goals]
        return Layout(
            days=self.days,
            history=self.span.history,
            none=self.none,
            way_needs_of=needs_of,
            way_needs=needs,
            way_closed_to=_numbers(self.mask(way.open_days) for way in ways),
            way_open_to=_numbers(self.mask(way.all_days) for way in ways),
            way_open_switch=_numbers(self.switch(way.open_switch) for way in ways),
            way_wait=_numbers(self.length(way.wait) for way in ways),
            way_length=_numbers(self.length(way.length) for way in ways),
            literals_of=literals_of,
            timed_of=literals_of[:-1] + _numbers(len(way.plain) for way in ways),
            literal_fact=literal_fact,
            literal_kind=_numbers(kind_of(literal) for literal in every_literal),
            literal_k=_numbers(self.length(days_of(literal)) for literal in every_literal),
            literal_waiver=_numbers(self.switch(literal.waiver) for literal in every_literal),
            literal_free=_numbers(self.mask(literal.free) for literal in every_literal),
            literal_at_start=_marks(literal.at_start for literal in every_literal),
            effects_of=effects_of,
            effect_fact=effect_fact,
            effect_at_end=_marks(effect.at_end for effect in effects),
            effect_valid=_numbers(self.validity(effect.valid) for effect in effects),
            effect_longer=_numbers(self.longer(effect) for effect in effects),
            effect_switch=_numbers(self.switch(effect.longer_switch) for effect in effects),
            is_support=self.marked(problem.supports),
            negated=_numbers(sorted(self.negated(place))),
            kept_fact=_numbers(kept.fact for kept in problem.maintained),
            kept_within=_numbers(self.length(kept.within) for kept in problem.maintained),
            order=_numbers(order),
            users_of=users_of,
            users=users,
            touched_of=touched_of,
            touched=touched,
            goal_fact=_numbers(goal_rows),
            goal_needed_by=np.array([goal.needed_by for goal in goals], np.int64),
            goal_weight=np.array([goal.weight for goal in goals], np.int64),
            is_goal=self.marked(goal_rows),
            # last: all masks are known now
            masks=as_rows(list(self.masks), self.words),
            initial=as_rows([*problem.initial, 0], self.words),
        )

    def lists(self, groups: Iterable[Iterable[int]]) -> tuple[Numbers, Numbers]:
        found = _Lists()
        for group in groups:
            found.add(group)
        return found.arrays()

    def marked(self, numbers: Iterable[int]) -> Marks:
        found = np.zeros(self.rows, np.uint8)
        found[list(numbers)] = 1
        return found

    def plain_first(self, way: Way) -> list[Literal]:
        return sorted(way.literals, key=lambda literal: not literal.plain)

    def mask(self, days: DaySet) -> int:
        return self.masks.setdefault(days, len(self.masks))

    def switch(self, mask: Switches) -> int:
        """The number of the only switch of a mask."""
        if mask & (mask - 1):
            raise ValueError("one condition, opening or gift with two switches")
        return mask.bit_length() - 1 if mask else self.none

    def switches(self, mask: Switches) -> list[int]:
        return [low.bit_length() - 1 for low in bits(mask)]

    def length(self, days: int) -> int:
        """Beyond the span all lengths are alike; this way they fit in a number of 32 bits."""
        return min(days, WORD * self.words)

    def validity(self, days: int | None) -> int:
        return FOR_EVER if days is None else self.length(days)

    def longer(self, effect: Effect) -> int:
        return self.validity(effect.valid if effect.longer is None else effect.longer)

    def users(self, place: Sequence[int]) -> list[list[int]]:
        """Per row the places of the ways, and of the maintained facts, that look at it."""
        problem = self.problem
        users: list[set[int]] = [set() for _ in range(self.rows)]
        for number, way in enumerate(problem.ways):
            for literal in way.literals:
                users[literal.fact].add(place[number])
        for number, kept in enumerate(problem.maintained, start=len(problem.ways)):
            if kept.supports != problem.supports:
                raise ValueError("a fact that is kept up by other support than the others")
            users[kept.fact].add(place[number])
            users[-1].add(place[number])
        return [sorted(places) for places in users]

    def negated(self, place: Sequence[int]) -> list[int]:
        return [
            place[number]
            for number, way in enumerate(self.problem.ways)
            if not all(literal.condition.holds for literal in way.literals)
        ]

    def touched(self, place: Sequence[int]) -> list[list[int]]:
        """Per switch the places of the ways that change when it goes on."""
        touched: list[set[int]] = [set() for _ in range(self.none + 1)]
        for number, way in enumerate(self.problem.ways):
            mask = way.needs_on | way.open_switch
            for literal in way.literals:
                mask |= literal.waiver
            for effect in way.effects:
                mask |= effect.longer_switch
            for switch in self.switches(mask):
                touched[switch].add(place[number])
        return [sorted(places) for places in touched]


def for_everybody(layout: Layout) -> Layout:
    """The same, but no condition that a fact does not hold is ever met: what holds in it holds for
    whoever begins with more days."""
    kinds = layout.literal_kind.copy()
    kinds[(kinds == NOT) | (kinds == NOT_WITHIN) | (kinds == NOT_FOR)] = NEVER
    return layout._replace(literal_kind=kinds)


def kind_of(literal: Literal) -> int:
    condition = literal.condition
    if condition.within is not None:
        return WITHIN if condition.holds else NOT_WITHIN
    if condition.for_at_least is not None:
        return FOR if condition.holds else NOT_FOR
    return HOLDS if condition.holds else NOT


def days_of(literal: Literal) -> int:
    condition = literal.condition
    return condition.within if condition.within is not None else condition.for_at_least or 0


def _numbers(found: Iterable[int]) -> Numbers:
    return np.array(list(found), np.int32)


def _marks(found: Iterable[bool]) -> Marks:
    return np.array(list(found), np.uint8)
