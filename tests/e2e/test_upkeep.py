# SPDX-License-Identifier: EUPL-1.2
"""Keeping the Kaart right in a real browser: with and without script, by keyboard, on a narrow screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.by_hand import NARROWEST, PHONE, are_right, both_ways, enter
from tests.e2e.conftest import OpenPage

HERE = "/werk/kaart/waalstad"
PAGES = (
    *("", "?soort=stale", "/plek/W06", "/dubbel", "/dubbel/W06/W07?houd=W06", "/geweigerd"),
    *("/gezocht", "/samen/W41/W42", "/gedaan"),
)


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
def test_pages_break_no_rule_fit_and_are_light(open_page: OpenPage, language: str):
    nadia = open_page(width=NARROWEST)
    enter(nadia, "nadia")

    are_right(nadia, *(f"{language}{HERE}{path}" for path in PAGES))
