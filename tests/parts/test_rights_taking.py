# SPDX-License-Identifier: EUPL-1.2
"""Taking everything along: nothing is left out, and only for who just proved who it is."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from typing import Any
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from ruimbaan.parts.journey.kinds import KINDS
from ruimbaan.parts.trust.files.row_policies import part_tables
from tests.parts.own_files import Person, person, worker
from tests.parts.test_journey_pages import FILLED

FILE = "/mijn/rechten/meenemen/bestand"
# every table with an account in it, and the section that tells of it
TOLD = {
    "account.EmailAddress": "",  # of the library; we keep the address in the account itself
    "accounts.MembershipRecord": "work",
    "accounts.RecoveryRecord": "recoveries",
    "mfa.Authenticator": "ways_in",
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

    assert {kind.table for kind in KINDS} == set(part_tables())
    for kind in KINDS:
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
