# SPDX-License-Identifier: EUPL-1.2
"""Taking everything along: nothing is left out, and only for who just proved who it is."""

from __future__ import annotations

import io
import json
import re
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import uuid4
from zipfile import ZipFile

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.test import Client
from django.utils import timezone

from ruimbaan.parts.accounts.models import Account, RecoveryRecord
from ruimbaan.parts.accounts.services import invite_close_one
from ruimbaan.parts.accounts.signing_in import paper
from ruimbaan.parts.accounts.signing_in.models import OtherSiteLink, SessionRecord
from ruimbaan.parts.discretion.noting.models import OwnRoom
from ruimbaan.parts.handoff.models import HandoffWords
from ruimbaan.parts.journey.kinds import KINDS, OF_PATH
from ruimbaan.parts.trust.files.row_policies import part_tables
from ruimbaan.parts.trust.rights import requests
from tests.parts.own_files import Person, person, worker
from tests.parts.test_journey_pages import FILLED

FILE = "/mijn/rechten/meenemen/bestand"
# every table with an account in it, and the section that tells of it
TOLD = {
    "account.EmailAddress": "",  # of the library; we keep the address in the account itself
    "accounts.MembershipRecord": "work",
    "accounts.RecoveryRecord": "recoveries",
    "close_one.CloseOneNote": "close_one_notes",
    "mfa.Authenticator": "ways_in",
    "offline.OfflineDevice": "offline",
    "signing_in.OtherSiteLink": "ways_in",
    "signing_in.PaperCode": "ways_in",
    "signing_in.SessionRecord": "sessions",
    "trust_files.Journey": "file",
    "trust_rights.RightsRequest": "requests",
}


@pytest.fixture
def sterre() -> Person:
    sterre = person()
    for path, values in FILLED.items():
        assert sterre.writes(path, **values).status_code == 302
    sterre.client.post("/mijn/route/erbij", {"wat": "Oma bellen"})
    sterre.client.post("/mijn/route/voor-mij", {"doe": "begin", "soort": "hard"})
    return sterre


def taken(client: Client, path: str = FILE) -> tuple[dict[str, Any], str]:
    answer: Any = client.get(path)
    assert answer.status_code == 200
    with ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        assert archive.testzip() is None
        page, data = sorted(archive.namelist())
        return json.loads(archive.read(data)), archive.read(page).decode()


def test_every_table_of_files_stands_in_it_word_for_word(sterre: Person):
    data, page = taken(sterre.client)

    assert {kind.table for kind in KINDS} | {HandoffWords, OwnRoom} == set(part_tables())
    assert {f"part.{kind.section}" for kind in KINDS} | {"part.handoff"} <= set(data["sections"])
    for kind in OF_PATH.values():
        (item,) = data["sections"][f"part.{kind.part.value}"]["items"]
        assert FILLED[kind.path].items() <= item.items()
        longest = max(FILLED[kind.path].values(), key=len)
        assert longest in page


def test_every_table_with_an_account_in_it_is_told(sterre: Person):
    data, _ = taken(sterre.client)
    tables = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if getattr(field, "concrete", False) and field.related_model is Account
    }

    assert tables == set(TOLD)
    assert {name for name in TOLD.values() if name} <= set(data["sections"])


def test_the_form_of_the_file_is_that_of_its_page(sterre: Person):
    data, _ = taken(sterre.client)

    assert (data["format"], data["version"]) == ("ruimbaan-take-along", 1)
    assert list(data) == ["format", "version", "made", "language", "sections", "log"]
    assert data["sections"]["account"]["items"][0]["code_name"] == "sterre"


def test_what_was_given_and_stopped_is_in_it_and_who_looked(sterre: Person):
    noor = worker()
    sterre.knows(noor.party)
    sterre.shows(noor.party, "wishes")
    assert noor.look(sterre).status_code == 200

    data, page = taken(sterre.client)

    (grant,) = data["sections"]["grants"]["items"]
    assert (grant["who"], grant["part"], grant["stopped"]) == ("Noor", "wishes", None)
    looks = [row for row in data["log"] if row["who"] == "Noor"]
    assert [(row["action"], row["part"], row["allowed"]) for row in looks] == [
        ("look", "wishes", True)
    ]
    assert any(row["by_me"] for row in data["log"])
    assert "Noor" in page


CODES = (
    "take_along",
    "see_log",
    "me_now",
    "emergency_card",
    "legal_task",
    "other_purpose",
    "delen-1",
    "no_grant",
    "webauthn",
    "paper_code",
    "close_one",
    "work_name",
    "experience_expert",
    "PSY",
)
FULL = (
    *("account", "ways_in", "sessions", "invitations", "recoveries", "requests"),
    *("file", "known", "grants", *(f"part.{kind.section}" for kind in OF_PATH.values())),
)
ENGLISH_CODES = ("look", "change", "wishes", "self", "consent", "support", "owner", "grant")
DUTCH = re.compile(r"\b(?:het|een|niet|jij|mijn|voor|keek|ziet|mag)\b")


@pytest.fixture
def full(sterre: Person) -> Person:
    """With something in every section."""
    noor = worker()
    sterre.knows(noor.party)
    sterre.shows(noor.party, "wishes")
    assert noor.look(sterre).status_code == 200
    assert noor.look(sterre, why="nabij").status_code == 404
    now = timezone.now()
    paper.new_code(sterre.account, now)
    Authenticator.objects.create(user=sterre.account, type="webauthn", data={"name": "Tel"})
    OtherSiteLink.objects.create(
        account=sterre.account, issuer="https://inlog.example.org", subject="s-1", made=now
    )
    invite_close_one(sterre.journey, at=now)
    RecoveryRecord.objects.create(account=sterre.account, name_digest="x", asked=now)
    asked = requests.ask(sterre.account.pk, uuid4(), "work_name", "Ik heet Sterre.", now)
    requests.reply(asked, "done", "Het is nu goed.", now)
    return sterre


def told(page: str) -> str:
    """What a reader sees of it."""
    return unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL))


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_page_speaks_and_the_file_for_a_program_keeps_its_codes(full: Person, language: str):
    data, page = taken(full.client, f"{language}{FILE}")
    words = told(page)

    assert all(data["sections"][name]["items"] for name in FULL)
    codes = CODES if language else CODES + ENGLISH_CODES
    assert [code for code in codes if re.search(rf"(?<![\w-]){code}(?![\w-])", words)] == []
    assert re.findall(r"[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{16}", words) == []
    (grant,) = data["sections"]["grants"]["items"]
    assert (grant["purpose"], grant["words"], grant["given"]) == ("support", "delen-1", "self")
    assert {row["action"] for row in data["log"]} >= {"look", "change", "take_along"}
    assert {row["because"] for row in data["log"]} >= {"owner", "grant", "other_purpose"}


def test_what_one_said_yes_to_can_be_read_back_in_the_language_of_the_page(full: Person):
    dutch, _ = taken(full.client)
    data, page = taken(full.client, f"/en{FILE}")

    (grant,) = data["sections"]["grants"]["items"]
    (before,) = dutch["sections"]["grants"]["items"]
    assert before["sentence"].startswith("Noor mag je wensen zien. Dat mag tot en met")
    assert grant["sentence"].startswith("Noor may see your wishes. That lasts up to")
    assert grant["sentence"] in told(page)


def test_who_looked_is_told_in_sentences(full: Person):
    _, page = taken(full.client)
    _, english = taken(full.client, f"/en{FILE}")

    assert "Noor keek naar je wensen." in told(page)
    assert "Werk: ervaringsdeskundige bij Herstelplek De Kade" in told(page)
    assert "Noor probeerde te kijken naar je reis. Dat mocht niet." in told(page)
    assert "Mocht dat? Nee. Je gaf dit voor iets anders." in told(page)
    last = re.findall(r"Jij nam [^.]*\.", told(page))
    assert len(last) == 1  # one line for all parts that one click took along
    assert "je wensen" in last[0]
    assert "Noor looked at your wishes." in told(english)
    assert re.search(r"You took [^.]*your wishes[^.]* along\.", told(english))


def test_nothing_dutch_is_left_on_the_english_page_but_what_people_wrote(full: Person):
    _, page = taken(full.client, f"/en{FILE}")
    own = [text for values in FILLED.values() for text in values.values()]
    words = told(page)
    for text in (*own, "Het is nu goed.", "Ik heet Sterre.", "Herstelplek De Kade"):
        words = words.replace(text, "")

    assert DUTCH.findall(words) == []


def test_taking_along_is_itself_in_the_log(sterre: Person):
    data, _ = taken(sterre.client)

    parts = [row["part"] for row in data["log"] if row["action"] == "take_along"]
    assert {kind.part.value for kind in KINDS} <= set(parts)


def test_a_long_log_is_whole_and_in_order(sterre: Person, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("ruimbaan.parts.trust.log.whole.AT_A_TIME", 3)

    data, _ = taken(sterre.client)

    moments = [row["at"] for row in data["log"]]
    assert len(moments) > 9
    assert moments == sorted(moments)


def test_what_tells_about_somebody_else_is_said_to(sterre: Person):
    data, page = taken(sterre.client)

    assert data["sections"]["part.people"]["about_others"] is True
    assert data["sections"]["part.wishes"]["about_others"] is False
    assert "Hier kan ook iets over iemand anders staan." in page


def test_the_page_needs_nothing_else_and_no_text_of_a_person_is_markup(sterre: Person):
    sterre.writes("wensen", words="<script>alert(1)</script>")

    _, page = taken(sterre.client)

    assert "<script" not in page
    assert "src=" not in page
    assert "&lt;script&gt;" in page


def test_in_english(sterre: Person):
    data, page = taken(sterre.client, f"/en{FILE}")

    assert data["language"] == "en"
    assert "My data" in page
    assert "Mijn gegevens" not in page
    assert '<html lang="en">' in page
    assert "Who looked in my journey?" in page


def test_without_a_fresh_proof_there_is_no_file(sterre: Person):
    SessionRecord.objects.update(proved=timezone.now() - timedelta(minutes=11))

    answer = sterre.client.get(FILE)

    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/inloggen?next=%2Fmijn%2Frechten%2Fmeenemen")


def test_who_has_no_file_takes_the_account_along():
    noor = worker()

    data, _ = taken(noor.client)

    assert data["log"] == []
    assert data["sections"]["work"]["items"][0]["role"] == "experience_expert"


def test_nothing_of_somebody_else_is_in_it(sterre: Person):
    karim = person("karim", "Karim")
    karim.writes("wensen", words="Een deur die van mij is.")

    data, page = taken(sterre.client)

    assert "Een deur die van mij is." not in json.dumps(data, ensure_ascii=False) + page


def test_nothing_of_it_is_kept_by_anybody(sterre: Person):
    answer = sterre.client.get(FILE)

    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mijn-gegevens.zip"'
