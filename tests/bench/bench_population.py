# SPDX-License-Identifier: EUPL-1.2
"""How long a population takes: one change of a rule for a million people, and all rules ranked.

python -m tests.bench.bench_population
python -m tests.bench.bench_population --people 10000

The region of 200 services is random (big_regions.py), and so is who lives there: five towns, eight
facts that are so for six in ten, four things that two in ten have already. The other is the demo's.
Two cores; seconds are of the clock, with those of the processor behind them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from random import Random
from time import perf_counter, process_time
from typing import TypeVar

from ruimbaan.analytics.population.crowd import Crowd
from ruimbaan.analytics.population.ranking import within_reach
from ruimbaan.analytics.population.working import Job, rank
from ruimbaan.core.journey.population import Chance, Kind, Population, Trait, Wish
from ruimbaan.core.journey.situation import Situation, Window
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import World
from ruimbaan.integrations.population import load_population
from ruimbaan.integrations.regions import load_region
from tests.bench.big_regions import FACTS_ON_A_STEP, OWN, BigRegion, lives_in, made
from tests.bench.targets import told

SERVICES, CORES, CHANGES = 200, 2, 20
MILLION, HUNDRED_THOUSAND = 1_000_000, 100_000
ONE_CHANGE, ALL_RULES = 1.0, 300.0  # seconds
T = TypeVar("T")


def big_population(region: BigRegion) -> Population:
    """Who lives in a random region."""
    rng = Random(region.seed)
    towns = region.towns
    shares = [1000 // len(towns)] * len(towns)
    shares[0] += 1000 - sum(shares)
    traits = [Trait(Window(fact, rng.choice((None, 0, 14))), (Chance(600),)) for fact in OWN]
    traits += [
        Trait(Window(made(town, at % 2, at // 2)), (Chance(200, when=(lives_in(town),)),))
        for town in towns
        for at in range(4)
    ]
    wishes = [
        Wish(
            made(town, step, at),
            rng.choice((1, 1, 2, 3)),
            ((rng.choice((30, 60, 90, 120)), 1000),),
            (Chance(180, when=(lives_in(town),)),),
        )
        for town in towns
        for step in (2, 3, 4)
        for at in range(FACTS_ON_A_STEP)
    ]
    return Population(
        region="big",
        kinds=tuple(
            Kind(Situation(town, (Window(lives_in(town)),)), share)
            for town, share in zip(towns, shares, strict=True)
        ),
        traits=tuple(traits),
        wishes=tuple(wishes),
        sources={"random": Text("Verzonnen", "Invented")},
    )


def timed(work: Callable[[], T]) -> tuple[float, float, T]:
    clock, processor = perf_counter(), process_time()
    found = work()
    return perf_counter() - clock, process_time() - processor, found


def line(what: str, most: float, clock: float, processor: float) -> bool:
    figure = f"{clock:.2f} s ({processor:.2f})"
    told(what, f"<= {most:g} s", figure, clock <= most)
    return clock <= most


def measure(name: str, world: World, population: Population, people: int) -> bool:
    """A million people and `people`; whether every target is met."""
    reach = within_reach(world)
    Crowd(world, population, 1, 1000, CORES)  # compiled code is read from its cache
    clock, processor, crowd = timed(lambda: Crowd(world, population, 1, MILLION, CORES))
    said = f"{name}: a million drawn, {crowd.begun_count} begin differently, and practice"
    sys.stdout.write(f"{said}: {clock:.2f} s ({processor:.2f})\n")
    some = Random(1).sample(reach, min(CHANGES, len(reach)))
    changes = sorted(timed(partial(crowd.won, {rule}))[:2] for rule in some)
    good = line(f"{name}: one rule for a million, median", ONE_CHANGE, *changes[len(some) // 2])
    good &= line(f"{name}: one rule for a million, longest", ONE_CHANGE, *changes[-1])
    job = Job(world, population, 1, 2)
    clock, processor, found = timed(
        lambda: rank(job, people, cores=CORES, pairs=10, told=lambda _done, _all: None)
    )
    winning = sum(one.won.days > 0 for one in found.rules)
    said = f"{name}: {len(found.rules)} rules and pairs, {people} people"
    good &= line(said, ALL_RULES, clock, processor)
    best = found.best[-1]
    sys.stdout.write(f"  {winning} rules win anything; best pair {best.rules}: {best.won}\n")
    return good


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=HUNDRED_THOUSAND)
    parser.add_argument("--only", choices=("demo", "random"))
    asked = parser.parse_args()
    good = True
    if asked.only != "random":
        loaded = load_region("waalstad")
        good &= measure("demo", loaded.world, load_population(loaded), asked.people)
    if asked.only != "demo":
        big = BigRegion.make(services=SERVICES, seed=1)
        good &= measure("random", big.world, big_population(big), asked.people)
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
