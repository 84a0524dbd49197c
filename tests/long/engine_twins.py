# SPDX-License-Identifier: EUPL-1.2
"""The compiled fixed point against the core and against the day-by-day twin, on as many random
worlds as one likes. `make test` runs the first few hundred.

python -m tests.long.engine_twins --worlds 10000 --processes 2

Of each world four sets of switches are tried: practice, some rules bent, all rules bent, and some
rules bent with some services only. Engine and core must have the same days for each fact and each
way; the twin, which knows no ways, the same days for each fact, by worlds and rules alone.
A run that was cut off says up to which seed all is done; go on from there with --first.
Ends with exit code 1 when two do not agree; the seed is printed.
"""

from __future__ import annotations

from random import Random

from ruimbaan.analytics.planning.engine import Engine
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem
from ruimbaan.core.planner.schedule import solve_once
from tests.analytics.planning.test_engine_twins import difference, sets_of_switches
from tests.core.twins.naive import schedule
from tests.core.twins.worlds import random_case
from tests.long.seeded import run_seeds

SAID_EACH = 500  # seeds


def wrong(seed: int) -> list[str]:
    rng = Random(seed)
    problem = lay_out(*random_case(rng), every_receipt=True)
    engine, found = Engine(problem), []
    rules = problem.world.rules.values()
    # Of a rule that nobody may bend the twin knows that; it is never among the bent ones.
    may_bend = problem.bend(rule.id for rule in rules if rule.may_bend)
    for switches in sets_of_switches(rng, problem, may_bend):
        got = engine.solve(switches)
        found.append(difference(problem, solve_once(problem, switches), got))
        found.append(beside_the_twin(problem, got))
    return [line for line in found if line]


def beside_the_twin(problem: Problem, got: State) -> str:
    bent, services = problem.rules_in(got.switches), problem.services_in(got.switches)
    twin = schedule(problem.world, problem.situation, bent, services=services)
    for fact, days in zip(problem.facts, got.held, strict=True):
        wanted = sum(1 << (day + problem.span.history) for day in twin.held[fact])
        if wanted != days:
            return f"{fact} holds on {wanted:b} by the twin, not {days:b}"
    return ""


def main() -> int:
    return run_seeds(
        __doc__,
        wrong,
        what="engine, core and twin do not agree",
        each=SAID_EACH,
        begin=wrong,  # compiled once, for all processes
    )


if __name__ == "__main__":
    raise SystemExit(main())
