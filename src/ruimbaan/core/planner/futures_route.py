# SPDX-License-Identifier: EUPL-1.2
"""One route and nothing else, in each future: who follows it as it is written, and knows no wait
before it is over.

Where one has to wait, each application of the plan is made on its day, or on the first later day on
which its needs hold. A need that is looked at on the first day of the service is looked at then (what
this route can never bring is no ground to apply on); when it does not hold, one applies again from the
next day on. When a service is over, and all that it gave for a while has run out, one applies again,
unless another application for it is under way. Where one walks in, one does so from the planned day on
whenever it is open. Nothing is done sooner than the plan says. What comes of it can be done by anybody,
so the share of futures in time is a chance one really has: a lower bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.answer import Step
from ruimbaan.core.planner.fixed_point import Order, Places, Run, State
from ruimbaan.core.planner.futures_everywhere import Arrivals
from ruimbaan.core.planner.futures_problem import Uncertain, in_future, settled, uncertain
from ruimbaan.core.planner.futures_waits import Waits
from ruimbaan.core.planner.lateness import arrival
from ruimbaan.core.planner.problem import Door, Problem, Switches, Way
from ruimbaan.core.planner.schedule import Schedule, solve_once


class Made(NamedTuple):
    """One application of the plan, to be made on this day or later."""

    door: Door
    day: int


class Accepted(NamedTuple):
    door: Door
    applied: int
    start: int


def applications(steps: Iterable[Step]) -> tuple[Made, ...]:
    """Applications day after day are as many applications."""
    return tuple(
        Made(Door(step.service, step.wait), step.apply + more)
        for step in steps
        for more in range(step.times)
    )


def route(
    problem: Problem, switches: Switches, steps: Sequence[Step], waits: Waits, count: int
) -> Arrivals:
    """Arrivals by this route alone, in each of so many futures."""
    small, drawn, desks = alone(problem, switches, steps, waits)
    known: dict[tuple[int, int], Way] = {}
    found: list[list[int | None]] = []
    for future in range(count if drawn else 1):
        held = _Walk(desks, in_future(small, drawn, waits, future, known)).held()
        found.append([arrival(small, held, goal) for goal in small.goals])
    if not drawn:
        found *= count
    return tuple(tuple(days) for days in zip(*found, strict=True))


def alone(
    problem: Problem, switches: Switches, steps: Sequence[Step], waits: Waits
) -> tuple[Problem, Uncertain, Desks]:
    """The problem with nothing in it but this route, its drawn waits, and where one goes for it."""
    todo = applications(steps)
    doors = {made.door for made in todo}
    small = settled(problem, switches, lambda way: way.door is None or way.door in doors)
    drawn = uncertain(small, waits)
    doors_drawn = {small.ways[number].door for number in drawn}
    lasts = {way.door: _lasts(way, switches) for way in problem.ways if way.door in doors}
    return small, drawn, Desks.of(small, todo, doors_drawn, lasts)


def _lasts(way: Way, switches: Switches) -> int:
    """Days from the start until the service is over and all it gave for a while has run out."""
    over = [max(way.length, 1)]
    for given, gift in way.gifts:
        valid = gift.valid_for(switches)
        if valid is not None:
            over.append(given - way.wait + valid)
    return max(over)


@dataclass(frozen=True, slots=True)
class Desks:
    """What is the same in all futures. `walk_in`: per door without a wait the first day."""

    waiting: tuple[Made, ...]
    walk_in: dict[Door, int]
    order: Order
    before: State
    ways: dict[Door, tuple[int, ...]]
    places: dict[Door, Places]
    watched: dict[int, tuple[Door, ...]]  # per fact who looks at it
    goals: tuple[int, ...]
    over: dict[Door, int]  # days from the start until one applies again; not where that is no use

    @classmethod
    def of(
        cls,
        problem: Problem,
        todo: Iterable[Made],
        drawn: set[Door | None],
        lasts: Mapping[Door, int],
    ) -> Desks:
        order = Schedule(problem, solve_once(problem, 0)).order
        ways: dict[Door, list[int]] = {}
        watched: dict[int, list[Door]] = {}
        for number, way in enumerate(problem.ways):
            if way.door is not None:
                ways.setdefault(way.door, []).append(number)
                for literal in way.literals:
                    watched.setdefault(literal.fact, []).append(way.door)
        place = {number: 1 << at for at, number in enumerate(order.order)}
        places = {door: sum(place[number] for number in found) for door, found in ways.items()}
        # What no goal leans on has no ways here, and changes no arrival.
        todo = [made for made in todo if made.door in ways]
        walk_in: dict[Door, int] = {}
        for door, day in todo:
            if not door.wait and door not in drawn:
                walk_in[door] = min(day, walk_in.get(door, day))
        only = {door: problem.span.from_day(day) for door, day in walk_in.items()}
        return cls(
            waiting=tuple(made for made in todo if made.door not in walk_in),
            walk_in=walk_in,
            order=order,
            before=solve_once(problem, 0, only),  # as it is for who waits for nothing
            ways={door: tuple(numbers) for door, numbers in ways.items()},
            places=places,
            watched={fact: tuple(dict.fromkeys(found)) for fact, found in watched.items()},
            goals=tuple(problem.index[goal.fact] for goal in problem.goals),
            over={
                door: lasts[door]
                for door, numbers in ways.items()
                if any(gift.valid is not None for gift in problem.ways[numbers[0]].effects)
            },
        )

    def first_day(self, way: Way) -> int | None:
        """Of the plan for this way; None for a fact that only says what others mean."""
        if way.door is None:
            return None
        days = [made.day for made in self.waiting if made.door == way.door]
        return min(days, default=self.walk_in.get(way.door))


class _Walk:
    """Through one future, from one day on which something can happen to the next."""

    def __init__(self, desks: Desks, problem: Problem) -> None:
        self.desks = desks
        self.ways = problem.ways
        self.span = problem.span
        # applications that led to a start
        self.only = {door: self.span.from_day(day) for door, day in desks.walk_in.items()}
        self.run = Run(problem, desks.order, 0, self.only, desks.before)
        self.waiting = list(desks.waiting)
        self.accepted: list[Accepted] = []
        self.open: dict[Door, DaySet] = {}
        self.first: dict[Made, int | None] = {}

    def held(self) -> Sequence[DaySet]:
        """The days of all facts when all is done that can be done."""
        while (day := self.next_day()) is not None and not self.all_arrived_by(day):
            while self.somebody_starts(day) or self.somebody_applies(day):
                pass
            self.apply_again_after(day)
        return self.run.held

    def all_arrived_by(self, day: int) -> bool:
        """What is done from this day on then changes nothing."""
        days = (self.span.first_from(self.run.held[goal], 0) for goal in self.desks.goals)
        return all(found is not None and found <= day for found in days)

    def next_day(self) -> int | None:
        """On which somebody can apply, or is to start."""
        days = [item.start for item in self.accepted]
        days += [day for made in self.waiting if (day := self.first_day(made)) is not None]
        return min(days, default=None)

    def first_day(self, made: Made) -> int | None:
        if made not in self.first:
            days = self.open_days(made.door)
            self.first[made] = self.span.first(days & self.span.from_day(made.day))
        return self.first[made]

    def open_days(self, door: Door) -> DaySet:
        """Days on which one is let in, as far as is known at the desk."""
        if door not in self.open:
            days = 0
            for number in self.desks.ways[door]:
                days |= self.desk(self.ways[number])
            self.open[door] = days
        return self.open[door]

    def desk(self, way: Way) -> DaySet:
        days = way.open_days
        for literal in way.literals:
            if days and not literal.at_start:
                days &= literal.days(self.run.held[literal.fact], self.span)
        return days

    def somebody_applies(self, day: int) -> bool:
        """Everybody who can; True when anything changed."""
        able = [made for made in self.waiting if self.first_day(made) == day]
        for made in able:
            self.waiting.remove(made)
            start = day + self.wait(made.door)
            if start < self.span.horizon:
                self.accepted.append(Accepted(made.door, day, start))
        return bool(able)

    def wait(self, door: Door) -> int:
        return self.ways[self.desks.ways[door][0]].wait

    def somebody_starts(self, day: int) -> bool:
        """One who can; True when there was one."""
        for item in self.accepted:
            if item.start == day and self.lets_in(item):
                self.accepted.remove(item)
                self.start(item)
                self.again(item)
                return True
        return False

    def lets_in(self, item: Accepted) -> bool:
        return any(self.fits(self.ways[way], item.applied) for way in self.desks.ways[item.door])

    def fits(self, way: Way, applied: int) -> bool:
        days = self.desk(way)
        for literal in way.literals:
            if literal.at_start:
                days &= literal.days(self.run.held[literal.fact], self.span) >> way.wait
        return self.span.contains(days, applied)

    def start(self, item: Accepted) -> None:
        """What the service gives holds; who looks at that looks again."""
        watched, held = self.desks.watched, self.run.held
        before = [held[fact] for fact in watched]
        applied = self.span.between(item.applied, item.applied + 1)
        self.only[item.door] = self.only.get(item.door, 0) | applied
        self.run.through(self.desks.places[item.door])
        for (fact, doors), old in zip(watched.items(), before, strict=True):
            if old is not held[fact]:
                for door in doors:
                    self.open.pop(door, None)
        self.first = {made: day for made, day in self.first.items() if made.door in self.open}

    def again(self, item: Accepted) -> None:
        """Once all that it gave for a while has run out; what it gave for ever stays, and giving that
        again is no use."""
        over = self.desks.over.get(item.door)
        others = {other.door for other in self.waiting} | {other.door for other in self.accepted}
        if over is not None and item.door not in others:
            self.waiting.append(Made(item.door, item.start + over))

    def apply_again_after(self, day: int) -> None:
        """Who was to start and could not."""
        refused = [item for item in self.accepted if item.start == day]
        self.accepted = [item for item in self.accepted if item.start != day]
        self.waiting += [Made(item.door, day + 1) for item in refused]
