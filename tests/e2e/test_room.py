# SPDX-License-Identifier: EUPL-1.2
"""Asking for room, answering it and noting it in a real browser: an answer is one tap without an account
or a script, a note less than a minute, and every page fits and reads on a small phone."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.by_hand import NARROWEST, PHONE, are_right, enter, press, sideways
from tests.e2e.conftest import OpenPage

UNTIL = timedelta(days=60)
MOST_SECONDS = 60  # for a note, with the typing
OF_WORK = ("/werk/ruimte/vragen", "/werk/ruimte/vragen/nieuw?regel=R36-W", "/werk/ruimte/notities")
OF_PERSON = ("/mijn/ruimte", "/mijn/ruimte/vragen?regel=R52-W", "/mijn/ruimte/patroon")


def newest_link(folder: Path) -> str:
    """In the mails that the demo writes to its folder."""
    mails = sorted(folder.glob("var*/mail/*.eml"))
    letters = [message_from_bytes(mail.read_bytes(), policy=policy.default) for mail in mails]
    bodies = [letter.get_body(("plain",)) for letter in letters]
    texts = [body.get_content() for body in bodies if body is not None]
    links: list[str] = [
        found for text in texts for found in re.findall(r"/ruimte/vraag/[\w-]+", text)
    ]
    return links[-1]


def test_an_answer_is_one_tap_for_who_has_no_account(
    open_page: OpenPage, tmp_path_factory: pytest.TempPathFactory
):
    sterre = open_page(width=PHONE)
    enter(sterre, "sterre")
    page = sterre.visit("/mijn/ruimte/vragen?regel=R52-W")
    page.get_by_label("1. Wat vraag je?").fill("Mijn bed blijft staan.")
    page.get_by_label("2. Waarom is het nodig?").fill("Anders slaap ik buiten.")
    page.get_by_label("3. Tot wanneer?").fill((datetime.now(UTC).date() + UNTIL).isoformat())
    if page.locator('input[name="wie"]').count():
        page.locator('input[name="wie"]').first.check()
    page.get_by_label("Het mailadres van wie ja mag zeggen").fill("opvang@example.org")
    press(page, "Vraag het")
    expect(page.get_by_role("heading", name="Er is nog geen antwoord.")).to_be_visible()

    reader = open_page(width=NARROWEST, script=False)
    link = newest_link(tmp_path_factory.getbasetemp())
    page = reader.visit(link)
    expect(page.get_by_text("Mijn bed blijft staan.")).to_be_visible()
    assert sideways(page) == 0
    press(page, "Ja")

    expect(page.get_by_role("heading", level=1)).to_have_text("Dank u. Uw antwoord is bewaard.")
    assert reader.page.context.cookies() == []
    gone = page.goto(reader.site + link)
    assert gone is not None
    assert gone.status == 404
    assert reader.elsewhere == []


def test_a_note_takes_less_than_a_minute(open_page: OpenPage):
    joke = open_page(width=PHONE, script=False)
    enter(joke, "joke")
    begin = time.monotonic()

    page = joke.visit("/werk/ruimte/notitie")
    page.get_by_label("Wat deed u, of liet u?").press_sequentially("Niet gesloten na twee keer.")
    page.get_by_label("Waarom, in één regel").press_sequentially("Zij kwam net weer.")
    press(page, "Bewaar voor mij")

    expect(page.get_by_text("Bewaard. Alleen u ziet dit.")).to_be_visible()
    assert time.monotonic() - begin < MOST_SECONDS


@pytest.mark.parametrize(("who", "paths"), [("joke", OF_WORK), ("sterre", OF_PERSON)])
def test_pages_of_room_are_accessible_and_fit(
    open_page: OpenPage, who: str, paths: tuple[str, ...]
):
    reader = open_page(width=NARROWEST)
    enter(reader, who)
    are_right(reader, *paths)
