# SPDX-License-Identifier: EUPL-1.2
"""The plan of one person, made ready to be walked: what is asked for, when at the soonest, and what
it gives. It is the lean plan of the planner, worked out once for everybody who stands in the same place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ruimbaan.core.kernel.days import DaySet, Span
from ruimbaan.core.planner.extract import applications_for
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.lateness import arrivals
from ruimbaan.core.planner.lean import fewest_services
from ruimbaan.core.planner.problem import Door, Literal, Problem, Switches, Way
from ruimbaan.core.planner.schedule import Schedule, solve_once

TRIES = 20_000
Facts = int  # bit i stands for fact i


@dataclass(frozen=True, slots=True)
class Check:
    """One condition. `plain`: only the days of its fact count, which is what most are."""

    fact: int
    plain: bool
    literal: Literal

    def days(self, held: list[DaySet], span: Span) -> DaySet:
        return held[self.fact] if self.plain else self.literal.days(held[self.fact], span)


@dataclass(frozen=True, slots=True)
class Gate:
    """One way to be let in: what must hold on the day one asks, and on the day it begins."""

    open_days: DaySet
    asked: tuple[Check, ...]
    begun: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Gift:
    """A fact from `after` days after the beginning on, for `valid` days or for ever."""

    fact: int
    after: int
    valid: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """One application of the plan. `day` is that of the planner, `later` how many days after the
    first possible one; `wait` days it takes when nobody is before you, `length` days it lasts. `needs`
    are the facts it leans on, also through others; `gives` those of its gifts."""

    service: str
    day: int
    later: int
    wait: int
    length: int
    gates: tuple[Gate, ...]
    gifts: tuple[Gift, ...]
    needs: Facts
    gives: Facts


@dataclass(frozen=True, slots=True)
class Kept:
    """A fact that stays while support is received (`Maintained` of the planner)."""

    fact: int
    within: int
    supports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Helper:
    """A fact that holds on exactly the days on which these conditions do."""

    fact: int
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """Facts are numbers; `initial` has the days on which each holds before anything is asked.
    `goals` are those of the person, `planned` the day on which the planner reaches each."""

    span: Span
    plan_from: int
    tasks: tuple[Task, ...]
    initial: tuple[DaySet, ...]
    helpers: tuple[Helper, ...]
    kept: tuple[Kept, ...]
    goals: tuple[int, ...]
    planned: tuple[int | None, ...]


def route_of(problem: Problem, bent: Iterable[str]) -> Route:
    """The lean plan with exactly these rules bent."""
    switches = problem.all_services | problem.bend(bent)
    full = solve_once(problem, switches)
    schedule = Schedule(problem, full)
    services, _ = fewest_services(schedule, problem.bend(bent), full, TRIES)
    applications = applications_for(schedule, full, services)
    return _Maker(problem, full, schedule, applications).route()


class _Maker:
    def __init__(
        self,
        problem: Problem,
        full: State,
        schedule: Schedule,
        applications: Mapping[Door, DaySet],
    ) -> None:
        self.problem, self.full, self.applications = problem, full, applications
        self.switches: Switches = full.switches
        self.planned = schedule.solve(full.switches, dict(applications))
        self.number: dict[int, int] = {}  # facts of the problem that matter, renumbered

    def route(self) -> Route:
        problem = self.problem
        goals = tuple(self.fact(problem.index[goal.fact]) for goal in problem.goals)
        ways = {door: self.gates(door) for door in self.applications}
        helpers, kept = self.helpers_and_kept()
        leans_on = {one.fact: one.supports for one in kept}
        for helper in helpers:
            facts = tuple(check.fact for check in helper.checks)
            leans_on[helper.fact] = (*leans_on.get(helper.fact, ()), *facts)
        tasks = [
            task for door in self.applications for task in self.tasks(door, ways[door], leans_on)
        ]
        reached = arrivals(problem, self.planned)
        return Route(
            span=problem.span,
            plan_from=problem.situation.plan_from,
            tasks=tuple(sorted(tasks, key=lambda task: (task.day, task.service))),
            initial=tuple(problem.initial[fact] for fact in self.number),
            helpers=helpers,
            kept=kept,
            goals=goals,
            planned=tuple(reached[goal.fact] for goal in problem.goals),
        )

    def fact(self, fact: int) -> int:
        return self.number.setdefault(fact, len(self.number))

    def checks(self, literals: Iterable[Literal]) -> Iterator[Check]:
        for literal in literals:
            if not literal.waiver & self.switches:
                yield Check(self.fact(literal.fact), literal.plain, literal)

    def gates(self, door: Door) -> tuple[tuple[Way, Gate], ...]:
        """Only the ways that can ever be open: the others stay shut whatever one waits for."""
        found = []
        for number in self.problem.ways_of_service[door.service]:
            way = self.problem.ways[number]
            if way.door == door and self.full.applied[number]:
                bent = way.open_switch & self.switches
                gate = Gate(
                    way.all_days if bent else way.open_days,
                    tuple(self.checks(one for one in way.literals if not one.at_start)),
                    tuple(self.checks(one for one in way.literals if one.at_start)),
                )
                found.append((way, gate))
        return tuple(found)

    def helpers_and_kept(self) -> tuple[tuple[Helper, ...], tuple[Kept, ...]]:
        """Those that something leans on, and what they lean on in turn."""
        problem = self.problem
        means = [(way.effects[0].fact, way) for way in problem.ways if way.door is None]
        helpers: dict[int, list[Helper]] = {}
        kept: dict[int, Kept] = {}
        size = -1
        while size != len(self.number):
            size = len(self.number)
            for number, (fact, way) in enumerate(means):
                if fact in self.number and number not in helpers:
                    helpers[number] = [Helper(self.fact(fact), tuple(self.checks(way.literals)))]
            for one in problem.maintained:
                if one.fact in self.number and one.fact not in kept:
                    supports = tuple(self.fact(support) for support in one.supports)
                    kept[one.fact] = Kept(self.fact(one.fact), one.within, supports)
        return tuple(one for ones in helpers.values() for one in ones), tuple(kept.values())

    def tasks(
        self,
        door: Door,
        ways: tuple[tuple[Way, Gate], ...],
        leans_on: Mapping[int, tuple[int, ...]],
    ) -> Iterator[Task]:
        span, gates = self.problem.span, tuple(gate for _, gate in ways)
        way = ways[0][0]
        held = [self.planned.held[fact] for fact in self.number]
        first = span.first(days_to_ask(gates, held, span)) or 0
        asked = {check.fact for gate in gates for check in (*gate.asked, *gate.begun)}
        gifts = tuple(
            Gift(
                self.number[effect.fact],
                way.length if effect.at_end else 0,
                effect.valid_for(self.switches),
            )
            for effect in way.effects
            if effect.fact in self.number
        )
        for day in span.each(self.applications[door]):
            yield Task(
                service=door.service,
                day=day,
                later=day - first,
                wait=door.wait,
                length=way.length,
                gates=gates,
                gifts=gifts,
                needs=_with_what_is_behind(asked, leans_on),
                gives=_together(gift.fact for gift in gifts),
            )


def _with_what_is_behind(facts: Iterable[int], leans_on: Mapping[int, tuple[int, ...]]) -> Facts:
    found, to_see = set[int](), [*facts]
    while to_see:
        fact = to_see.pop()
        if fact not in found:
            found.add(fact)
            to_see += leans_on.get(fact, ())
    return _together(found)


def _together(facts: Iterable[int]) -> Facts:
    found = 0
    for fact in facts:
        found |= 1 << fact
    return found


def days_to_ask(gates: Iterable[Gate], held: list[DaySet], span: Span) -> DaySet:
    """Days on which one is let in, as far as is known now."""
    found = 0
    for gate in gates:
        days = gate.open_days
        for check in gate.asked:
            days &= held[check.fact] if check.plain else check.days(held, span)
        found |= days
    return found


def days_to_begin(gates: Iterable[Gate], held: list[DaySet], span: Span, asked: int) -> DaySet:
    """Days on which it may begin for who asked on day `asked`."""
    found = 0
    for gate in gates:
        open_days = gate.open_days
        for check in gate.asked:
            open_days &= check.days(held, span)
        if span.contains(open_days, asked):
            days = span.every_day
            for check in gate.begun:
                days &= check.days(held, span)
            found |= days
    return found
