# SPDX-License-Identifier: EUPL-1.2
"""Workers: a start code on paper, and helping a person to come in again."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from ruimbaan.parts.accounts.models import Invitation, RecoveryRecord
from tests.parts.accounts_browser import CODE, PERSONAS, be, code_on, people, read, send  # noqa: F401

pytestmark = pytest.mark.usefixtures("people")


@pytest.mark.parametrize("path", ["/werk/startcode", "/werk/herstel"])
def test_only_workers_and_experience_experts_help(path: str):
    statuses = {name: be(name).get(path).status_code for name in PERSONAS}

    assert {name for name, status in statuses.items() if status == 200} == {"joke", "bram"}
    assert set(statuses.values()) == {200, 404}


def test_a_worker_makes_a_start_code_to_print(client: Client):
    paper = send(be("joke"), "/werk/startcode", {}, 200)

    assert '<div class="rb-qr"><svg' in read(paper)
    assert paper["Cache-Control"] == "no-store"
    assert "eigen reis" in read(client.get("/uitnodiging", {"sleutel": code_on(paper)}))


def test_the_paper_says_who_gave_it_and_nothing_else_does(client: Client):
    giver = "Joke van het wijkteam"
    paper = send(be("joke"), "/werk/startcode", {"gever": f" {giver} "}, 200)
    code = code_on(paper)

    assert f"Je kreeg dit van: {giver}" in read(paper)
    assert giver not in read(client.get("/uitnodiging", {"sleutel": code}))
    assert giver not in str(list(Invitation.objects.values()))
    assert "Je kreeg dit van" not in read(send(be("joke"), "/werk/startcode", {}, 200))


def test_a_name_that_is_too_long_or_unseen_gives_no_paper():
    for wrong in ("x" * 81, "Joke\0"):
        page = send(be("joke"), "/werk/startcode", {"gever": wrong}, 422)
        assert "rb-secret" not in read(page, 422)


def test_two_workers_help_a_person_to_come_in_again(client: Client):
    name = PERSONAS["sterre"].code_name
    sterre = be("sterre")
    asked = {"code_name": name, "seen": "1"}

    first = send(be("joke"), "/werk/herstel", asked)
    code = code_on(send(be("bram"), "/werk/herstel", asked, 200))
    out = sterre.get("/mijn")
    entered = client.post("/inloggen/herstel", {"code_name": name, "code": code})

    assert first["Location"] == "/werk/herstel?genoteerd=1"
    assert out.status_code == 303
    assert name in read(client.get(entered["Location"]))
    who = read(client.get("/mijn/inloggen/geholpen"))
    assert "Joke, De Kribbe" in who
    assert "Bram, De Kribbe" in who
    assert client.post("/inloggen/herstel", {"code_name": name, "code": code}).status_code == 422


def test_a_worker_sees_no_difference_for_a_code_name_of_nobody():
    joke, bram = be("joke"), be("bram")

    def seen(name: str) -> list[str]:
        data = {"code_name": name, "seen": "1"}
        first = send(joke, "/werk/herstel", data)
        second = read(send(bram, "/werk/herstel", data, 200))
        plain = re.sub(r'value="[^"]+"|data-closing="\d+"', "", CODE.sub("CODE", second))
        return [first["Location"], re.sub(r"\d\d\.\d\d", "", plain)]

    assert seen(PERSONAS["sterre"].code_name) == seen("blauwe-mus-1234")


def test_a_worker_must_see_the_person():
    send(be("joke"), "/werk/herstel", {"code_name": PERSONAS["sterre"].code_name}, 422)

    assert not RecoveryRecord.objects.exists()


@pytest.mark.parametrize("name", ["", "x" * 61, "a\x00b"])
def test_a_code_name_that_is_none(name: str):
    send(be("joke"), "/werk/herstel", {"code_name": name, "seen": "1"}, 422)


def test_every_wrong_recovery_code_gets_the_same_answer(client: Client):
    tries = (
        (PERSONAS["sterre"].code_name, "0000-0000-0000-0000"),
        (PERSONAS["sterre"].code_name, ""),
        (PERSONAS["sterre"].code_name, "\x00"),
    )
    answers = [
        client.post("/inloggen/herstel", {"code_name": name, "code": code}) for name, code in tries
    ]

    assert {answer.status_code for answer in answers} == {422}
    assert len({answer.content for answer in answers}) == 1


def test_the_person_stops_what_they_did_not_ask_for(client: Client):
    name, sterre = PERSONAS["sterre"].code_name, be("sterre")
    send(be("joke"), "/werk/herstel", {"code_name": name, "seen": "1"})
    row = RecoveryRecord.objects.get()

    send(sterre, "/mijn/inloggen/geholpen", {"recovery": str(row.id)})

    assert "Jij hebt dit gestopt." in read(sterre.get("/mijn/inloggen/geholpen"))
    assert be("karim").get("/mijn/inloggen/geholpen").status_code == 200
    again = send(be("bram"), "/werk/herstel", {"code_name": name, "seen": "1"})
    assert again["Location"].endswith("genoteerd=1")  # a new one, with one worker again
