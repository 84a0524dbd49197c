# SPDX-License-Identifier: EUPL-1.2
"""From applications to the steps of a plan: dates, slack, needs and who meets them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.answer import NeedMet, Step
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.lateness import arrivals
from ruimbaan.core.planner.problem import Door, Literal, Problem, Way
from ruimbaan.core.planner.schedule import Schedule


@dataclass(slots=True)
class StepMaker:
    """Turns applications into steps; `full` is the maximal schedule with the same rules bent."""

    schedule: Schedule
    full: State
    applications: Mapping[Door, DaySet]
    planned: State
    loose: State  # the same services on any day
    moving: Schedule  # the same services, each on some of these days
    reached: Mapping[str, int | None]

    @classmethod
    def of(cls, schedule: Schedule, full: State, applications: Mapping[Door, DaySet]) -> StepMaker:
        problem, switches = schedule.problem, full.switches
        planned = schedule.solve(switches, applications)
        services = {door.service for door in applications}
        any_day = {d: problem.span.every_day for name in services for d in problem.doors[name]}
        loose = schedule.solve(switches, any_day)
        nothing = schedule.solve(switches & ~problem.all_services)
        moving, _ = schedule.narrowed(nothing, loose, every_way=True)
        reached = arrivals(problem, planned)
        return cls(schedule, full, applications, planned, loose, moving, reached)

    @property
    def problem(self) -> Problem:
        return self.schedule.problem

    def steps(self) -> tuple[Step, ...]:
        """In the order of their application."""
        made = [
            self.step(door, days, self.applications[door] & ~earlier)
            for door in self.applications
            for earlier, days in self.runs(door)
        ]
        return tuple(sorted(made, key=lambda step: (step.apply, step.start, step.service)))

    def runs(self, door: Door) -> Iterator[tuple[DaySet, list[int]]]:
        """Applications on consecutive days are one step. Yields with each run the days before."""
        span = self.problem.span
        before, run = 0, list[int]()
        for day in span.each(self.applications[door]):
            if run and day != run[-1] + 1:
                yield before, run
                before |= span.between(run[0], run[-1] + 1)
                run = []
            run.append(day)
        yield before, run

    def step(self, door: Door, days: list[int], remaining: DaySet) -> Step:
        """`remaining`: the application days through this door from this run on."""
        service, wait = door
        way = self.way_used(door, days[0])
        needs = tuple(self.need(literal, way, days[0]) for literal in way.literals)
        start = days[0] + wait
        return Step(
            service=service,
            apply=days[0],
            start=start,
            end=days[-1] + wait + way.length + (1 if len(days) > 1 and not way.length else 0),
            earliest=self.earliest(service, days[0]),
            latest=self.latest(door, days[0], remaining),
            times=len(days),
            actor=self.problem.world.services[service].provider,
            needs=needs,
            rules=self.rules_bent(way, needs, days[0]),
        )

    def way_used(self, door: Door, day: int) -> Way:
        """The way that lets one in on this day with the planned steps only."""
        span = self.problem.span
        for number in self.problem.ways_of_service[door.service]:
            way = self.problem.ways[number]
            if way.door == door and span.contains(self.planned.applied[number], day):
                return way
        raise AssertionError(f"{door} is planned on a day that no way allows")

    def rules_bent(self, way: Way, needs: tuple[NeedMet, ...], day: int) -> tuple[str, ...]:
        service = self.problem.world.services[way.service or ""]
        bent = [need.rule for need in needs if need.bent]
        if way.wait != service.wait.days:
            bent.append(service.wait.rule)
        closed = not self.problem.span.contains(way.open_days, day)
        if closed and way.open_switch & self.full.switches and service.opens is not None:
            bent.append(service.opens.rule)
        bent += [
            gift.rule
            for gift in service.gives
            if gift.rule and gift.longer is not None and self.is_bent(gift.rule)
        ]
        return tuple(dict.fromkeys(rule for rule in bent if rule))

    def is_bent(self, rule: str) -> bool:
        return bool(self.problem.rule_switch[rule] & self.full.switches)

    def need(self, literal: Literal, way: Way, applied: int) -> NeedMet:
        condition = literal.condition
        span = self.problem.span
        bent = bool(literal.waiver & self.full.switches)
        anchor = applied + way.wait if literal.at_start else applied
        by_service = None
        if not bent and condition.holds and not span.contains(literal.free, anchor):
            first = anchor - (condition.within or condition.for_at_least or 0)
            by_service = self.giver(literal.fact, span.between(first, anchor + 1))
        return NeedMet(condition.fact, condition.rule, condition.holds, bent, by_service)

    def giver(self, fact: int, days: DaySet) -> str | None:
        """The planned service that makes `fact` hold on one of `days`; None: the own situation."""
        if self.problem.initial[fact] & days:
            return None
        for service in dict.fromkeys(door.service for door in self.applications):
            for number in self.problem.ways_of_service[service]:
                if self.gives(number, fact) & days:
                    return service
        return None

    def gives(self, number: int, fact: int) -> DaySet:
        """Days of `fact` that come from the planned applications through this way."""
        span, switches, way = self.problem.span, self.full.switches, self.problem.ways[number]
        start = span.later(self.planned.applied[number], way.wait)
        end = span.later(start, way.length)
        given = 0
        for effect in way.effects:
            if effect.fact == fact:
                begin = end if effect.at_end else start
                given |= span.lasting(begin, effect.valid_for(switches))
        return given

    def earliest(self, service: str, applied: int) -> int:
        """The first day on which one could apply at all."""
        found = self.problem.span.first(_days_open(self.problem, self.full, service))
        return applied if found is None else found

    def latest(self, door: Door, applied: int, remaining: DaySet) -> int:
        """The last first-application day that keeps every goal in time; by halving, since later
        is never better."""
        span = self.problem.span
        kept = self.applications[door] & ~remaining
        low, high = applied, span.last(_days_open(self.problem, self.loose, door.service))
        assert high is not None  # at least the planned day; day 0 is a day like any other
        while low < high:
            middle = (low + high + 1) // 2
            if self.in_time(door.service, kept | span.from_day(middle)):
                low = middle
            else:
                high = middle - 1
        return low

    def in_time(self, service: str, days: DaySet) -> bool:
        """All steps may move, this service not before `days`: can one still apply for it, and is
        every goal still in time?"""
        every_day = self.problem.span.every_day
        planned = {door.service for door in self.applications}
        allowed = {
            door: days if name == service else every_day
            for name in planned
            for door in self.problem.doors[name]
        }
        state = self.moving.solve(self.full.switches, allowed)
        moved = arrivals(self.problem, state)
        for goal in self.problem.goals:
            here, there = self.reached[goal.fact], moved[goal.fact]
            if here is not None and (there is None or there > max(goal.needed_by, here)):
                return False
        return bool(_days_open(self.moving.problem, state, service))


def _days_open(problem: Problem, state: State, service: str) -> DaySet:
    """Days on which one can apply, through any door."""
    days = 0
    for number in problem.ways_of_service[service]:
        days |= state.applied[number]
    return days
