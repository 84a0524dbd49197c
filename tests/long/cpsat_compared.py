# SPDX-License-Identifier: EUPL-1.2
"""An answer of CP-SAT beside that of the compiled engine, in practice and with rules bent."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from time import process_time
from typing import Protocol

from ruimbaan.analytics.planning.engine import Engine
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.problem import Problem, Switches, bits
from ruimbaan.core.planner.world import World
from tests.bench.big_regions import BigRegion
from tests.long.seeded import say

SECONDS = 120.0
BENT = 0.1  # of the rules


@dataclass(frozen=True, slots=True)
class Proven:
    """Per goal the day of arrival; `optimal`: proven to be the earliest. Seconds of the
    processor, of the search alone."""

    arrivals: Mapping[str, int | None]
    optimal: bool
    seconds: float


class Model(Protocol):
    def proven(self) -> Proven: ...


Asked = Callable[[int, int], tuple[Problem, Callable[[Problem, Switches], Model]]]


def somebody(services: int, seed: int) -> tuple[World, Situation]:
    """A region of so many services, and somebody in it."""
    region = BigRegion.make(services, seed)
    return region.world, region.person(seed)


def compare(doc: str | None, asked: Asked, *, regions: int) -> int:
    """The command of an oracle: `asked` gives of so many services and a seed the problem and its model.
    Gives the exit code: 1 when a proven answer is not that of the engine."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--services", type=int, default=50)
    parser.add_argument("--regions", type=int, default=regions)
    parser.add_argument("--first", type=int, default=0)
    chosen = parser.parse_args()
    wrong = proven = 0
    for seed in range(chosen.first, chosen.first + chosen.regions):
        for fault, found, took in _faults(asked, chosen.services, seed):
            wrong += bool(fault)
            proven += found.optimal
            times = found.seconds / max(took, 1e-9)
            say(f"seed {seed}: {found.seconds:.3f} s, {times:,.0f} x {fault}")
    say(f"{proven} proven, {wrong} of them not the answer of the engine")
    return 1 if wrong else 0


def _faults(asked: Asked, services: int, seed: int) -> Iterator[tuple[str, Proven, float]]:
    """In practice and with rules bent: what is not the same (empty when all is), what CP-SAT found, and
    the seconds that the engine took."""
    problem, model = asked(services, seed)
    engine, rng = Engine(problem), Random(seed)
    rules = sum(problem.rule_switch.values())
    bent = sum(switch for switch in bits(rules) if rng.random() < BENT)
    for switches in (problem.all_services, problem.all_services | bent):
        proven = model(problem, switches).proven()
        on = engine.compiled.on(switches)
        before = process_time()
        engine.run(on)
        took = process_time() - before
        got = engine.arrivals(switches)
        same = not proven.optimal or dict(proven.arrivals) == got
        yield "" if same else f"{proven.arrivals}, not {got}", proven, took
