# SPDX-License-Identifier: EUPL-1.2
"""Lets a scenario happen in the real world of its region, and says what came out otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.execution import Application
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem
from ruimbaan.core.planner.schedule import solve_once
from ruimbaan.core.planner.simulate import execute
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.integrations.rulebook.scenario import Period, Scenario


def run_scenario(scenario: Scenario, world: World) -> list[str]:
    """What came out otherwise, in words; empty when everything happened as it was written.

    Only this one application is made: whatever else the person has stands in `given`.
    """
    return list(_Run(scenario, world).differences())


@dataclass(frozen=True, slots=True)
class _Accepted:
    """The application as it came out: when it starts, and on which days each fact holds."""

    wait: int
    start: int
    held: Mapping[str, DaySet]


@dataclass(frozen=True, slots=True)
class _Run:
    scenario: Scenario
    world: World

    def differences(self) -> Iterator[str]:
        told = self.scenario
        accepted = self.apply(told.bent)
        if told.refused_by is not None:
            yield from self.refused(accepted, told.refused_by)
        elif accepted is None:
            yield f"is refused, and should start on {told.starts_on}"
        elif accepted.start != told.starts_on:
            yield f"starts on {accepted.start}, not on {told.starts_on}"
        else:
            yield from self.given(accepted)
            yield from self.lost(accepted)

    def apply(self, bent: Iterable[str]) -> _Accepted | None:
        """Apply on that day and for nothing else, through the door that opens soonest."""
        problem, told = self.problem, self.scenario
        on = problem.service_switch[told.apply_for] | problem.bend(bent)
        received = problem.index[receiving(told.apply_for)]
        for door in sorted(problem.doors[told.apply_for], key=lambda door: door.wait):
            held = solve_once(problem, on, {door: self.day}).held
            start = problem.span.first(held[received] & ~problem.initial[received])
            if start is not None:
                return _Accepted(door.wait, start, dict(zip(problem.facts, held, strict=True)))
        return None

    @property
    def situation(self) -> Situation:
        return Situation(self.scenario.rule, self.scenario.given, plan_from=self.scenario.day)

    @property
    def problem(self) -> Problem:
        return lay_out(self.world, self.situation, every_receipt=True)

    @property
    def day(self) -> DaySet:
        return self.world.span.between(self.scenario.day, self.scenario.day + 1)

    def refused(self, accepted: _Accepted | None, rule: str) -> Iterator[str]:
        if accepted is not None:
            yield f"is accepted and starts on {accepted.start}"
        elif self.apply([*self.scenario.bent, rule]) is None:
            yield f"is refused, but not by {rule} alone"

    def given(self, accepted: _Accepted) -> Iterator[str]:
        told = self.scenario.gives
        if told is None:
            return
        problem, span = self.problem, self.world.span
        new = accepted.held[told.fact] & ~problem.initial[problem.index[told.fact]]
        first = span.first(new) if told.from_day is None else told.from_day
        if not new or new != span.between(first, told.until):
            yield f"gives {told.fact} from {span.first(new)} to {span.last(new)}"

    def lost(self, accepted: _Accepted) -> Iterator[str]:
        told, lost = self.scenario, self.lost_days(accepted)
        if told.keeps is not None and told.keeps in lost:
            yield f"loses {told.keeps} from {lost[told.keeps][0]} to {lost[told.keeps][-1]}"
        if told.loses is not None:
            days = lost.get(told.loses.fact, [])
            if not days or days != _all_days(told.loses, days):
                yield f"loses {told.loses.fact} on {days}"

    def lost_days(self, accepted: _Accepted) -> dict[str, list[int]]:
        told, service = self.scenario, self.world.services[self.scenario.apply_for]
        lived = execute(
            self.world,
            self.situation,
            frozenset(told.bent),
            [Application(told.apply_for, told.day, accepted.wait)],
            until=accepted.start + max(service.lasts, 1) + 1,
        )
        days: dict[str, list[int]] = {}
        for item in sorted(lived.lost, key=lambda lost: lost.day):
            days.setdefault(item.fact, []).append(item.day)
        return days


def _all_days(told: Period, found: list[int]) -> list[int]:
    first = found[0] if told.from_day is None else told.from_day
    until = found[-1] + 1 if told.until is None else told.until
    return list(range(first, until))
