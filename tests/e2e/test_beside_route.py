# SPDX-License-Identifier: EUPL-1.2
"""Beside a route in a browser: choosing what matters, two ways next to each other, why, the map.
On a small phone, without script, and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import violations
from tests.e2e.by_hand import DESK, NARROWEST, sideways, too_small
from tests.e2e.conftest import OpenPage
from tests.e2e.paper import printed, sheets
from tests.e2e.test_routecheck import Reader, to_result

STERRE, KARIM = "/routecheck/voorbeeld/sterre", "/routecheck/voorbeeld/karim"


def faults(page: Page) -> list[str]:
    """With everything unfolded: nothing wider than the screen, too small to press, or against axe."""
    for fold in page.locator("main details:not([open]) > summary").all():
        if fold.is_visible():
            fold.click()
    found = violations(page) + too_small(page)
    return [*found, *(["wider than the screen"] if sideways(page) else [])]


def test_what_matters_is_one_tap_and_stays_in_the_address(open_page: OpenPage):
    page = open_page(width=NARROWEST, script=False).visit(STERRE)

    page.get_by_role("link", name="De minste stappen").click()

    expect(page).to_have_url(re.compile(r"\?weg=minste-stappen#route$"))
    cards = page.get_by_role("region", name="Wat is voor jou het belangrijkst?")
    expect(cards.get_by_text("Stappen", exact=True)).to_have_count(3)


def test_who_answered_walks_along_all_of_it_without_script(open_page: OpenPage):
    reader = to_result(Reader(open_page(width=NARROWEST, script=False)))

    reader.tap("main button[name=weg][value=snelst]")
    expect(reader.page.locator("#route")).to_be_visible()
    reader.tap("main button[formaction$=vergelijk]")
    expect(reader.page.get_by_role("table", name="Weg A en weg B")).to_be_visible()
    reader.page.locator("select[name=naast]").select_option(index=1)
    reader.tap("form.rb-pick button")
    expect(reader.page.get_by_role("table", name="Weg A en weg B")).to_be_visible()
    reader.tap("main button[formaction$=kaart]")
    assert reader.title == "De route op de kaart van Grachtstad"
    reader.tap("#check button")
    reader.tap("main button[formaction$=waarom]")
    reader.page.locator("select[name=plek]").select_option(index=2)
    reader.tap("form.rb-pick button")
    expect(reader.page.locator("#not-there")).to_be_visible()

    addresses = {"/routecheck/waarom#not-there", "/routecheck/waarom"}
    assert re.sub(r"https?://[^/]+", "", reader.page.url) in addresses
    assert reader.watched.console == []
    assert reader.watched.page.context.cookies() == []


@pytest.mark.parametrize("width", [NARROWEST, DESK])
@pytest.mark.parametrize(
    "path",
    [
        f"{STERRE}?weg=minste-stappen",
        f"{STERRE}/vergelijk",
        f"{KARIM}/waarom?plek=G12",
        f"{STERRE}/kaart?weg=2&naast=0",
    ],
)
def test_unfolded_it_fits_and_breaks_no_rule(open_page: OpenPage, width: int, path: str):
    watched = open_page(width=width)

    assert faults(watched.visit(path)) == []
    assert watched.console == []


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("person", [STERRE, KARIM])
def test_two_ways_go_on_one_sheet(open_page: OpenPage, person: str, language: str):
    page = open_page(width=DESK).visit(f"{language}{person}/vergelijk")

    assert sheets(printed(page)) == 1


def test_on_a_phone_the_lines_stand_under_each_other_and_stay_a_table(open_page: OpenPage):
    page = open_page(width=NARROWEST).visit(f"{STERRE}/vergelijk")
    row = page.get_by_role("row").nth(1)
    one, other, difference = (row.get_by_role("cell").nth(at).bounding_box() for at in range(3))

    assert one is not None
    assert other is not None
    assert difference is not None
    assert one["y"] < other["y"] < difference["y"]
    assert one["x"] == other["x"] == difference["x"]
