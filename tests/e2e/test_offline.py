# SPDX-License-Identifier: EUPL-1.2
"""Reading without internet in a real browser: turned on by the person, gone at every way out."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Error, Page, expect

from tests.e2e.axe import violations
from tests.e2e.by_hand import PHONE, enter, press
from tests.e2e.conftest import OpenPage, Watched

PAGE = "/mijn/zonder-internet"
KEPT = "caches.keys()"


def turned_on(open_page: OpenPage, who: str = "sterre") -> Watched:
    reader = open_page(width=PHONE)
    enter(reader, who)
    page = reader.visit(PAGE)
    assert violations(page) == []
    page.get_by_label("Dit is mijn eigen telefoon of computer.").check()
    press(page, "Zet aan")
    expect(page.get_by_text("Het blad is bewaard.")).to_be_visible()
    return reader


def without_internet(page: Page, address: str) -> None:
    page.context.set_offline(True)
    page.goto(address)


def test_the_sheet_is_read_without_internet_and_is_gone_after_quick_exit(
    open_page: OpenPage, neutral_site: str
):
    reader = turned_on(open_page)
    page, site = reader.page, reader.site

    without_internet(page, f"{site}/mijn")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn blad zonder internet")
    expect(page.get_by_text("Keukentafelgesprek")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith(
        '"Atkinson'
    )
    assert violations(page) == []
    page.goto(f"{site}/en/mijn/wensen")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn blad zonder internet")

    page.context.set_offline(False)
    page.goto(f"{site}/mijn")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dag Sterre")
    page.get_by_role("link", name="Snel weg").click()
    page.wait_for_url(neutral_site)
    with pytest.raises(Error, match=r"ERR_INTERNET_DISCONNECTED|ERR_FAILED"):
        without_internet(page, f"{site}/mijn")
    page.context.set_offline(False)
    page.goto(site)
    assert page.evaluate(KEPT) == []
    assert page.context.cookies() == []


def test_quick_exit_without_internet_throws_it_away_too(open_page: OpenPage):
    reader = turned_on(open_page, "wim")
    page = reader.page
    without_internet(page, f"{reader.site}/mijn")
    with page.expect_event("requestfailed"):
        page.get_by_role("link", name="Snel weg").click()

    with pytest.raises(Error, match="ERR_"):
        page.goto(f"{reader.site}/mijn")
    page.context.set_offline(False)
    page.goto(reader.site)
    assert page.evaluate(KEPT) == []


def test_turned_off_from_another_device_it_is_gone_at_the_next_page(open_page: OpenPage):
    reader = turned_on(open_page, "karim")
    other = open_page(width=PHONE)
    enter(other, "karim")
    other.visit(PAGE).get_by_role("button", name=re.compile("^Zet uit")).click()

    reader.visit("/mijn")
    reader.page.wait_for_function(f"{KEPT}.then((names) => names.length === 0)")
    with pytest.raises(Error, match="ERR_"):
        without_internet(reader.page, f"{reader.site}/mijn")
