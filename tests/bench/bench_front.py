# SPDX-License-Identifier: EUPL-1.2
"""How long a whole front takes in a big region, laying out included; and a smallest blocking set.

Everybody is asked for a front within what an ordinance asks (16), with steps of a week. "Many wishes"
are people with nothing but an address, who want six things of the highest steps: the hardest the
generator has. Seconds are those of the processor, also for the clock of the search.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from time import process_time

import pytest

from ruimbaan.analytics.planning.blocking import smallest_blocking_set
from ruimbaan.analytics.planning.proof import Found
from ruimbaan.analytics.planning.searching import Search
from ruimbaan.core.journey.situation import Goal, Situation, Window
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.possible import EverAtAll, InTime
from ruimbaan.core.planner.schedule import solve_once
from tests.bench.big_regions import FACTS_ON_A_STEP, BigRegion, lives_in, made
from tests.bench.targets import seconds, told
from tests.core.twins.ablation import Case
from tests.long.planner_starts import Starts, lasting

ORDINANCE = 16
LIMIT = 1.0  # seconds of searching
WISHES = 6
# Per size: people, and the seconds within which 95 of 100 have their whole front.
SIZES = {200: (60, 0.15), 1000: (30, 1.0), 2000: (20, 1.0)}
ONE_LOOK = 0.25  # seconds that the search may go on after its time: it ends what it was at
BLOCKED = 0.02  # seconds for a blocking set
POINTS = 5  # asked of CP-SAT in each size


@dataclass(frozen=True)
class Timed:
    """One front: seconds in all, and of those in the search."""

    whole: float
    searching: float
    found: Found


def timed(case: Case, delta: int = 7) -> Timed:
    begin = process_time()
    search = Search(*case, delta=delta, budget=ORDINANCE)
    front = search.front
    ready = process_time()
    found = front.found(LIMIT, clock=process_time)
    end = process_time()
    return Timed(end - begin, end - ready, found)


def with_many_wishes(region: BigRegion, number: int) -> Situation:
    rng = Random(f"wishes {region.seed} {number}")
    town = rng.choice(region.towns)
    high = [made(town, step, at) for step in (2, 3, 4) for at in range(FACTS_ON_A_STEP)]
    goals = [Goal(goal, 30, rng.choice((1, 2, 3))) for goal in rng.sample(high, WISHES)]
    return Situation(f"wensen{number}", facts=(Window(lives_in(town)),), goals=tuple(goals))


def within(share: float, figures: list[float]) -> float:
    return sorted(figures)[min(len(figures) - 1, int(share * len(figures)))]


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """What is compiled stands ready before a second is counted."""
    region = BigRegion.make(60, 0)
    for number in range(10):
        timed((region.world, with_many_wishes(region, number)))
        problem = lay_out(region.world, region.person(number))
        ever = EverAtAll(problem)
        for goal in problem.goals:
            if not ever.holds(problem.index[goal.fact]):
                smallest_blocking_set(problem, ever, goal.fact)


@pytest.mark.parametrize("wishes", [False, True], ids=["as they come", "many wishes"])
@pytest.mark.parametrize("services", SIZES)
def test_whole_fronts(services: int, wishes: bool, capsys: pytest.CaptureFixture[str]) -> None:
    people, target = SIZES[services]
    regions = [BigRegion.make(services, seed) for seed in (1, 2)]
    all_timed = []
    for number in range(people):
        region = regions[number % 2]
        person = with_many_wishes(region, number) if wishes else region.person(number)
        all_timed.append(timed((region.world, person)))

    whole = [one.whole for one in all_timed]
    searching = [one.searching for one in all_timed]
    gaps = [one.found.gap for one in all_timed if one.found.gap]
    with capsys.disabled():
        print(
            f"\n{services} services, {people} people, {'many wishes' if wishes else 'as they come'}"
        )
        rows = within(0.5, [float(len(one.found.rows)) for one in all_timed])
        print(f"  whole: {in_ms(whole)}; of which searching: {in_ms(searching)}; {rows:.0f} rows")
        print(f"  proven complete in {LIMIT:g} s: {people - len(gaps)} of {people}; gaps: {gaps}")
        fast = seconds(
            f"  front at {services} services, 95 of 100 people", target, within(0.95, whole)
        )
        ended = seconds("  the longest search", LIMIT + ONE_LOOK, max(searching))
    assert fast
    assert ended


@pytest.mark.parametrize("services", SIZES)
def test_a_whole_front_beside_one_point_of_cp_sat(
    services: int, capsys: pytest.CaptureFixture[str]
) -> None:
    region = BigRegion.make(services, 1)
    ours, points, ratios = [], [], []
    for number in range(POINTS):
        case = lasting((region.world, with_many_wishes(region, number)))
        one = timed(case, delta=1)
        begin = process_time()
        least = Starts(case, ORDINANCE).least_lateness()
        points.append(process_time() - begin)
        ours.append(one.whole)
        ratios.append(points[-1] / one.whole)

        assert one.found.gap or least == one.found.rows[-1].lateness

    with capsys.disabled():
        print(f"\n{services} services, many wishes, nothing that ends")
        print(f"  whole front: {in_ms(ours)}; one point of CP-SAT: {in_ms(points)}")
        ratio = within(0.5, ratios)
        beside = told("  one point of CP-SAT / whole front", ">= 1 x", f"{ratio:.1f} x", ratio >= 1)
    assert beside


def test_smallest_blocking_sets(capsys: pytest.CaptureFixture[str]) -> None:
    taken, sizes = [], []
    for seed in (1, 2, 3):
        region = BigRegion.make(1000, seed)
        for number in range(30):
            problem = lay_out(region.world, region.person(number))
            practice = solve_once(problem, problem.all_services)
            for goal in (goal.fact for goal in problem.goals):
                if practice.held[problem.index[goal]]:
                    continue
                begin = process_time()
                ever = EverAtAll(problem)
                can_be = ever.holds(problem.index[goal])
                possible = InTime(problem, practice) if can_be else ever
                found = smallest_blocking_set(problem, possible, goal)
                taken.append(process_time() - begin)
                sizes.append(float(len(found.members)))
                assert found.proven_smallest

    with capsys.disabled():
        print(f"\n1000 services, {len(taken)} goals that are not reached: {in_ms(taken)}")
        print(f"  facts in the set: median {within(0.5, sizes):.0f}, most {max(sizes):.0f}")
        fast = seconds("  smallest blocking set, 95 of 100 goals", BLOCKED, within(0.95, taken))
    assert fast


def in_ms(figures: list[float]) -> str:
    median, most, all_but_few = (1000 * within(share, figures) for share in (0.5, 0.95, 0.99))
    return f"median {median:.1f}, 95% {most:.1f}, 99% {all_but_few:.1f} ms"
