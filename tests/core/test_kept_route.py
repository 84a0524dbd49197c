# SPDX-License-Identifier: EUPL-1.2
"""A kept route: what can be said of a step, what is next, who lets one wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.journey.kept_route import (
    AtRisk,
    Event,
    EventKind,
    KeptRoute,
    StepKind,
    StepUnknown,
)
from ruimbaan.core.journey.kept_route_again import again
from ruimbaan.core.journey.kept_route_file import from_text, to_text
from ruimbaan.core.journey.kept_route_legs import (
    LegKind,
    LegState,
    begins,
    legs,
    next_to_do,
    risks_ahead,
    waiting,
)
from ruimbaan.core.journey.kept_route_progress import (
    DayNotPossible,
    NotNow,
    after,
    possible,
    progress_of,
)
from ruimbaan.core.journey.kept_route_turns import turns
from ruimbaan.core.kernel.last_day import LAST_DAY
from ruimbaan.core.kernel.texts import Text
from tests.core.kept_routes import BEGIN, goal, lived, route, routes, step

DETOX, HOME = step("detox", wait=30, lasts=10), step("begeleiding", apply=20, wait=42)


def on(number: int) -> date:
    return BEGIN + timedelta(days=number)


def test_a_wait_is_a_leg_of_its_own_with_its_days():
    asked = after(route(DETOX), Event(EventKind.ASKED, DETOX.id, on(0)), on(0))

    (wait,) = waiting(legs(asked, on(28)))

    assert (wait.step, wait.days, wait.until, wait.call_from) == (DETOX, 28, on(30), on(31))


def test_before_it_is_asked_nobody_lets_one_wait():
    line = legs(route(DETOX), on(0))

    assert [leg.kind for leg in line] == [LegKind.ASK, LegKind.THERE]
    assert waiting(line) == ()


def test_a_new_day_moves_the_end_of_the_wait():
    moved = route(DETOX)
    moved = after(moved, Event(EventKind.ASKED, DETOX.id, on(0)), on(0))
    moved = after(moved, Event(EventKind.MOVED, DETOX.id, on(10), on(61)), on(10))

    (wait,) = waiting(legs(moved, on(12)))

    assert (wait.until, wait.call_from) == (on(61), on(62))


def test_what_is_next_is_what_can_be_asked_least_late():
    line = legs(route(DETOX, HOME), on(15))
    first = next_to_do(line, on(15))

    assert first is not None
    assert first.step == DETOX
    asked = after(route(DETOX, HOME), Event(EventKind.ASKED, DETOX.id, on(15)), on(15))
    second = next_to_do(legs(asked, on(15)), on(15))
    assert second is not None
    assert second.step == HOME


def test_long_before_its_day_a_step_is_not_next():
    assert next_to_do(legs(route(HOME), on(12)), on(12)) is None
    soon = next_to_do(legs(route(HOME), on(13)), on(13))
    assert soon is not None
    assert (soon.state, soon.first) == (LegState.LATER, on(20))


def test_what_can_wait_least_comes_first_also_when_nobody_has_to_be_asked():
    bed = replace(step("nachtopvang", wait=0, lasts=None), latest=on(2))
    address = replace(step("briefadres", wait=14), latest=on(13))

    line = legs(route(address, bed), on(0))

    first = next_to_do(line, on(0))
    assert first is not None
    assert (first.step, first.latest) == (bed, on(2))
    assert [leg.step for leg in line[:2]] == [bed, address]


def test_of_one_day_a_step_stands_before_what_needs_it():
    told = step("melden", apply=14, wait=0, lasts=None)
    money = step("een voorschot", apply=14, wait=3)

    line = legs(route(told, money), on(0))

    assert [leg.step for leg in line] == [told, money, money]
    assert {leg.state for leg in line} == {LegState.LATER}


def test_what_moved_to_another_day_is_not_to_do_now():
    bed = step("nachtopvang", wait=0, lasts=None)
    moved = after(route(bed), Event(EventKind.MOVED, bed.id, on(0), on(30)), on(0))

    (leg,) = legs(moved, on(1))

    assert (leg.state, leg.first) == (LegState.LATER, on(30))
    assert next_to_do((leg,), on(1)) is None


def test_a_step_that_is_going_on_asks_nothing():
    going = after(route(DETOX), Event(EventKind.BEGAN, DETOX.id, on(30)), on(31))

    (leg,) = legs(going, on(31))

    assert (leg.kind, leg.state, leg.first, leg.last) == (
        LegKind.THERE,
        LegState.GOING,
        on(30),
        on(40),
    )
    assert next_to_do((leg,), on(31)) is None


def test_a_wish_to_which_no_way_leads_stays_on_the_line():
    (leg,) = legs(route(goals=(goal("werk", None),)), on(0))

    assert (leg.state, leg.first) == (LegState.NOT_YET, None)


def test_what_did_not_work_out_is_over_and_can_be_taken_back():
    stopped = after(route(DETOX), Event(EventKind.CANNOT, DETOX.id, on(3)), on(3))

    assert legs(stopped, on(3))[0].state is LegState.STOPPED
    assert possible(DETOX, progress_of(stopped, DETOX)) == frozenset()
    back = after(stopped, Event(EventKind.BACK, DETOX.id, on(4)), on(4))
    assert progress_of(back, DETOX) == progress_of(route(DETOX), DETOX)


def test_an_own_step_is_done_without_asking():
    own = step("bellen met oma", wait=0, lasts=None, who="", kind=StepKind.OWN)

    assert possible(own, progress_of(route(own), own)) == {
        EventKind.DONE,
        EventKind.CANNOT,
        EventKind.MOVED,
        EventKind.COMING,
    }


@pytest.mark.parametrize(
    ("event", "error"),
    [
        (Event(EventKind.BACK, DETOX.id, on(1)), NotNow),
        (Event(EventKind.ASKED, DETOX.id, on(3)), DayNotPossible),
        (Event(EventKind.MOVED, DETOX.id, on(1), on(0)), DayNotPossible),
        (Event(EventKind.MOVED, DETOX.id, on(1)), DayNotPossible),
        (Event(EventKind.DONE, DETOX.id, on(1), on(9)), DayNotPossible),
        (Event(EventKind.DONE, HOME.id, on(1)), StepUnknown),
    ],
)
def test_what_cannot_be_said_is_refused(event: Event, error: type[Exception]):
    with pytest.raises(error):
        after(route(DETOX), event, on(1))


def test_what_came_later_cannot_have_been_earlier():
    asked = after(route(DETOX), Event(EventKind.ASKED, DETOX.id, on(5)), on(5))

    with pytest.raises(DayNotPossible):
        after(asked, Event(EventKind.BEGAN, DETOX.id, on(4)), on(6))


def test_what_may_be_lost_moves_along_with_its_step():
    bed = AtRisk(Text("Je bed", "Your bed"), DETOX.id, on(33), on(40))
    moved = route(DETOX, at_risk=(bed,))
    moved = after(moved, Event(EventKind.MOVED, DETOX.id, on(1), on(50)), on(1))

    (risk,) = risks_ahead(moved, on(1))

    assert (risk.first, risk.until) == (on(53), on(60))
    assert risks_ahead(moved, on(60)) == ()


@given(lived(), st.sampled_from(EventKind))
def test_taking_back_gives_what_was_there(before: tuple[KeptRoute, date], kind: EventKind):
    found, today = before
    for one in found.steps:
        if kind not in possible(one, progress_of(found, one)):
            continue
        day = today if kind is EventKind.MOVED else None
        said = after(found, Event(kind, one.id, today, day), today)
        back = after(said, Event(EventKind.BACK, one.id, today), today)
        assert progress_of(back, one) == progress_of(found, one)
        assert legs(back, today) == legs(found, today)


@given(lived())
def test_every_step_and_every_wish_stands_on_the_line(before: tuple[KeptRoute, date]):
    found, today = before
    line = legs(found, today)

    assert {leg.step.id for leg in line if leg.step} == {one.id for one in found.steps}
    shown = {goal.id for leg in line for goal in leg.goals}
    assert shown == {one.id for one in found.goals}
    assert len({leg.id for leg in line}) == len(line)


@given(lived())
def test_who_waits_was_asked_and_has_not_begun(before: tuple[KeptRoute, date]):
    found, today = before
    for wait in waiting(legs(found, today)):
        progress = progress_of(found, wait.step)
        assert progress.asked is not None
        assert progress.began is None
        assert not progress.is_over
        assert wait.days == (today - progress.asked).days
        assert wait.call_from > begins(wait.step, progress, today) - timedelta(days=1)


@given(routes())
def test_the_order_in_which_steps_are_kept_only_orders_what_is_of_one_day(found: KeptRoute):
    turned = KeptRoute(
        found.region,
        found.planned,
        found.goals,
        found.steps[::-1],
        found.flexed,
        found.at_risk,
    )

    line, other = legs(found, BEGIN), legs(turned, BEGIN)
    assert {leg.id: leg for leg in other} == {leg.id: leg for leg in line}
    assert [leg.first for leg in other] == [leg.first for leg in line]


def no_to_detox(on_day: int = 12, *, kind: StepKind = StepKind.SERVICE) -> KeptRoute:
    one = step("detox", wait=30, lasts=10, kind=kind)
    after_it = step("begeleiding", apply=20, wait=42)
    there = route(one, after_it, goals=(goal("rust", 80),))
    return after(there, Event(EventKind.CANNOT, one.id, on(on_day)), on(on_day))


def test_a_place_that_said_no_lets_nobody_wait_and_takes_the_sure_days_along():
    asked = after(
        route(DETOX, HOME, goals=(goal("rust", 80),)),
        Event(EventKind.ASKED, DETOX.id, on(0)),
        on(0),
    )

    line = legs(asked, on(9), {DETOX.id: on(7)})

    assert waiting(line) == ()
    assert [(leg.kind, leg.state, leg.first) for leg in line[:1]] == [
        (LegKind.THERE, LegState.REFUSED, on(7))
    ]
    assert {(leg.kind, leg.unsure) for leg in line[1:]} == {
        (LegKind.ASK, True),
        (LegKind.THERE, True),
        (LegKind.GOAL, True),
    }
    assert not any(leg.unsure for leg in legs(asked, on(9)))


def test_what_was_asked_for_elsewhere_waits_again():
    asked = after(route(DETOX), Event(EventKind.ASKED, DETOX.id, on(8)), on(8))

    (wait,) = waiting(legs(asked, on(9), {DETOX.id: on(7)}))

    assert wait.step == DETOX


def test_what_others_were_asked_for_already_keeps_its_day():
    asked = after(route(DETOX, HOME), Event(EventKind.ASKED, HOME.id, on(6)), on(6))

    line = legs(asked, on(9), {DETOX.id: on(7)})

    assert not any(leg.unsure for leg in line)


def test_no_wish_arrives_through_a_step_that_did_not_work_out():
    (goal_leg,) = (leg for leg in legs(no_to_detox(), on(200)) if leg.goals)

    assert (goal_leg.state, goal_leg.unsure) == (LegState.LATER, True)


def test_another_way_that_counts_on_the_no_makes_the_days_sure_again():
    stopped = no_to_detox()
    planned = again(stopped, route(HOME, goals=stopped.goals))

    assert any(leg.unsure for leg in legs(stopped, on(12)))
    assert not any(leg.unsure for leg in legs(planned, on(12)))
    assert from_text(to_text(planned)) == planned


def test_a_no_of_the_place_stays_a_no_once_another_way_is_chosen():
    refused = after(route(DETOX), Event(EventKind.REFUSED, DETOX.id, on(3)), on(3))
    planned = again(refused, route(HOME))

    first = legs(planned, on(3))[0]

    assert (first.step, first.state, first.refused) == (DETOX, LegState.STOPPED, True)
    assert not first.unsure
    assert EventKind.REFUSED in possible(HOME, progress_of(planned, HOME))
    assert from_text(to_text(planned)) == planned


def test_a_place_can_say_no_after_it_began():
    going = after(route(DETOX), Event(EventKind.BEGAN, DETOX.id, on(2)), on(2))

    refused = after(going, Event(EventKind.REFUSED, DETOX.id, on(5)), on(5))

    found = progress_of(refused, DETOX)
    assert (found.began, found.refused, found.is_over) == (on(2), on(5), True)
    assert legs(refused, on(5))[0].refused
    back = after(refused, Event(EventKind.BACK, DETOX.id, on(6)), on(6))
    assert progress_of(back, DETOX) == progress_of(going, DETOX)
    assert from_text(to_text(refused)) == refused


@pytest.mark.parametrize("over", [EventKind.DONE, EventKind.CANNOT])
def test_a_place_says_no_no_more_once_it_is_over(over: EventKind):
    ended = after(route(DETOX), Event(over, DETOX.id, on(2)), on(2))

    with pytest.raises(NotNow):
        after(ended, Event(EventKind.REFUSED, DETOX.id, on(5)), on(5))


def test_a_step_of_ones_own_that_did_not_work_out_holds_nothing_up():
    line = legs(no_to_detox(kind=StepKind.OWN), on(12))

    assert not any(leg.unsure for leg in line)


def test_a_service_that_comes_more_than_once_is_told_apart_in_the_order_of_its_days():
    first, second = step("begeleiding", apply=0), step("begeleiding", apply=60)
    third, other = step("begeleiding", apply=120), step("begeleiding", apply=61, who="De Brug")
    found = route(third, first, second, other)

    assert {one: (turn.number, turn.of) for one, turn in turns(found).items()} == {
        first.id: (1, 3),
        second.id: (2, 3),
        third.id: (3, 3),
    }
    line = legs(found, on(0))
    assert [leg.turn.number for leg in line if leg.turn and leg.kind is LegKind.THERE] == [1, 2, 3]


def test_what_did_not_work_out_is_no_turn():
    first, second = step("begeleiding", apply=0), step("begeleiding", apply=60)
    stopped = after(route(first, second), Event(EventKind.CANNOT, first.id, on(0)), on(0))

    assert turns(stopped) == {}


def test_a_step_moves_to_no_day_past_every_calendar():
    moved = Event(EventKind.MOVED, DETOX.id, on(0), LAST_DAY)

    assert progress_of(after(route(DETOX), moved, on(0)), DETOX).moved == LAST_DAY
    with pytest.raises(DayNotPossible):
        after(route(DETOX), replace(moved, day=LAST_DAY + timedelta(days=1)), on(0))


def test_a_far_day_that_was_kept_already_keeps_nobody_out():
    said = (
        Event(EventKind.ASKED, DETOX.id, on(0)),
        Event(EventKind.MOVED, DETOX.id, on(0), date.max),
    )
    risk = AtRisk(Text("Je bed"), DETOX.id, DETOX.start, DETOX.start + timedelta(days=9))
    far = route(DETOX, at_risk=(risk,), events=said)

    wait, there = legs(far, on(1))

    assert wait.wait is not None
    assert wait.wait.call_from == there.last == date.max
    assert [one.until for one in risks_ahead(far, on(1))] == [date.max]


def test_a_wait_without_end_that_was_kept_already_keeps_nobody_out():
    endless = replace(DETOX, start=date.max, end=None)

    assert begins(endless, progress_of(route(endless), endless), on(90)) == date.max
