# SPDX-License-Identifier: EUPL-1.2
"""With room for everybody, each goal is reached on the very day that the planner says."""

from __future__ import annotations

from math import inf
from random import Random

import pytest
from simpy import Environment

from ruimbaan.analytics.simulation.desk import Desk
from ruimbaan.analytics.simulation.routes import route_of
from ruimbaan.analytics.simulation.walking import Person
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.lateness import arrivals
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.schedule import solve_once
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import LadderStep
from ruimbaan.integrations.regions import list_regions, load_region
from tests.core.twins.worlds import random_case

BLOCK = 50
WORLDS = range(0, 600, BLOCK)
DAY_0 = 5000.0  # any day of a region
Days = tuple[int | None, ...]


def planned(world: World, situation: Situation, bent: list[str]) -> Days:
    problem = lay_out(world, situation)
    state = solve_once(problem, problem.all_services | problem.bend(bent))
    return tuple(arrivals(problem, state).values())


def walked(world: World, situation: Situation, bent: list[str], *, desks: bool) -> tuple[Days, int]:
    """The day on which each goal is reached, and how often something was asked for anew; with a desk
    of endless places at every service, or with none."""
    env = Environment()
    here = {service: Desk(env, inf) for service in world.services} if desks else {}
    route = route_of(lay_out(world, situation), bent)
    person = Person(env, route, DAY_0, here, lambda *_told: None, stated=True)
    env.timeout(DAY_0 + situation.plan_from).callbacks.append(person.look)
    env.run()
    return person.arrivals(), person.repeats


def differences(world: World, situation: Situation, bent: list[str]) -> list[str]:
    wanted = (planned(world, situation, bent), 0)
    found = {desks: walked(world, situation, bent, desks=desks) for desks in (False, True)}
    return [f"{desks}: {one} not {wanted}" for desks, one in found.items() if one != wanted]


@pytest.mark.parametrize("first", WORLDS)
def test_random_worlds(first: int):
    wrong = {}
    for seed in range(first, first + BLOCK):
        rng = Random(seed)
        world, situation = random_case(rng)
        bent = [rule for rule in world.rules if rng.random() < 0.3]
        if found := differences(world, situation, bent):
            wrong[seed] = found

    assert wrong == {}


@pytest.mark.parametrize("region", list_regions())
def test_every_person_and_situation_of_a_region(region: str):
    loaded = load_region(region)
    wrong = {}
    for name in loaded.situations:
        world, situation = loaded.for_person(name)
        rules = world.rules.items()
        early = [one for one, rule in rules if rule.step is LadderStep.START_EARLIER]
        room = [one for one, rule in rules if rule.may_bend]
        for bent in ([], early, room):
            if found := differences(world, situation, bent):
                wrong[name, len(bent)] = found

    assert wrong == {}
