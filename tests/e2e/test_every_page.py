# SPDX-License-Identifier: EUPL-1.2
"""Every public page, in both languages, on a small phone and on a desk."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Response

from tests.addresses import VISITS
from tests.e2e.axe import violations
from tests.e2e.conftest import OpenPage

PHONE, DESK = 320, 1280  # CSS pixels
MOST_BYTES = 60_000  # of one visit with an empty cache
SMALLEST_TARGET = 24  # CSS pixels, WCAG 2.5.8
MOST_SHEETS = 4  # what someone takes to the counter; the gallery may be longer
GALLERY = "/componenten"
SMALL_TARGETS = """least => [...document.querySelectorAll('a, button, summary, input, select')]
  .filter(one => one.checkVisibility() && !one.closest('p, dd, li span, td'))
  .map(one => [one.closest('label') ?? one, one.outerHTML.slice(0, 90)])
  .map(([one, html]) => [one.getBoundingClientRect(), html])
  .filter(([box]) => box.height > 1 && (box.width < least || box.height < least))
  .map(([box, html]) => `${box.width} x ${box.height} ${html}`)"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

every_visit = pytest.mark.parametrize(("language", "path"), VISITS)
both_widths = pytest.mark.parametrize("width", [PHONE, DESK])


@every_visit
@both_widths
def test_breaks_no_rule_of_accessibility_and_fits(open_page: OpenPage, language, path, width):
    page = open_page(width=width).visit(path)

    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) == 0
    assert page.evaluate(SMALL_TARGETS, SMALLEST_TARGET) == []
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1


@every_visit
def test_is_light_silent_and_asks_nobody_else(open_page: OpenPage, language, path):
    watched = open_page()

    page = watched.visit(path)
    page.wait_for_load_state("networkidle")

    assert watched.console == []
    assert watched.elsewhere == []
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert 0 < watched.transferred <= MOST_BYTES


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


@every_visit
def test_nothing_is_lost_without_script(open_page: OpenPage, language, path):
    page = open_page(width=PHONE).visit(path)
    buttons = {text.strip() for text in page.locator("button").all_inner_texts()}
    shown = set(page.locator("body").inner_text().splitlines()) - buttons

    plain = open_page(width=PHONE, script=False).visit(path).locator("body").inner_text()

    assert shown - set(plain.splitlines()) == set()


@every_visit
def test_fits_with_letters_twice_as_large(open_page: OpenPage, language, path):
    page = open_page(width=640).visit(path)

    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert page.evaluate(SIDEWAYS) == 0


@every_visit
def test_prints_on_a_few_sheets_without_bars(open_page: OpenPage, language, path):
    page = open_page().visit(path)

    paper = page.pdf(format="A4", tagged=True)
    page.emulate_media(media="print")
    sheets = len(re.findall(rb"/Type\s*/Page\b", paper))
    has_tags = b"/StructTreeRoot" in paper

    assert 1 <= sheets <= (2 * MOST_SHEETS if path.endswith(GALLERY) else MOST_SHEETS)
    assert has_tags
    assert not page.locator(".rb-exit, .rb-header, .rb-foot").locator("visible=true").count()
