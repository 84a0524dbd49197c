# SPDX-License-Identifier: EUPL-1.2
"""The first page, Ik nu, the emergency card and reading aloud in a real browser, on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.by_hand import (
    MOST_BYTES,
    NARROWEST,
    PHONE,
    are_right,
    both_ways,
    enter,
    follow,
    press,
)
from tests.e2e.conftest import OpenPage
from tests.e2e.paper import printed, sheets

MOST_HIGH = 2_400  # px on a phone: the first page is to be overseen
VOICES = """
const voice = (lang, localService) => ({ lang, localService, name: lang, voiceURI: lang });
const voices = [voice("nl-NL", false), LOCAL];
const spoken = (window.spoken = []);
const synth = {
  getVoices: () => voices,
  addEventListener: () => {},
  cancel: () => spoken.push("-"),
  speak: (said) => { spoken.push(`${said.lang}: ${said.text}`); window.going = said; },
};
Object.defineProperty(window, "speechSynthesis", { value: synth });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


def with_voices(page: Page, *, local: str) -> None:
    """The voices of a phone: one that is not on it, and one that is."""
    page.add_init_script(VOICES.replace("LOCAL", f'voice("{local}", true)'))


@both_ways
def test_sketch_put_beside_look_and_take_away(open_page: OpenPage, script: bool):
    reader = open_page(width=PHONE, script=script)
    enter(reader, "karim" if script else "wim")
    page = reader.visit("/mijn")
    page.locator(".rb-tabs").get_by_role("link", name="Ik nu").click()
    follow(page, "Een schets maken")
    page.get_by_role("group", name="Wonen en slapen").get_by_label("Hier mis ik iets").check()
    press(page, "Bewaar")
    follow(page, "Nieuwe schets van nu")
    page.get_by_role("group", name="Wonen en slapen").get_by_label("Het gaat wel").check()
    page.get_by_label("Hoe noem je dit moment?").fill("Op de bank")
    press(page, "Bewaar")

    expect(page.get_by_role("heading", name="Toen en nu")).to_be_visible()
    expect(page.get_by_role("img", name="Toen en nu naast elkaar")).to_be_visible()
    page.get_by_text("Bekijk als tabel").click()
    row = page.get_by_role("row", name="Wonen en slapen")
    expect(row).to_contain_text("Hier mis ik iets")
    expect(row).to_contain_text("Het gaat wel")
    for _each in range(2):
        follow(page, "Verander:")
        follow(page, "Haal weg")
        press(page, "Ja, haal weg")
    expect(page.get_by_text("Er staat nog geen schets.")).to_be_visible()
    assert (reader.console, reader.elsewhere) == ([], [])


def test_the_first_page_can_be_overseen_on_a_phone(open_page: OpenPage):
    sterre = open_page(width=PHONE)
    enter(sterre, "sterre")
    page = sterre.visit("/mijn")

    assert page.evaluate("document.documentElement.scrollHeight") <= MOST_HIGH
    assert len(page.content().encode()) <= MOST_BYTES / 4


def test_pages_break_no_rule_fit_and_are_light(open_page: OpenPage):
    sterre = open_page(width=NARROWEST)
    enter(sterre, "sterre")

    are_right(
        sterre,
        "/mijn",
        "/mijn/alles",
        "/mijn/ik-nu",
        "/mijn/ik-nu/schets",
        "/mijn/ik-nu/terugblik",
        "/mijn/ik-nu/lijsten",
        "/mijn/noodkaart/print",
        "/mijn/noodkaart/print?gekozen=ja&maat=a4&wat=helps&wat=call",
        "/en/mijn/ik-nu",
    )


def test_a_sketch_can_be_made_with_the_keyboard_alone(open_page: OpenPage):
    reader = open_page(width=PHONE)
    enter(reader, "sterre")
    page = reader.visit("/mijn/ik-nu/schets")
    group = page.get_by_role("group", name="Geld")
    group.get_by_label("Liever niet").focus()
    page.keyboard.press("ArrowUp")
    expect(group.get_by_label("Hier mis ik iets")).to_be_checked()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Toen en nu")).to_be_visible()


def test_what_is_said_to_fit_on_the_small_card_fits_in_the_browser(open_page: OpenPage):
    """On paper, at the size of a bank card, on one sheet."""
    sterre = open_page(width=680)
    enter(sterre, "sterre")
    page = sterre.visit("/mijn/noodkaart/print")
    page.emulate_media(media="print")
    sizes = page.locator(".rb-wallet > *").evaluate_all(
        "all => all.map(one => [one.offsetWidth, one.offsetHeight, one.scrollHeight])"
    )

    assert len(sizes) == 2
    for width, height, needed in sizes:
        assert (round(width / 96 * 25.4), round(height / 96 * 25.4)) == (86, 54)
        assert needed <= height
    assert sheets(printed(page, own_size=True)) == 1


def test_it_is_read_aloud_by_a_voice_on_the_device_and_stops_when_one_leaves(open_page: OpenPage):
    sterre = open_page(width=PHONE)
    enter(sterre, "sterre")
    with_voices(sterre.page, local="nl-NL")
    page = sterre.visit("/mijn")
    page.get_by_role("button", name="Lees voor").click()
    assert page.evaluate("spoken.slice(1)") == ["nl-NL: Dag Sterre"]
    page.evaluate("going.onend()")
    assert page.evaluate("spoken.at(-1)") == "nl-NL: Dit komt eerst"
    assert page.evaluate("going.voice.localService") is True

    page.get_by_role("button", name="Stop met voorlezen").click()
    assert page.evaluate("spoken.at(-1)") == "-"
    page.get_by_role("button", name="Lees voor").click()
    page.evaluate(
        "addEventListener('pagehide', () => sessionStorage.setItem('end', spoken.at(-1)))"
    )
    sterre.visit("/mijn/ik-nu")
    assert page.evaluate("sessionStorage.getItem('end')") == "-"
    assert (sterre.console, sterre.elsewhere) == ([], [])


def test_english_is_read_by_an_english_voice(open_page: OpenPage):
    sterre = open_page(width=PHONE)
    enter(sterre, "sterre")
    with_voices(sterre.page, local="en-GB")
    page = sterre.visit("/en/mijn/ik-nu")
    page.get_by_role("button", name="Read aloud").click()

    assert page.evaluate("spoken.at(-1)").startswith("en-GB: ")


@pytest.mark.parametrize(
    ("script", "local"), [(False, "nl-NL"), (True, "de-DE")], ids=["no script", "no voice"]
)
def test_without_script_or_a_voice_on_the_device_there_is_no_button(
    open_page: OpenPage, script: bool, local: str
):
    sterre = open_page(width=PHONE, script=script)
    enter(sterre, "sterre")
    with_voices(sterre.page, local=local)
    page = sterre.visit("/mijn")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[data-aloud]")).to_be_hidden()
