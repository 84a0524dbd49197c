# SPDX-License-Identifier: EUPL-1.2
"""What no browser would send to the forms of the desk: a refusal in words, never a fault, and nothing
of it is kept."""

from __future__ import annotations

import pytest

from ruimbaan.parts.storybook.models import Gift, Review, Story
from tests.parts.own_files import person
from tests.storybook.desk_people import at_desk, begins, desk, gives, writes

pytestmark = pytest.mark.django_db
STRANGE = ("", "a\x00b", "x" * 13_000, "\u202eenem", "' OR 1=1 --", "-1", "9" * 30)


def test_strange_values_are_refused_in_words():
    here, sterre = desk(), person()
    gift = gives(sterre)
    story = begins(here.editor, gift)
    writes(here.editor, story)
    before = at_desk(story).written
    forms = (
        (sterre, "/mijn/boek/geven", ("stuk", "woorden", "regio", "som", "doe")),
        (sterre, f"/mijn/boek/{gift.pk}", ("ja", "som")),
        (here.editor, "/werk/verhalen/begin", ("form", "bron", "stuk")),
        (here.editor, f"/werk/verhalen/{story}", ("doe", "waar", "som", "sleutel", "reden")),
        (here.editor, f"/werk/verhalen/{story}/schrijf", ("versie", "titel", "tekst", "soort")),
        (here.reader, f"/werk/verhalen/raden/{story}", ("raad", "som")),
    )
    for who, path, fields in forms:
        for value in STRANGE:
            answer = who.client.post(path, dict.fromkeys(fields, value))
            assert answer.status_code in {200, 404, 422}, (path, value, answer.status_code)

    assert at_desk(story).written == before
    assert (Gift.objects.count(), Story.objects.count(), Review.objects.count()) == (1, 1, 0)
