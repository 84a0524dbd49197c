# SPDX-License-Identifier: EUPL-1.2
"""One sheet about oneself: chosen and looked at first, on paper or by a link with a spoken code."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.consent_words import CURRENT
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.trust.files.models import Journey
from ruimbaan.parts.trust.links.finding import MOST_TRIES
from ruimbaan.parts.trust.links.models import LinkRecord
from ruimbaan.parts.trust.log.looks import looks_at
from ruimbaan.parts.trust.log.whole import every_entry
from tests.parts.own_files import Person, person
from tests.trust.people import give

pytestmark = pytest.mark.django_db
ADDRESS = re.compile(r'value="http://testserver(/samenvatting/[\w-]+)"')
CODE = re.compile(r'<p class="rb-secret">(\d{3} \d{3})</p>')
WISH, STORY, OWN = "Wens-geheim", "Verhaal-geheim", "Notitie-geheim"


@pytest.fixture
def sterre() -> Person:
    found = person()
    found.writes("wensen", words=WISH)
    found.writes("verhaal", words=STORY)
    found.writes("notities", words=OWN)
    return found


def send(sterre: Person, *parts: str, **more: str) -> Any:
    return sterre.client.post("/mijn/samenvatting", {"wat": list(parts), **more})


def make(sterre: Person, *parts: str, **more: str) -> Any:
    asked = {"form": str(uuid4()), "voor": "Mijn huisarts", "waarvoor": "steun", "tot": "maand"}
    return send(sterre, *parts, doe="link", **(asked | more))


def made(sterre: Person, *parts: str) -> tuple[str, str]:
    page = make(sterre, *parts)
    assert page.status_code == 200
    text = page.content.decode()
    return ADDRESS.findall(text)[0], CODE.findall(text)[0]


def opened(path: str, code: str) -> Any:
    """Without an account; nothing is left in the browser."""
    answer = Client().post(path, {"code": code})
    assert answer.cookies == {}
    return answer


def test_first_the_person_sees_what_the_other_will_see(sterre: Person):
    text = send(sterre, "wishes").content.decode()

    assert WISH in text
    assert STORY not in text
    assert not LinkRecord.objects.exists()


def test_own_notes_cannot_be_chosen(sterre: Person):
    assert "own" not in re.findall(r'name="wat" value="(\w+)"', sterre.read("/mijn/samenvatting"))
    for do in ("kijk", "papier", "link"):
        answer = send(sterre, "own", "wishes", doe=do)
        assert answer.status_code == 422
        assert OWN not in answer.content.decode()


@pytest.mark.parametrize("parts", [(), ("x",), ("wishes", "x")])
def test_what_is_no_part_is_asked_again(sterre: Person, parts: tuple[str, ...]):
    assert send(sterre, *parts).status_code == 422
    assert send(sterre, "wishes", anders="x").status_code == 422


def test_paper_holds_what_was_chosen_and_is_in_the_log_as_taken_along(sterre: Person):
    text = send(sterre, "wishes", doe="papier").content.decode()

    assert WISH in text
    assert STORY not in text
    taken = [
        entry
        for rows in every_entry(sterre.journey, timezone.now())
        for entry in rows
        if entry.action is Action.TAKE_ALONG
    ]
    assert [entry.part for entry in taken] == [Part.WISHES]


def test_a_long_one_is_told_to_be_more_than_a_sheet(sterre: Person):
    said = "meer dan één blad"
    short = send(sterre, "wishes").content.decode()
    sterre.writes("verhaal", words="woord " * 600)

    assert said not in short
    assert said in send(sterre, "story").content.decode()


def test_whoever_has_the_link_and_the_code_reads_it_without_an_account(sterre: Person):
    path, code = made(sterre, "wishes")
    door = Client().get(path)
    page = opened(path, code)

    assert door.status_code == 200
    assert not any(one in door.content.decode() for one in (WISH, "Sterre", "huisarts"))
    assert page.status_code == 200
    assert WISH in page.content.decode()
    assert not any(one in page.content.decode() for one in (STORY, OWN, "huisarts"))
    assert page.headers["Cache-Control"] == door.headers["Cache-Control"] == "no-store"


def test_without_the_right_code_there_is_nothing_to_read(sterre: Person):
    path, code = made(sterre, "wishes")
    wrong = "000000" if code != "000 000" else "000001"

    for typed in ("", wrong, "x"):
        answer = opened(path, typed)
        assert answer.status_code == 422
        assert WISH not in answer.content.decode()
    assert "foute codes" in sterre.read("/mijn/samenvatting")


def test_a_code_can_be_tried_ten_times_and_then_the_link_is_none(sterre: Person):
    path, code = made(sterre, "wishes")
    wrong = "000000" if code != "000 000" else "000001"
    for _ in range(MOST_TRIES):
        opened(path, wrong)

    assert opened(path, code).status_code == 404
    assert Client().get(path).content == Client().get("/samenvatting/never-there").content


def test_each_look_is_in_the_log_of_the_person(sterre: Person):
    path, code = made(sterre, "wishes", "story")
    before = timezone.now()
    opened(path, code)
    opened(path, code)
    Client().get(path)

    looks = looks_at(sterre.journey, sterre.account.pk, before, timezone.now())
    (link,) = LinkRecord.objects.all()
    assert [(one.first.link, one.parts) for one in looks.by_others] == [
        (link.id, (Part.STORY, Part.WISHES))
    ] * 2
    assert "Wie je een link en code gaf" in sterre.read("/mijn/wie-keek")


def test_stopped_it_is_gone_at_the_next_request_also_for_who_had_it_open(sterre: Person):
    path, code = made(sterre, "wishes")
    assert opened(path, code).status_code == 200
    (link,) = LinkRecord.objects.all()

    sterre.client.post(f"/mijn/samenvatting/{link.id}/stop")

    for gone in (Client().get(path), opened(path, code)):
        assert gone.status_code == 404
    never = Client().get("/samenvatting/never-there")
    gone = Client().get(path)
    assert gone.content == never.content
    assert sorted(gone.headers.items()) == sorted(never.headers.items())


def test_a_calendar_address_is_no_summary_and_the_other_way_round(sterre: Person):
    path, _code = made(sterre, "wishes")
    token = path.rpartition("/")[2]

    assert Client().get(f"/agenda/{token}.ics").status_code == 404


def test_sent_twice_there_is_one_link_and_it_is_shown_once(sterre: Person):
    form = str(uuid4())
    first, again = (make(sterre, "wishes", form=form) for _ in range(2))

    assert (first.status_code, again.status_code) == (200, 422)
    assert ADDRESS.findall(again.content.decode()) == []
    assert LinkRecord.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "at"),
    [
        ({"voor": ""}, "voor-error"),
        ({"voor": "x" * 300}, "voor-error"),
        ({"waarvoor": ""}, "waarvoor-error"),
        ({"waarvoor": "betalen"}, "waarvoor-error"),
        ({"waarvoor": "nood"}, "waarvoor-error"),
        ({"tot": ""}, "tot-error"),
        ({"tot": "dag", "dag": "2020-01-01"}, "tot-error"),
        ({"tot": "dag", "dag": "2999-01-01"}, "tot-error"),
    ],
)
def test_a_wrong_answer_is_told_at_its_question(sterre: Person, wrong: dict[str, str], at: str):
    answer = make(sterre, "wishes", **wrong)

    assert answer.status_code == 422
    assert f'id="{at}"' in answer.content.decode()
    assert not LinkRecord.objects.exists()


def test_a_form_of_another_site_is_not_taken(sterre: Person):
    path, code = made(sterre, "wishes")

    answer = Client().post(path, {"code": code}, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert WISH not in answer.content.decode()


def test_somebody_elses_link_cannot_be_stopped(sterre: Person):
    path, code = made(sterre, "wishes")
    (link,) = LinkRecord.objects.all()
    other = person("karim", "Karim")

    answers = [other.client.post(f"/mijn/samenvatting/{one}/stop") for one in (link.id, uuid4())]

    assert [one.status_code for one in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert opened(path, code).status_code == 200


def test_what_is_taken_along_tells_of_the_link_and_holds_neither_address_nor_code(sterre: Person):
    path, code = made(sterre, "wishes")

    answer: Any = sterre.client.get("/mijn/rechten/meenemen/bestand")

    with zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Mijn huisarts" in whole
    assert path.rpartition("/")[2].encode() not in whole
    assert code.encode() not in whole


def test_what_has_pages_of_its_own_stands_in_the_list_of_who_sees_something(sterre: Person):
    journey = Journey.objects.get(pk=sterre.journey)
    place = Organisation.objects.create(name="Sociaal team Waalstad")
    given = give(journey, Part.HANDOFF, (PartyKind.ORGANISATION, place.id), purpose=Purpose.HANDOFF)
    given.words = CURRENT
    given.save()

    assert "Sociaal team Waalstad" in sterre.read("/mijn/delen")
    assert "Sociaal team Waalstad" in sterre.read(f"/mijn/delen/{given.id}")
