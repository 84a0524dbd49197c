# SPDX-License-Identifier: EUPL-1.2
"""Wat kan ik doen? by hand: two roles to a useful answer, counted in taps, also without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.axe import violations
from tests.e2e.by_hand import sideways
from tests.e2e.conftest import OpenPage
from tests.e2e.paper import printed, sheets

SECONDS_A_TAP = 15  # to read a page of choices and choose, for who reads slowly
MOST_SECONDS = 120


def walk(page: Page, taps: tuple[str, ...]) -> int:
    """How many taps it took; every page on the way keeps its address, fits and is accessible."""
    for tap in taps:
        page.get_by_role("button", name=re.compile(f"^{re.escape(tap)}")).first.click()
        page.wait_for_load_state()
        assert page.url.endswith("/omgeving")
        assert sideways(page) == 0
        assert violations(page) == []
    return len(taps)


@pytest.mark.parametrize(
    ("taps", "says", "support"),
    [
        (
            ("Naaste", "Er zijn kinderen in huis", "Mijn kleinkind", "Waalstad"),
            "Je bent hier welkom. Ook als het thuis moeilijk is.",
            "Groep voor naasten",
        ),
        (
            ("Verhuurder", "De huur loopt achter", "Er dreigt een ontruiming", "Grachtstad"),
            "Ik bel vandaag schuldhulp met u.",
            "Sociaal wijkteam",
        ),
    ],
    ids=["grandmother", "landlord"],
)
def test_a_useful_answer_within_two_minutes(
    open_page: OpenPage, taps: tuple[str, ...], says: str, support: str
):
    page = open_page(width=320).visit("/omgeving")

    tapped = walk(page, taps)

    assert tapped * SECONDS_A_TAP <= MOST_SECONDS
    expect(page.get_by_text(says)).to_be_visible()
    expect(page.get_by_role("link", name=support).first).to_be_visible()


def test_without_script_on_one_sheet_in_the_other_language_and_an_answer(
    browser: Browser, site: str
):
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{site}/omgeving")
    for tap in ("Naaste", "Het gaat weer slecht", "Waalstad"):
        page.get_by_role("button", name=re.compile(f"^{tap}")).first.click()
    on_paper = printed(page, page.get_by_role("heading", name="Er is een terugval"))

    page.get_by_role("button", name="English").first.click()
    expect(page.get_by_role("heading", name="There is a relapse")).to_be_visible()
    page.get_by_role("button", name="A bit").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    page.get_by_role("button", name="Back to the card").click()

    assert sheets(on_paper) == 1
    expect(page.get_by_role("link", name="Group for close ones").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("counter", ["gemeente", "wonen"])
def test_a_counter_has_its_page_on_one_sheet(open_page: OpenPage, counter: str):
    page = open_page(width=320).visit(f"/balie/waalstad/{counter}")

    assert sideways(page) == 0
    assert violations(page) == []
    assert sheets(printed(page)) == 1
