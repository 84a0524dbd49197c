# SPDX-License-Identifier: EUPL-1.2
"""The route in a real browser: the drawing or the list, each way by a link, paper, no overlap."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.paper import printed, sheets, words_on

EXAMPLE, STUCK = "/route/voorbeeld", "/route/voorbeeld/klem"
PHONE, TABLET, DESK = 320, 832, 1280
MOST_SHEETS = 2
SMALLEST_LETTER = 10.5  # CSS pixels, in a drawing on a tablet
WORDS_OF_DRAWING = """svg => [...svg.querySelectorAll('text')].map(one => {
  const box = one.getBoundingClientRect();
  return [one.textContent, box.left, box.top, box.right, box.bottom];
})"""
both = pytest.mark.parametrize("path", [EXAMPLE, STUCK])


def drawing(page: Page):
    return page.locator(".rb-pic svg")


@both
def test_a_wide_screen_has_the_drawing_and_a_phone_the_list(open_page: OpenPage, path):
    wide, narrow = open_page(width=TABLET).visit(path), open_page(width=PHONE).visit(path)

    expect(drawing(wide)).to_be_visible()
    expect(wide.locator(".rb-narrow-only .rb-time")).to_be_hidden()
    expect(drawing(narrow)).to_be_hidden()
    expect(narrow.locator(".rb-narrow-only .rb-time")).to_be_visible()


@both
@pytest.mark.parametrize("language", ["", "/en"])
def test_no_words_of_the_drawing_touch_in_the_real_font(open_page: OpenPage, path, language):
    page = open_page(width=DESK).visit(language + path)
    page.evaluate("document.fonts.ready")
    edge = drawing(page).bounding_box()
    words = drawing(page).evaluate(WORDS_OF_DRAWING)

    assert edge is not None
    assert len(words) > 30
    touching = [
        (one, other)
        for at, (one, left, top, right, bottom) in enumerate(words)
        for other, left_, top_, right_, bottom_ in words[at + 1 :]
        if min(right, right_) - max(left, left_) > 1
        and min(bottom, bottom_) - max(top, top_) > 0.35 * (bottom - top)  # the air around letters
    ]
    assert touching == []
    assert all(
        left >= edge["x"] and right <= edge["x"] + edge["width"] for _, left, _, right, _ in words
    )


def test_letters_of_the_drawing_stay_readable_on_a_tablet(open_page: OpenPage):
    page = open_page(width=TABLET).visit(EXAMPLE)

    sizes = drawing(page).evaluate(
        "svg => [...svg.querySelectorAll('text')].map(one =>"
        " one.getAttribute('font-size') * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)"
    )

    assert min(sizes) >= SMALLEST_LETTER


@pytest.mark.parametrize("script", [True, False])
def test_choosing_a_way_is_following_a_link(open_page: OpenPage, script):
    page = open_page(script=script).visit(EXAMPLE)

    page.get_by_role("link", name="Eerder beginnen").click()

    expect(page).to_have_url(re.compile(r"\?weg=1#route$"))
    expect(page.locator("#route")).to_have_text("De route: Eerder beginnen")
    expect(page.get_by_role("link", name="Eerder beginnen")).to_have_attribute(
        "aria-current", "true"
    )


def test_a_way_can_be_chosen_with_the_keyboard(open_page: OpenPage):
    page = open_page().visit(EXAMPLE)

    page.get_by_role("link", name="Zoals het meestal gaat").focus()
    page.keyboard.press("Enter")

    expect(page.locator("#route")).to_have_text("De route: Zoals het meestal gaat")


def test_the_table_opens_below_the_drawing(open_page: OpenPage):
    page = open_page(script=False).visit(EXAMPLE)
    table = page.get_by_role("table", name="Welke stappen, en bij wie?")

    expect(table).to_be_hidden()
    page.get_by_text("Bekijk als tabel").click()

    expect(table).to_be_visible()
    expect(table.get_by_role("rowheader")).to_have_count(6)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download deze tabel").click()
    assert download.value.suggested_filename == "route.csv"


def test_why_it_takes_so_long_unfolds_per_goal(open_page: OpenPage):
    page = open_page(width=PHONE).visit(EXAMPLE)

    page.locator("summary", has_text="Inkomen: rond 2 januari").click()

    expect(page.get_by_text("Kan pas na: adres.").first).to_be_visible()


def test_the_drawing_is_one_image_with_a_name(open_page: OpenPage):
    page = open_page().visit(STUCK)

    expect(page.get_by_role("img", name="De route op een tijdlijn")).to_be_visible()
    expect(page.get_by_role("img", name="Wat op elkaar wacht")).to_be_visible()


@both
@pytest.mark.parametrize("language", ["", "/en"])
def test_the_route_fits_on_two_sheets(open_page: OpenPage, path, language):
    page = open_page().visit(language + path)

    assert sheets(printed(page)) <= MOST_SHEETS


@pytest.mark.parametrize(
    "path",
    [EXAMPLE, STUCK, *(f"/routecheck/voorbeeld/{who}" for who in ("sterre", "karim", "wim"))],
)
def test_every_step_is_on_paper_also_what_is_folded_on_a_phone(open_page: OpenPage, path):
    page = open_page(width=PHONE).visit(path)
    days = page.locator(".rb-narrow-only .rb-time .rb-when").all_text_contents()

    words = words_on(printed(page))

    assert [day for day in set(days) if words.count(day) < days.count(day)] == []


def test_a_fold_opens_to_the_steps_in_between(open_page: OpenPage):
    page = open_page(width=PHONE, script=False).visit("/routecheck/voorbeeld/sterre")
    fold = page.locator(".rb-time details").first
    between = fold.locator("li")

    expect(fold.get_by_text(f"{between.count()} stappen tussendoor")).to_be_visible()
    expect(between.first).to_be_hidden()
    fold.locator("summary").press("Enter")
    expect(between.first).to_be_visible()
    expect(between.last).to_be_visible()
