# SPDX-License-Identifier: EUPL-1.2
"""Pages of accounts have short sentences, and are whole in English."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.parts.accounts_browser import CODE, PERSONAS, be, code_on, people, read, send  # noqa: F401
from tests.parts.reading import blocks, length, sentences

pytestmark = pytest.mark.usefixtures("people")


A2 = ("/mijn/uitnodigen", "/mijn/welkom", "/mijn/inloggen/geholpen")
B1 = ("/werk/startcode", "/werk/herstel", "/beheer")


@pytest.mark.parametrize(
    ("name", "path", "most"),
    [
        *(("sterre", path, 12) for path in A2),
        *(("joke" if path != "/beheer" else "ilse", path, 20) for path in B1),
    ],
)
def test_sentences_are_short(name: str, path: str, most: int):
    page = read(be(name).get(path))

    assert [one for one in sentences(page) if length(one) > most] == []


def test_papers_and_invitations_have_short_sentences_too(client: Client):
    start = send(be("joke"), "/werk/startcode", {}, 200)
    near = send(be("sterre"), "/mijn/uitnodigen", {"doe": "paper"}, 200)
    pages = [
        read(start),
        read(near),
        *(read(client.get("/uitnodiging", {"sleutel": code_on(page)})) for page in (start, near)),
        read(client.get("/uitnodiging", {"sleutel": "x"}), 404),
    ]

    assert [one for page in pages for one in sentences(page) if length(one) > 12] == []


def told(client: Client, path: str) -> str:
    """A page without the names to choose from: those are the same in every language."""
    return re.sub("<option.*?</option>", "", read(client.get(path)))


def test_english_is_whole():
    joke, ilse, sterre = be("joke"), be("ilse"), be("sterre")
    visits = [*((sterre, path) for path in A2), (joke, B1[0]), (joke, B1[1]), (ilse, B1[2])]
    visits.append((ilse, f"/beheer/{PERSONAS['joke'].organisation}"))

    for client, path in visits:
        dutch, english = (
            {one for one in blocks(told(client, f"{prefix}{path}")) if len(one.split()) > 3}
            for prefix in ("", "/en")
        )
        assert english
        assert dutch & english == set(), path
