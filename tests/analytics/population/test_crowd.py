# SPDX-License-Identifier: EUPL-1.2
"""What a change wins for a whole crowd at once is what the stairs say of it."""

from __future__ import annotations

from itertools import combinations

from ruimbaan.analytics.population.crowd import Crowd
from ruimbaan.analytics.population.figures import NOTHING, Figures, Won
from ruimbaan.analytics.population.ranking import within_reach
from ruimbaan.analytics.population.working import Job, Worker
from ruimbaan.integrations.population import load_population
from ruimbaan.integrations.regions import load_region
from tests.random_people import random_people

PEOPLE = 60


def test_a_change_wins_the_same_as_by_the_stairs():
    won = 0
    for seed in range(40):
        world, population = random_people(seed, rules=4)
        worker = Worker(Job(world, population, seed, 2))
        asked = worker.asking.asked(worker.drawn(0, PEOPLE))
        stairs = Figures(asked.people, worker.answered(asked.questions), world.span.horizon)
        crowd = Crowd(world, population, seed, PEOPLE, cores=1)
        for bent in map(frozenset, combinations(within_reach(world), 2)):
            assert crowd.won(bent) == stairs.won(bent)
            won += stairs.won(bent).days > 0
        for rule in world.rules:  # those that nobody may bend as well
            assert crowd.won({rule}) == stairs.won(frozenset({rule}))
    assert won > 20


def test_the_people_of_a_region_win_the_same_on_one_core_and_on_two():
    loaded = load_region("waalstad")
    population = load_population(loaded)
    one, two = (Crowd(loaded.world, population, 1, 70_000, cores) for cores in (1, 2))

    assert one.won({"R37-W"}) == two.won({"R37-W"})
    assert one.won({"R37-W"}).people > 0
    assert one.won(NOTHING) == Won(0, 0, 0)
