# SPDX-License-Identifier: EUPL-1.2
"""The rights of a person in a real browser: every page at its narrowest, by keyboard, without a
script, and the page that is taken along as it lies on somebody's own disk."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.by_hand import PHONE, enter, follow, misfits, press
from tests.e2e.conftest import OpenPage, Watched

FINGER = 44  # px that a finger needs
WORDS = "Een tuin met kippen.\nEn een bank in de zon."
PAGES = {
    "sterre": (
        "/mijn/rechten",
        "/mijn/rechten/meenemen",
        "/mijn/rechten/klopt-niet",
        "/mijn/rechten/brief?wat=wissen&aan=Gemeente",
        "/mijn/rechten/weg",
        "/mijn/wie-keek",
        "/en/mijn/rechten",
        "/en/mijn/rechten/weg",
    ),
    "riet": ("/gedeeld", "/mijn/rechten", "/en/gedeeld"),
    "joke": ("/werk", "/gedeeld", "/mijn/wie-keek"),
    "ilse": ("/werk", "/beheer", "/beheer/verzoeken", "/en/beheer/verzoeken"),
}


@pytest.mark.parametrize("who", PAGES)
def test_pages_break_no_rule_and_fit(open_page: OpenPage, who: str):
    reader = open_page(width=PHONE)
    enter(reader, who)

    found = {path: misfits(reader.visit(path)) for path in PAGES[who]}

    assert found == {path: [] for path in PAGES[who]}
    assert (reader.console, reader.elsewhere) == ([], [])


def ask(page: Page) -> None:
    """Without a mouse."""
    page.get_by_label("Iets anders").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Er staat dat Bram keek. Hij had vakantie.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit vroeg je")


def test_by_keyboard_a_request_is_asked_and_answered(open_page: OpenPage):
    sterre, ilse = open_page(width=PHONE), open_page()
    enter(sterre, "sterre")
    ask(sterre.visit("/mijn/rechten/klopt-niet"))
    asked = misfits(sterre.page)
    enter(ilse, "ilse")
    page = ilse.visit("/beheer/verzoeken")
    page.locator("main").get_by_role("link", name="Beantwoord").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Gedaan", exact=True)).to_be_visible()
    answering = misfits(page)
    page.get_by_label("Gedaan", exact=True).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("We keken het na. Het is nu goed.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Verzoeken")

    sterre.page.reload()
    expect(sterre.page.get_by_text("We keken het na. Het is nu goed.")).to_be_visible()
    assert (asked, answering, misfits(sterre.page)) == ([], [], [])


def test_somebody_is_taken_away_after_reading_what_stops(open_page: OpenPage):
    karim = open_page(width=PHONE)
    enter(karim, "sterre")
    page = karim.visit("/mijn/delen")
    known = page.get_by_role("region", name="Wie je hier kent")
    known.get_by_role("link", name=re.compile(r"Haal weg\s*: Joke")).click()
    expect(page.get_by_text("Joke ziet nu nog dit. Dat stopt meteen:")).to_be_visible()
    assert misfits(page) == []

    press(page, "Ja, haal weg")

    expect(page.get_by_text("Gedaan.")).to_be_visible()
    expect(page.locator("main").get_by_text("Joke")).to_have_count(0)


def test_the_choice_of_days_stands_on_one_line_and_fits_a_finger(open_page: OpenPage):
    sterre = open_page()
    enter(sterre, "sterre")
    page = sterre.visit("/mijn/wie-keek")
    page.get_by_text("Andere dagen kiezen").click()

    fields = [page.locator("#since"), page.locator("#until")]
    boxes = [one.bounding_box() for one in (*fields, page.get_by_role("button", name="Laat deze"))]

    assert all(boxes)
    assert {round(box["y"] + box["height"]) for box in boxes if box} == {
        round(box["y"] + box["height"]) for box in boxes[:1] if box
    }
    assert min(box["height"] for box in boxes if box) >= FINGER


def taken(reader: Watched, folder: Path, language: str) -> Path:
    """The page out of the download, on a disk by itself."""
    page = reader.visit(f"{language}/mijn/rechten/meenemen")
    with page.expect_download() as download:
        page.locator("main a[download]").click()
    with ZipFile(download.value.path()) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith(".html"))
        return Path(archive.extract(name, folder))


@pytest.mark.parametrize("language", ["", "/en"])
def test_what_is_taken_along_can_be_read_from_a_disk(
    open_page: OpenPage, tmp_path: Path, language: str
):
    sterre, disk = open_page(width=PHONE), open_page(width=PHONE)
    enter(sterre, "sterre")

    disk.page.goto(taken(sterre, tmp_path, language).as_uri())

    assert misfits(disk.page) == []
    assert disk.page.locator("html").get_attribute("lang") == (language.strip("/") or "nl")
    assert [one for one in disk.elsewhere if not one.startswith("file:")] == []


def test_without_a_script_what_was_typed_survives_the_end_of_the_session(open_page: OpenPage):
    wim = open_page(width=PHONE, script=False)
    enter(wim, "wim")
    page = wim.visit("/mijn/wensen/nieuw")
    page.get_by_label("Wat wil je?").fill(WORDS)
    page.context.clear_cookies(name="sessionid")

    press(page, "Bewaar")
    expect(page.get_by_role("heading", level=1)).to_have_text("Log nog een keer in")
    expect(page.get_by_text("Een tuin met kippen.")).to_be_visible()
    press(page, "Met je code op papier")
    expect(page.get_by_role("heading", level=1)).to_have_text("Met je code op papier")
    press(page, "Andere manier")
    press(page, "Kies een verzonnen persoon")
    page.locator('button[value="wim"]').click()
    expect(page.get_by_label("Dit schreef je")).to_have_value(WORDS)
    press(page, "Stuur nog een keer")

    expect(page.get_by_text("Een tuin met kippen.").first).to_be_visible()


@pytest.mark.parametrize("language", ["", "/en"])
def test_the_pages_of_what_comes_along_break_no_rule(open_page: OpenPage, language: str):
    wim = open_page(width=PHONE)
    enter(wim, "wim")
    page = wim.visit(f"{language}/mijn/wensen/nieuw")
    page.locator("main textarea").fill(WORDS)
    page.context.clear_cookies(name="sessionid")
    page.locator("main form").get_by_role("button").first.click()
    sign_in = page.locator(f'button[formaction="{language}/inloggen/voorbeeld"]')
    expect(sign_in).to_be_visible()
    kept = misfits(page)
    sign_in.click()
    page.locator('button[value="wim"]').click()
    expect(page.get_by_text(WORDS).first).to_be_visible()

    assert (kept, misfits(page)) == ([], [])
    follow(page, "Bewaar dit niet" if not language else "Do not keep this")
    expect(page.locator("main h1")).to_be_visible()
