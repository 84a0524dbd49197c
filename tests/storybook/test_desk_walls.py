# SPDX-License-Identifier: EUPL-1.2
"""Who reads what was given: the editors of that region, who reads along only the text, and the giver
sees each of them. For everybody else there is nothing, the same bytes as for what never was."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.storybook.desk import Use
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.storybook.models import Gift, Story
from ruimbaan.parts.storybook.services import forget_taken_back
from ruimbaan.parts.trust.rights.closing import close_everything
from ruimbaan.parts.trust.rights.take_along import gather
from tests.parts.own_files import Other, Person, person, read, worker
from tests.storybook.desk_people import (
    TITLE,
    WORDS,
    Desk,
    begins,
    desk,
    gives,
    guesses,
    is_readable,
    publishes,
    says_yes,
    takes_back,
    writes,
)

pytestmark = pytest.mark.django_db


def public(sterre: Person, here: Desk) -> tuple[Gift, Story]:
    gift = gives(sterre)
    story = begins(here.editor, gift)
    writes(here.editor, story)
    guesses(here.reader, story)
    says_yes(sterre, gift, Use.WEB)
    assert publishes(here.editor, story, Use.WEB).status_code == 302
    return gift, Story.objects.get(pk=story)


def same_as_nothing(client: Client, path: str, there: object) -> bool:
    nowhere = str(uuid4())
    answers = [
        (client.get(address), client.post(address))
        for address in (path.format(there), path.format(nowhere))
    ]
    (found, sent), (missing, other) = answers
    assert found.status_code == missing.status_code == 404
    return found.content == missing.content and sent.content == other.content


def test_only_the_editors_of_the_region_read_what_was_given(sterre: Person, here: Desk):
    gift = gives(sterre)
    story = begins(here.editor, gift)
    writes(here.editor, story)
    elsewhere = desk("grachtstad")
    others = [worker(f"other-{role}", role) for role in Role if role is not Role.EDITOR]

    assert WORDS in read(here.editor.client, f"/werk/verhalen/{story}")
    for who in (*others, elsewhere.editor, elsewhere.reader):
        assert same_as_nothing(who.client, "/werk/verhalen/{}", story)
        assert same_as_nothing(who.client, "/werk/verhalen/{}/schrijf", story)
        assert same_as_nothing(who.client, "/werk/verhalen/gegeven/{}", gift.pk)
        assert same_as_nothing(who.client, "/werk/verhalen/raden/{}", story)


def test_who_reads_along_sees_the_text_and_nothing_else(sterre: Person, here: Desk):
    story = begins(here.editor, gives(sterre))
    writes(here.editor, story)
    page = read(here.reader.client, f"/werk/verhalen/raden/{story}")

    assert TITLE in page
    assert WORDS not in page
    assert "De stad en het jaar." not in page
    assert same_as_nothing(here.reader.client, "/werk/verhalen/{}", story)
    assert TITLE not in read(here.reader.client, "/werk/verhalen/raden")


def test_the_giver_sees_who_read_along_and_who_tried(sterre: Person, here: Desk):
    gift = gives(sterre)
    assert "Nog niemand." in sterre.read(f"/mijn/boek/{gift.pk}")
    story = begins(here.editor, gift)
    here.editor.client.get(f"/werk/verhalen/{story}")
    writes(here.editor, story)
    here.reader.client.get(f"/werk/verhalen/raden/{story}")
    here.reader.client.get(f"/werk/verhalen/raden/{story}")
    worker("mo", Role.WORKER).client.get(f"/werk/verhalen/{story}")
    page = sterre.read(f"/mijn/boek/{gift.pk}")

    assert "Editor-Waalstad keek naar je verhaal." in page
    assert "Editor-Waalstad veranderde iets in je verhaal." in page
    assert page.count("Reader-Waalstad keek naar je verhaal.") == 1
    assert ", 2 keer" in page
    assert "Mo probeerde te kijken naar je verhaal. Dat mocht niet." in page


def test_who_guesses_only_read_and_changed_nothing(sterre: Person, here: Desk):
    gift = gives(sterre)
    story = begins(here.editor, gift)
    writes(here.editor, story)
    assert guesses(here.reader, story).status_code == 302
    page = sterre.read(f"/mijn/boek/{gift.pk}")

    assert "Reader-Waalstad keek naar je verhaal." in page
    assert "Reader-Waalstad veranderde" not in page


def test_what_i_gave_is_on_nobody_elses_page(sterre: Person, here: Desk):
    gift, story = public(sterre, here)
    karim = person("karim", "Karim")

    assert WORDS not in read(karim.client, "/mijn/boek")
    assert same_as_nothing(karim.client, "/mijn/boek/{}", gift.pk)
    assert same_as_nothing(karim.client, "/mijn/boek/{}/terug", gift.pk)
    assert is_readable(story.pk)


def test_who_erases_the_journey_takes_the_story_along(sterre: Person, here: Desk):
    _gift, story = public(sterre, here)

    sure = {"doe": "wis", "zeker": "ja"}
    assert sterre.client.post("/mijn/wis", sure).status_code == 302

    assert not is_readable(story.pk)


def test_who_closes_the_account_takes_the_story_along(sterre: Person, here: Desk):
    _gift, story = public(sterre, here)

    close_everything(actor_for(sterre.account.pk), timezone.now())

    assert not is_readable(story.pk)


def test_what_was_given_is_taken_along(sterre: Person, here: Desk):
    public(sterre, here)
    actor = actor_for(sterre.account.pk)
    found = gather(actor, sterre.account.pk, timezone.now())
    (given,) = (section for section in found if section.name == "given")

    told = {fact.name: fact for fact in given.items[0]}
    assert (told["words"].value, told["yes"].value) == (WORDS, "web")
    assert TITLE in str(told["text"].value)


def test_an_empty_row_of_what_was_taken_back_goes_after_its_term(sterre: Person, here: Desk):
    gift, _story = public(sterre, here)
    takes_back(sterre, gift)
    today = timezone.localdate()

    assert forget_taken_back(today.replace(year=today.year - 1)) == 0
    assert forget_taken_back(today) > 0
    assert not Gift.objects.exists()
    assert not Story.objects.exists()


def test_the_same_form_twice_gives_once(sterre: Person):
    form = str(uuid4())
    assert gives(sterre, form=form).pk == gives(sterre, form=form).pk
    assert Gift.objects.count() == 1


def test_nobody_without_work_at_the_desk_has_a_door_to_it(here: Desk, sterre: Person):
    nobody: Other = worker("joke", Role.WORKER)

    assert "/werk/verhalen" in read(here.editor.client, "/werk")
    assert "/werk/verhalen/raden" in read(here.reader.client, "/werk")
    assert "/werk/verhalen" not in read(nobody.client, "/werk")
    assert "/mijn/boek" in sterre.read("/mijn/alles")
