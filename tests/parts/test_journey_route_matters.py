# SPDX-License-Identifier: EUPL-1.2
"""Something else matters most now: the kept route is planned anew, and the person says yes first."""

from __future__ import annotations

from datetime import date
from html import unescape
from re import sub

import pytest

from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.planner.choosing import Matter
from ruimbaan.parts.routes.services import CODES
from tests.parts.journey_routes import hidden, keep, kept, say
from tests.parts.own_files import Person, person

pytestmark = pytest.mark.django_db

AGAIN = "/mijn/route/anders"


@pytest.fixture
def sterre() -> Person:
    return person()


def words_of(html: str) -> str:
    return unescape(" ".join(sub(r"<[^>]*>", " ", html).split()))


def chosen(sterre: Person, code: str) -> str:
    page = sterre.client.post(AGAIN, {"weg": code})
    assert page.status_code == 200
    return page.content.decode()


def days(route: KeptRoute) -> list[date | None]:
    return [goal.arrives for goal in route.goals]


def test_looking_changes_nothing_and_yes_takes_that_route(sterre: Person):
    keep(sterre)
    before = kept(sterre)

    page = chosen(sterre, "minste-vragen")
    assert "Je koos: Het minste vragen" in words_of(page)
    assert kept(sterre) == before
    answer = sterre.client.post(AGAIN, {"doe": "ja", **hidden(page)})

    assert answer["Location"] == "/mijn/route"
    after = kept(sterre)
    assert after.flexed == ()
    assert {goal.id for goal in after.goals} == {goal.id for goal in before.goals}


def test_what_was_done_counts_in_the_new_choice(sterre: Person):
    keep(sterre, way="minste-vragen")
    before = kept(sterre)
    say(sterre, next(one for one in before.steps if one.service == "W-intake").id, "done")

    page = chosen(sterre, "snelst")
    sterre.client.post(AGAIN, {"doe": "ja", **hidden(page)})

    route = kept(sterre)
    assert [step.service for step in route.steps].count("W-intake") == 1
    pairs = zip(days(before), days(route), strict=True)
    assert all(new is not None and (old is None or new <= old) for old, new in pairs)
    assert days(route) != days(before)


def test_a_choice_travels_from_the_routecheck_to_the_own_file(sterre: Person):
    keep(sterre, way=CODES[Matter.LEAST_ASKING])

    assert kept(sterre).flexed == ()


@pytest.mark.parametrize("code", ["", "duurst", "0"])
def test_what_is_no_choice_is_no_question(sterre: Person, code: str):
    keep(sterre)

    page = chosen(sterre, code)

    assert "Dit zou er anders zijn" not in page
    assert "Je koos:" not in page
