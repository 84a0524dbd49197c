# SPDX-License-Identifier: EUPL-1.2
"""The documentation on a small phone: long tables and examples stay in their frame, and keys move them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import violations
from tests.e2e.by_hand import NARROWEST, sideways
from tests.e2e.conftest import OpenPage

MOST_BYTES = 100_000  # of one visit with an empty cache, of the longest page there is
WIDER = "one => one.scrollWidth > one.clientWidth"


def moved_by_keys(page: Page, frame: str) -> bool:
    """Whether the first of these frames that is wider than the screen moves when a key is pressed."""
    wide = next(one for one in page.locator(frame).all() if one.evaluate(WIDER))
    wide.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("one => one.scrollLeft > 0", arg=wide.element_handle())
    return True


@pytest.mark.parametrize(
    ("name", "frame"),
    [
        ("reference/errors", ".rb-scroll"),
        ("reference/permissions", ".rb-scroll"),
        ("reference/world-format", "pre"),
    ],
)
def test_a_long_page_fits_is_light_and_can_be_read_by_keyboard(
    open_page: OpenPage, name: str, frame: str
):
    watched = open_page(width=NARROWEST)
    page = watched.visit(f"/docs/{name}")
    page.wait_for_load_state("networkidle")

    assert violations(page) == []
    assert sideways(page) == 0
    assert watched.transferred <= MOST_BYTES
    assert moved_by_keys(page, frame)
    assert (watched.console, watched.elsewhere) == ([], [])


def test_a_picture_is_loaded_when_somebody_looks_at_it(open_page: OpenPage):
    page = open_page(width=NARROWEST).visit("/docs/tutorials/eigen-reis")
    picture = page.locator(".rb-doc img").first
    assert picture.evaluate("one => one.complete && one.naturalWidth") in (0, False)

    page.locator("summary", has_text="Zo ziet dat eruit").first.click()

    expect(picture).to_be_visible()
    page.wait_for_function("one => one.naturalWidth > 0", arg=picture.element_handle())


def test_a_heading_leads_to_itself_and_the_contents_lead_there(open_page: OpenPage):
    page = open_page(width=NARROWEST).visit("/docs/explanation/disclosure")
    page.get_by_text("Op deze pagina").click()
    page.locator(".rb-doc-list").get_by_role("link", name="Who attacks").click()

    expect(page).to_have_url(f"{page.url.partition('#')[0]}#who-attacks")
    expect(page.get_by_role("heading", name="Who attacks")).to_be_in_viewport()
