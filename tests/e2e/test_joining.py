# SPDX-License-Identifier: EUPL-1.2
"""An initiative puts itself on the map on a small phone: without script, by keyboard, counted in
fields and taps; and keeps it right with the mailed link."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import violations
from tests.e2e.by_hand import DESK, MOST_BYTES, NARROWEST, sideways, too_small
from tests.e2e.conftest import OpenPage, Watched

MOST_MINUTES, MOST_TAPS, MOST_FIELDS = 5, 40, 12
SECONDS_A_TAP, SECONDS_A_SIGN, SECONDS_A_FIELD = 1.5, 0.45, 5  # a slow typist, who reads first
WORDS = "Elke dinsdag koken en eten we samen. Wie wil kookt mee, wie moe is schuift aan."
NEXT, SEND = "main button[value=next]", "main button[value=send]"


@dataclass
class Teller:
    """Somebody with a phone; counts what the thumb does."""

    watched: Watched
    taps: int = 0
    signs: int = 0
    fields: int = 0
    seen: Callable[[Page], None] | None = None

    @property
    def page(self) -> Page:
        return self.watched.page

    @property
    def title(self) -> str:
        return " ".join(self.page.locator("h1").inner_text().split())

    def tap(self, selector: str) -> None:
        self.page.locator(selector).locator("visible=true").first.click()
        self.taps += 1

    def choose(self, name: str, value: str) -> None:
        self.tap(f"label:has(input[name='{name}'][value='{value}'])")
        self.fields += 1

    def write(self, field: str, words: str) -> None:
        self.page.fill(f"#{field}", words)
        self.taps, self.signs, self.fields = self.taps + 1, self.signs + len(words), self.fields + 1

    def go(self, button: str = NEXT) -> None:
        if self.seen:
            self.seen(self.page)
        self.tap(button)
        self.page.wait_for_load_state()

    @property
    def minutes(self) -> float:
        seconds = self.taps * SECONDS_A_TAP + self.signs * SECONDS_A_SIGN
        return (seconds + self.fields * SECONDS_A_FIELD) / 60


@pytest.fixture
def mail_folder(site: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo under test keeps its folders."""
    return tmp_path_factory.getbasetemp()


def tell(teller: Teller, name: str, address: str) -> Teller:
    """All that is asked, as most would answer it; from the list of places to the last button."""
    teller.watched.visit("/steun/meedoen")
    teller.tap("main a[href$='/steun/waalstad/meedoen']")
    teller.write("name", name)
    teller.write("what", WORDS)
    teller.choose("kind", "meet")
    teller.go()
    teller.choose("gate", "inloop")
    teller.choose("free", "yes")
    teller.go()
    teller.choose("place", "fixed")
    teller.write("street", "Kade 3")
    teller.write("postcode", "1234 AB")
    teller.go()
    teller.choose("days", "TU")
    teller.write("opens_at", "17:00")
    teller.write("closes_at", "20:00")
    teller.go()
    teller.write("phone", "06 12345678")
    teller.go()
    teller.go()
    teller.tap("main details summary")
    teller.choose("wants_to_work_with", "W23")
    teller.go()
    teller.write("address", address)
    teller.go()
    assert teller.title == "Klopt dit?"
    return teller


def test_listing_oneself_takes_less_than_five_minutes(open_page: OpenPage, capsys):
    teller = tell(
        Teller(open_page(width=NARROWEST, script=False)), "De Lange Tafel", "tafel@example.org"
    )

    teller.go(SEND)

    with capsys.disabled():
        sys.stdout.write(
            f"\n{teller.fields} fields, {teller.taps} taps, {teller.signs} signs,"
            f" about {teller.minutes:.1f} minutes\n"
        )
    assert teller.title == "Kijk in je mail"
    assert teller.fields <= MOST_FIELDS + 2  # two of them are times
    assert teller.taps <= MOST_TAPS
    assert teller.minutes <= MOST_MINUTES


@pytest.mark.parametrize("width", [NARROWEST, 390, DESK])
def test_every_page_on_the_way_breaks_no_rule_and_fits(open_page: OpenPage, width: int):
    titles = []

    def look(page: Page) -> None:
        titles.append(page.locator("h1").inner_text())
        page.evaluate("scrollTo(0, 0)")
        assert violations(page) == []
        assert sideways(page) == 0
        assert too_small(page) == []

    teller = Teller(open_page(width=width), seen=look)
    tell(teller, f"Tafel {width}", f"tafel{width}@example.org").go(SEND)
    look(teller.page)

    assert len(set(titles)) == len(titles) == 10
    assert teller.watched.console == []
    assert teller.watched.elsewhere == []


def test_a_form_with_faults_breaks_no_rule_and_leads_to_what_is_wrong(open_page: OpenPage):
    teller = Teller(open_page(width=NARROWEST))
    teller.watched.visit("/steun/waalstad/meedoen")
    teller.go()

    assert violations(teller.page) == []
    teller.page.locator("#errors a").first.click()
    teller.page.keyboard.press("Tab")
    assert teller.page.evaluate("document.querySelector(':target').id") == "name"


def test_by_keyboard_alone_to_the_second_page(open_page: OpenPage):
    page = open_page(width=NARROWEST, script=False).visit("/steun/waalstad/meedoen")

    page.locator("#name").focus()
    page.keyboard.type("Tafel")
    page.keyboard.press("Tab")
    page.keyboard.type("Eten.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")  # the field for robots is no stop
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("Voor wie is het?")


def test_the_mailed_link_on_a_phone_without_script(
    open_page: OpenPage, site: str, mail_folder: Path
):
    teller = Teller(open_page(width=NARROWEST, script=False))
    tell(teller, "Tafel met link", "link@example.org").go(SEND)

    page = teller.watched.visit(link_for("link@example.org", mail_folder))
    page.get_by_role("button", name="Ja, zet ons op de Kaart").click()
    expect(page.locator("h1")).to_have_text("Jullie staan op de Kaart")
    page.get_by_role("link", name="Naar deze plek").click()
    expect(page.locator("h1")).to_have_text("Tafel met link")

    kept = link_for("link@example.org", mail_folder)
    page = teller.watched.visit(kept)
    page.get_by_role("button", name="Klopt nog").click()  # one tap
    expect(page.locator("h1")).to_have_text("Dank je wel")

    watched = open_page(width=NARROWEST)
    page = watched.visit(kept)
    assert violations(page) == []
    page.get_by_role("button", name="Verander iets").click()
    page.locator("main button[value='page:reach']").click()
    page.fill("#phone", "024 7654321")
    page.get_by_role("button", name="Klaar").click()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("main")).to_contain_text("024 7654321")
    assert 0 < watched.transferred <= 4 * MOST_BYTES


def test_the_same_page_in_the_other_language_keeps_what_was_told(open_page: OpenPage):
    teller = tell(Teller(open_page()), "Tafel in talen", "talen@example.org")

    teller.page.get_by_role("button", name="English").click()

    assert teller.title == "Is this right?"
    assert "Tafel in talen" in teller.page.locator("main").inner_text()


def link_for(address: str, folder: Path) -> str:
    """The path of the newest link to this address."""
    files = sorted(folder.glob("var*/mail/*.eml"))
    letters = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
    body = [letter for letter in letters if letter["To"] == address][-1].get_body(("plain",))
    assert body is not None
    found = re.search(r"\S+sleutel=\S+", body.get_content())
    assert found is not None
    parts = urlsplit(found[0])
    return f"{parts.path}?{parts.query}"
