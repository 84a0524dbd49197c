# SPDX-License-Identifier: EUPL-1.2
"""Given stories with a yes for paper in the book as files: behind the last text, in the contents, the
same bytes each time; and the book without them is the book as it was."""

from __future__ import annotations

from datetime import date
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.storybook.given import Changed, GivenStory, Turn, Way
from ruimbaan.parts.storybook.desk.on_shelf import with_given
from ruimbaan.parts.storybook.desk.published import Public
from ruimbaan.parts.storybook.presentation import paper
from ruimbaan.parts.storybook.presentation.places import Medium
from ruimbaan.parts.storybook.presentation.shelf import Shelf, shelf

STORY = UUID("7d0c7d5e-33a6-4d0b-8d5f-9b1f0f6f2a11")
NAME = f"gegeven-{STORY}"
PUBLIC = Public(
    STORY,
    GivenStory(
        "De <brief>",
        "Een buur zag het.",
        "Eerst dit.\n\nToen dat & meer.",
        (Turn("De brief werd gezien", "Een buur belde", Way.KEPT),),
        (Changed.DATE, Changed.PLACE),
    ),
    Text("van één gever, onherkenbaar gemaakt", "of one giver, made unrecognisable"),
    is_given=True,
    since=date(2026, 11, 23),
)


def book(medium: Medium, *given: Public) -> Shelf:
    found = shelf(medium, "nl")
    assert found is not None
    return with_given(found, given, medium, "nl")


def test_it_has_a_page_of_its_own_and_stands_in_the_contents():
    pages = {page.id: page for page in paper.pages(book(Medium.EPUB, PUBLIC), "nl", Medium.EPUB)}
    page = pages[NAME]

    ET.fromstring(page.html.split("?>", 1)[1].replace("<!DOCTYPE html>", ""))  # noqa: S314 -- ours
    assert "De &lt;brief&gt;" in page.html
    assert "Toen dat &amp; meer." in page.html
    assert "Veranderd zijn: plaatsen en tijden." in page.html
    folder = book(Medium.FOLDER, PUBLIC)
    (contents,) = (one for one in paper.pages(folder, "nl", Medium.FOLDER) if one.id == "inhoud")
    assert f'href="{NAME}.html"' in contents.html
    assert "Gegeven verhalen" in contents.html


def test_in_one_long_document_the_link_leads_to_it():
    document = paper.document(book(Medium.PDF, PUBLIC), "nl")

    assert f'href="#{NAME}"' in document
    assert f'id="{NAME}"' in document


@pytest.mark.parametrize("medium", [Medium.EPUB, Medium.FOLDER])
def test_the_same_stories_give_the_same_pages_and_none_gives_the_book_as_it_was(medium: Medium):
    first, again = (tuple(paper.pages(book(medium, PUBLIC), "nl", medium)) for _ in range(2))

    assert first == again
    without = book(medium)
    assert without is shelf(medium, "nl")
    assert NAME not in {piece.id for piece in without.pieces}
