# SPDX-License-Identifier: EUPL-1.2
"""Keeping the Kaart right in a real browser: with and without script, by keyboard, on a narrow screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.axe import violations
from tests.e2e.conftest import OpenPage, Watched

PHONE = 390
MOST_BYTES = 60_000  # of a page, as written
HERE = "/werk/kaart/waalstad"

both_ways = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


def enter(reader: Watched, who: str) -> Page:
    page = reader.visit("/inloggen/voorbeeld")
    page.locator(f'button[value="{who}"]').click()
    return page


@both_ways
def test_look_say_that_it_is_right_and_take_it_back(open_page: OpenPage, script: bool):
    youssef = open_page(width=PHONE, script=script)
    enter(youssef, "youssef")
    page = youssef.visit(f"{HERE}/plek/W13")
    before = page.locator("main").inner_text()

    page.get_by_role("button", name="Ik heb dit gecontroleerd").click()
    expect(page).to_have_url(re.compile(rf"{HERE}\?gedaan=\d+$"))
    expect(page.get_by_role("status")).to_contain_text("is nagekeken.")
    page.get_by_role("status").get_by_role("button", name="Maak ongedaan").click()

    expect(page.get_by_role("status")).to_contain_text("Teruggezet")
    page = youssef.visit(f"{HERE}/plek/W13")
    expect(page.get_by_role("button", name="Ik heb dit gecontroleerd")).to_be_visible()
    assert before.partition("Wie wijzigde wat")[0] in page.locator("main").inner_text()
    assert (youssef.console, youssef.elsewhere) == ([], [])


def test_a_double_by_keyboard_alone(open_page: OpenPage):
    """Compare, see what would remain, say that they are two, and take that back."""
    youssef = open_page(width=1280)
    enter(youssef, "youssef")
    page = youssef.visit(f"{HERE}/dubbel/W16/W17")

    press(page, page.get_by_role("link", name=re.compile("^Eén: ")).first)
    expect(page.get_by_role("heading", name=re.compile("^Zo blijft "))).to_be_visible()
    press(page, page.get_by_role("button", name="Dit zijn er twee"))
    expect(page.get_by_role("status")).to_contain_text("zijn er twee.")
    press(page, page.get_by_role("status").get_by_role("button", name="Maak ongedaan"))
    expect(page.get_by_role("status")).to_contain_text("Teruggezet")
    assert youssef.console == []


def press(page: Page, wanted: Locator) -> None:
    """With Tab to this one, in view and with a ring around it, then Enter."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            break
    expect(wanted).to_be_focused()
    assert wanted.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
    page.keyboard.press("Enter")


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "?soort=stale",
        "/plek/W06",
        "/dubbel",
        "/dubbel/W06/W07?houd=W06",
        "/geweigerd",
        "/gezocht",
        "/samen/W41/W42",
        "/gedaan",
    ],
)
def test_a_page_breaks_no_rule_fits_and_is_light(open_page: OpenPage, path: str, language: str):
    nadia = open_page(width=320)
    enter(nadia, "nadia")
    page = nadia.visit(f"{language}{HERE}{path}")
    too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert too_wide <= 0
    assert violations(page) == []
    assert len(page.content().encode()) <= MOST_BYTES
    assert (nadia.console, nadia.elsewhere) == ([], [])
