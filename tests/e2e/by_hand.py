# SPDX-License-Identifier: EUPL-1.2
"""What a reader does by hand on a page, and what is asked of every page, whoever it is for."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.e2e.axe import violations
from tests.e2e.conftest import Watched

NARROWEST, PHONE, DESK = 320, 390, 1280  # CSS pixels
TALL = 9_000  # px: the bar at the bottom covers nothing of the page that is judged
MOST_BYTES = 60_000  # of a page for a person, as written; of one visit with an empty cache
SMALLEST_TARGET = 24  # CSS pixels, WCAG 2.5.8
SMALL_TARGETS = """least => [...document.querySelectorAll('a, button, summary, input, select')]
  .filter(one => one.checkVisibility() && !one.closest('p, dd, li span, td'))
  .map(one => [one.closest('label') ?? one, one.outerHTML.slice(0, 90)])
  .map(([one, html]) => [one.getBoundingClientRect(), html])
  .filter(([box]) => box.height > 1 && (box.width < least || box.height < least))
  .map(([box, html]) => `${box.width} x ${box.height} ${html}`)"""
NOT_RIGHT = (
    "422 (Unprocessable Entity)"  # Chromium complains of a form that comes back with a fault
)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

both_ways = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


def enter(reader: Watched, who: str) -> Page:
    page = reader.visit("/inloggen/voorbeeld")
    page.locator(f'button[value="{who}"]').click()
    return page


def press(page: Page, name: str) -> None:
    page.locator("main").get_by_role("button", name=name, exact=True).first.click()


def follow(page: Page, name: str) -> None:
    page.locator("main").get_by_role("link", name=re.compile(f"^{name}")).first.click()


def sideways(page: Page) -> int:
    """CSS pixels that the page is wider than the screen."""
    return int(page.evaluate(SIDEWAYS))


def too_small(page: Page) -> list[str]:
    """What is too small to press."""
    return list(page.evaluate(SMALL_TARGETS, SMALLEST_TARGET))


def complaints(reader: Watched) -> list[str]:
    return [line for line in reader.console if NOT_RIGHT not in line]


def misfits(page: Page) -> list[str]:
    """What is wrong with this page on the narrowest phone: of the rules of axe, and its width."""
    page.set_viewport_size({"width": NARROWEST, "height": TALL})
    wide = sideways(page)
    return [*([f"{wide} px too wide"] if wide else []), *violations(page)]


def is_right(reader: Watched, *, most_bytes: int = MOST_BYTES) -> None:
    """The page that lies open breaks no rule, fits and is light; nobody else was asked for anything."""
    page = reader.page
    weight = len(page.content().encode())
    assert (page.url, misfits(page)) == (page.url, [])
    assert weight <= most_bytes, page.url
    assert (complaints(reader), reader.elsewhere) == ([], []), page.url


def are_right(reader: Watched, *paths: str, most_bytes: int = MOST_BYTES) -> None:
    for path in paths:
        reader.visit(path)
        is_right(reader, most_bytes=most_bytes)


def read_in_both_languages(reader: Watched, *paths: str) -> None:
    """On the narrowest phone in Dutch and on a desk in English: no rule broken, all of it in sight, one
    heading."""
    for language, width in (("", NARROWEST), ("/en", DESK)):
        reader.page.set_viewport_size({"width": width, "height": 844})
        for path in paths:
            page = reader.visit(language + path)
            assert violations(page) == [], page.url
            assert sideways(page) == 0, page.url
            assert page.locator("h1").count() == 1, page.url
