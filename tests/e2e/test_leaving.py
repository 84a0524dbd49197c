# SPDX-License-Identifier: EUPL-1.2
"""Snel weg: out in one step, with and without script, and nothing kept behind."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import OpenPage

KEPT = "[localStorage.length, document.cookie]"


@pytest.mark.parametrize("script", [True, False])
def test_the_link_leaves(open_page: OpenPage, neutral_site: str, script):
    page = open_page(width=320, script=script).visit("/hulp-nu")

    page.get_by_role("link", name="Snel weg").first.click()
    page.wait_for_url(neutral_site)

    assert page.inner_text("body") == "weather"


def test_shift_three_times_leaves(open_page: OpenPage, neutral_site: str):
    page = open_page().visit("/hulp-nu")

    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(neutral_site)

    assert page.inner_text("body") == "weather"


def test_typing_capitals_does_not_leave(open_page: OpenPage):
    page = open_page().visit("/hulp-nu")

    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")

    assert page.url.endswith("/hulp-nu")


def test_going_back_does_not_show_the_page_again(open_page: OpenPage, neutral_site: str):
    page = open_page().visit("/")
    page.goto(page.url + "hulp-nu")

    page.get_by_role("link", name="Snel weg").first.click()
    page.wait_for_url(neutral_site)
    page.go_back()

    assert not page.url.endswith("/hulp-nu")


def test_nothing_stays_in_the_browser(open_page: OpenPage, neutral_site: str):
    page = open_page().visit("/")
    page.evaluate("localStorage.setItem('a', 'b'); document.cookie = 'c=d'")
    before = page.evaluate(KEPT)
    home = page.url

    page.get_by_role("link", name="Snel weg").first.click()
    page.wait_for_url(neutral_site)
    page.goto(home)

    assert before == [1, "c=d"]
    assert page.evaluate(KEPT) == [0, ""]
