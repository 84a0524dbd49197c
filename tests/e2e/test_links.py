# SPDX-License-Identifier: EUPL-1.2
"""A calendar and a sheet by a link, in a real browser, on a phone, with and without script."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.by_hand import NARROWEST, PHONE, are_right, both_ways, enter, is_right, press
from tests.e2e.conftest import OpenPage, Watched
from tests.e2e.paper import printed, sheets


def ask(sterre: Watched) -> Page:
    page = sterre.visit("/mijn/samenvatting")
    page.get_by_label("Mijn wensen").check()
    press(page, "Laat eerst zien hoe het wordt")
    return page


def make(sterre: Watched) -> tuple[str, str]:
    """The link and the code."""
    page = ask(sterre)
    page.get_by_label("Voor wie is het?").fill("Mijn huisarts")
    page.get_by_label("Om met mij mee te lopen").check()
    press(page, "Ja, maak een link")
    link = page.get_by_label("Deze link stuur je").input_value()
    return link.removeprefix(sterre.site), page.locator(".rb-secret").inner_text()


@both_ways
def test_a_sheet_is_read_with_a_link_and_a_code_until_it_is_stopped(
    open_page: OpenPage, script: bool
):
    sterre, reader = (open_page(width=PHONE, script=script) for _ in range(2))
    enter(sterre, "sterre")
    link, code = make(sterre)

    page = reader.visit(link)
    expect(page.get_by_text("Bami")).to_have_count(0)
    page.get_by_label("De code").fill(code)
    press(page, "Lees het blad")
    expect(page.get_by_text("Dat Bami bij me kan blijven.")).to_be_visible()
    assert reader.page.context.cookies() == []

    page = sterre.visit("/mijn/samenvatting")
    page.get_by_role("button", name=re.compile("^Stop.*Mijn huisarts")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Eén blad over mij")
    gone = reader.page.goto(sterre.site + link)
    assert gone is not None
    assert gone.status == 404
    assert reader.elsewhere == sterre.elsewhere == []


def test_the_sheet_fits_on_one_page_of_paper(open_page: OpenPage):
    sterre = open_page(width=PHONE)
    enter(sterre, "sterre")
    press(ask(sterre), "Maak een blad om te printen")

    page = sterre.page
    expect(page).to_have_title(re.compile("^Om te printen"))

    assert (
        sheets(printed(page, page.get_by_text("Dat Bami bij me kan blijven."), own_size=True)) == 1
    )


def test_the_pages_of_links_break_no_rule_fit_and_are_light(open_page: OpenPage):
    sterre, reader = (open_page(width=NARROWEST) for _ in range(2))
    enter(sterre, "sterre")
    link, code = make(sterre)
    is_right(sterre)
    are_right(sterre, "/mijn/agenda", "/mijn/samenvatting", "/mijn/wie-keek")
    press(sterre.visit("/mijn/agenda"), "Maak een link")
    is_right(sterre)
    ask(sterre)
    is_right(sterre)
    are_right(reader, link)
    reader.page.get_by_label("De code").fill("1")
    press(reader.page, "Lees het blad")
    is_right(reader)
    reader.page.get_by_label("De code").fill(code)
    press(reader.page, "Lees het blad")
    is_right(reader)
