# SPDX-License-Identifier: EUPL-1.2
"""The compiled climb gives the stairs of the core, one for one."""

from __future__ import annotations

from collections import Counter

import pytest

from ruimbaan.analytics.population import answering
from ruimbaan.analytics.population.ranking import within_reach
from ruimbaan.analytics.population.working import Job, Worker
from ruimbaan.core.journey.drawing import draw
from ruimbaan.core.journey.population import Population
from ruimbaan.core.journey.situation import Goal
from ruimbaan.core.planner.relevant import only
from ruimbaan.core.planner.staircase import Staircase, Staircases
from ruimbaan.core.planner.world import World
from ruimbaan.integrations.population import load_population
from ruimbaan.integrations.regions import load_region
from tests.random_people import random_people


def both(
    world: World, population: Population, people: int, most: int
) -> tuple[list[Staircase], list[Staircase]]:
    """By the core and compiled, for each question of these people."""
    worker = Worker(Job(world, population, 1, most))
    drawn = Counter(draw(population, 1, number) for number in range(people))
    questions = worker.asking.asked(drawn).questions
    slow = []
    for one in questions:
        problem = worker.asking.layout(one.plan_from)
        reach = problem.bend(within_reach(world))
        stairs = Staircases(reach, sum(problem.rule_switch.values()) - reach, most)
        slow.append(stairs.of(only(problem, one.what, Goal(one.goal, 0))))
    return slow, worker.answered(questions)


@pytest.mark.parametrize("most", [2, 4])
def test_random_people_climb_the_same_stairs(most: int):
    climbs = 0
    for seed in range(60):
        slow, fast = both(*random_people(seed, rules=5), 15, most)

        assert fast == slow
        climbs += sum(len(one.stairs) > 2 for one in fast)
    assert climbs > 10


def test_people_of_a_region_climb_the_same_stairs():
    loaded = load_region("waalstad")
    slow, fast = both(loaded.world, load_population(loaded), 8, 3)

    assert fast == slow
    assert max(len(one.stairs) for one in fast) > 20


def test_without_room_for_all_sets_there_is_made_more(monkeypatch: pytest.MonkeyPatch):
    loaded = load_region("waalstad")
    population = load_population(loaded)
    _, roomy = both(loaded.world, population, 4, 3)
    monkeypatch.setattr(answering, "FIRST_ROOM", 2)
    _, tight = both(loaded.world, population, 4, 3)

    assert tight == roomy
