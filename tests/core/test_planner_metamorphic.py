# SPDX-License-Identifier: EUPL-1.2
"""What must stay true of the planner when a world changes in a known way.

One person is planned at a time, so "a population adds up" has nothing to test here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.service import AllOf, AnyOf, Gift, Need, Service
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.days import Span
from ruimbaan.core.planner.answer import Answer
from ruimbaan.core.planner.schedule import days_of
from ruimbaan.core.planner.solve import solve
from ruimbaan.core.planner.world import World, counted_from
from ruimbaan.core.rules.fact import Fact
from tests.core.twins.brute import bendable, tie_break
from tests.core.twins.show import describe
from tests.core.twins.transform import (
    Renaming,
    doubled,
    doubled_arrivals,
    doubled_person,
    easier,
    without_small_print,
)
from tests.core.twins.worlds import random_case

seeds = st.integers(min_value=0, max_value=2**32)


def assert_nothing_is_lost(
    situation: Situation,
    before: World,
    after: World,
    bent: Collection[str] = (),
    more: Collection[str] = (),
) -> None:
    """Each fact holds afterwards on each day on which it held before."""
    had = days_of(before, situation, frozenset(bent))
    has = days_of(after, situation, frozenset(bent) | frozenset(more))
    lost = {fact: bin(days) for fact, days in had.items() if days & ~has.get(fact, 0)}

    assert not lost, f"{lost}\nbent {sorted(bent)}, more {sorted(more)}\n" + "\n".join(
        describe(world, situation) for world in (before, after)
    )


def some(rng: Random, items: Iterable[str]) -> set[str]:
    return {item for item in items if rng.random() < 0.5}


def loosened(need: Need, days: int) -> Need:
    if isinstance(need, AnyOf):
        return AnyOf(tuple(loosened(option, days) for option in need.options))
    if isinstance(need, AllOf):
        return AllOf(tuple(loosened(part, days) for part in need.parts))
    return easier(need, days)


@given(seeds)
def test_one_more_service_makes_nothing_later(seed: int) -> None:
    rng = Random(seed)
    world, situation = random_case(rng)
    gone = rng.choice(sorted(world.services))
    rest = {name: service for name, service in world.services.items() if name != gone}

    fewer = replace(world, services=rest | {gone: replace(world.services[gone], gives=())})

    assert_nothing_is_lost(situation, fewer, world, some(rng, bendable(world)))


@given(seeds)
def test_one_more_bent_rule_makes_nothing_later(seed: int) -> None:
    rng = Random(seed)
    world, situation = random_case(rng)
    bent = some(rng, bendable(world))

    assert_nothing_is_lost(situation, world, world, bent, bendable(world)[:1])
    assert_nothing_is_lost(situation, world, world, bent, some(rng, bendable(world)))


@given(seeds, st.integers(min_value=1, max_value=9))
def test_longer_validity_and_easier_conditions_make_nothing_later(seed: int, days: int) -> None:
    rng = Random(seed)
    world, situation = random_case(rng)

    def gift(old: Gift) -> Gift:
        more = None if old.longer is None else old.longer + days
        return replace(old, valid=None if old.valid is None else old.valid + days, longer=more)

    def service(old: Service) -> Service:
        needs = tuple(loosened(need, days) for need in old.needs)
        return replace(old, gives=tuple(map(gift, old.gives)), needs=needs)

    def fact(old: Fact) -> Fact:
        kept = old.maintained_within
        return replace(old, maintained_within=None if kept is None else kept + days)

    milder = replace(
        world,
        services={name: service(old) for name, old in world.services.items()},
        facts={name: fact(old) for name, old in world.facts.items()},
    )

    assert_nothing_is_lost(situation, world, milder, some(rng, bendable(world)))


@given(seeds, st.integers(min_value=1, max_value=40))
def test_the_calendar_is_the_same_counted_from_a_later_day(seed: int, days: int) -> None:
    """Day sets count from the first day of the history, which stays where it was."""
    rng = Random(seed)
    world, situation = random_case(rng)
    days = min(days, world.span.horizon - 1)
    later = replace(
        counted_from(world, world.as_of + timedelta(days=days)),
        span=Span(horizon=world.span.horizon - days, history=world.span.history + days),
    )
    back = replace(counted_from(later, world.as_of), span=world.span)
    asked = replace(situation.counted_on(days), plan_from=situation.plan_from - days)
    bent = frozenset(some(rng, bendable(world)))

    assert days_of(later, asked, bent) == days_of(world, situation, bent)
    assert days_of(back, situation, bent) == days_of(world, situation, bent)
    assert [goal.needed_by + days for goal in asked.goals] == [
        goal.needed_by for goal in situation.goals
    ]


def in_short(world: World, answer: Answer) -> object:
    """What of an answer does not depend on names, or on which of two equal plans is shown."""
    front = [(plan.asks, plan.lateness, tie_break(world, plan.flexed)) for plan in answer.front]
    ladder = [(rung.step, rung.lateness, rung.days_won) for rung in answer.ladder]
    return front, ladder, answer.practice.uncovered, answer.complete


@given(seeds)
def test_other_names_and_another_order_change_nothing(seed: int) -> None:
    rng = Random(seed)
    world, situation = random_case(rng)
    renaming = Renaming(world, rng)
    other, somebody = renaming.world(world), renaming.situation(situation)

    answer, same = solve(world, situation, delta=2), solve(other, somebody, delta=2)

    assert in_short(world, answer) == in_short(other, same), describe(world, situation)
    arrivals = {renaming.facts[f]: day for f, day in answer.practice.arrivals.items()}
    assert arrivals == same.practice.arrivals
    found = {(renaming.facts[f.goal], len(f.facts)) for f in answer.findings}
    assert found == {(f.goal, len(f.facts)) for f in same.findings}, describe(world, situation)


@given(seeds)
def test_the_order_in_the_file_changes_nothing(seed: int) -> None:
    rng = Random(seed)
    world, situation = random_case(rng)
    turned = replace(
        world,
        rules=dict(reversed(list(world.rules.items()))),
        services=dict(reversed(list(world.services.items()))),
        facts=dict(reversed(list(world.facts.items()))),
        helpers=world.helpers[::-1],
    )
    about_turn = replace(situation, goals=situation.goals[::-1], facts=situation.facts[::-1])

    answer, same = solve(world, situation, delta=2), solve(turned, about_turn, delta=2)

    assert in_short(world, answer) == in_short(turned, same), describe(world, situation)


@given(seeds)
def test_the_same_question_gets_the_same_answer(seed: int) -> None:
    case, again = random_case(Random(seed)), random_case(Random(seed))

    assert solve(*case) == solve(*again), describe(*case)


@given(seeds)
def test_everything_twice_as_slow_arrives_twice_as_late(seed: int) -> None:
    world, situation = random_case(Random(seed))
    world = without_small_print(world)

    answer = solve(world, situation, delta=3)
    slow = solve(doubled(world), doubled_person(situation), delta=6)

    assert [(p.flexed, p.asks, 2 * p.lateness, 2 * p.uncovered) for p in answer.front] == [
        (p.flexed, p.asks, p.lateness, p.uncovered) for p in slow.front
    ], describe(world, situation)
    for plan, twice in zip(answer.front, slow.front, strict=True):
        assert doubled_arrivals(plan.arrivals) == twice.arrivals, describe(world, situation)
