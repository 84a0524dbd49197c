# SPDX-License-Identifier: EUPL-1.2
"""Pages of the own file are as easy to read as those for everyone, and say nothing in their title."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest

from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.trust.files.models import GrantRecord
from tests.parts.own_files import Person, close_one, person, showing
from tests.parts.reading import blocks, length, sentences
from tests.parts.test_journey_pages import FILLED
from tests.parts.test_words import TELLING, hurting

MOST = 12  # words in a sentence, for a person and a close one
LANGUAGES = ("", "/en")


@pytest.fixture
def pages() -> dict[str, str]:
    """Every page, in both languages."""
    sterre, oma = person(), close_one()
    found = {f"begin{language}": oma.client.get(f"{language}/mijn") for language in LANGUAGES}
    sterre.knows(oma.party)
    for path, values in FILLED.items():
        sterre.writes(path, **values)
    sterre.shows(oma.party, "wishes", "emergency_card", why="nabij", until="vandaag")
    ended = GrantRecord.objects.order_by("part").first()
    assert ended is not None
    for language in LANGUAGES:
        found |= _of_person(sterre, language)
        found[f"mine{language}"] = oma.client.get(f"{language}/gedeeld")
        found[f"shown{language}"] = oma.client.get(f"{language}/gedeeld/{sterre.journey}/nabij")
        found[f"check{language}"] = sterre.client.post(
            f"{language}/mijn/delen/nieuw", showing(oma.party, "wishes", "story")
        )
        found[f"wrong{language}"] = sterre.client.post(f"{language}/mijn/delen/nieuw", {})
        found[f"too much{language}"] = sterre.client.post(
            f"{language}/mijn/afspraken/nieuw",
            {"form": str(uuid4()), "day": "x", "what": "x" * 201},
        )
        found[f"sure{language}"] = sterre.client.post(f"{language}/mijn/wis", {"doe": "wis"})
    sterre.client.post("/mijn/dicht", {"doe": "dicht"})
    for language in LANGUAGES:
        for path in ("/mijn", "/mijn/dicht", "/mijn/delen/waarom"):
            found[f"closed {path}{language}"] = sterre.client.get(language + path)
    sterre.client.post(f"/mijn/delen/{ended.pk}/stop")
    sterre.client.post("/mijn/wis", {"doe": "wis", "zeker": "ja"})
    for language in LANGUAGES:
        found[f"erased{language}"] = sterre.client.get(f"{language}/mijn/gewist")
    assert {response.status_code for response in found.values()} == {200, 422}
    return {name: response.content.decode() for name, response in found.items()}


def _of_person(sterre: Person, language: str) -> dict[str, Any]:
    grant = GrantRecord.objects.order_by("part").first()
    assert grant is not None
    paths = [
        "/mijn",
        "/mijn/delen?nu=gestopt",
        "/mijn/delen/nieuw",
        "/mijn/delen/waarom",
        f"/mijn/delen/{grant.pk}?nu=ja",
        "/mijn/dicht",
        "/mijn/wis",
        *(f"/mijn/{path}" for path in FILLED),
        *(f"/mijn/{path}/nieuw" for path in FILLED),
    ]
    return {path + language: sterre.client.get(language + path) for path in paths}


def test_sentences_are_short(pages: dict[str, str]):
    long = {
        (name, one) for name, page in pages.items() for one in sentences(page) if length(one) > MOST
    }

    assert long == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_word_that_hurts(pages: dict[str, str], language: Language):
    mine = [page for name, page in pages.items() if name.endswith("/en") is (language == "en")]

    assert [hurting(page, language) for page in mine] == [[]] * len(mine)


def test_titles_tell_nothing(pages: dict[str, str]):
    titles = {re.findall("<title>(.*?)</title>", page)[0] for page in pages.values()}

    assert not any(TELLING.search(title) for title in titles)
    assert titles == {"Mijn pagina", "My page"}


def test_nothing_dutch_is_left_in_english(pages: dict[str, str]):
    """The words of the person stay as they are; what is around them is English."""
    own = {text for values in FILLED.values() for text in values.values()}
    dutch = re.compile(r"\b(je|jij|het|een|niet|wie|zien|met|alles|deze)\b", re.IGNORECASE)

    left = {
        (name, block)
        for name, page in pages.items()
        if name.endswith("/en")
        for block in blocks(page)
        if dutch.search(block) and not any(text in block for text in own)
    }

    assert left == set()
