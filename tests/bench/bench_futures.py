# SPDX-License-Identifier: EUPL-1.2
"""How long a thousand futures take, beside the plain Python of the core on the same waits.

python -m tests.bench.bench_futures
python -m tests.bench.bench_futures --people 60 --python

The region of 200 services is random (big_regions.py), with a spread on nearly every wait. Once as it
is, with things that run out, opening days and support that keeps up; once with nothing that runs out
and nothing that closes for good: there many futures go side by side. The waits of a region are drawn once for everybody in it, and a
person is laid out once: both are shown apart. Milliseconds of the clock on at most two threads, with
those of the processor behind them. `--python` compares with the core, future by future.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median
from time import perf_counter, process_time
from typing import TypeVar

import numpy as np

from ruimbaan.analytics.futures.engine import Compiled, OneByOne, SideBySide, Walked
from ruimbaan.analytics.futures.lasting import is_lasting
from ruimbaan.core.directory.service import AllOf, AnyOf, Need
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.futures import Plainly, chances
from ruimbaan.core.planner.futures_problem import settled, uncertain
from ruimbaan.core.planner.futures_route import alone
from ruimbaan.core.planner.futures_waits import Futures
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.partial import first_in_time
from ruimbaan.core.planner.schedule import Schedule, solve_once
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World
from ruimbaan.integrations.regions import load_region
from tests.bench.big_regions import BigRegion
from tests.bench.targets import told

T = TypeVar("T")
SERVICES, COUNT, ON_A_PAGE = 200, 1000, 100
TARGET, PAGE = 1.0, 300.0  # milliseconds
PEOPLE_OF_THE_DEMO = (("waalstad", "sterre"), ("grachtstad", "karim"), ("vestingstad", "wim"))


def with_spreads(world: World) -> World:
    services = {}
    for number, (name, service) in enumerate(world.services.items()):
        days = service.wait.days
        wait = (
            replace(service.wait, p50=days, p90=days + max(1, days // 2)) if days else service.wait
        )
        services[name] = replace(service, wait=wait, provider=f"huis{number % 40}")
    return replace(world, services=services)


def nothing_runs_out(world: World) -> World:
    def lasting(need: Need) -> Need:
        if isinstance(need, AnyOf):
            return AnyOf(tuple(map(lasting, need.options)))
        if isinstance(need, AllOf):
            return AllOf(tuple(map(lasting, need.parts)))
        return replace(need, within=None)

    services = {
        name: replace(
            service,
            needs=tuple(map(lasting, service.needs)),
            gives=tuple(replace(g, valid=None, while_receiving=False) for g in service.gives),
            is_support=False,
        )
        for name, service in world.services.items()
    }
    facts = {name: replace(fact, maintained_within=None) for name, fact in world.facts.items()}
    rules = {
        name: replace(rule, valid_from=None, valid_until=None) for name, rule in world.rules.items()
    }
    return replace(
        world,
        services=services,
        facts=facts,
        rules=rules,
        region_facts=tuple(replace(one, until=None) for one in world.region_facts),
    )


def for_ever(person: Situation) -> Situation:
    return replace(person, facts=tuple(replace(one, until=None) for one in person.facts))


class Times:
    """Milliseconds of each person, of the clock and of the processor."""

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.processor: list[float] = []

    def took(self, work: Callable[[], T], runs: int = 3) -> T:
        best = (float("inf"), float("inf"))
        for _ in range(runs):
            begin, own = perf_counter(), process_time()
            found = work()
            best = min(best, ((perf_counter() - begin) * 1000, (process_time() - own) * 1000))
        self.clock.append(best[0])
        self.processor.append(best[1])
        return found

    def tell(self, line: str, target: float | None = None) -> bool:
        clock, most = median(self.clock), sorted(self.clock)[int(0.99 * len(self.clock))]
        figure = f"{clock:.2f} / {most:.2f}"
        beside = f"{line} (processor {median(self.processor):.2f})"
        if target is None:
            print(f"{beside:<74} {'':>10} {figure:>16}")
            return True
        met: bool = told(beside, f"<= {target:g} ms", figure, most <= target)
        return met


def measured(world: World, people: Sequence[Situation], *, python: bool) -> bool:
    drawing = Times()
    waits = drawing.took(lambda: Futures(COUNT).waits(world, world.services), runs=1)
    drawing.tell("  draw all waits of the region, once")
    laid, route, whole, slow = Times(), Times(), Times(), Times()
    best = {True: Times(), False: Times()}
    lasting = wrong = 0
    for person in people:
        problem = lay_out(world, person)
        switches = problem.all_services
        small = settled(problem, switches)
        drawn = uncertain(small, waits)
        order = Schedule(small, solve_once(small, 0)).order.order
        side = is_lasting(small)
        lasting += side
        kind = SideBySide if side else OneByOne
        ready = laid.took(lambda: kind.of(small, drawn, order))  # noqa: B023
        found = best[side].took(lambda: ready.arrivals(waits, COUNT))  # noqa: B023
        whole.took(lambda: Compiled().everywhere(problem, switches, waits, COUNT), runs=1)  # noqa: B023
        plan = Solver(world, person).plan(0)
        part, own_drawn, desks = alone(problem, switches, plan.steps, waits)
        one: SideBySide | Walked
        if is_lasting(part, once=True):
            one = SideBySide.of(part, own_drawn, desks.order.order, desks)
        else:
            one = Walked.of(part, own_drawn, desks)
        followed = route.took(lambda: one.arrivals(waits, COUNT))  # noqa: B023
        if python:
            same = slow.took(lambda: Plainly.everywhere(problem, switches, waits, COUNT), runs=1)  # noqa: B023
            wrong += same != found
            wrong += followed != Plainly.route(problem, switches, plan.steps, waits, COUNT)
    print(f"  {lasting} of {len(people)} people side by side; differences with the core: {wrong}")
    laid.tell("  lay a person out")
    whole.tell("  a person with all that is laid out, every waiting list")
    route.tell(f"  {COUNT} futures of one route alone: median / p99")
    if python:
        slow.tell(f"  {COUNT} futures in plain Python, every waiting list")
    if best[False].clock:
        best[False].tell(f"  {COUNT} futures, every waiting list, one by one: median / p99")
    if not best[True].clock:
        return True
    return best[True].tell(f"  {COUNT} futures, every waiting list, side by side", TARGET)


def demo() -> bool:
    page, fast, shared = Times(), Times(), []
    for name, who in PEOPLE_OF_THE_DEMO:
        world, person = load_region(name).for_person(who)
        solver = Solver(world, person)
        plan = solver.plan(first_in_time(solver))
        page.took(lambda: chances(solver.problem, plan, Futures(ON_A_PAGE)))  # noqa: B023
        fast.took(lambda: chances(solver.problem, plan, Futures(COUNT), Compiled()))  # noqa: B023
        each = [
            chances(solver.problem, plan, Futures(COUNT, 1, part), Compiled()).goals
            for part in (0.0, 0.5, 1.0)
        ]
        shared += [
            np.ptp([goal.alone.share for goal in goals]) for goals in zip(*each, strict=True)
        ]
    print(f"  share of a provider 0, 1/2 or 1 moves a chance by at most {max(shared):.3f}")
    fast.tell(f"  {COUNT} futures of a whole plan, compiled: median / p99")
    return page.tell(f"  {ON_A_PAGE} futures of a whole plan in Python, as on a page", PAGE)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--python", action="store_true")
    asked = parser.parse_args()
    region = BigRegion.make(services=SERVICES, seed=1)
    begin = perf_counter()
    world, person = load_region("waalstad").for_person("sterre")
    solver = Solver(world, person)
    chances(solver.problem, solver.plan(0), Futures(8), Compiled())
    print(f"first answer of this process: {perf_counter() - begin:.1f} s")
    print(f"{SERVICES} services, nothing runs out")
    world = with_spreads(nothing_runs_out(region.world))
    people = [region.person(number) for number in range(asked.people)]
    met = measured(world, [for_ever(person) for person in people], python=asked.python)
    print(f"{SERVICES} services, with windows")
    measured(with_spreads(region.world), people, python=asked.python)
    print("people of the demo")
    met &= demo()
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
