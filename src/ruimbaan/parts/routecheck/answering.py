# SPDX-License-Identifier: EUPL-1.2
"""From answers to the planner's answer. Worked out for one request, and gone with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils import timezone

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.questionnaire import Axis, Option, Questionnaire
from ruimbaan.core.journey.routecheck import Interpreted, applying
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Answer, Point
from ruimbaan.core.planner.partial import answer_with, first_in_time
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import Rule
from ruimbaan.parts.directory.queries import Region, list_regions
from ruimbaan.parts.discretion.queries import as_promised, promised_rules
from ruimbaan.parts.routecheck import queries


@dataclass(frozen=True, slots=True)
class Solved:
    """One person's question, laid before the planner. `row` is the way that is looked at."""

    region: Region
    world: World
    situation: Situation
    solver: Solver
    answer: Answer
    row: int


def solve_for(answers: Answers, region: Region, found: Interpreted, wanted: str) -> Solved:
    """`wanted`: the way that was chosen on the page; without one, what matters most decides."""
    world = in_own_words(counted_world(region), queries.questionnaire(), answers)
    solver = Solver(world, found.situation)
    return solved_with(region, solver, row_of(solver, wanted, axis_of(answers)))


def solve_example(region: Region, person: str, wanted: str) -> Solved:
    solver = _example(region.id, region.version, person, _promised(region))
    return solved_with(region, solver, row_of(solver, wanted, None))


@lru_cache(maxsize=16)
def _example(region: str, version: str, person: str, promised: tuple[Rule, ...]) -> Solver:
    """Made-up people are the same for everybody: worked out once per state of the directory and of
    what was promised."""
    found = list_regions()[region]
    return Solver(as_promised(found.world, promised), found.people[person])


def counted_world(region: Region) -> World:
    """With the rules as they stand today, when somebody promised something about them."""
    return as_promised(region.world, _promised(region))


def _promised(region: Region) -> tuple[Rule, ...]:
    world = region.world
    return promised_rules(world.rules, world.services.values(), region.id, timezone.localdate())


def solved_with(region: Region, solver: Solver, row: int) -> Solved:
    problem = solver.problem
    answer = answer_with(solver, {row})
    return Solved(region, problem.world, problem.situation, solver, answer, row)


def in_own_words(world: World, questionnaire: Questionnaire, answers: Answers) -> World:
    """What counts in the planner only is never told as something of the person: where it shows,
    the answer itself is repeated."""
    facts = dict(world.facts)
    for option in chosen_options(questionnaire, answers):
        for name in option.planner_only:
            if name in facts:
                facts[name] = replace(facts[name], label=option.text, short=option.text)
    return replace(world, facts=facts) if facts != dict(world.facts) else world


def chosen_options(questionnaire: Questionnaire, answers: Answers) -> Iterable[Option]:
    for question in applying(questionnaire, answers):
        yield from answers.of(question)


def axis_of(answers: Answers) -> Axis | None:
    options = chosen_options(queries.questionnaire(), answers)
    return next((option.axis for option in options if option.axis), None)


def row_of(solver: Solver, wanted: str, axis: Axis | None) -> int:
    """The row of the front to look at first."""
    points = solver.points
    if wanted in {str(number) for number in range(len(points))}:
        return int(wanted)
    if axis is Axis.ARRIVAL:
        return len(points) - 1
    if axis is Axis.ASKING:
        return _least_asking(points)
    if axis is Axis.PEOPLE:
        return _fewest_people(solver)
    return first_in_time(solver)


def _least_asking(points: tuple[Point, ...]) -> int:
    """The first row that brings every goal that any row brings, late or not."""
    most = max(_reached(point) for point in points)
    return next(number for number, point in enumerate(points) if _reached(point) == most)


def _fewest_people(solver: Solver) -> int:
    """Of the row that asks least and the one that is soonest: the one with fewer organisations."""
    rows = dict.fromkeys((_least_asking(solver.points), first_in_time(solver)))
    services = solver.problem.world.services
    return min(
        rows, key=lambda row: len({services[name].provider for name in solver.services(row)})
    )


def _reached(point: Point) -> int:
    return sum(day is not None for day in point.arrivals.values())
