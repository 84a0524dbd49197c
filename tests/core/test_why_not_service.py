# SPDX-License-Identifier: EUPL-1.2
"""Why not this service: every condition that fails today, against the simulator's plain reading."""

from __future__ import annotations

from random import Random

import pytest

from ruimbaan.core.directory.service import AllOf, Anchor, AnyOf, Condition, Opening, Wait, Weekday
from ruimbaan.core.journey.situation import Window
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.why_not_service import FailingCondition, failing_conditions, givers
from tests.core.twins.naive import schedule
from tests.core.twins.tiny import offer, person, rule, tiny
from tests.core.twins.worlds import random_case


def test_everything_that_fails_is_named_with_its_rule_and_its_day():
    world = tiny(
        offer("brief", "b", wait=4),
        offer(
            "hulp", "a", needs=[Condition("b", "r"), Condition("c"), Condition("p", holds=False)]
        ),
        rules=[rule("r")],
    )

    found = failing_conditions(Solver(world, person(Window("p"))), "hulp")

    assert [need.alternatives for need in found.needs] == [
        ((FailingCondition("b", "r", holds=True, first_day=4),),),
        ((FailingCondition("c", None, holds=True, first_day=None),),),
        ((FailingCondition("p", None, holds=False, first_day=None),),),
    ]
    assert found.first_day is None


def test_of_alternatives_each_is_named_and_none_when_one_is_met():
    either = AnyOf((Condition("b"), AllOf((Condition("c"), Condition("p")))))
    world = tiny(offer("hulp", "a", needs=[either]))

    missing = failing_conditions(Solver(world, person(Window("p"))), "hulp")
    met = failing_conditions(Solver(world, person(Window("p"), Window("c"))), "hulp")

    facts = [[one.fact for one in part] for need in missing.needs for part in need.alternatives]
    assert facts == [["b"], ["c"]]
    assert met.needs == ()
    assert met.first_day == 0


def test_what_must_hold_at_the_start_is_looked_at_on_the_day_of_the_start():
    need = Condition("b", at=Anchor.START)
    world = tiny(offer("brief", "b", wait=6), offer("hulp", "a", needs=[need], wait=4))

    found = failing_conditions(Solver(world, person()), "hulp")

    (condition,) = found.needs[0].alternatives[0]
    assert condition.first_day == 2  # apply on day 2, start on day 6
    assert found.first_day == 2


def test_closed_today_says_when_it_opens():
    world = tiny(offer("hulp", "a", opens=Opening(weekdays=(Weekday.MON,))))

    found = failing_conditions(Solver(world, person()), "hulp")

    assert found.needs == ()
    assert found.opens == found.first_day == 2  # day 0 is a Saturday


def test_an_unknown_wait_is_said():
    world = tiny(offer("hulp", "a", needs=[Condition("b")], wait=Wait(None)))

    assert failing_conditions(Solver(world, person()), "hulp").wait_unknown


def test_a_service_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        failing_conditions(Solver(tiny(offer("hulp", "a")), person()), "weg")


def test_who_gives_a_fact():
    world = tiny(offer("een", "a"), offer("twee", "b"), offer("drie", "a", "b"))

    assert givers(Solver(world, person()), "a") == ("een", "drie")


@pytest.mark.parametrize("seed", range(60))
def test_agrees_with_the_plain_reading_of_the_needs(seed):
    world, situation = random_case(Random(seed))
    solver, plain = Solver(world, situation), schedule(world, situation, ())

    for service in world.services.values():
        if service.wait.days is None:
            continue
        found = failing_conditions(solver, service.id)
        met = plain.meets(service.needs, 0, service.wait.days)
        days = [day for day in plain.applied(service.id) if day >= 0]

        assert (not found.needs) is met, (service.id, found)
        assert found.first_day == min(days, default=None)
