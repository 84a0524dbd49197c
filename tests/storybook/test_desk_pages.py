# SPDX-License-Identifier: EUPL-1.2
"""From giving to a story that others read, on the pages, and back again."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from ruimbaan.core.storybook.desk import Use
from ruimbaan.parts.storybook.desk.published import printed_stories
from ruimbaan.parts.storybook.models import Gift, Publication, Story
from ruimbaan.parts.trust.services import destroyed
from tests.parts.own_files import Person, person, read
from tests.storybook.desk_people import (
    LEAD,
    TEXT,
    TITLE,
    WORDS,
    Desk,
    at_desk,
    begins,
    gives,
    guesses,
    is_readable,
    publishes,
    says_yes,
    takes_back,
    writes,
)

pytestmark = pytest.mark.django_db


def test_nothing_is_ticked_and_what_is_given_is_read_first(sterre: Person):
    sterre.writes("wensen", words="Een eigen deur.")
    sterre.writes("notities", words="Alleen voor mij.")
    sterre.writes("mensen", name="Bram", who="Een vriend")
    page = sterre.read("/mijn/boek/geven")

    assert "Een eigen deur." in page
    assert "checked" not in page
    assert "Alleen voor mij." not in page
    assert "Bram" not in page
    sent = {"form": str(uuid4()), "regio": "waalstad", "doe": "geef"}
    assert sterre.client.post("/mijn/boek/geven", sent).status_code == 422
    look = sterre.client.post("/mijn/boek/geven", {**sent, "woorden": WORDS, "som": "a" * 64})
    assert "Dit geef je" in look.content.decode()
    assert not Gift.objects.exists()


def test_a_piece_of_the_own_journey_is_given_as_it_stands(sterre: Person, here: Desk):
    sterre.writes("wensen", words="Een eigen deur.")
    page = sterre.read("/mijn/boek/geven")
    piece = page.split('name="stuk" value="')[1].split('"')[0]

    gift = gives(sterre, "", stuk=[piece])

    assert "Een eigen deur." in read(here.editor.client, f"/werk/verhalen/gegeven/{gift.pk}")
    assert b"eigen deur" not in bytes(Gift.objects.get().sealed)


def test_half_signed_is_not_public_and_says_why(sterre: Person, here: Desk):
    gift = gives(sterre)
    story = begins(here.editor, gift)
    assert writes(here.editor, story).status_code == 302
    page = sterre.read(f"/mijn/boek/{gift.pk}")

    assert TITLE in page
    assert "Nog niemand keek of je te herkennen bent." in page
    assert "Nog niet iedereen zei ja." in page
    assert publishes(here.editor, story, Use.WEB).status_code == 422
    assert says_yes(sterre, gift, Use.WEB).status_code == 302
    assert publishes(here.editor, story, Use.WEB).status_code == 422
    assert not is_readable(story)
    assert guesses(here.reader, story).status_code == 302
    assert publishes(here.editor, story, Use.PRINT).status_code == 422
    assert publishes(here.editor, story, Use.WEB).status_code == 302
    assert is_readable(story)
    assert printed_stories() == ()


def published(sterre: Person, here: Desk, *uses: Use) -> tuple[Gift, Story]:
    gift = gives(sterre)
    story = begins(here.editor, gift)
    writes(here.editor, story)
    guesses(here.reader, story)
    for use in uses:
        says_yes(sterre, gift, use)
        assert publishes(here.editor, story, use).status_code == 302
    return gift, Story.objects.get(pk=story)


def test_a_given_story_stands_in_the_book_with_what_was_changed(sterre: Person, here: Desk):
    _gift, story = published(sterre, here, Use.WEB)
    front = read(Client(), "/boek")
    page = read(Client(), f"/boek/gegeven/{story.pk}")

    assert TITLE in front
    assert LEAD in page
    assert "van één gever, onherkenbaar gemaakt" in page
    assert "plaatsen en tijden" in page
    assert "De stad en het jaar." not in page
    assert "Iemand ging mee" in page
    assert Client().get(f"/boek/gegeven/{story.pk}").cookies == {}


def test_taken_back_is_gone_from_the_site_at_once_and_from_the_next_print(
    sterre: Person, here: Desk, django_capture_on_commit_callbacks
):
    gift, story = published(sterre, here, Use.WEB, Use.PRINT)
    (printed,) = printed_stories()
    assert printed.story.title == TITLE
    with django_capture_on_commit_callbacks(execute=True):
        assert takes_back(sterre, gift).status_code == 302

    assert not is_readable(story.pk)
    assert TITLE not in read(Client(), "/boek")
    assert printed_stories() == ()
    assert not Publication.objects.exists()
    assert {gift.pk, story.pk} <= destroyed()
    assert bytes(Story.objects.get().sealed) == bytes(Gift.objects.get().sealed) == b""
    assert "Een gever nam het terug" in read(here.editor.client, f"/werk/verhalen/{story.pk}")
    assert here.editor.client.get(f"/werk/verhalen/gegeven/{gift.pk}").status_code == 404
    assert writes(here.editor, story.pk).status_code == 422


def test_another_text_is_signed_and_guessed_anew_and_the_old_one_stays(sterre: Person, here: Desk):
    gift, story = published(sterre, here, Use.WEB)
    writes(here.editor, story.pk, tekst=f"{TEXT} En toen?")

    assert "En toen?" not in read(Client(), f"/boek/gegeven/{story.pk}")
    assert publishes(here.editor, story.pk, Use.WEB).status_code == 422
    assert says_yes(sterre, gift, Use.WEB, text=story.text).status_code == 422
    says_yes(sterre, gift, Use.WEB)
    guesses(here.reader, story.pk)
    assert publishes(here.editor, story.pk, Use.WEB).status_code == 302
    assert "En toen?" in read(Client(), f"/boek/gegeven/{story.pk}")


def test_who_recognises_somebody_takes_it_from_its_readers(sterre: Person, here: Desk):
    _gift, story = published(sterre, here, Use.WEB)
    assert guesses(here.reader, story.pk, "recognised").status_code == 302

    assert not is_readable(story.pk)
    assert publishes(here.editor, story.pk, Use.WEB).status_code == 422


def test_who_wrote_it_cannot_guess(sterre: Person, here: Desk):
    story = begins(here.editor, gives(sterre))
    writes(here.editor, story)

    assert guesses(here.editor, story).status_code == 422
    assert at_desk(story).draft.reviews == frozenset()


def test_a_story_of_two_or_twice_of_one_person_cannot_begin(sterre: Person, here: Desk):
    mine = [gives(sterre), gives(sterre, "Nog iets.")]
    others = [gives(person(name, name.title())) for name in ("ada", "bo")]

    for gifts in ([mine[0], others[0]], [*mine, others[0]]):
        sent = {"form": str(uuid4()), "bron": "given", "stuk": [str(one.pk) for one in gifts]}
        assert here.editor.client.post("/werk/verhalen/begin", sent).status_code == 422
    assert not Story.objects.exists()


def test_of_three_together_all_sign_and_one_who_takes_back_frees_the_others(here: Desk):
    people = [person(name, name.title()) for name in ("ada", "bo", "cas")]
    gifts = [gives(one) for one in people]
    story = begins(here.editor, *gifts)
    writes(here.editor, story)
    guesses(here.reader, story)
    for one, gift in zip(people[:2], gifts[:2], strict=True):
        says_yes(one, gift, Use.WEB)
    assert publishes(here.editor, story, Use.WEB).status_code == 422
    says_yes(people[2], gifts[2], Use.WEB)
    assert publishes(here.editor, story, Use.WEB).status_code == 302
    assert "samengesteld uit drie of meer gevers" in read(Client(), f"/boek/gegeven/{story}")

    takes_back(people[0], gifts[0])

    assert not is_readable(story)
    free = Gift.objects.filter(story=None, taken_back=None)
    assert {gift.pk for gift in free} == {gift.pk for gift in gifts[1:]}


def test_a_warning_stands_in_the_way_until_it_is_gone_or_set_aside(sterre: Person, here: Desk):
    gift = gives(sterre)
    story = begins(here.editor, gift)
    writes(here.editor, story, tekst="Op 12 mei 2021 sliep ik buiten. Ik was 34 jaar.")
    assert len(at_desk(story).written.open_warnings) == 3
    says_yes(sterre, gift, Use.WEB)
    guesses(here.reader, story)
    assert publishes(here.editor, story, Use.WEB).status_code == 422

    key = at_desk(story).written.open_warnings[0]
    aside = {"doe": "apart", "sleutel": key, "reden": ""}
    assert here.editor.client.post(f"/werk/verhalen/{story}", aside).status_code == 422
    for key in at_desk(story).written.open_warnings:
        aside = {"doe": "apart", "sleutel": key, "reden": "Dat gold voor velen."}
        assert here.editor.client.post(f"/werk/verhalen/{story}", aside).status_code == 302
    assert publishes(here.editor, story, Use.WEB).status_code == 302


def test_coarser_is_a_proposal_that_nothing_keeps(sterre: Person, here: Desk):
    story = begins(here.editor, gives(sterre))
    page = writes(here.editor, story, doe="grover", tekst="Op 12 mei 2021 was ik 34 jaar.")

    assert "In het voorjaar was ik midden dertig." in page.content.decode()
    assert at_desk(story).written.story is None


def test_few_people_or_few_places_alike_are_counted_with_the_numbers_of_the_region(
    sterre: Person, here: Desk
):
    story = begins(here.editor, gives(sterre))
    asked = {
        "volwassenen": "140000",
        "bron": "CBS",
        "kenmerk-1": "kok",
        "deel-1": "3",
        "kenmerk-2": "ouder",
        "deel-2": "90",
    }
    writes(here.editor, story, **asked)
    page = read(here.editor.client, f"/werk/verhalen/{story}")

    assert "Samen zeldzaam: kok, ouder. Naar schatting 37 mensen in de regio." in page
    assert "Bron: CBS" in page


def test_a_made_up_story_needs_nobody(here: Desk):
    story = begins(here.editor)
    writes(here.editor, story)

    assert publishes(here.editor, story, Use.PRINT).status_code == 302
    (printed,) = printed_stories()
    assert printed.is_given is False


def test_two_windows_lose_nothing(sterre: Person, here: Desk):
    story = begins(here.editor, gives(sterre))
    version = str(Story.objects.get(pk=story).version)
    writes(here.editor, story)

    late = writes(here.editor, story, versie=version, titel="Uit een ander venster")

    assert late.status_code == 422
    assert "Uit een ander venster" in late.content.decode()
    kept = at_desk(story).written.story
    assert kept is not None
    assert kept.title == TITLE
