# SPDX-License-Identifier: EUPL-1.2
"""The next appointment: "Ik ben erbij" and "Het lukt me niet" are equal, and nobody is told."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from tests.parts.journey_routes import keep, words_of
from tests.parts.own_files import Person, person, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def sterre() -> Person:
    found = person()
    found.writes("afspraken", what="Keukentafelgesprek", day="2090-03-12", time="14:00")
    return found


def row_of(one: Person) -> UUID:
    found = re.search(r"/mijn/afspraken/([0-9a-f-]{36})", one.read("/mijn/afspraken"))
    assert found is not None
    return UUID(found[1])


def test_both_buttons_are_there_and_look_the_same(sterre: Person):
    buttons = re.findall(
        r'<button type="submit" class="([^"]*)"><span class="nl-button__label">(.*?)</span>',
        sterre.read("/mijn"),
    )
    classes = {words: kinds for kinds, words in buttons}

    assert classes["Ik ben erbij"] == classes["Het lukt me niet"]


def test_being_there_is_said_once_and_can_be_taken_back(sterre: Person):
    row = row_of(sterre)
    for _ in range(2):
        sterre.client.post(f"/mijn/afspraken/{row}/erbij")

    assert "Je bent erbij." in sterre.read("/mijn")
    sterre.client.post(f"/mijn/afspraken/{row}/lukt-niet")
    assert "Je zoekt een andere dag." in sterre.read("/mijn")
    assert "Je bent erbij." not in sterre.read("/mijn")


def test_it_does_not_work_out_helps_to_another_day(sterre: Person):
    row = row_of(sterre)
    answer = sterre.client.post(f"/mijn/afspraken/{row}/lukt-niet")
    assert answer["Location"] == f"/mijn/afspraken/{row}/lukt-niet"

    page = words_of(sterre.client.get(answer["Location"]))
    assert "Op zondag 12 maart 2090 lukt het me niet. Kan het op een andere dag?" in page
    assert "Wij sturen niets." in page
    sterre.client.post(answer["Location"], {"day": "2090-03-19", "time": ""})

    page = sterre.read("/mijn")
    assert "19 maart 2090" in page
    assert "Je zoekt een andere dag." not in page
    assert "14.00 uur" not in page


@pytest.mark.parametrize(
    "typed", [{"day": "x"}, {"day": "", "time": "14:00"}, {"day": "2090-13-1"}]
)
def test_a_day_that_is_none_is_refused_in_words(sterre: Person, typed: dict[str, str]):
    response = sterre.client.post(f"/mijn/afspraken/{row_of(sterre)}/lukt-niet", typed)

    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()


def test_everywhere_the_person_reads_that_the_day_no_longer_holds(sterre: Person):
    sterre.client.post(f"/mijn/afspraken/{row_of(sterre)}/lukt-niet")
    sterre.client.post("/mijn/zonder-internet", {"eigen": "ja"})

    for path in ("/mijn/afspraken", "/mijn/agenda", "/mijn/zonder-internet/blad"):
        assert "Je zoekt een andere dag." in sterre.read(path), path


@pytest.mark.parametrize(("days", "looks"), [(-1, False), (0, True)])
def test_once_the_day_is_past_nobody_looks_for_another(days: int, looks: bool):
    sterre = person()
    day = timezone.localdate() + timedelta(days=days)
    sterre.writes("afspraken", what="Keukentafelgesprek", day=day.isoformat())

    sterre.client.post(f"/mijn/afspraken/{row_of(sterre)}/lukt-niet")

    page = sterre.read("/mijn/afspraken")
    assert "Keukentafelgesprek" in page
    assert ("Je zoekt een andere dag." in page) is looks


def test_the_rule_about_missing_twice_is_not_told_about_a_talk_at_home(sterre: Person):
    keep(sterre, goals="grip", sleep="own-home", region="waalstad", treatment="referral")

    page = words_of(sterre.client.get(f"/mijn/afspraken/{row_of(sterre)}/lukt-niet"))

    assert "Goed om te weten" not in page


def test_the_rule_about_missing_twice_says_what_room_there_is():
    sterre = person()
    keep(sterre, goals="grip", sleep="own-home", region="waalstad", treatment="referral")
    treatment = "Behandeling bij de poli verslavingszorg"
    sterre.writes("afspraken", what=treatment, day="2090-03-12", time="14:00")

    page = words_of(sterre.client.get(f"/mijn/afspraken/{row_of(sterre)}/lukt-niet"))

    assert "De behandelaar mag je plek bewaren." in page
    assert "Wilt u mijn plek bewaren en samen een dag kiezen?" in page


def test_whoever_sees_the_appointment_does_not_see_the_answer(sterre: Person):
    noor = worker()
    sterre.knows(noor.party)
    sterre.shows(noor.party, "appointments")
    before = words_of(noor.look(sterre))

    sterre.client.post(f"/mijn/afspraken/{row_of(sterre)}/lukt-niet")

    cut = re.compile(r"om \d\d\.\d\d uur")
    assert cut.sub("", words_of(noor.look(sterre))) == cut.sub("", before)


def test_changing_the_appointment_takes_the_answer_away(sterre: Person):
    row = row_of(sterre)
    sterre.client.post(f"/mijn/afspraken/{row}/erbij")
    changed = {"what": "Keukentafelgesprek", "day": "2090-04-01", "version": "2"}

    assert sterre.client.post(f"/mijn/afspraken/{row}", changed).status_code == 302

    assert "Je bent erbij." not in sterre.read("/mijn")


def test_the_answer_is_no_field_of_the_form(sterre: Person):
    assert "Ben je erbij?" not in sterre.read("/mijn/afspraken/nieuw")
    sent = sterre.writes("afspraken", what="X", day="2090-01-01", answer="yes")
    assert sent.status_code == 422


def test_an_appointment_that_is_not_there(sterre: Person):
    for path in ("erbij", "lukt-niet"):
        assert sterre.client.post(f"/mijn/afspraken/{uuid4()}/{path}").status_code == 404
