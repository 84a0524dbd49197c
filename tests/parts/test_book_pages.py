# SPDX-License-Identifier: EUPL-1.2
"""The book on the site: every text has a page in both languages, and says what is invented."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.test import Client

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.storybook.pictures import PictureRefused
from ruimbaan.parts.storybook import queries
from ruimbaan.parts.storybook.presentation import pictures
from ruimbaan.parts.storybook.presentation.places import Medium
from ruimbaan.parts.storybook.presentation.shelf import shelf, shelf_on
from tests.parts.reading import length, sentences
from tests.ui.geometry import collisions, outside

LINK = re.compile(r'href="((?:/en)?/boek[^"#]*)"')


def pages_of(client: Client, language: str) -> dict[str, str]:
    """Every page that can be reached from the first one."""
    first = "/boek" if language == "nl" else "/en/boek"
    waiting, found = [first], {}
    while waiting:
        path = waiting.pop()
        answer = client.get(path)
        assert answer.status_code == 200, path
        found[path] = answer.content.decode()
        ours = {one for one in LINK.findall(found[path]) if one.startswith(first)}
        waiting += [one for one in ours if one not in found and one not in waiting]
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_text_has_a_page_that_can_be_reached_and_read(client: Client, language: str):
    found = pages_of(client, language)
    book = queries.find_book()

    assert book is not None
    assert (
        len(found) == len(book.pieces) + 4
    )  # the first page, the colophon, editions and one of them
    long = {
        (path, one) for path, html in found.items() for one in sentences(html) if length(one) > 20
    }
    assert long == set()


def test_a_page_of_the_book_is_the_same_for_everybody_and_may_be_kept(client: Client):
    answer = client.get("/boek/verhaal/sterre")

    assert answer.headers["Cache-Control"] == "public, no-cache"
    assert answer.headers["ETag"]
    assert not answer.cookies


@pytest.mark.parametrize(
    "path", ["/boek/bouwsteen/99", "/boek/bouwsteen/0", "/boek/verhaal/stella", "/boek/nergens"]
)
def test_what_is_not_in_the_book_is_not_found(client: Client, path: str):
    assert client.get(path).status_code == 404


def test_the_book_says_what_is_invented_and_how_to_cite_it(client: Client):
    colophon = client.get("/boek/colofon").content.decode()

    assert "Alle personen, steden" in colophon
    assert "Bespreek met ervaringsdeskundigen" in colophon
    assert "editie 1, 22 november 2026" in colophon


def test_a_block_leads_to_its_rules_and_situations(client: Client):
    html = client.get("/boek/bouwsteen/3").content.decode()

    assert 'href="/regels/R27"' in html
    assert 'href="/ruimte/briefadres-bewijs"' in html
    assert 'href="/boek/verhaal/karim"' in html


def test_every_picture_has_its_alternative_and_its_table_on_the_page(client: Client):
    html = client.get("/boek/verhaal/wim").content.decode()

    drawn = html.count('role="img"')
    assert drawn == 10
    assert html.count('class="rb-twin"') == drawn
    assert len(re.findall(r"<title id=[^>]+>[^<]{20,}</title><desc", html)) == drawn


def test_there_are_more_than_fifteen_pictures_of_our_own():
    found = shelf(Medium.SITE, "nl")

    assert found is not None
    assert len(found.pictures) >= 45
    assert len({shown.picture.svg for shown in found.pictures}) == len(found.pictures)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_in_no_picture_do_words_run_into_anything_else(language: Language):
    found = shelf(Medium.SITE, language)
    assert found is not None

    drawings = {shown.picture.id: shown.picture.svg for shown in found.pictures}
    assert {name: hits for name, svg in drawings.items() if (hits := collisions(svg))} == {}
    assert {name: words for name, svg in drawings.items() if (words := outside(svg))} == {}


def test_the_tables_stand_in_the_order_of_the_pictures_and_in_the_language_of_the_book():
    found = shelf(Medium.PDF, "en")

    assert found is not None
    numbers = [shown.number for shown in found.pictures]
    assert numbers == sorted(numbers)
    journey = next(one.picture for one in found.pictures if one.picture.id == "sterre-reis")
    assert "Here it got stuck: 8 times" in journey.alternative


def test_a_picture_without_alternative_stops_the_whole_book(monkeypatch: pytest.MonkeyPatch):
    silent = replace(pictures.of_stairs(), alternative="")
    monkeypatch.setattr(pictures, "of_stairs", lambda: silent)
    shelf_on.cache_clear()

    with pytest.raises(PictureRefused, match="ladder"):
        shelf(Medium.SITE, "nl")
    shelf_on.cache_clear()
