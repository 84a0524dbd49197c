# SPDX-License-Identifier: EUPL-1.2
"""What matters most: each choice against all rows, and the count of changes against brute force."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.directory.service import Condition
from ruimbaan.core.planner.choosing import (
    Matter,
    Size,
    fewest_changes,
    fewest_when_sure,
    row_for,
    size_of,
    whole_rows,
)
from ruimbaan.core.planner.solve import Solver
from tests.core.twins.brute import fewest_services
from tests.core.twins.tiny import offer, person, rule, tiny
from tests.core.twins.worlds import random_case

seeds = st.integers(min_value=0, max_value=2**32)


def two_doors(*, shared: bool = False) -> Solver:
    """Slow with one step; quick with two steps and a rule bent. `shared`: both of one organisation."""
    world = tiny(
        offer("slow", "a", wait=15),
        offer("paper", "b"),
        offer("quick", "a", needs=[Condition("b"), Condition("c", "r")]),
        rules=[rule("r")],
    )
    services = {name: replace(one, provider=name) for name, one in world.services.items()}
    if shared:
        services = {name: replace(one, provider="org") for name, one in services.items()}
    return Solver(replace(world, services=services), person(goals="a"))


def test_quick_with_more_steps_or_slow_with_one():
    solver = two_doors()

    rows = {matter: row_for(solver, matter) for matter in Matter}

    assert rows == {Matter.SOONEST: 1, Matter.FEWEST_CHANGES: 0, Matter.LEAST_ASKING: 0}
    assert (size_of(solver, 0), size_of(solver, 1)) == (Size(1, 1), Size(2, 2))


def test_organisations_count_once():
    assert size_of(two_doors(shared=True), 1) == Size(changes=2, counters=1)


def test_a_way_that_brings_less_is_no_easy_way():
    world = tiny(
        offer("first", "a"),
        offer("second", "b", needs=[Condition("c", "r")]),
        rules=[rule("r")],
    )
    solver = Solver(world, person(goals="a b"))

    assert whole_rows(solver.points) == (1,)
    assert row_for(solver, Matter.LEAST_ASKING) == 1
    assert fewest_when_sure(solver) == 1
    assert fewest_changes(solver) == 1


def test_with_two_rows_that_bring_all_the_steps_must_be_counted():
    assert fewest_when_sure(two_doors()) is None


@pytest.mark.parametrize("matter", Matter)
def test_without_a_goal_there_is_one_row(matter: Matter):
    assert row_for(Solver(tiny(offer("first", "a")), person()), matter) == 0


@settings(max_examples=60)
@given(seeds)
def test_each_choice_is_best_at_its_own_thing(seed: int):
    world, situation = random_case(Random(seed))
    solver = Solver(world, situation)
    points = solver.points
    reached = [sum(day is not None for day in point.arrivals.values()) for point in points]
    whole = [row for row, goals in enumerate(reached) if goals == max(reached)]

    soonest, fewest, least = (row_for(solver, matter) for matter in Matter)

    assert points[soonest].lateness == min(point.lateness for point in points)
    assert points[least].asks == min(points[row].asks for row in whole)
    assert {fewest, least} <= set(whole)
    counted = {
        row: fewest_services(world, situation, frozenset(points[row].flexed)) for row in whole
    }
    assert size_of(solver, fewest).changes == min(counted.values())
    assert fewest_when_sure(solver) in {None, fewest}
