# SPDX-License-Identifier: EUPL-1.2
"""The compiled fixed point against the core, bit for bit, on hundreds of small random worlds and a
few big ones; as many more as one likes with tests/long/engine_twins.py.

Every failure names the seed; `random_case(Random(seed))` makes the world again.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from ruimbaan.analytics.planning.engine import Engine
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.lateness import arrivals
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem, Switches, bits
from ruimbaan.core.planner.schedule import solve_once
from tests.bench.big_regions import BigRegion
from tests.core.twins.show import describe
from tests.core.twins.worlds import random_case

BLOCK = 100
BIG = [(50, 1), (120, 2), (200, 3)]


def some(rng: Random, mask: Switches, share: float) -> Switches:
    return sum(switch for switch in bits(mask) if rng.random() < share)


def sets_of_switches(rng: Random, problem: Problem, rules: Switches) -> Iterator[Switches]:
    """Practice; some of these rules bent; all of them; and some services only."""
    yield problem.all_services
    yield problem.all_services | some(rng, rules, 0.5)
    yield problem.all_services | rules
    yield some(rng, problem.all_services, 0.7) | some(rng, rules, 0.3)


def difference(problem: Problem, wanted: State, got: State) -> str:
    """The first thing that is not the same; empty when all is."""
    for fact, right, found in zip(problem.facts, wanted.held, got.held, strict=True):
        if right != found:
            return f"{fact} holds on {right:b}, not {found:b}"
    for way, right, found in zip(problem.ways, wanted.applied, got.applied, strict=True):
        if right != found:
            return f"{way.door} is applied for on {right:b}, not {found:b}"
    return "" if wanted == got else "other switches"


def differences(problem: Problem, rng: Random) -> list[str]:
    engine, found = Engine(problem), []
    for switches in sets_of_switches(rng, problem, sum(problem.rule_switch.values())):
        wanted = solve_once(problem, switches)
        found.append(difference(problem, wanted, engine.solve(switches)))
        if engine.arrivals(switches) != arrivals(problem, wanted):
            found.append(f"arrivals with {switches:b}")
    return [line for line in found if line]


@pytest.mark.parametrize("start", range(0, 600, BLOCK))
def test_the_engine_has_the_days_of_the_core(start: int) -> None:
    for seed in range(start, start + BLOCK):
        rng = Random(seed)
        world, situation = random_case(rng)
        problem = lay_out(world, situation, every_receipt=rng.random() < 0.5)

        assert differences(problem, rng) == [], (seed, describe(world, situation))


@pytest.mark.parametrize(("services", "seed"), BIG)
def test_the_engine_has_the_days_of_the_core_in_a_big_region(services: int, seed: int) -> None:
    region = BigRegion.make(services, seed)
    for number in range(8):
        problem = lay_out(region.world, region.person(number))

        assert differences(problem, Random(number)) == [], (services, seed, number)


def test_the_same_engine_answers_again_what_it_answered_before() -> None:
    region = BigRegion.make(60, 4)
    problem = lay_out(region.world, region.person(0))
    engine = Engine(problem)
    before = engine.solve(problem.all_services)

    engine.solve(problem.all_services | sum(problem.rule_switch.values()))

    assert engine.solve(problem.all_services) == before
