# SPDX-License-Identifier: EUPL-1.2
"""The region in one picture: what asks for a look, what goes well, and nobody in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.directory.service import Wait
from ruimbaan.core.frictions.reports import Report
from ruimbaan.core.frictions.round_table import Kind, Meeting, Outcome, Seat, Weight
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.directory.queries import is_place, list_regions
from ruimbaan.parts.frictions import meetings, reporting
from ruimbaan.parts.insight.presentation.overview import MOST_WAITS, _waits
from tests.parts.upkeep_people import keeper

pytestmark = pytest.mark.django_db
HERE = "/werk/regie/waalstad"


@pytest.fixture
def nadia() -> Client:
    return keeper(Role.STEWARD, name="Nadia")[0]


def page(browser: Client) -> str:
    answer = browser.get(HERE)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.content.decode()


def decide(ago: int, review: int) -> UUID:
    """`ago` and `review` days before and after the table met."""
    places = [
        Organisation.objects.create(name=f"{name} {ago}", region="waalstad").id for name in "AB"
    ]
    at = timezone.now() - timedelta(days=ago)
    day = timezone.localdate(at)
    meeting = Meeting(
        held=day,
        seats=frozenset({Seat.CLIENT, Seat.WORKER}),
        organisations=2,
        weight=Weight.JAMMED,
        kind=Kind.AGREE,
        what="Er is één nummer.",
        who="De opvang",
        review=day + timedelta(days=review),
    )
    return meetings.decide("waalstad", "F25", meeting, places, by=uuid4(), at=at)


def test_with_one_region_a_steward_is_there_at_once(nadia: Client):
    assert nadia.get("/werk/regie").headers["Location"] == HERE


def test_an_empty_week_says_so(nadia: Client):
    shown = page(nadia)

    assert "Er ligt niets. Dat mag ook." in shown
    assert "Er is nog niet samen teruggekeken." in shown


def test_what_asks_for_a_look_stands_first_and_goes_when_it_is_done(nadia: Client):
    reporting.take_in(Report("waalstad", "F07"), timezone.now())
    made = decide(ago=100, review=60)
    shown = page(nadia)

    assert "1 melding om te lezen" in shown
    assert f"/werk/fricties/waalstad/besluit/{made}" in shown
    meetings.look_back("waalstad", made, Outcome.HELPED, "Het werkt.", timezone.now())
    after = page(nadia)
    assert f"besluit/{made}" not in after
    assert "Het werkt." in after
    assert "het hielp" in after


def test_what_did_not_help_is_not_what_goes_well(nadia: Client):
    made = decide(ago=100, review=60)
    meetings.look_back("waalstad", made, Outcome.NOT_DONE, "Niemand begon.", timezone.now())

    assert "Niemand begon." not in page(nadia)


def test_waits_stand_by_kind_of_support_the_longest_first(nadia: Client):
    shown = page(nadia)

    assert shown.count('<th scope="row">') == MOST_WAITS
    assert shown.index("26 weken") < shown.index("12 weken")
    assert "1 plek · 1 november 2026" in shown


def test_a_step_that_is_of_no_kind_of_support_is_waited_for_too(nadia: Client):
    shown = page(nadia)

    assert "Behandeling van psychische klachten" in shown
    assert ">een stap onderweg<" in shown
    assert shown.index("14 weken") < shown.index("12 weken")


def test_with_one_place_of_each_kind_there_is_no_middle(nadia: Client):
    assert "Het midden" not in page(nadia)


def test_of_those_that_wait_as_long_none_is_left_out():
    world = list_regions()["waalstad"].world
    places = [one for one in world.services.values() if is_place(one)][: MOST_WAITS + 3]
    alike = [replace(one, wait=Wait(70, as_of=date(2026, 11, 1))) for one in places]

    assert len(_waits(alike)) == len({one.type for one in alike}) > MOST_WAITS


def test_of_more_places_the_middle_and_the_longest_are_told():
    world = list_regions()["waalstad"].world
    one = next(one for one in world.services.values() if is_place(one))
    days = [replace(one, wait=Wait(days, as_of=date(2026, 11, 1))) for days in (7, 14, 70)]
    (found,) = _waits(days)

    assert (found.middle, found.longest, found.several) == ("2 weken", "10 weken", True)


def test_what_may_fall_over_says_why(nadia: Client):
    shown = page(nadia)

    assert "het geld stopt op" in shown
    assert "het hangt aan één persoon" in shown


def test_another_region_and_another_role_find_nothing():
    elsewhere = keeper(Role.STEWARD, "vestingstad", "Piet")[0]
    editor = keeper(Role.EDITOR, name="Youssef")[0]

    assert elsewhere.get(HERE).status_code == 404
    assert editor.get(HERE).status_code == 404
    assert editor.get("/werk/regie").status_code == 404
