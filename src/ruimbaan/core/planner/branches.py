# SPDX-License-Identifier: EUPL-1.2
"""A part of all plans: those that leave some applications out, and in which some facts do not hold on
some days. It is a smaller problem, so its maximal schedule is a bound for every plan in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.answer import Clash
from ruimbaan.core.planner.problem import Door, Problem

Hidden = Mapping[int, DaySet]  # per fact the days on which it does not hold


@dataclass(frozen=True, slots=True)
class Branch:
    """`shut`: application days that are left out. `because`: the clashes that led here."""

    shut: Mapping[Door, DaySet] = field(default_factory=dict)
    hidden: Hidden = field(default_factory=dict)
    because: tuple[Clash, ...] = ()

    def with_less(
        self, clash: Clash, shut: Mapping[Door, DaySet], hidden: Hidden | None = None
    ) -> Branch:
        """Without these applications, and with these facts hidden as well."""
        return Branch(
            shut=_both(self.shut, shut),
            hidden=_both(self.hidden, hidden or {}),
            because=(*self.because, clash),
        )

    @property
    def key(self) -> frozenset[tuple[object, DaySet]]:
        """The same for branches with the same plans."""
        found: list[tuple[object, DaySet]] = [*self.shut.items(), *self.hidden.items()]
        return frozenset((what, days) for what, days in found if days)

    def of(self, problem: Problem) -> Problem:
        """The problem with only the plans of this branch."""
        return without(hiding(problem, self.hidden), self.shut)


def hiding(problem: Problem, hidden: Hidden) -> Problem:
    """These facts do not hold on these days, whoever gives them, beside what is hidden already."""
    if not hidden:
        return problem
    initial = list(problem.initial)
    for fact, days in hidden.items():
        initial[fact] &= ~days
    own = problem.initial if problem.own is None else problem.own
    everything = _both(problem.hidden, hidden)
    return replace(problem, initial=tuple(initial), hidden=everything, own=own)


def without(problem: Problem, shut: Mapping[Door, DaySet]) -> Problem:
    """Nobody can apply through these doors on these days."""
    if not shut:
        return problem
    ways = list(problem.ways)
    for door, days in shut.items():
        for number in problem.ways_of_service[door.service]:
            way = ways[number]
            if way.door == door:
                ways[number] = replace(
                    way, open_days=way.open_days & ~days, all_days=way.all_days & ~days
                )
    return replace(problem, ways=tuple(ways))


def every_day(problem: Problem, facts: Iterable[int]) -> Hidden:
    return dict.fromkeys(facts, problem.span.every_day)


def _both(here: Mapping, there: Mapping) -> dict:  # type: ignore[type-arg]
    found = dict(here)
    for what, days in there.items():
        found[what] = found.get(what, 0) | days
    return found
