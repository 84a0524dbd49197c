# SPDX-License-Identifier: EUPL-1.2
"""Hier wringt het by hand, on a small phone: within a minute, counted in taps, also without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.axe import violations
from tests.e2e.by_hand import sideways
from tests.e2e.conftest import OpenPage

SECONDS_A_TAP = 6  # to read one question of a form and tap; a list to scroll through counts twice
MOST_SECONDS = 60


def report(page: Page) -> int:
    """From the page of a region to the thanks, and how many taps it took."""
    taps = 0
    page.get_by_role("button", name="Hier wringt het: meld het").click()
    taps += 1
    expect(page.get_by_label("Waar wringt het?")).to_be_visible()
    assert violations(page) == []
    page.get_by_label("Waar wringt het?").select_option(label="Een gat tussen detox en vervolg")
    taps += 3  # open, scroll, choose
    page.get_by_label("Eerder beginnen").check()
    taps += 1
    page.get_by_role("button", name="Meld het", exact=True).click()
    expect(page.get_by_role("heading", name="Dank je")).to_be_visible()
    return taps + 1


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_where_it_chafes_is_said_within_a_minute(browser: Browser, site: str, script: bool):
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, java_script_enabled=script, bypass_csp=script
    )
    page = context.new_page()
    page.goto(f"{site}/fricties/waalstad")

    if not script:  # axe is a script itself
        page.get_by_role("button", name="Hier wringt het: meld het").click()
        page.get_by_label("In je eigen woorden").fill("Niemand belde de ander.")
        page.get_by_role("button", name="Meld het", exact=True).click()
    else:
        assert report(page) * SECONDS_A_TAP <= MOST_SECONDS
        assert sideways(page) == 0
        assert violations(page) == []
    expect(page.get_by_role("heading", name="Dank je")).to_be_visible()
    assert page.url.endswith("/hier-wringt-het")
    assert context.cookies() == []
    context.close()


def test_what_was_typed_stays_when_something_is_not_right(open_page: OpenPage):
    page = open_page(width=320).visit("/fricties/waalstad/F07")
    page.get_by_role("button", name="Hier wringt het ook bij mij").click()
    page.get_by_label("In je eigen woorden").fill("Bel mij op 06-12345678, dan leg ik het uit.")
    page.get_by_role("button", name="Meld het", exact=True).click()

    expect(page.get_by_role("alert").filter(has_text="een lang nummer")).to_be_visible()
    assert page.get_by_label("In je eigen woorden").input_value().startswith("Bel mij op")
    assert page.get_by_label("Waar wringt het?").input_value() == "F07"
    assert violations(page) == []
