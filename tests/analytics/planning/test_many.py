# SPDX-License-Identifier: EUPL-1.2
"""Many persons at once against one by one."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from ruimbaan.analytics.planning.engine import in_good_order
from ruimbaan.analytics.planning.many import arrivals_of_many, people
from ruimbaan.core.journey.situation import Goal, Situation
from ruimbaan.core.planner.lateness import arrivals
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.schedule import solve_once
from ruimbaan.core.planner.world import World
from tests.bench.big_regions import BigRegion
from tests.core.twins.worlds import random_case


def one_by_one(world: World, persons: list[Situation], goals: tuple[Goal, ...]) -> list[list[int]]:
    found = []
    for person in persons:
        problem = lay_out(world, replace(person, goals=goals, plan_from=0))
        days = arrivals(problem, solve_once(problem, problem.all_services)).values()
        found.append([problem.span.horizon if day is None else day for day in days])
    return found


def together(
    world: World, persons: list[Situation], goals: tuple[Goal, ...], threads: int
) -> list[list[int]]:
    problem = lay_out(world, Situation("iedereen", goals=goals))
    compiled = in_good_order(problem)
    facts = [problem.index[goal.fact] for goal in goals]
    on = compiled.on(problem.all_services)
    everybody = people(compiled, persons)
    found = arrivals_of_many(compiled, on, everybody, facts, threads=threads)
    return [[int(day) for day in row] for row in found]


@pytest.mark.parametrize("services", [50, 200])
@pytest.mark.parametrize("threads", [1, 2])
def test_many_persons_arrive_as_they_do_alone(services: int, threads: int) -> None:
    region = BigRegion.make(services, 7)
    persons = [region.person(number) for number in range(25)]
    facts = sorted({goal.fact for person in persons for goal in person.goals})
    goals = tuple(Goal(fact, 0) for fact in facts)

    assert together(region.world, persons, goals, threads) == one_by_one(
        region.world, persons, goals
    )


def test_what_somebody_does_not_have_can_help_and_having_it_can_hurt() -> None:
    """Small worlds are full of conditions that a fact does not hold."""
    for seed in range(60):
        world, situation = random_case(Random(seed))
        persons = [replace(situation, facts=situation.facts[:count]) for count in range(5)]
        goals = tuple({goal.fact: goal for goal in situation.goals}.values())

        assert together(world, persons, goals, 1) == one_by_one(world, persons, goals), seed


def test_nobody_is_nobody() -> None:
    region = BigRegion.make(50, 1)

    assert together(region.world, [], (Goal("plaats0.stap2.0", 0),), 2) == []
