# SPDX-License-Identifier: EUPL-1.2
"""Every smallest set of rules that brings a goal sooner, against trying all sets of rules."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from random import Random

import pytest

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem
from ruimbaan.core.planner.relevant import Relevance, only
from ruimbaan.core.planner.staircase import Staircase, Staircases
from ruimbaan.core.planner.world import World
from tests.core.twins.brute import bendable, subsets
from tests.core.twins.naive import schedule
from tests.core.twins.worlds import random_case

SEEDS = range(120)


@cache
def asked(seed: int) -> tuple[World, Situation, Problem]:
    """A world, somebody with one goal, and the planner's own problem of that."""
    world, someone = random_case(Random(seed))
    one = replace(someone, goals=someone.goals[:1])
    return world, one, lay_out(world, one)


@cache
def days_of(seed: int) -> dict[frozenset[str], int]:
    """Per set of rules the day of arrival, by the slow twin."""
    world, someone, _ = asked(seed)
    found = {}
    for bent in subsets(bendable(world)):
        day = schedule(world, someone, bent).arrival(someone.goals[0].fact)
        found[bent] = world.span.horizon if day is None else day
    return found


def climbed(world: World, problem: Problem, most: int) -> Staircase:
    reach = problem.bend(bendable(world))
    beside = sum(problem.rule_switch.values()) - reach
    return Staircases(reach, beside, most).of(problem)


@pytest.mark.parametrize("most", [1, 2, 5])
def test_the_stairs_are_all_sets_that_cannot_do_without_any_of_their_rules(most: int):
    climbs = 0
    for seed in SEEDS:
        world, _, problem = asked(seed)
        days = days_of(seed)
        expected = {
            (bent, day)
            for bent, day in days.items()
            if 0 < len(bent) <= most and all(day < days[bent - {rule}] for rule in bent)
        }
        found = climbed(world, problem, most)

        assert {(frozenset(one.rules), one.arrives) for one in found.stairs} == expected
        assert found.practice == days[frozenset()]
        assert found.best == days[frozenset(bendable(world))]
        climbs += len(expected) > 1
    assert climbs > 5


def test_two_rules_that_only_open_something_together_are_found():
    together = 0
    for seed in SEEDS:
        world, _, problem = asked(seed)
        days = days_of(seed)
        stairs = climbed(world, problem, 2).stairs
        for one in stairs:
            alone = [days[frozenset({rule})] for rule in one.rules]
            together += len(one.rules) == 2 and alone == [days[frozenset()]] * 2
    assert together


def test_what_does_not_matter_changes_nothing():
    """Laid out with only what matters for the goal, for every goal that somebody could have."""
    smaller = 0
    for seed in SEEDS:
        world, _, problem = asked(seed)
        relevance = Relevance(problem)
        for goal in problem.goals:
            alone = replace(problem, goals=(goal,))
            what = relevance.of(problem.index[goal.fact], problem.initial)
            less = only(problem, what, goal)
            smaller += len(less.ways) < len(problem.ways)

            assert climbed(world, less, 3) == climbed(world, alone, 3)
    assert smaller > len(SEEDS) // 2


def test_what_nobody_may_bend_stands_beside_each_alone():
    found = 0
    for seed in SEEDS:
        world, _, problem = asked(seed)
        stairs = climbed(world, problem, 2)
        for one in stairs.beside:
            (rule,) = one.rules
            assert not world.rules[rule].may_bend
            assert one.arrives < stairs.practice
        found += len(stairs.beside)
    assert found
