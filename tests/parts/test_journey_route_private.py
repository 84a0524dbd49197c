# SPDX-License-Identifier: EUPL-1.2
"""A hard time and a pause stay with the person: the route does not change, and whoever sees the route
sees nothing of it. What may never be kept is not kept."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.journey.kept_route_moments import MomentKind
from tests.parts.journey_routes import (
    answers_of,
    keep,
    kept,
    own_side,
    say,
    version_of_route,
    words_of,
)
from tests.parts.own_files import Other, Person, person, worker

pytestmark = pytest.mark.django_db
FOR_ME = "/mijn/route/voor-mij"
HARD = {"doe": "begin", "soort": "hard", "woorden": "Twee moeilijke dagen. Zelf gebeld."}


@pytest.fixture
def sterre() -> Person:
    found = person()
    assert keep(found)["Location"] == "/mijn/route"
    return found


@pytest.fixture
def noor(sterre: Person) -> Other:
    """Sees the route of Sterre."""
    other = worker()
    sterre.knows(other.party)
    assert sterre.shows(other.party, "route").status_code == 302
    return other


def seen(other: Other, who: Person) -> str:
    answer = other.look(who)
    assert answer.status_code == 200
    return re.sub(r"csrf\w*\" value=\"[^\"]*|om \d\d\.\d\d uur", "", answer.content.decode())


@pytest.mark.parametrize("kind", MomentKind)
def test_a_hard_time_changes_nothing_of_the_route(sterre: Person, kind: MomentKind):
    before, version = kept(sterre), version_of_route(sterre)

    sterre.client.post(FOR_ME, HARD | {"soort": kind.value})

    assert (kept(sterre), version_of_route(sterre)) == (before, version)
    page = words_of(sterre.client.get(FOR_ME))
    assert "Je plek op de route blijft." in page
    assert "Hier ben je op je route" in page


def test_whoever_sees_the_route_sees_the_same_before_and_after(sterre: Person, noor: Other):
    before = seen(noor, sterre)
    assert "Begeleiding thuis" in before

    sterre.client.post(FOR_ME, HARD)

    assert seen(noor, sterre) == before


def test_the_answers_under_the_route_stay_closed_for_who_sees_it(sterre: Person, noor: Other):
    page = seen(noor, sterre)

    assert own_side(sterre).chosen["sleep"] == ("own-home",)
    assert "own-home" not in page
    assert "family animal" not in page


def test_the_own_side_cannot_be_shown_at_all(sterre: Person):
    other = worker("joke")
    sterre.knows(other.party)
    sterre.client.post(FOR_ME, HARD)

    assert sterre.shows(other.party, "own").status_code == 422
    assert other.look(sterre).status_code == 404


def test_it_is_not_in_the_file_for_another_ruimbaan(sterre: Person):
    sterre.client.post(FOR_ME, HARD)

    content = sterre.client.get("/mijn/route/bestand").content.decode()

    assert "moeilijk" not in content.lower()
    assert "hard" not in re.findall(r'"kind": "(\w+)"', content)


def test_going_on_and_forgetting(sterre: Person):
    sterre.client.post(FOR_ME, HARD)
    sterre.client.post(FOR_ME, {"doe": "verder"})

    (moment,) = own_side(sterre).moments
    assert moment.until == timezone.localdate()
    assert "Twee moeilijke dagen." in sterre.read(FOR_ME)
    sterre.client.post(FOR_ME, {"doe": "vergeet", "welke": str(moment.id)})
    assert own_side(sterre).moments == ()


def test_the_same_form_twice_is_one_moment(sterre: Person):
    form = HARD | {"form": str(uuid4())}

    for _ in range(2):
        assert sterre.client.post(FOR_ME, form)["Location"] == FOR_ME

    assert len(own_side(sterre).moments) == 1


@pytest.mark.parametrize(
    "form",
    [{}, {"doe": "begin"}, {"doe": "begin", "soort": "x"}, {"doe": "verder"}, {"doe": "vergeet"}],
)
def test_what_says_nothing_is_refused_in_words(sterre: Person, form: dict[str, str]):
    response = sterre.client.post(FOR_ME, form)

    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()


def test_words_that_are_too_long_stay_on_the_screen(sterre: Person):
    response = sterre.client.post(FOR_ME, HARD | {"woorden": "lang " * 1000})

    assert response.status_code == 422
    assert "lang lang" in response.content.decode()


def test_the_rulebook_says_what_keeps_the_place_and_who_can_say_yes(sterre: Person):
    page = words_of(sterre.client.get(FOR_ME))

    assert "Je mag hier alleen wonen als je niet gebruikt" in page
    assert "Je kunt samen een afspraak maken over gebruik." in page
    assert "De manager van de woonplek." in page
    assert "Dit kijken we nog na." in page


def test_what_may_be_lost_and_who_can_leave_that_undone(sterre: Person):
    page = words_of(sterre.client.get(FOR_ME))

    assert "Wat kan er weggaan?" in page
    assert "Hele bijstand" in page
    assert "Dit laten zoals het is, kan: de klantmanager" in page


def test_after_what_it_was_about_is_over_nothing_can_be_lost_by_it(sterre: Person):
    detox = next(step for step in kept(sterre).steps if step.service == "W06")
    say(sterre, detox.id, "done")

    assert "Wat kan er weggaan?" not in words_of(sterre.client.get(FOR_ME))


def test_without_a_route_no_rule_is_made_up():
    page = words_of(person("wim", "Wim").client.get(FOR_ME))

    assert "Wil je het vertellen? Dat hoeft niet." in page
    assert "Wat helpt om je plek te houden?" not in page


def test_telling_is_up_to_the_person_and_nothing_is_sent(sterre: Person, mailoutbox: list[Any]):
    sterre.writes("mensen", name="Oma Riet", reach="Bellen, na het avondeten")
    sterre.client.post(FOR_ME, HARD)

    page = words_of(sterre.client.get(FOR_ME))

    assert "Oma Riet" in page
    assert "Jij kiest of, en aan wie. Wij sturen niets." in page
    assert mailoutbox == []


def test_answers_that_may_never_be_kept_are_not_kept(sterre: Person):
    answers = answers_of(
        goals="own-door", region="waalstad", justice="just-out", went_wrong="closed-file"
    )
    page = sterre.client.post("/mijn/route/nieuw", {"answers": answers, "weg": ""})
    assert page.status_code == 200

    keep(sterre, goals="own-door", region="waalstad", justice="just-out", went_wrong="closed-file")

    assert "justice" not in own_side(sterre).chosen
    assert own_side(sterre).chosen["goals"] == ("own-door",)


def test_a_form_of_another_site_lays_no_route_before_anybody(sterre: Person):
    fields = {"answers": answers_of(), "weg": ""}

    response = sterre.client.post(
        "/mijn/route/nieuw", fields, headers={"Origin": "https://elders.example"}
    )

    assert response.status_code == 403


def test_nothing_is_ticked_beforehand_and_a_tap_alone_tells_nothing(sterre: Person):
    page = sterre.read(FOR_ME)
    answer = sterre.client.post(FOR_ME, {"doe": "begin", "woorden": "Wat ik schreef."})
    again = answer.content.decode()

    assert " checked" not in page
    assert answer.status_code == 422
    assert "Hier is nog niets gekozen." in again
    assert "Wat ik schreef." in again
    assert "Ik ga weer verder" not in sterre.read(FOR_ME)
