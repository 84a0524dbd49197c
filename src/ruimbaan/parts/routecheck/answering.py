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
from ruimbaan.core.planner.answer import Answer
from ruimbaan.core.planner.choosing import Choices, Matter, choices, least_asking, row_for, soonest
from ruimbaan.core.planner.partial import answer_with, first_in_time
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import Rule
from ruimbaan.parts.directory.queries import Region, list_regions
from ruimbaan.parts.discretion.queries import as_promised, promised_rules
from ruimbaan.parts.routecheck import queries
from ruimbaan.parts.routes.services import MATTERS


@dataclass(frozen=True, slots=True)
class Solved:
    """One person's question, laid before the planner. `row` is the way that is looked at, `choices`
    the ways by what matters most, `beside` the way that it is compared with, if any."""

    region: Region
    world: World
    situation: Situation
    solver: Solver
    answer: Answer
    row: int
    choices: Choices
    beside: int | None = None


def solve_for(
    answers: Answers, region: Region, found: Interpreted, wanted: str, beside: str | None = None
) -> Solved:
    """`wanted`: the way that was chosen on the page; without one, what matters most decides.
    `beside`: another way that is looked at beside it; an empty one is chosen for the reader."""
    world = in_own_words(counted_world(region), queries.questionnaire(), answers)
    solver = Solver(world, found.situation, losses=False)
    return _looked_at(region, solver, row_of(solver, wanted, axis_of(answers)), wanted, beside)


def solve_example(region: Region, person: str, wanted: str, beside: str | None = None) -> Solved:
    solver = _example(region.id, region.version, person, _promised(region))
    return _looked_at(region, solver, row_of(solver, wanted, None), wanted, beside)


def _looked_at(region: Region, solver: Solver, row: int, wanted: str, beside: str | None) -> Solved:
    if beside is None:
        return solved_with(region, solver, row, wanted)
    return solved_with(region, solver, row, wanted, other_row(solver, row, beside))


@lru_cache(maxsize=16)
def _example(region: str, version: str, person: str, promised: tuple[Rule, ...]) -> Solver:
    """Made-up people are the same for everybody: worked out once per state of the directory and of
    what was promised."""
    found = list_regions()[region]
    return Solver(as_promised(found.world, promised), found.people[person], losses=False)


def counted_world(region: Region) -> World:
    """With the rules as they stand today, when somebody promised something about them."""
    return as_promised(region.world, _promised(region))


def _promised(region: Region) -> tuple[Rule, ...]:
    world = region.world
    return promised_rules(world.rules, world.services.values(), region.id, timezone.localdate())


def solved_with(
    region: Region, solver: Solver, row: int, wanted: str = "", beside: int | None = None
) -> Solved:
    """The steps of all ways are only counted when fewest steps is what was asked for: that takes
    longer than finding the ways."""
    problem = solver.problem
    answer = answer_with(solver, {row} if beside is None else {row, beside})
    counted = MATTERS.get(wanted) is Matter.FEWEST_CHANGES
    found = choices(solver, row, counted=counted)
    return Solved(region, problem.world, problem.situation, solver, answer, row, found, beside)


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
    """The row of the front to look at first. `wanted`: its number, or what matters most."""
    points = solver.points
    chosen = _chosen_row(solver, wanted)
    if chosen is not None:
        return chosen
    if axis is Axis.ARRIVAL:
        return soonest(points)
    if axis is Axis.ASKING:
        return least_asking(points)
    if axis is Axis.PEOPLE:
        return _fewest_people(solver)
    return first_in_time(solver)


def other_row(solver: Solver, row: int, wanted: str) -> int:
    """The row to look at beside this one: practice, and beside practice the best. The same row when
    there is no other."""
    chosen = _chosen_row(solver, wanted)
    if chosen is not None and chosen != row:
        return chosen
    if row:
        return 0
    return first_in_time(solver) or len(solver.points) - 1


def _chosen_row(solver: Solver, wanted: str) -> int | None:
    """None when it is no row of this front."""
    if wanted in MATTERS:
        return row_for(solver, MATTERS[wanted])
    return int(wanted) if wanted in {str(row) for row in range(len(solver.points))} else None


def _fewest_people(solver: Solver) -> int:
    """Of the row that asks least and the one that is soonest: the one with fewer organisations."""
    rows = dict.fromkeys((least_asking(solver.points), first_in_time(solver)))
    services = solver.problem.world.services
    return min(
        rows, key=lambda row: len({services[name].provider for name in solver.services(row)})
    )
