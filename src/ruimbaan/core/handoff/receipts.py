# SPDX-License-Identifier: EUPL-1.2
"""What the traces of the system say together: how often and how soon, per pair of organisations.

These figures are raw. A group of few can point at somebody, so no page shows them: what is published
goes through the disclosure control of the analytics, the one place that leaves small groups out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from uuid import UUID

from ruimbaan.core.handoff.states import State
from ruimbaan.core.handoff.terms import Ask

DAYS_IN_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Trace:
    """One outcome. An organisation is None for the person alone, or a place without account;
    `asked` and `ended` are Mondays."""

    sender: UUID | None
    receiver: UUID | None
    ask: Ask
    service_type: int | None
    asked: date
    ended: date
    outcome: State


@dataclass(frozen=True, slots=True)
class Pair:
    """From whom to whom, and what was asked."""

    sender: UUID | None
    receiver: UUID | None
    ask: Ask
    service_type: int | None


@dataclass(frozen=True, slots=True)
class InOneWeek:
    """What ended between a pair in the week of this Monday. `median_wait`: whole or half weeks
    between asking and the end."""

    pair: Pair
    week: date
    outcomes: Mapping[State, int]
    median_wait: float

    @property
    def count(self) -> int:
        return sum(self.outcomes.values())


def week_of(day: date) -> date:
    """Its Monday: the most precise that a trace ever says."""
    return day - timedelta(days=day.weekday())


def by_week(traces: Iterable[Trace]) -> tuple[InOneWeek, ...]:
    """The newest week first; within a week in an order that says nothing of when."""
    groups: dict[tuple[date, Pair], list[Trace]] = defaultdict(list)
    for one in traces:
        pair = Pair(one.sender, one.receiver, one.ask, one.service_type)
        groups[one.ended, pair].append(one)
    found = [_week(week, pair, rows) for (week, pair), rows in groups.items()]
    return tuple(sorted(found, key=_place))


def _week(week: date, pair: Pair, rows: list[Trace]) -> InOneWeek:
    outcomes: dict[State, int] = defaultdict(int)
    for one in rows:
        outcomes[one.outcome] += 1
    waits = [(one.ended - one.asked).days / DAYS_IN_A_WEEK for one in rows]
    return InOneWeek(pair, week, dict(sorted(outcomes.items())), median(waits))


def _place(one: InOneWeek) -> tuple[int, str, str, str, int]:
    pair = one.pair
    kind = -1 if pair.service_type is None else pair.service_type
    return (-one.week.toordinal(), str(pair.sender), str(pair.receiver), pair.ask, kind)
