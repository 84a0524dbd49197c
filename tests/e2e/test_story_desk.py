# SPDX-License-Identifier: EUPL-1.2
"""Giving a story in a real browser, on a small phone and without a script: nothing is ticked, it is read
before it is given, it is taken back with one tap and one confirmation; and every page reads and fits."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import violations
from tests.e2e.by_hand import NARROWEST, PHONE, are_right, enter, press
from tests.e2e.conftest import OpenPage

WORDS = "Ik nam niet op. Iemand bleef bellen."
GIVEN = re.compile(r"/boek/gegeven/[0-9a-f-]{36}")


def first_link(page: Page, place: str) -> str:
    href = page.locator(f"main a[href*='{place}']").last.get_attribute("href")
    assert href is not None
    return href


def test_what_is_given_is_read_first_and_taken_back_at_once(open_page: OpenPage):
    sterre = open_page(width=NARROWEST, script=False)
    enter(sterre, "sterre")
    page = sterre.visit("/mijn/boek/geven")
    assert page.locator("input:checked").count() == 0
    page.get_by_label("Of schrijf het in je eigen woorden").fill(WORDS)
    page.get_by_label("Waalstad").check()
    press(page, "Lees het eerst na")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit geef je")
    press(page, "Ja, dit geef ik")
    expect(page.get_by_text("Dank je. Alleen de redactie kan dit lezen.")).to_be_visible()
    page.get_by_role("link", name="Neem het terug").click()
    press(page, "Ja, neem het terug")
    expect(page.get_by_text("Je nam dit terug. Niemand leest het nog.")).to_be_visible()
    assert WORDS not in page.content()


def test_a_given_story_is_read_by_anybody_and_printed_whole(open_page: OpenPage):
    reader = open_page(width=PHONE)
    page = reader.visit("/boek")
    path = first_link(page, "/boek/gegeven/")
    assert GIVEN.fullmatch(path)
    page = reader.visit(path)
    page.emulate_media(media="print")

    for words in ("Gegeven verhaal", "Waar het keerde", "Dit verhaal is van één gever"):
        expect(page.get_by_text(words).last).to_be_visible()
    assert violations(page) == []
    assert reader.page.context.cookies() == []
    assert reader.elsewhere == []


@pytest.mark.parametrize(
    ("who", "start", "place", "more"),
    [
        ("sterre", "/mijn/boek", "/mijn/boek/", ("/mijn/boek/geven", "{}", "{}/terug")),
        (
            "youssef",
            "/werk/verhalen",
            "/werk/verhalen/",
            ("/werk/verhalen/begin", "{}", "{}/schrijf"),
        ),
        ("bram", "/werk/verhalen/raden", "", ()),
    ],
)
def test_pages_of_the_desk_are_accessible_and_fit(
    open_page: OpenPage, who: str, start: str, place: str, more: tuple[str, ...]
):
    reader = open_page(width=NARROWEST)
    enter(reader, who)
    page = reader.visit(start)
    one = one_story(page, place) if place else ""
    are_right(reader, start, *(text.format(one) for text in more))


def one_story(page: Page, place: str) -> str:
    hrefs = [link.get_attribute("href") or "" for link in page.locator("main a").all()]
    return next(href for href in hrefs if re.fullmatch(rf"{place}[0-9a-f-]{{36}}", href))
