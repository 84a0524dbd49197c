# SPDX-License-Identifier: EUPL-1.2
"""Who asks months after a map was made gets days from that day on, and keeps the terms they asked
for however often the route is planned again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_route_moments import PrivateSide
from ruimbaan.parts.directory.queries import list_regions, region_on
from ruimbaan.parts.journey.route.planning import first_route, planned_again
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
    assert [(one.fact, one.until) for one in then.world.region_facts] == [
        (one.fact, one.until and one.until - 120) for one in there.region_facts
    ]
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

    new = planned_again(route, answers(), asked + MONTH, asked=asked)

    assert new is not None
    assert new.planned == asked + MONTH
    assert {goal.fact: goal.needed_by for goal in new.goals} == {
        goal.fact: goal.needed_by for goal in route.goals
    }
    assert min(step.apply for step in new.steps) >= asked + MONTH


def test_the_own_file_keeps_the_day_of_the_answers(clock: pytest.MonkeyPatch):
    one = person()
    _keep(one)
    before = {goal.fact: goal.needed_by for goal in kept(one).goals}
    assert own_side(one).asked == LATER.date()

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

    assert own_side(one).asked == (LATER + MONTH).date()
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
