# SPDX-License-Identifier: EUPL-1.2
"""People at the story desk, and what each does there on the pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.test import Client

from ruimbaan.core.storybook.desk import Use
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.storybook.desk.rows import Kept, kept
from ruimbaan.parts.storybook.models import Gift, Story
from tests.parts.own_files import Other, Person, worker

REGION = "waalstad"
WORDS = "Ik sliep buiten. Iemand van de opvang bleef bellen, ook toen ik niet opnam."
TITLE, LEAD = "De telefoon bleef gaan", "Iemand hield vol, en dat was genoeg."
TEXT = "Ik sliep buiten in het voorjaar.\n\nIemand bleef bellen. Toen nam ik op."
TURNS = {
    "keer-1": "Iemand bleef bellen",
    "wie-1": "De nachtdienst belde door",
    "ruimte-1": "beside",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """An editor of the region and somebody there who reads along."""

    editor: Other
    reader: Other


def desk(region: str = REGION) -> Desk:
    place = Organisation.objects.create(name=f"Redactie {region}", region=region)
    return Desk(
        worker(f"editor-{region}", Role.EDITOR, place),
        worker(f"reader-{region}", Role.EXPERIENCE_EXPERT, place),
    )


def gives(person: Person, words: str = WORDS, **more: Any) -> Gift:
    """Both steps of the form."""
    sent = {"form": str(uuid4()), "woorden": words, "regio": REGION, **more}
    page = person.client.post("/mijn/boek/geven", {**sent, "doe": "kijk"})
    assert page.status_code == 200, page.status_code
    answer = person.client.post("/mijn/boek/geven", {**sent, "doe": "geef", "som": sum_on(page)})
    assert answer.status_code == 302
    return Gift.objects.get(pk=answer.headers["Location"].split("?")[0].rsplit("/", 1)[1])


def sum_on(page: Any) -> str:
    found = re.search(r'name="som" value="([0-9a-f]{64})"', page.content.decode())
    assert found is not None
    return found[1]


def begins(editor: Other, *gifts: Gift) -> UUID:
    source = "given" if gifts else "synthetic"
    sent = {"form": str(uuid4()), "bron": source, "stuk": [str(gift.pk) for gift in gifts]}
    answer = editor.client.post("/werk/verhalen/begin", sent)
    assert answer.status_code == 302, answer.content.decode()
    return UUID(answer.headers["Location"].rsplit("/", 1)[1])


def writes(editor: Other, story: UUID, **more: Any) -> Any:
    sent = {
        "versie": str(Story.objects.get(pk=story).version),
        "titel": TITLE,
        "zin": LEAD,
        "tekst": TEXT,
        "veranderd": ["place", "date"],
        "notities": "De stad en het jaar.",
        **TURNS,
        **more,
    }
    return editor.client.post(f"/werk/verhalen/{story}/schrijf", sent)


def says_yes(person: Person, gift: Gift, use: Use, text: str | None = None) -> Any:
    gift.refresh_from_db()
    there = text if text is not None else (gift.story.text if gift.story else "")
    return person.client.post(f"/mijn/boek/{gift.pk}", {"ja": use, "som": there})


def takes_back(person: Person, gift: Gift) -> Any:
    return person.client.post(f"/mijn/boek/{gift.pk}/terug")


def guesses(reader: Other, story: UUID, found: str = "not-recognised") -> Any:
    text = Story.objects.get(pk=story).text
    return reader.client.post(f"/werk/verhalen/raden/{story}", {"raad": found, "som": text})


def publishes(editor: Other, story: UUID, use: Use) -> Any:
    text = Story.objects.get(pk=story).text
    sent = {"doe": "openbaar", "waar": use, "som": text}
    return editor.client.post(f"/werk/verhalen/{story}", sent)


def at_desk(story: UUID) -> Kept:
    return kept(Story.objects.get(pk=story))


def is_readable(story: UUID) -> bool:
    """By anybody at all, without signing in."""
    answer = Client().get(f"/boek/gegeven/{story}")
    assert answer.status_code in {200, 303}
    return answer.status_code == 200
