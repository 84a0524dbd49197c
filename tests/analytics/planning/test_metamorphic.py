# SPDX-License-Identifier: EUPL-1.2
"""What must stay true in a big region when it changes in a known way (the same as
tests/core/test_planner_metamorphic.py asks of small worlds)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from ruimbaan.analytics.planning.engine import Engine, in_good_order
from ruimbaan.analytics.planning.many import arrivals_of_many, people
from ruimbaan.core.directory.service import AllOf, AnyOf, Gift, Need, Service
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.fact import Fact
from tests.bench.big_regions import BigRegion
from tests.core.twins.transform import (
    Renaming,
    doubled,
    doubled_arrivals,
    doubled_person,
    easier,
    without_small_print,
)

SEEDS = range(5)
SERVICES = 150


@pytest.fixture(params=SEEDS)
def drawn(request: pytest.FixtureRequest) -> tuple[Random, World, Situation]:
    region = BigRegion.make(SERVICES, request.param)
    return Random(request.param), region.world, region.person(request.param)


def some(rng: Random, world: World) -> frozenset[str]:
    return frozenset(rule.id for rule in world.rules.values() if rng.random() < 0.05)


def days_of(world: World, person: Situation, bent: frozenset[str] = frozenset()) -> dict[str, int]:
    problem = lay_out(world, person, every_receipt=True)
    state = Engine(problem).solve(problem.all_services | problem.bend(bent))
    return dict(zip(problem.facts, state.held, strict=True))


def arrivals_of(
    world: World, person: Situation, bent: frozenset[str] = frozenset()
) -> Mapping[str, int | None]:
    problem = lay_out(world, person)
    return Engine(problem).arrivals(problem.all_services | problem.bend(bent))


def gained(before: Mapping[str, DaySet], after: Mapping[str, DaySet]) -> int:
    """Nothing is lost; and how many facts hold on more days than before."""
    lost = [fact for fact, days in before.items() if days & ~after[fact]]
    assert lost == []
    return sum(days != after[fact] for fact, days in before.items())


def test_one_more_service_makes_nothing_later(drawn) -> None:
    rng, world, person = drawn
    everything, more = days_of(world, person), 0
    for gone in rng.sample(sorted(world.services), 10):
        idle = replace(world.services[gone], gives=())
        more += gained(
            days_of(replace(world, services={**world.services, gone: idle}), person), everything
        )

    assert more > 0


def test_bending_more_makes_nothing_later(drawn) -> None:
    rng, world, person = drawn
    bent = some(rng, world)

    gained(days_of(world, person), days_of(world, person, bent))
    assert gained(days_of(world, person), days_of(world, person, bent | some(rng, world))) > 0


def loosened(need: Need) -> Need:
    if isinstance(need, AnyOf):
        return AnyOf(tuple(map(loosened, need.options)))
    if isinstance(need, AllOf):
        return AllOf(tuple(map(loosened, need.parts)))
    return easier(need, 20)


def longer(gift: Gift) -> Gift:
    valid = None if gift.valid is None else gift.valid + 20
    return replace(gift, valid=valid, longer=None if gift.longer is None else gift.longer + 20)


def test_longer_validity_and_easier_conditions_make_nothing_later(drawn) -> None:
    rng, world, person = drawn
    bent = some(rng, world)

    def service(old: Service) -> Service:
        needs, gives = tuple(map(loosened, old.needs)), tuple(map(longer, old.gives))
        return replace(old, needs=needs, gives=gives)

    def fact(old: Fact) -> Fact:
        kept = old.maintained_within
        return replace(old, maintained_within=None if kept is None else kept + 20)

    milder = replace(
        world,
        services={name: service(old) for name, old in world.services.items()},
        facts={name: fact(old) for name, old in world.facts.items()},
    )

    assert gained(days_of(world, person, bent), days_of(milder, person, bent)) > 0


def test_other_names_and_another_order_change_nothing(drawn) -> None:
    rng, world, person = drawn
    bent = some(rng, world)
    renaming = Renaming(world, rng)
    before, after = (
        days_of(world, person, bent),
        days_of(
            renaming.world(world),
            renaming.situation(person),
            frozenset(renaming.rules[rule] for rule in bent),
        ),
    )

    assert {renaming.facts[fact]: days for fact, days in before.items()} == after


def test_everything_twice_as_slow_arrives_twice_as_late(drawn) -> None:
    rng, world, person = drawn
    bent = some(rng, world)
    world = without_small_print(world)

    slow = arrivals_of(doubled(world), doubled_person(person), bent)

    assert doubled_arrivals(dict(arrivals_of(world, person, bent))) == slow


def test_a_population_in_parts_adds_up() -> None:
    region = BigRegion.make(SERVICES, 1)
    persons = [region.person(number) for number in range(30)]
    problem = lay_out(region.world, replace(persons[0], facts=()))
    compiled = in_good_order(problem)
    on = compiled.on(problem.all_services)
    asked = range(len(problem.facts))

    whole = arrivals_of_many(compiled, on, people(compiled, persons), asked)
    parts = [
        arrivals_of_many(compiled, on, people(compiled, part), asked)
        for part in (persons[:11], persons[11:12], persons[12:])
    ]

    assert np.array_equal(whole, np.concatenate(parts))
