# SPDX-License-Identifier: EUPL-1.2
"""Compiled futures against the core's, on the same waits: the same days, every one of them."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from ruimbaan.analytics.futures.engine import Compiled
from ruimbaan.analytics.futures.lasting import is_lasting
from ruimbaan.core.directory.service import AllOf, Anchor, AnyOf, Condition, Need
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.futures import Plainly, chances
from ruimbaan.core.planner.futures_problem import settled
from ruimbaan.core.planner.futures_waits import Futures
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem
from ruimbaan.core.planner.solve import solve
from ruimbaan.core.planner.world import World
from tests.core.twins import futures as twin
from tests.core.twins.worlds import random_case

BLOCK = 50
COUNT = 6
ENGINE = Compiled()


def nothing_runs_out(world: World, situation: Situation) -> tuple[World, Situation]:
    """The same, where what a service gives is for ever; the own facts still come and go."""
    services = {}
    for name, service in world.services.items():
        services[name] = replace(
            service,
            needs=tuple(_lasting(need) for need in service.needs),
            gives=tuple(replace(g, valid=None, while_receiving=False) for g in service.gives),
            is_support=False,
        )
    facts = {name: replace(fact, maintained_within=None) for name, fact in world.facts.items()}
    windows = tuple(
        replace(one, until=None) if one.fact.startswith(("m", "v")) else one
        for one in situation.facts
    )
    wanted = tuple(goal for goal in situation.goals if not goal.fact.startswith("krijgt"))
    goals = wanted or (replace(situation.goals[0], fact="m0"),)
    there = replace(world, services=services, facts=facts, helpers=())
    return there, replace(situation, facts=windows, goals=goals)


def _lasting(need: Need) -> Need:
    if isinstance(need, AnyOf):
        return AnyOf(tuple(map(_lasting, need.options)))
    if isinstance(need, AllOf):
        return AllOf(tuple(map(_lasting, need.parts)))
    if need.fact.startswith(("krijgt", "h")):
        return Condition("m0", need.rule)
    made = need.fact.startswith(("m", "v"))
    at = need.at if not made or need.rule is None else Anchor.APPLICATION
    return replace(need, at=at, rule=None if made else need.rule)


def mismatches(world: World, situation: Situation, seed: int) -> tuple[list[str], Problem]:
    problem = lay_out(world, situation)
    waits = Futures(COUNT, seed).waits(world, world.services)
    found = []
    for plan in solve(world, situation).front:
        switches = problem.all_services | problem.bend(plan.flexed)
        slow = Plainly.everywhere(problem, switches, waits, COUNT)
        if ENGINE.everywhere(problem, switches, waits, COUNT) != slow:
            found.append(f"seed {seed}, {plan.flexed}: everywhere")
        slow = Plainly.route(problem, switches, plan.steps, waits, COUNT)
        if ENGINE.route(problem, switches, plan.steps, waits, COUNT) != slow:
            found.append(f"seed {seed}, {plan.flexed}: alone")
    return found, problem


@pytest.mark.parametrize("first", range(0, 500, BLOCK))
def test_any_world(first):
    wrong: list[str] = []
    renewed = 0
    for seed in range(first, first + BLOCK):
        rng = Random(seed)
        world, situation = random_case(rng)
        found, problem = mismatches(twin.with_spreads(world, rng), situation, seed)
        wrong += found
        small = settled(problem, problem.all_services)
        runs_out = any(gift.valid for way in small.ways if way.door for gift in way.effects)
        renewed += runs_out and is_lasting(small)

    assert not wrong
    assert renewed > BLOCK // 50  # what runs out and can be had again goes side by side too


@pytest.mark.parametrize("first", range(0, 500, BLOCK))
def test_worlds_in_which_nothing_runs_out_go_side_by_side(first):
    wrong: list[str] = []
    side_by_side = 0
    for seed in range(first, first + BLOCK):
        rng = Random(seed)
        world, situation = nothing_runs_out(*random_case(rng))
        found, problem = mismatches(twin.with_spreads(world, rng), situation, seed)
        wrong += found
        side_by_side += is_lasting(settled(problem, problem.all_services))

    assert not wrong
    assert side_by_side > BLOCK // 2


def test_more_futures_than_fit_in_a_row_and_on_two_threads():
    for seed in (3, 7, 19):
        rng = Random(seed)
        for case in (random_case(rng), nothing_runs_out(*random_case(rng))):
            world, situation = twin.with_spreads(case[0], rng), case[1]
            problem, plan = lay_out(world, situation), solve(world, situation).front[-1]

            assert chances(problem, plan, Futures(300, seed), ENGINE) == chances(
                problem, plan, Futures(300, seed)
            )


def test_waits_beyond_the_span_are_never_over():
    world, situation = random_case(Random(5))
    problem, plan = lay_out(world, situation), solve(world, situation).front[-1]
    waits = {name: (10, 40_000, 1_000_000) for name, s in world.services.items() if s.wait.days}
    switches = problem.all_services | problem.bend(plan.flexed)

    assert ENGINE.everywhere(problem, switches, waits, 3) == Plainly.everywhere(
        problem, switches, waits, 3
    )
    assert ENGINE.route(problem, switches, plan.steps, waits, 3) == Plainly.route(
        problem, switches, plan.steps, waits, 3
    )
