# SPDX-License-Identifier: EUPL-1.2
"""Problems in which what a service gives is there for good: there a fact is one day.

What runs out is there for good too, when one can apply again and again and the next time comes before
it is over: who does everything, every day, then has it from the first day on. That holds when the door
never closes for longer than the gift lasts, and all that is needed is there for good. A fact that no
service gives may hold on any days: that only says on which days a door is open. So of a fact that a
service gives only the first day counts, a future is one number for each fact, and many futures fit side
by side in a row of numbers (lanes.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ruimbaan.core.kernel.days import DaySet, Span
from ruimbaan.core.planner.futures_problem import Uncertain
from ruimbaan.core.planner.problem import Literal, Problem, Way

Days = NDArray[np.int16]
Numbers = NDArray[np.int32]
Marks = NDArray[np.uint8]

NEVER = 8000  # a day; with three lengths of at most a span added, it still fits in 16 bits
LONGEST = 7000  # days of a span that may be worked with here
CERTAIN, NO_TABLE = -1, -1


class Lanes(NamedTuple):
    """A problem for compiled code. Days are counted from the start of history; ways, and what belongs
    to them, stand in the order in which to look at them. `needs_of[n]:needs_of[n + 1]` are the places
    of what way n needs, and so on. A way is open from day `opens` on, or, with a table, on the day
    that stands in `tables` behind each day. `drawn`: the row of its wait among those that are drawn."""

    days: int
    initial: Days
    opens: Days
    table: Numbers
    tables: Days
    drawn: Numbers
    needs_of: Numbers
    need_fact: Numbers
    need_later: Days  # days after its fact began that a need is met
    need_at_start: Marks
    gives_of: Numbers
    give_fact: Numbers
    give_after: Days  # days after applying, without the wait when that is drawn
    wait: Days
    users_of: Numbers
    users: Numbers


def is_lasting(problem: Problem, *, once: bool = False) -> bool:
    """Can this problem, with no switches left, be laid out here? `once`: for who applies once and
    knows no wait beforehand, so that nothing may run out or be looked at on the day of the start."""
    if problem.span.history + problem.span.horizon > LONGEST:
        return False
    return _Reading(problem).fits(once=once)


def laid_in_lanes(
    problem: Problem,
    drawn: Uncertain,
    services: Sequence[str],
    order: Sequence[int],
    not_before: Callable[[Way], int | None],
) -> Lanes:
    """The problem as arrays. `services`: the rows of the waits; `not_before`: per way the first day
    on which anybody goes there."""
    read, place = _Reading(problem), {number: at for at, number in enumerate(order)}
    ways = [problem.ways[number] for number in order]
    tables: dict[DaySet, int] = {}
    opens, table = [], []
    for way in ways:
        first, row = read.opening(way, not_before(way), tables)
        opens.append(first)
        table.append(row)
    needs = [[lit for lit in way.literals if lit.fact in read.given] for way in ways]
    users: list[set[int]] = [set() for _ in problem.facts]
    for number, way in enumerate(problem.ways):
        for literal in way.literals:
            users[literal.fact].add(place[number])
    rows = {name: at for at, name in enumerate(services)}
    of_way = [rows.get(drawn.get(number, ""), CERTAIN) for number in order]
    return Lanes(
        days=read.days,
        initial=_days(read.begins(fact) for fact in range(len(problem.facts))),
        opens=_days(opens),
        table=_numbers(table),
        tables=_days(day for days in tables for day in _table(days, problem.span)).reshape(
            -1, read.days + 1
        ),
        drawn=_numbers(of_way),
        needs_of=_ends(needs),
        need_fact=_numbers(lit.fact for group in needs for lit in group),
        need_later=_days(_later(lit) for group in needs for lit in group),
        need_at_start=np.array([lit.at_start for group in needs for lit in group], np.uint8),
        gives_of=_ends([way.gifts for way in ways]),
        give_fact=_numbers(gift.fact for way in ways for _, gift in way.gifts),
        give_after=_days(
            min(until - way.wait, read.days) for way in ways for until, _ in way.gifts
        ),
        wait=_days(min(way.wait, read.days) for way in ways),
        users_of=_ends([sorted(found) for found in users]),
        users=_numbers(one for found in users for one in sorted(found)),
    )


class _Reading:
    """What of a problem changes, and what stands fast."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.span = problem.span
        self.days = problem.span.history + problem.span.horizon
        self.given = {gift.fact for way in problem.ways for gift in way.effects}
        self.kept = {kept.fact for kept in problem.maintained}

    def fits(self, *, once: bool) -> bool:
        # what is kept up by support holds for ever anyway when it never runs out
        if any(not self.is_tail(self.problem.initial[fact]) for fact in self.given | self.kept):
            return False
        return all(self.way_fits(way, once=once) for way in self.problem.ways)

    def way_fits(self, way: Way, *, once: bool) -> bool:
        if not all(self.can_read(literal, at_start=not once) for literal in way.literals):
            return False
        days = self.open_days(way)
        again = way.door is None or not once  # a fact that says what others mean is so each day
        return all(
            gift.valid is None or (again and self.is_tail(self.span.lasting(days, gift.valid)))
            for gift in way.effects
        )

    def can_read(self, literal: Literal, *, at_start: bool) -> bool:
        if literal.at_start and not at_start:
            return False
        if literal.fact in self.given:
            return literal.condition.holds and not literal.free
        return not literal.at_start or self.is_tail(self.static(literal))

    def is_tail(self, days: DaySet) -> bool:
        """Nothing, or every day from some day on."""
        return days == 0 or self.span.every_day & -(days & -days) == days

    def static(self, literal: Literal) -> DaySet:
        return literal.days(self.problem.initial[literal.fact], self.span)

    def begins(self, fact: int) -> int:
        days = self.problem.initial[fact]
        return (days & -days).bit_length() - 1 if days else NEVER

    def open_days(self, way: Way) -> DaySet:
        """The days on which all is there that no service gives."""
        days = way.open_days
        for literal in way.literals:
            if literal.fact not in self.given:
                found = self.static(literal)
                days &= found >> way.wait if literal.at_start else found
        return days

    def opening(
        self, way: Way, not_before: int | None, tables: dict[DaySet, int]
    ) -> tuple[int, int]:
        """The first day on which a door can be open, and its table when it closes again."""
        days = self.open_days(way)
        if not_before is not None:
            days &= self.span.from_day(not_before)
        if not days:
            return NEVER, NO_TABLE
        first = (days & -days).bit_length() - 1
        return first, NO_TABLE if self.is_tail(days) else tables.setdefault(days, len(tables))


def _later(literal: Literal) -> int:
    return literal.condition.for_at_least or 0


def _table(days: DaySet, span: Span) -> list[int]:
    """Behind each day the first open day that is not before it; behind the day after the last, never."""
    found, day = [NEVER], NEVER
    for at in range(span.history + span.horizon - 1, -1, -1):
        if days >> at & 1:
            day = at
        found.append(day)
    return found[::-1]


def _ends(groups: Iterable[Sequence[object]]) -> Numbers:
    return np.concatenate([[0], np.cumsum([len(group) for group in groups])]).astype(np.int32)


def _numbers(values: Iterable[int]) -> Numbers:
    return np.array(list(values), np.int32)


def _days(values: Iterable[int]) -> Days:
    return np.array(list(values), np.int16)
