# SPDX-License-Identifier: EUPL-1.2
"""How long a whole answer takes: reading the example world, and all best routes through it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial
from random import Random

import pytest

from ruimbaan.core.planner.solve import solve
from ruimbaan.integrations.worldfile import load_world
from tests.core.twins.worlds import random_case
from tools.paths import ROOT

EXAMPLE = ROOT / "demo" / "voorbeeld"
TIMES = 25
RANDOM_WORLDS = 100


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Callable[[str, list[float]], None]:
    """Prints one line of figures, in milliseconds."""

    def line(what: str, seconds: list[float]) -> None:
        taken = sorted(1000 * one for one in seconds)
        middle, slow = statistics.median(taken), taken[int(len(taken) * 0.95)]
        with capsys.disabled():
            print(f"\n{what}: median {middle:.1f} ms, 95% within {slow:.1f} ms, {len(taken)} times")

    return line


def seconds_of(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def test_reading_the_example(report):
    report("reading the example", [seconds_of(lambda: load_world(EXAMPLE)) for _ in range(TIMES)])


def test_all_routes_of_the_example(report):
    loaded = load_world(EXAMPLE)
    world, situation = loaded.for_person(loaded.only_person())

    taken = [seconds_of(lambda: solve(world, situation)) for _ in range(TIMES)]

    report("all routes of the example", taken)


def test_all_routes_of_random_worlds(report):
    cases = [random_case(Random(seed)) for seed in range(RANDOM_WORLDS)]

    report("all routes of a random world", [seconds_of(partial(solve, *case)) for case in cases])
