# SPDX-License-Identifier: EUPL-1.2
"""How long one person's earliest arrival takes with the compiled engine: in regions of 50 to 2,000
services, beside the core and beside CP-SAT; and what compiling costs.

.venv/bin/pytest tests/bench/bench_engine.py -o python_files="bench_*.py" -p no:randomly -s

Seconds are those of the processor, on one core. Each person's question is asked five times after
one to warm up; the middle one counts.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import distribution
from pathlib import Path
from random import Random
from time import process_time

import pytest

from ruimbaan.analytics.planning.engine import Engine
from ruimbaan.analytics.planning.many import arrivals_of_many, people
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.lateness import arrivals
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem
from ruimbaan.core.planner.schedule import solve_once
from tests.bench.big_regions import BigRegion
from tests.bench.targets import seconds, times, told
from tests.long.cpsat_arrival import Arrival, lasting
from tests.long.cpsat_days import Days, not_kept_up

SIZES = (50, 200, 1000, 2000)
PERSONS, OF_THE_CORE, AGAIN = 200, 20, 5
# How many persons CP-SAT is asked about; on days it takes seconds for each.
ON_DAYS = {50: 8, 200: 3}
LASTING = {50: 10, 200: 10, 1000: 5, 2000: 3}
MOST_SECONDS, LEAST_TIMES = 0.002, 1000
MB = 1_000_000
COLD = """
import json, resource
from time import process_time
before = process_time()
from ruimbaan.analytics import warming
imported = process_time()
warming.engine()
asked = process_time()
warming.front()
found = process_time()
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
print(json.dumps([imported - before, asked - imported, found - asked, most]))
"""


def asked(engine: Engine, problem: Problem) -> float:
    """Seconds of one question: from what somebody has to the days of everything."""
    compiled = engine.compiled
    on, initial = compiled.on(problem.all_services), compiled.rows([*problem.initial, 0])
    engine.run(on, initial)
    taken = []
    for _ in range(AGAIN):
        begin = process_time()
        engine.run(on, initial)
        taken.append(process_time() - begin)
    return statistics.median(taken)


def one_percent(taken: Sequence[float]) -> float:
    """What 99 of 100 stay below."""
    return sorted(taken)[min(len(taken) - 1, int(0.99 * len(taken)))]


def per_person(region: BigRegion, engine: Engine) -> tuple[list[float], list[float]]:
    fast, slow = [], []
    for number in range(PERSONS):
        problem = lay_out(region.world, region.person(number))
        fast.append(asked(engine, problem))
        if number < OF_THE_CORE:
            begin = process_time()
            state = solve_once(problem, problem.all_services)
            slow.append(process_time() - begin)
            assert engine.compiled.sets(engine.work.held[:-1]) == state.held
    return fast, slow


@pytest.mark.parametrize("services", SIZES)
def test_earliest_arrival_with_windows(services):
    region = BigRegion.make(services, 1)
    problem = lay_out(region.world, region.person(0))
    begin = process_time()
    engine = Engine(problem)
    laid_out = process_time() - begin
    fast, slow = per_person(region, engine)
    arrays = (*engine.compiled.layout, *engine.work)
    memory = sum(getattr(array, "nbytes", 0) for array in arrays) / MB

    middle, core = statistics.median(fast), statistics.median(slow)
    print(f"\n{services} services, {len(problem.ways)} ways, {len(region.world.rules)} rules")
    print(f"  99 of 100 within {1e6 * one_percent(fast):.0f} us, most {1e6 * max(fast):.0f} us")
    print(f"  middle {1e6 * middle:.0f} us, core {1e6 * core:.0f} us, {core / middle:.0f} x")
    print(f"  laid out once in {laid_out:.2f} s, {memory:.1f} MB of arrays")
    assert seconds(f"  99 of 100 of {PERSONS} persons", MOST_SECONDS, one_percent(fast))


@pytest.mark.parametrize("services", ON_DAYS)
def test_cp_sat_with_windows(services):
    region = BigRegion.make(services, 1)
    world, fast, slow = not_kept_up(region.world), [], []
    for number in range(ON_DAYS[services]):
        problem = lay_out(world, region.person(number))
        engine = Engine(problem)
        proven = Days(problem, problem.all_services).proven()
        assert proven.optimal
        assert dict(proven.arrivals) == engine.arrivals(problem.all_services)
        fast.append(asked(engine, problem))
        slow.append(proven.seconds)

    shown(services, "CP-SAT with windows", fast, slow)
    middle, same = statistics.median(slow), statistics.median(fast)
    assert times(f"  {services} services, CP-SAT with windows", LEAST_TIMES, middle, same)


@pytest.mark.parametrize("services", LASTING)
def test_cp_sat_where_everything_lasts(services):
    """The easier question, for which CP-SAT needs no days: no target, told for honesty."""
    region = BigRegion.make(services, 1)
    fast, slow = [], []
    for number in range(LASTING[services]):
        problem = lay_out(*lasting(region.world, region.person(number)))
        engine = Engine(problem)
        proven = Arrival(problem, problem.all_services).proven()
        assert proven.optimal
        assert dict(proven.arrivals) == engine.arrivals(problem.all_services)
        fast.append(asked(engine, problem))
        slow.append(proven.seconds)

    shown(services, "CP-SAT where everything lasts", fast, slow)


def shown(services: int, what: str, fast: list[float], slow: list[float]) -> None:
    ratios = sorted(each / same for each, same in zip(slow, fast, strict=True))
    print(
        f"\n{services} services, {what}, {len(slow)} persons proven equal: "
        f"{statistics.median(slow):.3f} s beside {1e6 * statistics.median(fast):.0f} us, "
        f"{ratios[0]:,.0f} to {ratios[-1]:,.0f} x"
    )


@pytest.mark.parametrize("services", [200, 1000])
def test_many_persons(services):
    region = BigRegion.make(services, 1)
    persons = [region.person(number) for number in range(2000)]
    problem = lay_out(region.world, Situation("iedereen", goals=persons[0].goals))
    compiled = Engine(problem).compiled
    on, facts = compiled.on(problem.all_services), [problem.index[g.fact] for g in problem.goals]
    everybody = people(compiled, persons)
    arrivals_of_many(compiled, on, everybody, facts, threads=1)
    begin = process_time()
    found = arrivals_of_many(compiled, on, everybody, facts, threads=1)
    took = process_time() - begin

    somebody = Random(1).randrange(len(persons))
    alone = lay_out(
        region.world, Situation("een", facts=persons[somebody].facts, goals=problem.goals)
    )
    days = arrivals(alone, solve_once(alone, alone.all_services)).values()
    assert found[somebody].tolist() == [1024 if day is None else day for day in days]
    print(f"\n{services} services: {len(persons) / took:,.0f} persons a second on one core")


def test_what_compiling_costs(tmp_path):
    cold, warm = (started(tmp_path) for _ in range(2))

    for name, run in (("nothing compiled", cold), ("compiled before", warm)):
        imported, engine, front, memory = run
        print(
            f"\n{name}: imported {imported:.1f} s, first answer {engine:.1f} s, "
            f"first front {front:.1f} s, {memory:.0f} MB at most"
        )
    assert told("  first answer, compiled before", "<= 1 s", f"{warm[1]:.2f} s", warm[1] <= 1)


def started(cache: Path) -> list[float]:
    """A process of its own, which keeps what it compiles in this folder."""
    surroundings = os.environ | {"NUMBA_CACHE_DIR": str(cache)}
    command = [sys.executable, "-c", COLD]
    ran = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    figures: list[float] = json.loads(ran.stdout)
    return figures


def test_what_it_takes_on_disk():
    for name in ("numba", "llvmlite"):
        files = distribution(name).files or ()
        size = sum(
            path.stat().st_size for file in files if (path := Path(str(file.locate()))).is_file()
        )
        print(f"\n{name} {distribution(name).version}: {size / MB:.0f} MB installed")
        assert size > 0
