# SPDX-License-Identifier: EUPL-1.2
"""Smallest self-blocking sets by a whole number program, against the core and its checkers."""

from __future__ import annotations

from random import Random

import pytest

from ruimbaan.analytics.planning.blocking import smallest_blocking_set
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Finding, FindingKind
from ruimbaan.core.planner.blocking import readable_circle
from ruimbaan.core.planner.blocking import smallest_blocking_set as smallest_of_the_core
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.possible import EverAtAll, InTime, Possible
from ruimbaan.core.planner.problem import Problem
from ruimbaan.core.planner.schedule import solve_once
from ruimbaan.core.planner.world import World
from tests.bench.big_regions import BigRegion
from tests.core.twins.checkers import named_blocks, siphon
from tests.core.twins.worlds import random_case

BLOCK = 100
SEEDS = range(0, 1000, BLOCK)


def known(world: World, situation: Situation) -> Problem:
    """A service whose wait nobody knows does exist: it has none."""
    unknown = {service.id for service in world.services.values() if service.wait.days is None}
    return lay_out(world, situation, assume_known=frozenset(unknown))


def differences(problem: Problem, possible: Possible, goal: str) -> list[str]:
    found = smallest_blocking_set(problem, possible, goal)
    wanted = smallest_of_the_core(problem, possible, goal)
    assert wanted.proven_smallest
    same = len(found.members) == len(wanted.members) and found.proven_smallest
    return [] if same else [f"{found} is not as small as {wanted}"]


def checked(problem: Problem, goal: str) -> list[str]:
    """What the checkers of the core say of a set that blocks itself whatever the days are."""
    found = smallest_blocking_set(problem, EverAtAll(problem), goal)
    finding = Finding(
        goal,
        FindingKind.DEADLOCK,
        facts=found.members,
        blocks=found.blocks,
        cycle=readable_circle(found),
        missing=found.missing,
    )
    world, situation = problem.world, problem.situation
    return [*siphon(world, situation, finding), *named_blocks(world, finding)]


def wrong_in(world: World, situation: Situation) -> list[str]:
    problem = known(world, situation)
    state = solve_once(problem, problem.all_services)
    ever, in_time = EverAtAll(problem), InTime(problem, state)
    wrong: list[str] = []
    for goal in (goal.fact for goal in problem.goals):
        if not ever.holds(problem.index[goal]):
            wrong += differences(problem, ever, goal) + checked(problem, goal)
        elif not in_time.holds(problem.index[goal]):
            wrong += differences(problem, in_time, goal)
    return wrong


@pytest.mark.parametrize("start", SEEDS)
def test_as_small_as_the_core_and_true(start: int) -> None:
    wrong = {seed: wrong_in(*random_case(Random(seed))) for seed in range(start, start + BLOCK)}

    assert not any(wrong.values()), {seed: lines for seed, lines in wrong.items() if lines}


@pytest.mark.parametrize("seed", range(4))
def test_as_small_as_the_core_in_a_big_region(seed: int) -> None:
    region = BigRegion.make(200, seed)

    assert not [line for at in range(25) for line in wrong_in(region.world, region.person(at))]


def test_a_set_that_is_not_proven_is_still_true() -> None:
    region = BigRegion.make(200, 1)
    problem = known(region.world, region.person(45))  # one that needs the program
    goal = problem.goals[0].fact
    found = smallest_blocking_set(problem, EverAtAll(problem), goal, seconds=0)

    assert len(found.members) >= len(
        smallest_of_the_core(problem, EverAtAll(problem), goal).members
    )
    finding = Finding(goal, FindingKind.DEADLOCK, facts=found.members, blocks=found.blocks)
    assert not siphon(problem.world, problem.situation, finding)
