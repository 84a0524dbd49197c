# SPDX-License-Identifier: EUPL-1.2
"""Overdracht in a real browser: the person on a phone, the receiver with a link or an inbox."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.by_hand import (
    NARROWEST,
    PHONE,
    are_right,
    both_ways,
    enter,
    follow,
    is_right,
    press,
)
from tests.e2e.conftest import OpenPage, Watched

QUESTION = "Kan er iemand mee naar het loket?"


def ask(reader: Watched, goal: str, to: str) -> Page:
    """Up to the last yes."""
    page = reader.visit("/mijn/overdracht")
    follow(page, "Iemand vragen")
    page.get_by_label("Waar gaat het om?").fill(goal)
    page.get_by_label("Wat wil je zeggen of vragen?").fill(QUESTION)
    page.get_by_role("radio", name=to).first.check()
    press(page, "Laat eerst zien hoe het wordt")
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt dit?")
    expect(page.get_by_text(QUESTION)).to_be_visible()
    press(page, "Ja, verstuur")
    return page


@both_ways
def test_a_link_a_code_and_a_yes_in_three_taps(open_page: OpenPage, script: bool):
    wim, place = open_page(width=PHONE, script=script), open_page(width=PHONE, script=script)
    enter(wim, "wim")
    page = ask(wim, "Mee naar het loket", "Een andere plek")
    code = page.locator(".rb-secret").inner_text()
    address = page.locator(".rb-code").inner_text()
    follow(page, "Ik heb de code")
    mine = page.url

    door = place.visit(re.sub(r"^https?://[^/]+", "", address))
    assert QUESTION not in door.content()
    door.get_by_label("Code van zes cijfers").fill(code)
    press(door, "Open")
    expect(door.get_by_text(QUESTION)).to_be_visible()
    press(door, "Ja, wij ontvangen deze persoon")
    expect(door.get_by_text("Uw antwoord is bewaard.")).to_be_visible()
    assert place.page.context.cookies() == []

    page.goto(mine)
    press(page, "We hebben elkaar ontmoet")
    expect(page.get_by_text("is er nu voor je").first).to_be_visible()
    page.get_by_label("Ja, hier heb ik iets aan").check()
    press(page, "Bewaar")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mee naar het loket")
    assert (wim.console, wim.elsewhere, place.console, place.elsewhere) == ([], [], [], [])


def test_an_inbox_and_a_no_in_three_taps(open_page: OpenPage):
    karim, joke = open_page(width=PHONE), open_page()
    enter(karim, "karim")
    page = ask(karim, "Een eigen deur", "De Kribbe")
    mine = page.url

    enter(joke, "joke")
    work = joke.visit("/werk")
    work.get_by_role("link", name=re.compile("^Antwoord.*Karim")).first.click()
    expect(work.get_by_text(QUESTION)).to_be_visible()
    work.locator("summary", has_text="Nee, met reden").click()
    work.get_by_label("Wij hebben nu geen plek").locator("visible=true").first.check()
    press(work, "Nee, met deze reden")
    expect(work.get_by_text("Uw antwoord is bewaard.")).to_be_visible()
    assert QUESTION not in work.content()

    page.goto(mine)
    expect(page.get_by_text("Er is nu geen plek.").first).to_be_visible()
    expect(page.get_by_role("heading", name="De volgende weg")).to_be_visible()


@pytest.mark.parametrize(
    ("who", "paths"),
    [
        ("sterre", ("/mijn/overdracht", "/mijn/overdracht/nieuw")),
        ("joke", ("/werk",)),
        ("bram", ("/werk/overdracht",)),
    ],
)
def test_pages_break_no_rule_fit_and_are_light(
    open_page: OpenPage, who: str, paths: tuple[str, ...]
):
    reader = open_page(width=NARROWEST)
    enter(reader, who)
    are_right(reader, *paths)


@pytest.mark.parametrize(
    "goal", ["Een plek in de deeltijd", "Werken in de tuin", "Hulp met de post"]
)
def test_one_handoff_breaks_no_rule_whatever_its_state(open_page: OpenPage, goal: str):
    sterre = open_page(width=NARROWEST)
    enter(sterre, "sterre")
    page = sterre.visit("/mijn/overdracht")
    follow(page, goal)
    is_right(sterre)


def test_the_door_and_the_question_of_a_link_break_no_rule(open_page: OpenPage):
    wim, place = open_page(width=NARROWEST), open_page(width=NARROWEST)
    enter(wim, "wim")
    page = ask(wim, "Samen bellen", "Een andere plek")
    code, address = page.locator(".rb-secret").inner_text(), page.locator(".rb-code").inner_text()
    is_right(wim)

    door = place.visit(re.sub(r"^https?://[^/]+", "", address))
    is_right(place)
    door.set_viewport_size({"width": NARROWEST, "height": 844})
    door.get_by_label("Code van zes cijfers").fill(code)
    door.keyboard.press("Enter")  # by keyboard alone
    expect(door.get_by_text(QUESTION)).to_be_visible()
    for summary in door.locator("summary").all():
        if summary.is_visible() and summary.locator("xpath=ancestor::main").count():
            summary.focus()
            door.keyboard.press("Enter")
    is_right(place)
