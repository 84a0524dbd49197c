# SPDX-License-Identifier: EUPL-1.2
"""A working agreement in a real browser without script: a yes, and one sheet of paper for everybody."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.axe import violations
from tests.e2e.by_hand import enter, follow, press
from tests.e2e.conftest import OpenPage
from tests.e2e.paper import printed, sheets

DRAFT = "Opvang voor een huisdier binnen een dag"


def test_a_yes_makes_it_hold_for_everybody_on_one_sheet(open_page: OpenPage):
    nadia, anybody = open_page(script=False), open_page(width=320)
    enter(nadia, "nadia")
    page = nadia.visit("/werk/ruimte/afspraken")
    follow(page, DRAFT)
    press(page, "Ja, wij doen dit")
    expect(page.get_by_text("Geldt nu").first).to_be_visible()

    public = anybody.visit("/ruimte/afspraken/waalstad")
    follow(public, DRAFT)
    expect(public.get_by_role("heading", level=1)).to_have_text(DRAFT)
    assert public.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(public) == []
    assert sheets(printed(public, own_size=True)) == 1
    assert public.context.cookies() == []

    page = nadia.visit("/werk/ruimte/team")
    follow(page, "Brief om te printen")
    assert sheets(printed(page, page.get_by_text("Farida"), own_size=True)) == 1
    assert (nadia.console, nadia.elsewhere, anybody.console, anybody.elsewhere) == ([], [], [], [])
