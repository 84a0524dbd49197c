# SPDX-License-Identifier: EUPL-1.2
"""Letting steps count in a real browser, on a small phone and without a script: nothing is chosen
beforehand, what counts stands there, and one tap ends it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.by_hand import NARROWEST, are_right, enter, press
from tests.e2e.conftest import OpenPage

YES, STOP = "Ja, laat mijn stappen meetellen", "Stop, en haal alles weg"


def test_yes_is_chosen_and_stop_is_one_tap(open_page: OpenPage):
    sterre = open_page(width=NARROWEST, script=False)
    enter(sterre, "sterre")
    page = sterre.visit("/mijn/alles")
    page.get_by_role("link", name="Mijn stappen tellen mee").click()
    expect(page.get_by_text("Nu telt er niets mee.")).to_be_visible()
    assert page.locator("input:checked").count() == 0
    press(page, YES)
    expect(page.get_by_text("Je koos nog geen regio.")).to_be_visible()
    page.get_by_label("Waalstad").check()
    press(page, YES)
    expect(page.get_by_text("Je stappen tellen mee.")).to_be_visible()
    expect(page.get_by_text("Nog niets. Wat je vanaf nu doet, komt hier te staan.")).to_be_visible()
    press(page, STOP)
    expect(page.get_by_text("Nu telt er niets mee.")).to_be_visible()


def test_the_page_reads_and_fits(open_page: OpenPage):
    sterre = open_page(width=NARROWEST)
    enter(sterre, "sterre")
    are_right(sterre, "/mijn/meetellen")
