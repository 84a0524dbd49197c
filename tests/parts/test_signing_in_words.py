# SPDX-License-Identifier: EUPL-1.2
"""The pages of signing in speak as the rest of the site: short, kind, and neutral in the title."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.trust.parties import Role
from tests.addresses import WORDS, Address, read
from tests.parts.reading import length, sentences
from tests.parts.test_words import TELLING, hurting
from tests.signed_in import as_person, as_role

OURS = [row for row in read() if row.name.startswith("signing_in:") and row.is_page]
ids = [row.name for row in OURS]
NEW_PASSWORD = {"nieuw": "kort"}
DUTCH = re.compile(r"\b(?:je|niet|een|het|jouw|inloggen|codenaam)\b", re.I)


def html(client: Client, row: Address, language: str) -> str:
    """As its reader sees it; an address that leads elsewhere shows nothing of its own."""
    if row.login == "yes":
        as_role(client, Role.WORKER) if "worker" in row.who else as_person(client)
    response = client.get(row.in_language(language))
    return response.content.decode() if response.status_code == 200 else ""


@pytest.mark.parametrize("row", OURS, ids=ids)
def test_sentences_are_short(client: Client, row: Address):
    page = html(client, row, "nl")

    assert [one for one in sentences(page) if length(one) > WORDS[row.words]] == []


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("row", OURS, ids=ids)
def test_no_word_that_hurts_and_a_title_that_tells_nothing(
    client: Client, row: Address, language: Language
):
    page = html(client, row, language)

    assert hurting(page, language) == []
    assert not TELLING.search("".join(re.findall("<title>(.*?)</title>", page)))


@pytest.mark.parametrize("row", OURS, ids=ids)
def test_english_is_english_all_over(client: Client, row: Address):
    shown = "\n".join(sentences(html(client, row, "en")))

    assert DUTCH.findall(shown) == []


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/inloggen/papier", {"naam": "x", "geheim": "y"}),
        ("/inloggen/wachtwoord", {"naam": "x", "geheim": "y"}),
        ("/inloggen/mail", {"mail": "geen adres"}),
        ("/inloggen/nieuw", {}),
        ("/inloggen/sleutel", {"antwoord": "{}"}),
    ],
)
def test_what_goes_wrong_is_said_short_and_without_blame(
    client: Client, path: str, fields: dict[str, str]
):
    response = client.post(path, fields)
    page = response.content.decode()

    assert response.status_code == 422
    assert 'role="alert" id="wrong"' in page
    assert [one for one in sentences(page) if length(one) > WORDS["A2"]] == []


def test_a_weak_password_is_explained_short(client: Client):
    as_role(client)

    page = client.post("/mijn/inloggen/wachtwoord", NEW_PASSWORD).content.decode()

    assert [one for one in sentences(page) if length(one) > WORDS["A2"]] == []
    assert 'aria-invalid="true"' in page
