# SPDX-License-Identifier: EUPL-1.2
"""How long plans take when steps get in each other's way: our three people with only so many
appointments a week, and small random worlds.

.venv/bin/pytest -q -s tests/bench/bench_conflicts.py
"""

from __future__ import annotations

import statistics
from dataclasses import replace
from random import Random
from time import process_time

import pytest

from ruimbaan.core.planner.partial import first_in_time
from ruimbaan.core.planner.solve import Solver
from tests.core.twins.clashing_worlds import clashing_case
from tests.stories.golden_files import find

RANDOM_WORLDS = 300


@pytest.fixture
def say(capsys):
    def line(text: str) -> None:
        with capsys.disabled():
            print(f"\n{text}", end="")

    return line


@pytest.mark.parametrize("most", [None, 8, 6, 4])
@pytest.mark.parametrize("name", ["sterre", "karim", "wim"])
def test_people_with_so_many_appointments_a_week(say, name, most):
    world, situation = find(name)
    begin = process_time()

    solver = Solver(world, replace(situation, most_appointments=most))
    plan = solver.plan(first_in_time(solver))

    took, rows = process_time() - begin, len(solver.points)
    assert rows
    proven = (
        "proven"
        if solver.complete and not plan.gap
        else f"not proven best, gap of the plan {plan.gap}"
    )
    say(f"{name}, {most or 'any number'} a week: {took:.2f} s cpu, {rows} rows, {proven}")


def test_random_worlds_with_clashes(say):
    taken, round_it = [], 0
    for seed in range(RANDOM_WORLDS):
        world, situation = clashing_case(Random(seed))
        begin = process_time()
        answer = Solver(world, situation).answer()
        taken.append(process_time() - begin)
        round_it += any(plan.clashes for plan in answer.front)

    taken.sort()
    middle, slow = statistics.median(taken), taken[int(RANDOM_WORLDS * 0.95)]
    assert round_it
    say(
        f"tiny worlds: median {1000 * middle:.1f} ms, 95% within {1000 * slow:.1f} ms cpu;"
        f" {round_it} of {RANDOM_WORLDS} go round something"
    )
