# SPDX-License-Identifier: EUPL-1.2
"""The compiled answers against trying everything, day by day, and against the three checkers."""

from __future__ import annotations

from random import Random

from ruimbaan.analytics.planning.blocking import smallest_blocking_set
from ruimbaan.analytics.planning.checking import unproven
from ruimbaan.analytics.planning.proof import Found
from ruimbaan.analytics.planning.searching import Search
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Finding, FindingKind, Plan
from ruimbaan.core.planner.blocking import readable_circle
from ruimbaan.core.planner.lateness import Target
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.lean import fewest_services
from ruimbaan.core.planner.plan_maker import PlanMaker
from ruimbaan.core.planner.possible import EverAtAll
from ruimbaan.core.planner.solve import TRIES
from ruimbaan.core.planner.world import World
from tests.core.twins.blocking import Untimed
from tests.core.twins.brute import front, schedules
from tests.core.twins.checkers import irreducibility, named_blocks, siphon
from tests.core.twins.validator import comes_true
from tests.core.twins.worlds import random_case

SECONDS = 60.0


def wrong(seed: int) -> list[str]:
    """What is not right on the world of this seed, in words."""
    rng = Random(seed)
    world, situation = random_case(rng)
    search = Search(world, situation, delta=rng.choice((1, 2, 7)))
    found = search.found(SECONDS)
    faults = [*_rows(search, found), *unproven(search, found)]
    for plan in plans(search, found):
        faults += irreducibility(world, situation, plan) + comes_true(world, situation, plan)
    return faults + _blocking(world, situation)


def _rows(search: Search, found: Found) -> list[str]:
    """Each row has the price, the lateness and, of all sets that may be shown, the set whose mask
    is the smallest number."""
    world, situation = search.problem.world, search.problem.situation
    lateness = {bent: s.lateness() for bent, s in schedules(world, situation).items()}
    wanted = [
        (row.asks, row.lateness, min(map(search.problem.bend, row.sets)))
        for row in front(world, lateness, search.delta)
    ]
    got = [(row.asks, row.lateness, row.bent) for row in found.rows]
    return [] if got == wanted and found.complete else [f"rows {got}, not {wanted}"]


def plans(search: Search, found: Found) -> list[Plan]:
    """The rows with their steps, as the core makes them."""
    most = search.schedule.extend(search.practice, sum(search.problem.rule_switch.values()))
    narrowed = search.schedule.narrowed(search.practice, most)
    target = Target(*narrowed, search.problem.goals)
    made = []
    for row in found.rows:
        state = search.state(row)
        services, _ = fewest_services(search.schedule, row.bent, state, TRIES)
        made.append(PlanMaker(search.schedule, target, row, state, services).plan())
    return made


def _blocking(world: World, situation: Situation) -> list[str]:
    """Each goal that nothing leads to has a set that blocks itself, and none is smaller."""
    unknown = {service.id for service in world.services.values() if service.wait.days is None}
    problem = lay_out(world, situation, assume_known=frozenset(unknown))
    ever, faults = EverAtAll(problem), list[str]()
    for goal in (goal.fact for goal in problem.goals):
        if ever.holds(problem.index[goal]):
            continue
        found = smallest_blocking_set(problem, ever, goal)
        smallest = Untimed(world, situation).smallest_self_blocking(goal)
        if not found.proven_smallest or frozenset(found.members) not in smallest:
            faults.append(f"{found} is none of the smallest: {smallest}")
        told = Finding(
            goal,
            FindingKind.DEADLOCK,
            facts=found.members,
            blocks=found.blocks,
            cycle=readable_circle(found),
            missing=found.missing,
        )
        faults += siphon(world, situation, told) + named_blocks(world, told)
    return faults
