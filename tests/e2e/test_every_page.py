# SPDX-License-Identifier: EUPL-1.2
"""Every public page, in both languages, on a small phone and on a desk, on paper, without script.

A page is opened once and looked at in all ways: opening is what takes the time. The rules of axe run
on the phone in Dutch and on the desk in English: the templates and sizes are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.addresses import VISITS
from tests.e2e.axe import violations
from tests.e2e.by_hand import DESK, MOST_BYTES, NARROWEST, sideways, too_small
from tests.e2e.conftest import OpenPage, Watched
from tests.e2e.paper import printed, sheets

MOST_SHEETS = 4  # what someone takes to the counter; the gallery may be longer
GALLERY = "/componenten"
STORY = "/boek/verhaal/"  # a story is read whole
AXE_AT = {"nl": NARROWEST, "en": DESK}


@pytest.fixture(scope="session")
def plain_page(browser: Browser, site: str) -> Iterator[Watched]:
    """A small phone without script, for all pages one after the other."""
    context = browser.new_context(
        viewport={"width": NARROWEST, "height": 844},
        java_script_enabled=False,
        reduced_motion="reduce",
    )
    yield Watched(context.new_page(), site)
    context.close()


@pytest.mark.parametrize(("language", "path"), VISITS)
def test_a_page_is_in_order(open_page: OpenPage, plain_page: Watched, language: str, path: str):
    watched = open_page(width=DESK)
    page = watched.visit(path)
    page.wait_for_load_state("networkidle")

    faults = [
        *loading(watched),
        *structure(page, language),
        *fit(page, DESK, language),
        *large_letters(page),
        *paper(page, path),
        *fit(page, NARROWEST, language),
        *without_script(page, plain_page.visit(path)),
        *watched.console,
    ]

    assert faults == []


def loading(watched: Watched) -> Iterator[str]:
    """Light, asking nobody else, and keeping nothing in the browser."""
    if not 0 < watched.transferred <= MOST_BYTES:
        yield f"{watched.transferred} bytes"
    yield from (f"asks {address}" for address in watched.elsewhere)
    if watched.page.context.cookies():
        yield "sets a cookie"
    if watched.page.evaluate("localStorage.length + sessionStorage.length"):
        yield "keeps something in the browser"


def structure(page: Page, language: str) -> Iterator[str]:
    if page.locator("html").get_attribute("lang") != language:
        yield "says another language"
    if page.locator("h1").count() != 1:
        yield "not one heading"


def fit(page: Page, width: int, language: str) -> Iterator[str]:
    """On a screen this wide: nothing wider than it, nothing too small to press, no rule broken."""
    page.set_viewport_size({"width": width, "height": 844})
    faults = violations(page) if AXE_AT[language] == width else []
    small = too_small(page)
    yield from (f"at {width}: {fault}" for fault in chain(faults, small))
    if sideways(page):
        yield f"wider than {width}"


def large_letters(page: Page) -> Iterator[str]:
    page.set_viewport_size({"width": 640, "height": 844})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    if sideways(page):
        yield "wider than the screen with letters twice as large"
    page.evaluate("document.documentElement.removeAttribute('style')")


def most_sheets(path: str) -> int:
    return MOST_SHEETS * (3 if STORY in path else 2 if path.endswith(GALLERY) else 1)


def paper(page: Page, path: str) -> Iterator[str]:
    """A few sheets, with tags for who hears them, without bars."""
    pdf = printed(page)
    if not 1 <= sheets(pdf) <= most_sheets(path):
        yield f"{sheets(pdf)} sheets"
    if b"/StructTreeRoot" not in pdf:
        yield "no tags in the printed file"
    page.emulate_media(media="print")
    if page.locator(".rb-exit, .rb-header, .rb-foot").locator("visible=true").count():
        yield "bars on paper"
    page.emulate_media(media="screen")


def without_script(page: Page, plain: Page) -> Iterator[str]:
    """What is shown with script stands there without it too; buttons that need it may be missing."""
    buttons = {text.strip() for text in page.locator("button").all_inner_texts()}
    shown = set(page.locator("body").inner_text().splitlines()) - buttons
    lost = shown - set(plain.locator("body").inner_text().splitlines())
    yield from (f"without script: {line}" for line in sorted(lost))


def test_files_are_kept_for_ever_and_for_this_site_only(open_page: OpenPage):
    watched = open_page()
    answers: list[Response] = []
    watched.page.on("response", lambda answer: answers.append(answer))

    watched.visit("/").wait_for_load_state("networkidle")
    files = {
        answer.url.rsplit(".", 1)[1]: answer.headers
        for answer in answers
        if "/static/" in answer.url
    }

    assert set(files) == {"css", "js", "svg", "woff2"}
    for headers in files.values():
        assert "immutable" in headers["cache-control"]
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers
    assert files["css"]["content-encoding"] in {"br", "gzip"}
