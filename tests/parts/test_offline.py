# SPDX-License-Identifier: EUPL-1.2
"""Reading without internet: off at first, only for an own device, and taken back from anywhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from ruimbaan.parts.journey.offline.devices import KEPT, forget_ended
from ruimbaan.parts.journey.offline.models import OfflineDevice
from ruimbaan.parts.trust.services import begin
from tests.parts.own_files import Person, person, read
from tests.signed_in import as_role, enter

pytestmark = pytest.mark.django_db
PAGE, SHEET = "/mijn/zonder-internet", "/mijn/zonder-internet/blad"
CLEARED = '"cache", "storage"'


@pytest.fixture
def sterre() -> Person:
    sterre = person()
    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    past = (timezone.localdate() - timedelta(days=3)).isoformat()
    sterre.writes("afspraken", what="Keukentafelgesprek", day=day)
    sterre.writes("afspraken", what="Al geweest", day=past)
    sterre.writes("noodkaart", helps="Bel Bram.")
    sterre.writes("wensen", words="Mijn zoon weer thuis.")
    return sterre


def turn_on(client: Client) -> Any:
    return client.post(PAGE, {"eigen": "ja"})


def test_the_first_page_leads_there_and_the_sheet_asks_for_nothing_beforehand(sterre: Person):
    turn_on(sterre.client)
    sheet = sterre.read("/mijn/zonder-internet/blad")

    assert 'href="/mijn/zonder-internet"' in sterre.read("/mijn")
    assert "preload" not in sheet
    assert ".woff2" not in sheet


def test_it_is_off_until_the_person_says_that_this_device_is_their_own(sterre: Person):
    assert 'data-offline="off"' in sterre.read(PAGE)
    assert sterre.client.get(SHEET).status_code == 404
    refused = sterre.client.post(PAGE, {})
    assert (refused.status_code, refused.cookies.get("offline")) == (422, None)
    assert "jouw eigen apparaat" in refused.content.decode()

    response = turn_on(sterre.client)

    cookie = response.cookies["offline"]
    assert (response.status_code, cookie["httponly"], cookie["samesite"]) == (302, True, "Strict")
    assert 'data-offline="on"' in sterre.read(PAGE)
    assert "Wie deze telefoon heeft, kan het lezen." in sterre.read(PAGE)
    turn_on(sterre.client)
    assert OfflineDevice.objects.count() == 1


def test_the_sheet_holds_what_is_next_and_nothing_of_the_rest(sterre: Person):
    turn_on(sterre.client)
    answer = sterre.client.get(SHEET)
    sheet = answer.content.decode()

    assert "Keukentafelgesprek" in sheet
    assert "Bel Bram." in sheet
    assert "tel:112" in sheet
    for never in ("Al geweest", "Mijn zoon weer thuis.", "csrfmiddlewaretoken", "<form"):
        assert never not in sheet
    until = int(answer["Ruimbaan-Until"]) - int(answer["Ruimbaan-Made"])
    assert until == KEPT / timedelta(milliseconds=1)
    assert answer["Cache-Control"] == "no-store"


def test_turned_off_from_another_device_the_first_hears_it_at_the_next_page(sterre: Person):
    turn_on(sterre.client)
    elsewhere = Client()
    enter(elsewhere, sterre.account)
    elsewhere.post(PAGE, {"doe": "uit", "welke": str(OfflineDevice.objects.get().id)})

    answer = sterre.client.get("/mijn")

    assert answer["Clear-Site-Data"] == CLEARED
    assert "Clear-Site-Data" not in sterre.client.get("/mijn")  # the cookie went with it


@pytest.mark.parametrize("which", ["that one", "all others"])
def test_signing_out_there_ends_it_there(sterre: Person, which: str):
    turn_on(sterre.client)
    session = SessionRecord.objects.get(account=sterre.account)
    elsewhere = Client()
    enter(elsewhere, sterre.account)
    elsewhere.post("/mijn/apparaten/uit", {"welke": session.id} if which == "that one" else {})

    assert not OfflineDevice.objects.exists()
    assert sterre.client.get("/mijn")["Clear-Site-Data"] == CLEARED


def test_a_session_that_ran_out_takes_nothing_away(sterre: Person):
    turn_on(sterre.client)
    SessionRecord.objects.all().delete()

    answer = sterre.client.get("/mijn")

    assert (answer.status_code, "Clear-Site-Data" in answer) == (303, False)
    assert OfflineDevice.objects.exists()


@pytest.mark.parametrize("out", ["/weg", "/mijn/uit"])
def test_leaving_throws_it_away(sterre: Person, out: str):
    turn_on(sterre.client)

    answer = sterre.client.get(out) if out == "/weg" else sterre.client.post(out)

    assert '"storage"' in answer["Clear-Site-Data"]
    assert not OfflineDevice.objects.exists()


def test_somebody_else_on_the_same_device_gets_nothing_of_it(sterre: Person):
    turn_on(sterre.client)
    karim = person("karim", "Karim")
    karim.client.cookies["offline"] = sterre.client.cookies["offline"].value

    assert karim.client.get(SHEET).status_code == 404
    assert not OfflineDevice.objects.exists()


def test_never_with_an_account_for_work(client: Client):
    account = as_role(client, Role.WORKER)
    begin(account.pk, timezone.now())

    assert "Met een account voor werk kan dit niet." in read(client, PAGE)
    assert turn_on(client).status_code == 422
    assert not OfflineDevice.objects.exists()


def test_after_its_days_it_is_over_and_forgotten(sterre: Person):
    turn_on(sterre.client)
    OfflineDevice.objects.update(ends=timezone.now())

    assert sterre.client.get(SHEET)["Clear-Site-Data"] == CLEARED
    turn_on(sterre.client)
    assert forget_ended(timezone.now() + KEPT + timedelta(seconds=5)) == 1


def test_the_worker_may_answer_for_the_own_pages(client: Client):
    answer = client.get("/zonder-internet.js")

    assert answer["Service-Worker-Allowed"] == "/"
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert b"SPDX-License-Identifier" in answer.content
