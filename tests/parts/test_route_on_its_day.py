# SPDX-License-Identifier: EUPL-1.2
"""Who asks months after a map was made gets days from that day on, and keeps the terms they asked
for however often the route is planned again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_route import Event, KeptRoute
from ruimbaan.core.journey.kept_route import EventKind as K
from ruimbaan.core.journey.kept_route_again import differences
from ruimbaan.core.journey.kept_route_moments import PrivateSide
from ruimbaan.core.journey.kept_route_progress import after, possible, progress_of
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.directory.queries import list_regions, region_on
from ruimbaan.parts.journey.route.planning import first_route, planned_again
from ruimbaan.parts.journey.route.store import keep_own_side, own_side_of
from ruimbaan.parts.routecheck.services import MOST_BACK, Since, solve_from
from ruimbaan.parts.trust.services import open_file
from tests.journeys import DAY_0, STERRE
from tests.parts.journey_routes import hidden, kept, own_side
from tests.parts.own_files import Person, person
from tests.parts.routecheck_forms import Visitor, walk
from tests.signed_in import enter

pytestmark = pytest.mark.django_db
AGAIN = "/mijn/route/anders"
LATER = DAY_0 + timedelta(days=120)  # 23 March 2027
MONTH = timedelta(days=30)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(timezone, "now", lambda: LATER)
    return monkeypatch


def answers(**more: str) -> Answers:
    chosen = STERRE | more
    return Answers({name.replace("_", "-"): tuple(said.split()) for name, said in chosen.items()})


def test_a_region_stands_on_the_day_that_is_asked_for():
    there = list_regions()["waalstad"].world
    day = there.as_of + timedelta(days=120)
    then = region_on("waalstad", day)

    assert then is not None
    assert then.world.as_of == day
    for name, service in there.services.items():
        other = then.world.services[name].opens
        if service.opens and service.opens.every and other:
            assert day + timedelta(days=other.first) == there.as_of + timedelta(service.opens.first)
        else:
            assert other == service.opens
    ends = {one.fact: one.until for one in then.world.region_facts}
    assert ends["subsidie-loopt.W36"] == 650  # 770 in the file
    assert ends["subsidie-loopt.W33"] is None  # as far as the file looks ahead: nobody said an end
    assert region_on("waalstad", there.as_of - timedelta(days=3)) is list_regions()["waalstad"]
    assert region_on("nergens", day) is None


@pytest.mark.usefixtures("clock")
def test_the_result_counts_from_the_day_on_which_it_is_asked():
    visitor = walk(Visitor(Client()), **STERRE)

    page = visitor.send(visitor.form.action, answers=visitor.answers).words

    assert visitor.status == 200
    assert "op 23 maart 2027" in page
    assert "november 2026" not in page


@pytest.mark.usefixtures("clock")
def test_a_day_after_that_of_the_map_can_be_told():
    """De Kribbe lets somebody wait since February, and the map is of November."""
    waits = STERRE | {"treatment": "waiting-intake", "day_treatment_waiting_intake": "3 feb 2027"}

    assert "eerste gesprek: 3 februari 2027" in walk(Visitor(Client()), **waits).words


def test_no_step_lies_before_the_day_on_which_it_is_planned():
    day = DAY_0.date() + timedelta(days=120)
    route = first_route(answers(), "", day)

    assert route is not None
    assert route.planned == day
    assert min(step.apply for step in route.steps) >= day
    assert min(goal.needed_by for goal in route.goals) > day


def test_the_terms_stay_where_they_were_when_it_is_planned_again():
    asked = DAY_0.date() + timedelta(days=120)
    route = first_route(answers(), "", asked)
    assert route is not None

    new = planned_again(route, answers(), asked + MONTH, Since(asked, asked))

    assert new is not None
    assert new.planned == asked + MONTH
    assert {goal.fact: goal.needed_by for goal in new.goals} == {
        goal.fact: goal.needed_by for goal in route.goals
    }
    assert min(step.apply for step in new.steps) >= asked + MONTH


def test_what_was_reached_stays_reached_on_its_own_day():
    """Also when a detox that is over counts for ninety days only: nobody is sent back into it."""
    begun = DAY_0.date() + timedelta(days=120)
    route = first_route(answers(), "", begun)
    assert route is not None
    lived = _lived(route)

    for days in (150, 300, 700):
        again = planned_again(lived, answers(), begun + timedelta(days=days), Since(begun, begun))

        assert again is not None
        assert differences(lived, again, begun + timedelta(days=days)) == ()
        assert [goal.arrives for goal in again.goals] == [goal.arrives for goal in route.goals]
        assert {step.service for step in again.steps} == {step.service for step in route.steps}


def test_new_answers_do_not_undo_what_was_reached():
    begun = DAY_0.date() + timedelta(days=120)
    route = first_route(answers(), "", begun)
    assert route is not None
    lived, day = _lived(route), begun + timedelta(days=300)

    again = planned_again(lived, answers(), day, Since(begun, day))

    assert again is not None
    assert [goal.arrives for goal in again.goals] == [goal.arrives for goal in route.goals]
    assert [goal.needed_by - timedelta(days=300) for goal in again.goals] == [
        goal.needed_by for goal in route.goals
    ]


@pytest.mark.parametrize("days", [1, 60, 90, 400])
def test_the_way_that_was_chosen_is_kept_however_old_the_route_is(days: int):
    """A row is that of the page, where everybody begins today."""
    today = DAY_0.date() + timedelta(days=120)
    on_page = solve_from(answers(), today)
    assert on_page is not None
    for row, point in enumerate(on_page.solver.points):
        since = Since(today - timedelta(days=days), today)

        found = solve_from(answers(), today, since=since, way=str(row))

        assert found is not None
        assert found.answer.front[found.row].flexed == point.flexed


def test_who_had_a_bed_once_and_wishes_one_again_gets_a_way_to_it():
    begun = DAY_0.date()
    outside = Answers(
        {"goals": ("bed-tonight",), "sleep": ("outside",), "region": ("waalstad",)}
        | {"address": ("none",), "ties": ("lived-here",)}
    )
    route = first_route(outside, "", begun)
    assert route is not None
    lived, today = _lived(route), begun + timedelta(days=120)

    again = planned_again(lived, outside, today, Since(begun, today))
    same_answers = planned_again(lived, outside, today, Since(begun, begun))

    assert again is not None
    assert same_answers is not None
    (bed,) = again.goals
    assert bed.arrives is not None
    assert bed.arrives >= today
    assert [step for step in again.steps if step.apply >= today]
    assert [goal.arrives for goal in same_answers.goals] == [goal.arrives for goal in route.goals]


@pytest.mark.parametrize("begun", [date.min, date(1999, 12, 31)])
def test_a_day_of_long_ago_in_a_file_from_elsewhere_is_no_longer_plan(begun: date):
    today = DAY_0.date() + timedelta(days=120)

    found = solve_from(answers(), today, since=Since(begun, begun))

    assert found is not None
    assert found.world.as_of == today - timedelta(days=MOST_BACK)
    assert found.answer.horizon == list_regions()["waalstad"].world.span.horizon + MOST_BACK
    assert all(step.apply >= MOST_BACK for step in found.answer.front[found.row].steps)


def test_what_one_had_already_is_no_news_a_month_later():
    begun = DAY_0.date()
    said = answers(goals="monthly-money safe-stop")
    route = first_route(said, "", begun)
    assert route is not None
    assert begun in [goal.arrives for goal in route.goals]

    again = planned_again(route, said, begun + MONTH, Since(begun, begun))

    assert again is not None
    assert begun in [goal.arrives for goal in again.goals]


def test_a_file_of_before_the_days_were_kept_finds_them_once(clock: pytest.MonkeyPatch):
    one = person()
    _keep(one)
    _without_days(one)

    for months in (1, 2):
        _on(clock, one, LATER + months * MONTH)
        look = one.client.post(AGAIN, {"doe": "kijk"})
        one.client.post(AGAIN, {"doe": "ja", **hidden(look.content.decode())})

    side = own_side(one)
    assert (side.begun, side.given) == (LATER.date(), LATER.date())


def test_the_own_file_keeps_the_day_of_the_answers(clock: pytest.MonkeyPatch):
    one = person()
    _keep(one)
    before = {goal.fact: goal.needed_by for goal in kept(one).goals}
    assert own_side(one).given == LATER.date()

    _on(clock, one, LATER + MONTH)
    look = one.client.post(AGAIN, {"doe": "kijk"})
    done = one.client.post(AGAIN, {"doe": "ja", **hidden(look.content.decode())})

    assert done["Location"] == "/mijn/route"
    assert kept(one).planned == (LATER + MONTH).date()
    assert {goal.fact: goal.needed_by for goal in kept(one).goals} == before


def test_answers_given_anew_count_from_the_day_they_are_given(clock: pytest.MonkeyPatch):
    one = person()
    _keep(one)
    before = {goal.fact: goal.needed_by for goal in kept(one).goals}

    _on(clock, one, LATER + MONTH)
    _keep(one)

    assert own_side(one).given == (LATER + MONTH).date()
    assert own_side(one).begun == LATER.date()
    assert {goal.fact: goal.needed_by - MONTH for goal in kept(one).goals} == before


def test_with_the_route_the_answers_under_it_are_gone(clock: pytest.MonkeyPatch):
    one = person()
    _keep(one)
    assert own_side(one).chosen

    one.client.post("/mijn/route/weg", {"doe": "weg"})

    assert own_side(one) == PrivateSide()


def _keep(one: Person) -> None:
    """As `keep`, with answers that are given at this moment."""
    answers = walk(Visitor(Client()), **STERRE).answers
    preview = one.client.post("/mijn/route/nieuw", {"answers": answers, "weg": ""})
    kept = one.client.post("/mijn/route/bewaar", hidden(preview.content.decode()))
    assert kept["Location"] == "/mijn/route"


def _on(clock: pytest.MonkeyPatch, one: Person, moment: datetime) -> None:
    clock.setattr(timezone, "now", lambda: moment)
    one.client.cookies.clear()
    enter(one.client, one.account, strong=False)


def _without_days(one: Person) -> None:
    now = timezone.now()
    with open_file(
        actor_for(one.account.pk), one.journey, frozenset(Part), action=Action.CHANGE, now=now
    ) as opening:
        side = own_side_of(opening)
        keep_own_side(opening, replace(side, begun=None, given=None), now)


def _lived(route: KeptRoute) -> KeptRoute:
    """Everything went as it was planned."""
    for step in route.steps:
        end = step.end or step.start
        for kind, day in ((K.ASKED, step.apply), (K.BEGAN, step.start), (K.DONE, end)):
            if kind in possible(step, progress_of(route, step)):
                route = after(route, Event(kind, step.id, day), end)
    return route
