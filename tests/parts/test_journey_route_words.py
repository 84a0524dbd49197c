# SPDX-License-Identifier: EUPL-1.2
"""Pages of the route are as easy to read as the others, tell nothing in their title, and are light."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.parts.journey_routes import answers_of, keep, kept, say
from tests.parts.own_files import Person, person
from tests.parts.reading import blocks, length, sentences
from tests.parts.test_words import TELLING, hurting

MOST = 12  # words in a sentence
MOST_BYTES = 60_000
LANGUAGES = ("", "/en")


@pytest.fixture
def pages() -> dict[str, str]:
    sterre = person()
    answers = answers_of()
    preview = {
        language: sterre.client.post(f"{language}/mijn/route/nieuw", {"answers": answers})
        for language in LANGUAGES
    }
    empty = {language: sterre.client.get(f"{language}/mijn/route") for language in LANGUAGES}
    keep(sterre)
    sterre.writes("afspraken", what="Keukentafelgesprek", day="2090-03-12", time="14:00")
    row = re.findall(r"/mijn/afspraken/([0-9a-f-]{36})", sterre.read("/mijn/afspraken"))[0]
    _live(sterre)
    found = {f"preview{language}": preview[language] for language in LANGUAGES}
    found |= {f"empty{language}": empty[language] for language in LANGUAGES}
    for language in LANGUAGES:
        paths = [
            "/mijn",
            "/mijn/route",
            "/mijn/route/nieuw",
            "/mijn/route/anders",
            "/mijn/route/erbij",
            "/mijn/route/voor-mij",
            "/mijn/route/weg",
            f"/mijn/afspraken/{row}/lukt-niet",
            *(f"/mijn/route/stap/{step.id}" for step in kept(sterre).steps),
        ]
        found |= {path + language: sterre.client.get(language + path) for path in paths}
        again = sterre.client.post(f"{language}/mijn/route/anders", {"doe": "kijk"})
        door = sterre.client.post(f"{language}/routecheck/eigen-reis", {"answers": answers})
        found |= {f"looked{language}": again, f"door{language}": door}
    assert {response.status_code for response in found.values()} == {200}
    return {name: response.content.decode() for name, response in found.items()}


def _live(sterre: Person) -> None:
    """Something of everything: asked, over its time, moved, stopped, done, and a hard time."""
    steps = {step.service: step.id for step in kept(sterre).steps}
    day = timezone.localdate()
    say(sterre, steps["W-intake"], "asked", dag=(day - timedelta(days=40)).isoformat())
    say(sterre, steps["W-onderzoek-thuis"], "asked")
    later = {"nieuwe-dag": (day + timedelta(days=90)).isoformat()}
    say(sterre, steps["W-onderzoek-thuis"], "moved", **later)
    say(sterre, steps["W-melding-thuis"], "done")
    say(sterre, steps["W39"], "cannot")
    sterre.client.post("/mijn/route/erbij", {"wat": "Oma bellen"})
    for doing in ("begin", "verder", "begin"):
        sterre.client.post("/mijn/route/voor-mij", {"doe": doing, "soort": "hard"})


def test_pages_are_short_kind_and_light(pages: dict[str, str]):
    """One test, because making all pages takes a while."""
    long = {
        (name, one) for name, page in pages.items() for one in sentences(page) if length(one) > MOST
    }
    titles = {re.findall("<title>(.*?)</title>", page)[0] for page in pages.values()}
    hurts = {
        (name, word)
        for name, page in pages.items()
        for word in hurting(page, "en" if name.endswith("/en") else "nl")
    }
    heavy = {name: len(page.encode()) for name, page in pages.items() if len(page) > MOST_BYTES}

    assert long == set()
    assert not any(TELLING.search(title) for title in titles)
    assert hurts == set()
    assert heavy == {}


def test_nothing_dutch_is_left_in_english(pages: dict[str, str]):
    dutch = re.compile(
        r"\b(je|jij|het|een|niet|wie|met|alles|deze|klaar|gevraagd)\b", re.IGNORECASE
    )
    left = {
        (name, block)
        for name, page in pages.items()
        if name.endswith("/en")
        for block in blocks(re.sub(r'<span lang="nl">.*?</span>', "", page))
        if dutch.search(block) and "Oma bellen" not in block
    }

    assert left == set()
