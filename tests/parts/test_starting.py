# SPDX-License-Identifier: EUPL-1.2
"""Beginning together: nothing stays with the worker, and only the person's own yes makes a file."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.journey.starting import drafts
from ruimbaan.parts.journey.starting.models import Draft
from ruimbaan.parts.journey.starting.once import LASTS, PRESSED
from ruimbaan.parts.trust.files.models import Acquaintance, Journey
from tests.parts.accounts_browser import code_on
from tests.parts.own_files import read
from tests.signed_in import as_role

pytestmark = pytest.mark.django_db
NOT_SAID = "De persoon zei nog niet"
TOGETHER, PHONE = "/werk/samen", "/samen"
WISH = "Een deur die van mij is."
FILLED = {
    "noem": "Karim",
    "wensen.words": WISH,
    "ik-nu.domain": "WON",
    "ik-nu.words": "Ik slaap op een bank.",
    "afspraken.what": "Briefadres",
    "afspraken.day": "2027-03-12",
}


@pytest.fixture
def worker(client: Client) -> Client:
    as_role(client, Role.WORKER)
    return client


def sends(worker: Client, **more: str) -> Any:
    return worker.post(TOGETHER, {**FILLED, **more})


def test_both_see_it_first_and_nothing_is_kept(worker: Client):
    page = sends(worker)

    assert page.status_code == 200
    assert "Dit is nog nergens bewaard." in page.content.decode()
    assert WISH in page.content.decode()
    assert "Ik slaap op een bank." in page.content.decode()
    assert not Journey.objects.exists()
    assert not Draft.objects.exists()
    again = sends(worker, doe="verander").content.decode()
    assert f"{WISH}</textarea>" in again


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"wensen.words": "x" * 4_001}, "Dit is te lang."),
        ({"afspraken.day": "12 maart"}, "Dit is geen dag of tijd."),
        ({"afspraken.day": ""}, "Hier staat nog niets."),
        ({"wensen.words": "a\0b"}, "een teken dat we niet kunnen bewaren"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    worker: Client, change: dict[str, str], told: str
):
    page = sends(worker, doe="telefoon", **change)

    assert page.status_code == 422
    assert told in page.content.decode()
    assert "Ik slaap op een bank." in page.content.decode()
    assert not Draft.objects.exists()


def test_nothing_filled_in_is_nothing_to_begin_with(worker: Client):
    page = worker.post(TOGETHER, {"ik-nu.domain": "WON"})

    assert (page.status_code, "Er is nog niets ingevuld." in page.content.decode()) == (422, True)


def test_on_the_own_phone_it_is_seen_again_and_begins_with_a_yes(worker: Client):
    code = code_on(sends(worker, doe="telefoon"))
    row = Draft.objects.get()
    phone = Client()

    assert WISH.encode() not in bytes(row.sealed)
    assert WISH in read(phone, f"{PHONE}?sleutel={code}")
    assert not Journey.objects.exists()  # looking changes nothing
    begun = phone.post(PHONE, {"sleutel": code.lower().replace("-", " "), "doe": "ja"})
    assert begun["Location"] == "/mijn/welkom"
    assert WISH in read(phone, "/mijn/wensen")
    assert "Ik slaap op een bank." in read(phone, "/mijn/ik-nu")
    assert "Briefadres" in read(phone, "/mijn")
    assert not Draft.objects.exists()
    for again in (phone.get(f"{PHONE}?sleutel={code}"), phone.post(PHONE, {"sleutel": code})):
        assert again.status_code == 404
    assert Journey.objects.count() == 1


def test_what_could_not_begin_is_still_there_for_the_next_try(
    worker: Client, monkeypatch: pytest.MonkeyPatch
):
    code = code_on(sends(worker, doe="telefoon"))
    phone = Client()

    def fails(*_all: object) -> None:
        raise OSError("no room on the disk")

    with monkeypatch.context() as patched:
        patched.setattr("ruimbaan.parts.journey.starting.views.begin_with", fails)
        with pytest.raises(OSError, match="no room"):
            phone.post(PHONE, {"sleutel": code, "doe": "ja"})

    assert phone.post(PHONE, {"sleutel": code, "doe": "ja"})["Location"] == "/mijn/welkom"
    assert WISH in read(phone, "/mijn/wensen")


def test_nothing_leads_from_the_worker_to_the_file(worker: Client):
    code = code_on(sends(worker, doe="telefoon"))
    Client().post(PHONE, {"sleutel": code, "doe": "ja"})
    journey = Journey.objects.get()

    assert {field.name for field in Draft._meta.get_fields()} == {"id", "digest", "sealed", "ends"}
    assert not Acquaintance.objects.exists()
    assert "Niemand deelt nu iets met je." in read(worker, "/gedeeld")
    assert worker.get(f"/gedeeld/{journey.id}/steun").status_code == 404


def test_on_this_screen_only_after_the_person_said_that_it_is_theirs(worker: Client):
    refused = sends(worker, doe="hier")
    assert (refused.status_code, NOT_SAID in refused.content.decode()) == (422, True)
    assert not Journey.objects.exists()

    page = unescape(sends(worker, doe="hier", zelf="ja").content.decode())

    owner = Journey.objects.get().owner_id
    assert owner is not None
    account = Account.objects.get(id=owner)
    secret = re.search(r'class="rb-secret">([^<]+)<', page)
    assert secret is not None
    assert account.code_name in page
    home = Client()
    entered = home.post("/inloggen/papier", {"naam": account.code_name, "geheim": secret[1]})
    assert entered.status_code == 303
    assert WISH in read(home, "/mijn/wensen")
    assert read(worker, "/werk")  # the worker is still the worker


def begins_here(worker: Client, once: str) -> dict[str, str]:
    page = sends(worker, doe="hier", zelf="ja", **{PRESSED: once}).content.decode()
    name = re.search(r'class="rb-number">([^<]+)<', page)
    secret = re.search(r'class="rb-secret">([^<]+)<', page)
    assert name is not None
    assert secret is not None
    return {"naam": unescape(name[1]), "geheim": secret[1]}


def once_on(page: Any) -> str:
    found = re.search(rf'name="{PRESSED}" value="([^"]+)"', page.content.decode())
    assert found is not None
    return found[1]


def test_pressing_twice_begins_once_and_the_last_paper_opens_it(worker: Client):
    once = once_on(sends(worker))

    _lost, paper = begins_here(worker, once), begins_here(worker, once)

    assert Journey.objects.count() == 1
    home = Client()
    assert home.post("/inloggen/papier", paper).status_code == 303
    assert WISH in read(home, "/mijn/wensen")
    begins_here(worker, once_on(sends(worker)))
    assert Journey.objects.count() == 2


def test_a_page_that_began_leads_to_nothing_after_a_short_while(worker: Client):
    once = once_on(sends(worker))
    begins_here(worker, once)
    row = Draft.objects.get()
    owner = Journey.objects.get().owner_id

    assert str(owner).encode() not in bytes(row.sealed)
    assert drafts.find(once, timezone.now() + LASTS) is None


def test_a_code_ends_after_an_hour_and_opens_nothing_else():
    now = timezone.now()
    code = drafts.keep("{}", now)

    assert drafts.find(code, now + drafts.LASTS - timedelta(seconds=1)) == "{}"
    assert drafts.find(code, now + drafts.LASTS) is None
    assert drafts.find("0000-0000-0000-0000", now) is None
    assert drafts.find("onzin", now) is None
    assert (drafts.use(code), drafts.use(code)) == (True, False)
    drafts.keep("{}", now)
    assert drafts.forget_ended(now + drafts.LASTS) == 1


@pytest.mark.parametrize("role", [Role.STEWARD, Role.EDITOR, Role.ADMINISTRATOR])
def test_who_sees_no_people_begins_with_nobody(client: Client, role: Role):
    as_role(client, role)

    assert client.get(TOGETHER).status_code == 404
