# SPDX-License-Identifier: EUPL-1.2
"""The whole page by keyboard: in order, always visible, never behind the bar on top."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage

FOCUS = """() => {
  const one = document.activeElement, shown = one.closest('.rb-choice, .rb-chip') ?? one;
  const box = shown.getBoundingClientRect();
  const bar = document.querySelector('.rb-exit');
  const style = one.closest('.rb-way')
    ? getComputedStyle(one, '::after') : getComputedStyle(shown);
  return {
    text: one.innerText?.trim() ?? '',
    onScreen: box.bottom > 0 && box.top < innerHeight && box.height > 1,
    behindBar: !bar.contains(one) && box.top < bar.getBoundingClientRect().bottom - 1,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    body: one === document.body,
  };
}"""


def walk(page: Page) -> list[dict[str, object]]:
    """Press Tab until the focus leaves the page; what has focus at each step."""
    stops: list[dict[str, object]] = []
    page.keyboard.press("Tab")
    while not (stop := page.evaluate(FOCUS))["body"]:
        stops.append(stop)
        page.keyboard.press("Tab")
    return stops


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/componenten", "/en/route/voorbeeld"),
        *("/steun", "/steun/waalstad?zoek=schulden", "/steun/waalstad/W06"),
        *("/regels", "/regels?zoek=adres", "/regels/R36-W"),
    ],
)
@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_is_visible_and_has_a_ring(open_page: OpenPage, path, width):
    stops = walk(open_page(width=width).visit(path))

    assert len(stops) > 8
    assert [stop for stop in stops if not stop["onScreen"]] == []
    assert [stop for stop in stops if stop["behindBar"]] == []
    assert [stop for stop in stops if not stop["ring"]] == []


def test_help_and_exit_come_first_and_the_bars_can_be_skipped(open_page: OpenPage):
    page = open_page().visit("/hulp-nu")

    first = [stop["text"] for stop in walk(page)[:3]]
    page.goto(page.url)
    for _ in first:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert first == ["Hulp nu", "Snel weg", "Ga naar de tekst"]
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_menu_of_a_phone_opens_without_script(open_page: OpenPage):
    page = open_page(width=320, script=False).visit("/")

    page.locator("summary").first.click()
    page.locator(".rb-menu").get_by_role("link", name="English").click()

    expect(page).to_have_url(re.compile("/en/$"))


def test_the_language_link_leads_to_the_same_page(open_page: OpenPage):
    page = open_page().visit("/hulp-nu")

    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile("/en/hulp-nu$"))
    page.get_by_role("link", name="Nederlands").click()

    expect(page).to_have_url(re.compile("(?<!/en)/hulp-nu$"))
