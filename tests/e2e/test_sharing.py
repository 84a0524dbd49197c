# SPDX-License-Identifier: EUPL-1.2
"""The own file and sharing in a real browser, on a phone, with and without script."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.by_hand import NARROWEST, PHONE, are_right, both_ways, enter, follow, press
from tests.e2e.conftest import OpenPage

WORDS = "Zondag pannenkoeken met mijn zoon."


@both_ways
def test_write_show_stop(open_page: OpenPage, script: bool):
    wim = open_page(width=PHONE, script=script)
    enter(wim, "wim")
    page = wim.visit("/mijn/wensen")
    follow(page, "Nieuwe wens")
    page.get_by_label("Wat wil je?").fill(WORDS)
    press(page, "Bewaar")
    expect(page.get_by_text(WORDS).first).to_be_visible()

    page = wim.visit("/mijn/delen/nieuw")
    page.locator("summary", has_text="Een hele organisatie").click()
    page.get_by_label("Gemeente Waalstad").check()
    page.get_by_label("Mijn wensen").check()
    page.get_by_label("Om met mij mee te lopen").check()
    press(page, "Laat eerst zien hoe het wordt")
    expect(page.get_by_role("heading", level=1)).to_have_text("Klopt dit?")
    expect(page.get_by_text(WORDS).first).to_be_visible()
    press(page, "Ja, laat zien")
    expect(page.get_by_text("Stoppen kan altijd, met één knop.")).to_be_visible()

    press(page, "Stop met delen")
    expect(page.get_by_text("Het delen is gestopt.")).to_be_visible()
    expect(page.locator("main").get_by_text("Gemeente Waalstad")).to_have_count(0)
    assert wim.elsewhere == []
    assert wim.console == []


@both_ways
def test_who_it_is_shown_to_sees_it_until_it_stops(open_page: OpenPage, script: bool):
    oma = open_page(width=PHONE, script=script)
    enter(oma, "riet")
    page = oma.visit("/gedeeld")
    follow(page, "Bekijk")

    expect(page.get_by_text("Keukentafelgesprek")).to_be_visible()
    page.locator("summary", has_text="Waarom mag ik dit zien?").click()
    expect(page.get_by_text("Sterre laat je dit zien, tot en met")).to_be_visible()
    assert page.get_by_text("drieënzestig").count() == 0


def test_one_s_own_day_and_witness_are_asked_only_when_they_matter(open_page: OpenPage):
    sterre = open_page(width=PHONE)
    enter(sterre, "sterre")
    page = sterre.visit("/mijn/delen/nieuw")
    day, witness = page.get_by_label("Welke dag kies je?"), page.get_by_text("Wie was erbij?")

    expect(day).to_be_hidden()
    expect(witness).to_be_hidden()
    page.get_by_label("Tot een dag die ik kies").check()
    page.get_by_label("Ik zeg het, met iemand erbij").check()

    expect(day).to_be_visible()
    expect(witness).to_be_visible()


def test_pages_break_no_rule_fit_and_are_light(open_page: OpenPage):
    sterre = open_page(width=NARROWEST)
    enter(sterre, "sterre")

    are_right(
        sterre,
        "/mijn",
        "/mijn/afspraken",
        "/mijn/noodkaart",
        "/mijn/verhaal",
        "/mijn/ik-nu/nieuw",
        "/mijn/afspraken/nieuw",
        "/mijn/delen",
        "/mijn/delen/nieuw",
        "/mijn/delen/waarom",
        "/mijn/dicht",
        "/mijn/wis",
        "/gedeeld",
    )
