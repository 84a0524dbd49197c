# SPDX-License-Identifier: EUPL-1.2
"""Whom a deadlock catches: nobody who gets there, and everybody of whom the planner says it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ruimbaan.analytics.population.deadlocks import Deadlock, Trap, deadlocks
from ruimbaan.analytics.population.working import Job, Worker
from ruimbaan.core.journey.drawing import draw
from ruimbaan.core.journey.population import Drawn, situation_of
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import FindingKind
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World
from tests.core.twins.naive import schedule
from tests.random_people import random_people

SEEDS = range(80)
PEOPLE = 25


def found_in(seed: int) -> tuple[World, list[Situation], tuple[Deadlock, ...]]:
    """The people of a random world, and the deadlocks they meet."""
    world, population = random_people(seed)
    drawn = Counter(draw(population, 1, number) for number in range(PEOPLE))
    worker = Worker(Job(world, population, 1, 2))
    asked = worker.asking.asked(drawn)
    stairs = worker.answered(asked.questions)
    horizon = world.span.horizon
    stuck = [one for one, at in asked.number.items() if stairs[at].practice == horizon]
    persons = [situation_of(population, one) for one in drawn.elements()]
    return world, persons, deadlocks(worker.asking, drawn, stuck)


def test_who_is_caught_never_gets_there():
    found = 0
    for seed in SEEDS:
        world, persons, all_of_them = found_in(seed)
        for one in all_of_them:
            goal, members = one.finding.goal, one.finding.facts
            caught = 0
            for person in persons:
                problem = lay_out(world, person)
                wants = any(wanted.fact == goal for wanted in person.goals)
                if wants and Trap(problem, members).catches(problem.initial):
                    caught += 1
                    assert schedule(world, person, frozenset()).arrival(goal) is None
            assert 0 < caught <= one.people <= PEOPLE
            found += 1
    assert found > 3


def test_whoever_the_planner_says_is_stuck_is_caught():
    stuck = 0
    for seed in SEEDS:
        world, persons, all_of_them = found_in(seed)
        for person in persons:
            findings = Solver(world, person).findings
            said = [one for one in findings if one.kind is FindingKind.DEADLOCK]
            for one in said:
                problem = lay_out(world, person)
                assert Trap(problem, one.facts).catches(problem.initial)
            stuck += bool(said)
            assert all_of_them or not said
    assert stuck > 30


def test_a_trap_lets_go_of_whoever_has_one_of_its_facts():
    for seed in SEEDS:
        world, population = random_people(seed)
        situation = situation_of(population, draw(population, 1, 0))
        for finding in Solver(world, situation).findings:
            if finding.kind is not FindingKind.DEADLOCK:
                continue
            problem = lay_out(world, situation)
            held = list(problem.initial)
            held[problem.index[finding.cycle[0].fact]] = problem.span.every_day
            having = replace(problem, initial=tuple(held))

            assert not Trap(having, finding.facts).catches(having.initial)


def test_nobody_stuck_is_no_deadlock():
    world, population = random_people(1)
    worker = Worker(Job(world, population, 1, 2))

    assert deadlocks(worker.asking, {Drawn(0, 0): 3}, []) == ()
