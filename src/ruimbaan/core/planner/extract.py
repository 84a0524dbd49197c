# SPDX-License-Identifier: EUPL-1.2
"""From sets of days to applications on days: who applies for what, and when.

The derivations of the fixed point are walked backwards from each goal. What a day of a fact
leans on was derived earlier, so the walk always ends, also with circles of length zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.fixed_point import Derivation, State
from ruimbaan.core.planner.lateness import arrivals
from ruimbaan.core.planner.problem import Door, Effect, Literal, Problem, Switches, Way
from ruimbaan.core.planner.schedule import Schedule

Applications = dict[Door, DaySet]


def applications_for(schedule: Schedule, state: State, services: Iterable[str]) -> Applications:
    """Per door the application days that reach every goal of `state` on its arrival day;
    leaving any one day out breaks that. `state` holds these services and the bent rules."""
    problem = schedule.problem
    doors = [door for service in services for door in problem.doors[service]]
    allowed = dict.fromkeys(doors, problem.span.every_day)
    traced, derivations = schedule.trace(state.switches, allowed)
    walk = _Walk(problem, traced, derivations)
    wanted = arrivals(problem, traced)
    for fact, day in wanted.items():
        if day is not None:
            walk.reach(problem.index[fact], day)
    return _without_spare(schedule, state.switches, walk.applications, wanted)


def _without_spare(
    schedule: Schedule,
    switches: Switches,
    applications: Applications,
    wanted: dict[str, int | None],
) -> Applications:
    """Drop every application without which all goals still arrive on the same day; last first."""
    span = schedule.problem.span
    every = [(day, door) for door, days in applications.items() for day in span.each(days)]
    for day, door in sorted(every, reverse=True):
        fewer = dict(applications)
        fewer[door] &= ~span.between(day, day + 1)
        if arrivals(schedule.problem, schedule.solve(switches, fewer)) == wanted:
            applications = fewer
    return {door: days for door, days in applications.items() if days}


@dataclass(slots=True)
class _Walk:
    problem: Problem
    state: State
    derivations: list[Derivation]
    applications: Applications = field(default_factory=dict)
    covered: list[DaySet] = field(default_factory=list)
    of_fact: dict[int, list[Derivation]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.covered = list(self.problem.initial)
        for derivation in self.derivations:
            self.of_fact.setdefault(derivation.fact, []).append(derivation)

    def reach(self, fact: int, day: int) -> None:
        """Make `fact` hold on `day` with as few new applications as the trace offers."""
        span = self.problem.span
        if span.contains(self.covered[fact], day):
            return
        derivation = self._first(fact, span.between(day, day + 1))
        if derivation.way is None:
            self._keep_up(fact, day)
        else:
            self._apply(derivation, derivation.way, day)

    def _first(self, fact: int, days: DaySet) -> Derivation:
        """The first derivation that made `fact` hold on one of `days`."""
        return next(found for found in self.of_fact[fact] if found.added & days)

    def _apply(self, derivation: Derivation, way: Way, day: int) -> None:
        applied = self._application_day(derivation, way, day)
        for literal in way.literals:
            self._meet(literal, way, applied)
        span = self.problem.span
        if way.door is not None:
            here = self.applications.get(way.door, 0)
            self.applications[way.door] = here | span.between(applied, applied + 1)
        for given in way.effects:
            self.covered[given.fact] |= self._given(way, given, span.between(applied, applied + 1))

    def _application_day(self, derivation: Derivation, way: Way, day: int) -> int:
        """An application through which the fact holds on `day`."""
        effects = [effect for effect in way.effects if effect.fact == derivation.fact]
        days = [self._day_for(effect, derivation, way, day) for effect in effects]
        return next(found for found in days if found is not None)

    def _day_for(self, effect: Effect, derivation: Derivation, way: Way, day: int) -> int | None:
        """The earliest application whose effect holds on `day`; when the effect passes, the
        latest one, so that it holds as long as can be. None: not through this effect."""
        span = self.problem.span
        offset = self._offset(way, effect)
        valid = effect.valid_for(self.state.switches)
        first = -span.history if valid is None else day - offset - valid + 1
        days = derivation.days & span.between(first, day - offset + 1)
        return span.first(days) if valid is None or effect.at_end else span.last(days)

    def _meet(self, literal: Literal, way: Way, applied: int) -> None:
        if literal.waiver & self.state.switches or not literal.condition.holds:
            return
        span, condition = self.problem.span, literal.condition
        anchor = applied + way.wait if literal.at_start else applied
        if span.contains(literal.free, anchor):
            return
        if condition.for_at_least is not None:
            for day in range(anchor - condition.for_at_least, anchor + 1):
                self.reach(literal.fact, day)
        elif condition.within is not None:
            self._reach_one(literal.fact, span.between(anchor - condition.within, anchor + 1))
        else:
            self.reach(literal.fact, anchor)

    def _reach_one(self, fact: int, days: DaySet) -> None:
        """Make `fact` hold on one of `days`: one that it holds on anyway, else the first derived."""
        if self.covered[fact] & days:
            return
        span = self.problem.span
        day = span.first(self._first(fact, days).added & days)
        assert day is not None
        self.reach(fact, day)

    def _keep_up(self, fact: int, day: int) -> None:
        """Walk back to the day the fact did not lean on support, then forward with support."""
        span = self.problem.span
        kept = next(m for m in self.problem.maintained if m.fact == fact)
        begin = day
        while not span.contains(self.covered[fact], begin) and (
            self._first(fact, span.between(begin, begin + 1)).way is None
        ):
            begin -= 1
        self.reach(fact, begin)
        for later in range(begin + 1, day + 1):
            if not span.contains(self.covered[fact], later):
                self._supported(kept.supports, span.between(later - kept.within, later + 1))
                self.covered[fact] |= span.between(later, later + 1)

    def _supported(self, supports: tuple[int, ...], days: DaySet) -> None:
        if any(self.covered[fact] & days for fact in supports):
            return
        found = next(d for d in self.derivations if d.fact in supports and d.added & days)
        # As late as the window allows: support reaches furthest from there.
        day = self.problem.span.last(found.added & days)
        assert day is not None
        self.reach(found.fact, day)

    def _offset(self, way: Way, effect: Effect) -> int:
        return way.wait + way.length if effect.at_end else way.wait

    def _given(self, way: Way, effect: Effect, applied: DaySet) -> DaySet:
        span = self.problem.span
        return span.lasting(
            span.later(applied, self._offset(way, effect)), effect.valid_for(self.state.switches)
        )
