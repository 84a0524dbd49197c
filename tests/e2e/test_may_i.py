# SPDX-License-Identifier: EUPL-1.2
"""Mag ik dit? by hand: an answer in four taps and fifteen seconds, also without script, on one sheet."""

from __future__ import annotations

from time import monotonic

from playwright.sync_api import Browser

from tests.e2e.axe import violations
from tests.e2e.by_hand import sideways
from tests.e2e.conftest import OpenPage
from tests.e2e.paper import printed, sheets

QUESTION = "haar plek houden na een terugval"
MOST_TAPS, MOST_SECONDS = 4, 15
TYPING = 120  # milliseconds a letter, as on a phone


def test_a_worker_has_an_answer_in_four_taps(open_page: OpenPage):
    page = open_page(width=320).visit("/ruimte")
    taps, began = 0, monotonic()

    page.get_by_text("Mijn werk", exact=True).click()
    taps += 1
    page.get_by_label("Waar?").select_option("waalstad")
    taps += 1
    page.get_by_label("Wat wil je doen, of laten?").click()
    taps += 1
    page.keyboard.type(QUESTION, delay=TYPING)
    page.get_by_role("button", name="Zoek", exact=True).click()
    taps += 1
    page.get_by_role("heading", name="Ja. Dit is uw eigen ruimte.").wait_for()

    assert taps <= MOST_TAPS
    assert monotonic() - began <= MOST_SECONDS
    assert page.url.endswith("/ruimte")
    assert sideways(page) == 0
    assert violations(page) == []


def test_without_script_and_on_one_sheet(browser: Browser, site: str):
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{site}/ruimte")
    page.get_by_label("Wat wil je doen, of laten?").fill("hond mee in de trein")
    page.get_by_role("button", name="Zoek", exact=True).click()

    page.get_by_role("button", name="Een huisdier houdt de opname tegen").click()
    answer = page.get_by_role("heading", name="Het kan. Vraag om een ja.")

    assert sheets(printed(page, answer)) == 1
    context.close()
