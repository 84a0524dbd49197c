# SPDX-License-Identifier: EUPL-1.2
"""How sure the days of a plan are: against a twin that lives each future day by day, and what must
always hold."""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.service import Service, Wait
from ruimbaan.core.directory.spread import Known, Spread, known_of, spread_of
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.answer import Plan
from ruimbaan.core.planner.futures import Plainly, chances, spreading
from ruimbaan.core.planner.futures_waits import Futures
from ruimbaan.core.planner.futures_words import dots, tenths
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem
from ruimbaan.core.planner.solve import solve
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import Rule, RuleClass
from tests.core.twins import futures as twin
from tests.core.twins.example import EXAMPLE, STELLA
from tests.core.twins.show import describe
from tests.core.twins.worlds import random_case

COUNT = 3  # futures in each random world
WORLDS = range(0, 240, 40)
spreads = st.builds(
    lambda p50, more: Spread(p50, p50 + more), st.integers(0, 300), st.integers(1, 300)
)


def planned(seed: int) -> tuple[World, Situation, Problem, list[Plan]]:
    rng = Random(seed)
    world, situation = random_case(rng)
    world = twin.with_spreads(world, rng)
    return world, situation, lay_out(world, situation), list(solve(world, situation).front)


def drawn(problem: Problem, futures: Futures) -> dict[str, array[int]]:
    return futures.waits(problem.world, problem.world.services)


@pytest.mark.parametrize("first", WORLDS)
def test_both_bounds_are_what_comes_of_living_the_days(first):
    wrong, different = [], 0
    for seed in range(first, first + 40):
        world, situation, problem, plans = planned(seed)
        waits = drawn(problem, Futures(COUNT, seed))
        for plan in plans:
            switches = problem.all_services | problem.bend(plan.flexed)
            best = Plainly.everywhere(problem, switches, waits, COUNT)
            alone = Plainly.route(problem, switches, plan.steps, waits, COUNT)
            for future in range(COUNT):
                here = {name: days[future] for name, days in waits.items()}
                slow = twin.everywhere(world, situation, plan.flexed, here)
                if [days[future] for days in best] != list(slow.values()):
                    wrong.append((seed, plan.flexed, future, "everywhere", best, slow))
                slow = twin.route(world, situation, plan, here)
                if [days[future] for days in alone] != list(slow.values()):
                    wrong.append((seed, plan.flexed, future, "alone", alone, slow))
                different += slow != plan.arrivals

    assert not wrong, f"{wrong[0]}\n{describe(*random_case(Random(wrong[0][0])))}"
    assert different > 30  # or nothing was tried


@pytest.mark.parametrize("first", WORLDS)
def test_who_knows_all_waits_is_never_later(first):
    for seed in range(first, first + 40):
        _, _, problem, plans = planned(seed)
        waits = drawn(problem, Futures(8, seed))
        for plan in plans:
            switches = problem.all_services | problem.bend(plan.flexed)
            best = Plainly.everywhere(problem, switches, waits, 8)
            alone = Plainly.route(problem, switches, plan.steps, waits, 8)
            for sooner, later in zip(best, alone, strict=True):
                for one, other in zip(sooner, later, strict=True):
                    assert other is None or (one is not None and one <= other), seed


@pytest.mark.parametrize("first", WORLDS)
def test_when_all_waits_are_as_planned_the_plan_comes_true(first):
    for seed in range(first, first + 40):
        world, _, problem, plans = planned(seed)
        as_planned = {
            name: (service.wait.days,)
            for name, service in world.services.items()
            if service.wait.days is not None
        }
        for plan in plans:
            switches = problem.all_services | problem.bend(plan.flexed)
            wanted = [(day,) for day in plan.arrivals.values()]
            assert list(Plainly.everywhere(problem, switches, as_planned, 1)) == wanted, seed
            alone = Plainly.route(problem, switches, plan.steps, as_planned, 1)
            assert list(alone) == wanted, seed


# waits


@given(spreads)
def test_half_is_at_most_p50_and_nine_in_ten_at_most_p90(spread):
    deviation = 1.2815515655446004

    assert spread.days(0) == spread.p50
    assert spread.days(deviation) == spread.p90
    assert spread.days(1e-6) >= spread.p50
    assert spread.days(-1e-6) <= spread.p50


@given(spreads, st.floats(-40, 40), st.floats(-40, 40))
def test_who_is_further_on_waits_no_shorter_and_nobody_waits_below_nothing(spread, one, other):
    shorter, longer = spread.days(min(one, other)), spread.days(max(one, other))

    assert 0 <= shorter <= longer == spread.days(max(one, other))


@given(spreads, st.integers(1, 50), st.floats(0, 2.3))
def test_more_spread_is_wider_on_both_sides(spread, more, far):
    wider = replace(spread, p90=spread.p90 + more)

    assert wider.days(far) >= spread.days(far)
    assert wider.days(-far) <= spread.days(-far)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_of_many_futures_half_waits_at_most_p50_whatever_is_shared(share):
    spread = Wait(days=30, p50=30, p90=60)
    world = two_desks(spread, spread)

    waits = Futures(2000, seed=3, shared=share).waits(world, world.services)

    for days in waits.values():
        assert abs(sum(day <= 30 for day in days) / 2000 - 0.5) < 0.04
        assert abs(sum(day <= 60 for day in days) / 2000 - 0.9) < 0.025


def test_places_of_one_provider_are_long_together():
    spread = Wait(days=30, p50=30, p90=60)
    world = two_desks(spread, spread)

    def both_long(share: float) -> float:
        one, other = Futures(2000, 1, share).waits(world, world.services).values()
        return sum(a > 30 and b > 30 for a, b in zip(one, other, strict=True)) / 2000

    assert both_long(0.0) == pytest.approx(0.25, abs=0.03)
    assert both_long(0.5) == pytest.approx(1 / 3, abs=0.03)  # 1/4 + arcsin(1/2) / (2 pi)
    assert both_long(1.0) == pytest.approx(0.5, abs=0.03)


def test_the_first_futures_and_the_other_places_stay_the_same():
    spread = Wait(days=30, p50=30, p90=60)
    world = two_desks(spread, spread)

    few, many = (Futures(count, 7).waits(world, world.services) for count in (10, 50))
    alone = Futures(10, 7).waits(world, ["a"])
    other = Futures(10, 8).waits(world, world.services)

    assert {name: days[:10] for name, days in many.items()} == few
    assert alone["a"] == few["a"]
    assert other != few


def test_what_is_drawn_today_is_drawn_in_every_version_of_python():
    world = two_desks(Wait(days=30, p50=30, p90=60), Wait(days=5))

    found = Futures(6, seed=1).waits(world, world.services)

    assert {name: list(days) for name, days in found.items()} == {"a": [30, 28, 27, 19, 40, 20]}


def two_desks(one: Wait, other: Wait) -> World:
    services = {
        name: Service(name, Text(name), provider="huis", wait=wait)
        for name, wait in (("a", one), ("b", other))
    }
    world, _ = random_case(Random(0))
    return replace(world, services=services, helpers=())


@pytest.mark.parametrize(
    ("wait", "layer", "known"),
    [
        (Wait(None), None, Known.UNKNOWN),
        (Wait(0), None, Known.NONE),
        (Wait(28), None, Known.ONE_NUMBER),
        (Wait(28), RuleClass.PROCEDURE, Known.ONE_NUMBER),
        (Wait(28), RuleClass.LAW, Known.TERM),
        (Wait(28, p50=28, p90=28), None, Known.ONE_NUMBER),
        (Wait(28, p90=40), None, Known.SPREAD),
        (Wait(28, p50=28, p90=40), RuleClass.LAW, Known.SPREAD),
    ],
)
def test_what_is_known_of_a_wait(wait, layer, known):
    rule = Rule("r", Text("regel"), layer) if layer else None

    assert known_of(Service("s", Text("s"), wait=wait), rule) is known


def test_the_middle_is_what_plans_count_with_when_no_other_is_given():
    seen = date(2026, 11, 1)

    assert spread_of(Wait(28, p90=40, as_of=seen, source="bord")) == Spread(28, 40, seen, "bord")


# what is said of many


@given(st.lists(st.none() | st.integers(0, 60), min_size=1, max_size=40), st.integers(0, 60))
def test_in_time_and_by_which_day(days, needed_by):
    found = spreading(days, needed_by)

    assert found.in_time == sum(day is not None and day <= needed_by for day in days)
    for share in (0.1, 0.5, 0.9):
        day = found.by(share)
        reached = [one for one in days if one is not None and (day is None or one <= day)]
        if day is None:
            assert len(reached) < share * len(days)
        else:
            assert len(reached) >= share * len(days)
            assert sum(one < day for one in reached) < share * len(days)


@given(st.lists(st.none() | st.integers(0, 60), min_size=10, max_size=40))
def test_ten_dots_stand_for_all(days):
    found = spreading(days, 30)
    shown = dots(found.days)

    assert len(shown) == 10
    in_time = sum(day is not None and day <= 30 for day in shown)
    assert abs(in_time - 10 * found.share) <= 1
    assert tenths(found.share) in range(11)


def test_zero_spread_says_the_plan_itself():
    problem, plan = lay_out(EXAMPLE, STELLA), solve(EXAMPLE, STELLA).front[0]

    found = chances(problem, plan, Futures(20))

    assert found.nothing_known
    for chance in found.goals:
        assert set(chance.alone.days) == set(chance.everywhere.days) == {chance.planned}
        assert not chance.swings


def test_the_wait_that_alone_moves_a_day_most_stands_first():
    """Against working out each of the worlds anew, with the plan's own steps."""
    for seed in range(60):
        world, situation, problem, plans = planned(seed)
        plan = plans[-1]
        found = chances(problem, plan, Futures(2, seed))
        used = {wait.service: wait.spread for wait in found.waits if wait.spread}
        usual = {name: spread.p50 for name, spread in used.items()}
        for chance in found.goals:
            slow = []
            for name, spread in used.items():
                days = [
                    twin.route(world, situation, plan, usual | {name: wait})[chance.fact]
                    for wait in (spread.quick, spread.p50, spread.p90)
                ]
                reached = [world.span.horizon if day is None else day for day in days]
                if max(reached) > min(reached):
                    slow.append((name, *days))
            got = [(one.service, one.quick, one.usual, one.slow) for one in chance.swings]
            assert sorted(got, key=repr) == sorted(slow, key=repr), seed


def test_splitting_the_futures_adds_up():
    _, _, problem, plans = planned(11)
    plan = plans[0]
    switches = problem.all_services | problem.bend(plan.flexed)
    waits = drawn(problem, Futures(10, 2))

    whole = Plainly.route(problem, switches, plan.steps, waits, 10)
    first, rest = ({n: d[part] for n, d in waits.items()} for part in (slice(4), slice(4, 10)))
    parts = [Plainly.route(problem, switches, plan.steps, w, c) for w, c in ((first, 4), (rest, 6))]

    assert whole == tuple(one + other for one, other in zip(*parts, strict=True))
