# SPDX-License-Identifier: EUPL-1.2
"""The random worlds are worth it: every operator occurs, matters, and the twins agree on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Plan, Step
from ruimbaan.core.planner.world import World
from tests.core.twins.ablation import ABLATIONS
from tests.core.twins.blocking import finding_kinds
from tests.core.twins.brute import bendable, front, schedules
from tests.core.twins.execution import Execution, Losses
from tests.core.twins.naive import Schedule, schedule
from tests.core.twins.show import describe
from tests.core.twins.worlds import random_case

SEEDS = range(300)
ENOUGH = 3


def everything(found: Schedule) -> Plan:
    """The maximal schedule written as a plan: every application there can be."""
    services = found.world.services
    steps = tuple(
        Step(name, day, day + wait, day + wait + services[name].lasts, day, day)
        for name, day, wait in sorted(found.begun)
    )
    world, bent = found.world, tuple(sorted(found.bent))
    return Plan("", world.as_of, bent, 0, 0, 0, found.arrivals(), steps)


def days_held(world: World, situation: Situation) -> object:
    rules = bendable(world)
    bends = [(), rules, *([rule] for rule in rules)]
    found = [schedule(world, situation, bent) for bent in bends]
    return [(each.arrivals(), each.uncovered(), each.lateness()) for each in found]


def rows(world: World, situation: Situation) -> object:
    late = {bent: found.lateness() for bent, found in schedules(world, situation).items()}
    return front(world, late, 1)


def kinds(world: World, situation: Situation) -> object:
    arrivals = schedule(world, situation).arrivals()
    return {f: finding_kinds(world, situation, f) for f, day in arrivals.items() if day is None}


def arrivals_with_losses(world: World, situation: Situation) -> object:
    plan = everything(schedule(world, situation))
    losing = Execution(world, situation, plan, Losses.AFTER).run()
    return {goal.fact: losing.arrival(goal.fact) for goal in situation.goals}


SEEN_IN: dict[str, Callable[[World, Situation], object]] = {
    "rule that may not bend": rows,
    "rule without a price": rows,
    "prices": rows,
    "right that asks nothing": rows,
    "rungs of the ladder": rows,
    "unanswered fact": kinds,
    "unknown wait": kinds,
    "discretion": kinds,
    "losses": arrivals_with_losses,
}


@pytest.mark.parametrize("name", ABLATIONS)
def test_every_operator_occurs_often_and_matters(name: str) -> None:
    ablation, answer, mattered, occurred = ABLATIONS[name], SEEN_IN.get(name, days_held), 0, 0
    for seed in range(1000):
        case = random_case(Random(seed), losses=True)
        without = ablation(case)
        occurred += without != case
        if without != case and mattered < ENOUGH:
            mattered += answer(*without) != answer(*case)
        if mattered == ENOUGH and seed >= 100:
            break

    assert occurred >= 10, f"{name} occurs in {occurred} worlds"
    assert mattered == ENOUGH, f"{name} makes a difference in {mattered} worlds"


def test_goals_are_reached_neither_always_nor_never() -> None:
    seen: Counter[str] = Counter()
    for seed in SEEDS:
        world, situation = random_case(Random(seed))
        practice, bent = schedule(world, situation), schedule(world, situation, bendable(world))
        for goal in situation.goals:
            before, after = practice.arrival(goal.fact), bent.arrival(goal.fact)
            seen["reached"] += before is not None
            seen["late"] += before is not None and before > goal.needed_by
            seen["opened by bending"] += before is None and after is not None
            seen["never"] += after is None

    assert min(seen.values()) > 30, seen


@pytest.mark.parametrize("start", range(0, 300, 50))
def test_carrying_everything_out_gives_the_days_of_the_maximal_schedule(start: int) -> None:
    for seed in range(start, start + 50):
        world, situation = random_case(Random(seed))
        for bent in ((), bendable(world)):
            found = schedule(world, situation, bent)
            done = Execution(world, situation, everything(found)).run()

            assert done.held == found.held, f"seed {seed}, {bent}\n{describe(world, situation)}"
            assert not done.refused
