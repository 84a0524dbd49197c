# SPDX-License-Identifier: EUPL-1.2
"""A close one's own space: what was given, support and notes of their own, and stopping."""

from __future__ import annotations

import io
import json
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action, Because
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.journey.close_one import notes
from ruimbaan.parts.journey.close_one.models import CloseOneNote
from ruimbaan.parts.trust.files.models import Acquaintance, GrantRecord
from ruimbaan.parts.trust.log import services
from ruimbaan.parts.trust.queries import looks_at
from ruimbaan.parts.trust.rights.closing import close_everything
from ruimbaan.parts.trust.services import KeyGone, unseal
from tests.parts.own_files import Other, Person, close_one, person, read, worker

pytestmark = pytest.mark.django_db
NOTES = "/mijn/naaste/notities"
ID = rb"[0-9a-f]{8}-[0-9a-f-]{27}"
WORDS = "Ik was bang vannacht. Dat mag hier staan."


@pytest.fixture
def sterre() -> Person:
    sterre = person()
    sterre.writes("afspraken", what="Keukentafelgesprek", day="2027-03-12", time="14:00")
    sterre.writes("wensen", words="Dat Bami bij me kan blijven.")
    return sterre


@pytest.fixture
def riet(sterre: Person) -> Other:
    riet = close_one()
    sterre.knows(riet.party)
    sterre.shows(riet.party, "appointments", why="nabij")
    return riet


def note(client: Client, words: str = WORDS) -> Any:
    return client.post(NOTES, {"form": str(uuid4()), "words": words})


def test_it_begins_with_what_was_given_and_what_is_for_oneself(sterre: Person, riet: Other):
    assert riet.client.get("/mijn")["Location"] == "/gedeeld"
    page = read(riet.client, "/gedeeld")

    assert "<p>Afspraken</p>" in page
    assert "Om er te zijn voor Sterre" in page
    assert 'href="/mijn/naaste/steun"' in page
    assert f'href="/gedeeld/stop/{sterre.journey}"' in page
    assert "Begin mijn reis" in read(riet.client, "/mijn?begin=1")


def test_the_menu_leads_to_nothing_that_only_who_has_a_file_needs(sterre: Person, riet: Other):
    menu = re.compile(r'<nav class="rb-tabs".*?</nav>', re.S)

    beside = menu.search(read(riet.client, "/gedeeld"))
    own = menu.search(read(sterre.client, "/mijn"))

    assert beside
    assert own
    assert re.findall('href="([^"]+)"', beside[0]) == [
        "/gedeeld",
        "/mijn/naaste/steun",
        NOTES,
        "/hulp-nu",
    ]
    assert "/mijn/mensen" in own[0]


def test_what_was_given_is_told_in_the_voice_of_another(sterre: Person, riet: Other):
    page = riet.look(sterre, "nabij").content.decode()

    assert "Afspraken van Sterre" in page
    assert "Mijn afspraken" not in page
    assert "Keukentafelgesprek" in page
    assert "Bami" not in page


def test_support_leads_to_places_for_close_ones_and_keeps_no_region(riet: Other):
    page = read(riet.client, "/mijn/naaste/steun?regio=waalstad")

    assert "Hulp voor naasten in Waalstad" in page
    assert 'href="/steun/waalstad/W' in page
    assert "tel:08002000" in page
    assert "Hulp voor naasten bij jou in de buurt" in read(
        riet.client, "/mijn/naaste/steun?regio=x"
    )


def test_a_note_is_written_changed_and_taken_away(riet: Other):
    assert note(riet.client).status_code == 302
    (kept,) = notes.of_account(riet.account.pk)
    url = f"{NOTES}/{kept.id}"

    assert WORDS in read(riet.client, NOTES)
    riet.client.post(url, {"version": "1", "words": "Vandaag ging het."})
    stale = riet.client.post(url, {"version": "1", "words": "Oude versie."})
    assert (stale.status_code, "Oude versie." in stale.content.decode()) == (422, True)
    assert "Vandaag ging het." in read(riet.client, NOTES)
    riet.client.post(url, {"doe": "weg"})
    assert not CloseOneNote.objects.exists()


def test_an_empty_note_is_none_and_the_same_form_is_one(riet: Other):
    form = {"form": str(uuid4()), "words": WORDS}

    assert riet.client.post(NOTES, form | {"words": " "}).status_code == 422
    assert [riet.client.post(NOTES, form).status_code for _ in range(2)] == [302, 302]
    assert CloseOneNote.objects.count() == 1


def test_nobody_else_ever_reads_a_note(sterre: Person, riet: Other):
    note(riet.client)
    (kept,) = notes.of_account(riet.account.pk)
    noor, other = worker(), close_one("buur", "Buur")

    for client in (sterre.client, noor.client, other.client):
        there, nowhere = (client.get(f"{NOTES}/{one}") for one in (kept.id, uuid4()))
        assert there.status_code == nowhere.status_code == 404
        assert re.sub(ID, b"", there.content) == re.sub(ID, b"", nowhere.content)
        client.post(f"{NOTES}/{kept.id}", {"doe": "weg"})
        assert WORDS not in read(client, NOTES)
    assert WORDS in read(riet.client, NOTES)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM close_one_closeonenote")
        assert WORDS.encode() not in bytes(cursor.fetchone()[0])


def test_notes_go_along_and_go_with_the_account(
    riet: Other, django_capture_on_commit_callbacks: Any
):
    note(riet.client)
    answer: Any = riet.client.get("/mijn/rechten/meenemen/bestand")
    with ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        data = json.loads(archive.read("mijn-gegevens.json"))
    row = CloseOneNote.objects.get()

    assert data["sections"]["close_one_notes"]["items"][0]["words"] == WORDS
    with django_capture_on_commit_callbacks(execute=True):
        close_everything(actor_for(riet.account.pk), timezone.now())
    assert not CloseOneNote.objects.exists()
    with pytest.raises(KeyGone):
        unseal(riet.account.pk, row.place(), bytes(row.sealed))


def test_one_stops_by_oneself_and_sees_nothing_from_then_on(sterre: Person, riet: Other):
    stop = f"/gedeeld/stop/{sterre.journey}"
    note(riet.client)

    assert "Je ziet dan niets meer van Sterre." in read(riet.client, stop)
    assert riet.look(sterre, "nabij").status_code == 200
    assert riet.client.post(stop).status_code == 200  # nothing was pressed
    assert riet.look(sterre, "nabij").status_code == 200
    assert riet.client.post(stop, {"doe": "ja"})["Location"] == "/gedeeld"
    assert riet.look(sterre, "nabij").status_code == 404
    assert riet.client.post(stop, {"doe": "ja"}).status_code == 404  # there is nothing left to stop
    assert not Acquaintance.objects.exists()
    assert not GrantRecord.objects.filter(revoked=None).exists()
    assert WORDS in read(riet.client, NOTES)


def test_that_one_stopped_can_be_read_by_the_person_and_stands_in_the_log(
    sterre: Person, riet: Other
):
    before = timezone.now()

    riet.client.post(f"/gedeeld/stop/{sterre.journey}", {"doe": "ja"})

    (look,) = (
        one.first
        for one in looks_at(
            sterre.journey, sterre.account.pk, before, timezone.now() + timedelta(seconds=1)
        ).by_others
    )
    assert (look.action, look.outcome, look.actor) == (
        Action.STEP_BACK,
        Because.OWN_WISH,
        riet.account.pk,
    )
    assert " stopte zelf, en ziet niets meer van jou." in sterre.read("/mijn/wie-keek")


def test_as_long_as_the_log_is_down_nobody_stops_unseen(
    sterre: Person, riet: Other, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as broken:
        broken.setattr("ruimbaan.parts.trust.log.writer.add", _fails)
        services.close()
        assert riet.client.post(f"/gedeeld/stop/{sterre.journey}", {"doe": "ja"}).status_code == 503

    assert Acquaintance.objects.exists()


def _fails(*_: object) -> None:
    raise OSError("No space left on device")


def test_a_file_one_is_not_known_to_answers_as_no_file(sterre: Person):
    buur = close_one("buur", "Buur")

    for send in (buur.client.get, buur.client.post):
        assert send(f"/gedeeld/stop/{sterre.journey}").status_code == 404
        assert send(f"/gedeeld/stop/{uuid4()}").status_code == 404
