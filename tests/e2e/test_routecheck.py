# SPDX-License-Identifier: EUPL-1.2
"""The Routecheck in a browser: from home to an answer on a small phone, without script, by keyboard."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from tests.e2e.axe import violations
from tests.e2e.by_hand import DESK, MOST_BYTES, NARROWEST, sideways, too_small
from tests.e2e.conftest import OpenPage, Watched
from tests.e2e.paper import printed, sheets

MOST_TAPS, MOST_MINUTES, MOST_SHEETS = 30, 3, 2
SECONDS_A_TAP = 1.5  # finding the place and tapping it
SECONDS_A_QUESTION = 4  # reading the question and looking along its answers
CHECK = "Kloppen je antwoorden?"
DAY = "input[name='day-when-own-door-before-date']"
MOST_PAGES = 20  # a page that comes back for ever is no way


@dataclass
class Reader:
    """Somebody with a phone; counts what the thumb does."""

    watched: Watched
    taps: int = 0
    pages: list[str] = field(default_factory=list)

    @property
    def page(self) -> Page:
        return self.watched.page

    @property
    def title(self) -> str:
        return " ".join(self.page.locator("h1").inner_text().split())

    @property
    def text(self) -> str:
        return self.page.locator("main").inner_text()

    def tap(self, selector: str) -> None:
        self.page.locator(selector).locator("visible=true").first.click()
        self.taps += 1
        self.page.wait_for_load_state()

    def choose(self, question: str, *options: str) -> None:
        """Chooses in the question of this name; a choice that is folded is unfolded first."""
        for option in options:
            row = self.page.locator(f"label:has(input[name='q-{question}'][value='{option}'])")
            if not row.is_visible():
                self.tap("details.rb-more summary")
            row.click()
            self.taps += 1

    def go(self, button: str = "next") -> None:
        self.pages.append(self.title)
        self.tap(f"main button[name=go][value={button}]")


@pytest.fixture
def reader(open_page: OpenPage) -> Reader:
    return Reader(open_page(width=NARROWEST, script=False))


def at_first_question(reader: Reader) -> Reader:
    reader.watched.visit("/")
    reader.tap("main a.nl-button--primary")
    reader.tap("main button[name=go]")
    return reader


def to_answers(reader: Reader) -> Reader:
    """A young man who slept at friends, has no money and was sent from one place to the other."""
    at_first_question(reader)
    reader.choose("goals", "own-door", "monthly-money")
    reader.go()
    reader.choose("first", "own-door")
    reader.go()
    reader.choose("when-own-door", "half-year")
    reader.choose("when-monthly-money", "month")
    reader.go()
    reader.choose("sleep", "sofa")
    reader.go()
    reader.choose("address", "none")
    reader.choose("region", "grachtstad")
    reader.go()
    reader.choose("money", "none")
    reader.choose("age", "21-26")
    reader.go()
    reader.choose("insurance", "none")
    reader.go()
    reader.go("skip")
    reader.choose("help-now", "nobody")
    reader.go()
    reader.choose("treatment", "sent-back-forth")
    reader.go()
    reader.go("check")
    assert reader.title == CHECK
    return reader


def to_result(reader: Reader) -> Reader:
    to_answers(reader).tap("main button.nl-button--primary")
    return reader


def test_from_home_to_a_useful_answer_in_few_taps_and_minutes(reader: Reader, capsys):
    to_result(reader)

    asked = len(reader.pages)
    minutes = (reader.taps * SECONDS_A_TAP + asked * SECONDS_A_QUESTION) / 60
    with capsys.disabled():
        sys.stdout.write(f"\n{reader.taps} taps, {asked} pages, about {minutes:.1f} minutes\n")
    assert reader.title in {"Hier zit het klem", "Jouw routes"}
    assert "Dit kun je nu doen" in reader.text
    assert reader.taps <= MOST_TAPS
    assert minutes <= MOST_MINUTES


@pytest.mark.parametrize("width", [NARROWEST, DESK])
def test_every_page_on_the_way_breaks_no_rule_and_fits(open_page: OpenPage, width: int):
    watched = open_page(width=width)
    reader = at_first_question(Reader(watched))
    seen = []
    choices = {"goals": ("own-door", "keep-home", "calm-head"), "sleep": ("sofa",)}
    choices |= {"address": ("none",), "region": ("waalstad",), "treatment": ("running",)}
    choices |= {"justice": ("inside",), "when-own-door": ("before-date",)}
    while reader.title != CHECK:
        for name, options in choices.items():
            if reader.page.locator(f"input[name='q-{name}']").count():
                reader.choose(name, *options)
        if reader.page.locator(DAY).count():
            reader.page.locator(DAY).fill("2027-03-01")
        seen.append(_judged(reader.page))
        assert len(seen) < MOST_PAGES, reader.title
        reader.go()
    seen.append(_judged(reader.page))
    reader.tap("main button.nl-button--primary")
    for fold in reader.page.locator("main details:not([open]) > summary").all():
        if fold.is_visible():
            fold.click()
    seen.append(_judged(reader.page))
    reader.tap("main button[formaction$=papier]")
    seen.append(_judged(reader.page))

    assert [faults for faults in seen if faults] == []
    assert len(seen) == 17
    assert watched.console == []
    assert watched.elsewhere == []


def _judged(page: Page) -> list[str]:
    """What is wrong with a page, with its title."""
    page.evaluate("scrollTo(0, 0)")  # or the bar on top would lie over a choice
    faults = violations(page)
    faults += too_small(page)
    if sideways(page):
        faults.append("wider than the screen")
    if page.locator("h1").count() != 1:
        faults.append("not one heading")
    return [f"{page.locator('h1').first.inner_text()}: {fault}" for fault in faults]


def test_nothing_of_it_stands_in_an_address_a_cookie_or_the_browser(open_page: OpenPage):
    watched = open_page(width=NARROWEST)
    addresses: list[str] = []
    watched.page.on("framenavigated", lambda frame: addresses.append(frame.url))

    to_result(Reader(watched))

    assert {re.sub(r"https?://[^/]+", "", one) for one in addresses} == {
        "/",
        "/routecheck",
        "/routecheck/vraag",
        "/routecheck/route",
    }
    assert watched.page.context.cookies() == []
    assert watched.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert watched.page.evaluate("caches.keys()") == []


@pytest.mark.parametrize("script", [True, False])
def test_a_question_that_follows_appears_with_its_answer(open_page: OpenPage, script: bool):
    reader = at_first_question(Reader(open_page(width=NARROWEST, script=script)))
    reader.go("skip")
    follows = reader.page.locator("#q-without-home")

    assert not follows.is_visible()
    reader.choose("sleep", "own-home")
    assert not follows.is_visible()
    reader.choose("sleep", "outside")
    assert follows.is_visible()


def test_a_day_appears_with_its_answer_and_comes_along(reader: Reader):
    at_first_question(reader).choose("goals", "own-door")
    reader.go()
    day = reader.page.locator("#day-when-own-door-before-date")

    assert not day.is_visible()
    reader.choose("when-own-door", "before-date")
    day.fill("2027-06-23")
    reader.go("check")

    assert "23 juni 2027" in reader.text


def test_by_keyboard_alone_enter_goes_on_and_nowhere_else(open_page: OpenPage):
    page = open_page(width=DESK).visit("/routecheck")
    page.locator("main button[name=go]").press("Enter")
    page.locator("input[value=own-door]").press("Space")
    page.locator("input[value=own-door]").press("Enter")
    page.wait_for_url("**/routecheck/vraag")
    page.locator("#q-when-own-door").wait_for()

    assert page.locator("html").get_attribute("lang") == "nl"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Hulp nu"


def test_the_other_language_is_one_press_and_keeps_the_answers(reader: Reader):
    to_answers(reader)

    reader.tap(".rb-menu summary")
    reader.tap(".rb-menu button")

    assert reader.title == "Are your answers right?"
    assert "A door of my own" in reader.text


def test_another_way_leads_to_its_route(reader: Reader):
    to_result(reader)

    if not reader.page.locator(".rb-way button[value='0']").is_visible():
        reader.tap("details:has(.rb-way) > summary")
    reader.tap(".rb-way button[value='0']")

    assert reader.page.locator("#route").inner_text() == "De route: Zoals het meestal gaat"
    assert reader.page.url.endswith("/routecheck/route#route")


def test_faults_are_told_on_top_with_a_link_to_them(open_page: OpenPage):
    reader = at_first_question(Reader(open_page(width=NARROWEST)))
    reader.choose("goals", "own-door", "own-house", "keep-home", "bed-tonight")
    reader.go()

    assert "Kies hoogstens 3 dingen." in reader.page.locator("#errors").inner_text()
    assert _judged(reader.page) == []
    reader.tap("#errors a")
    assert reader.page.url.endswith("#q-goals")


@pytest.mark.parametrize("person", ["sterre", "karim", "wim"])
def test_paper_is_one_or_two_sheets(open_page: OpenPage, person: str):
    page = open_page(width=DESK).visit(f"/routecheck/voorbeeld/{person}/papier")

    assert 1 <= sheets(printed(page)) <= MOST_SHEETS


def test_a_file_that_was_kept_opens_again(open_page: OpenPage, tmp_path):
    watched = open_page(width=NARROWEST)
    to_result(Reader(watched))
    with watched.page.expect_download() as download:
        watched.page.get_by_role("button", name="Bewaar dit bij jezelf").click()
    kept = tmp_path / "mijn-route.json"
    download.value.save_as(kept)

    watched.visit("/routecheck")
    watched.page.set_input_files("#file", kept)
    watched.page.get_by_role("button", name="Open mijn bestand").click()
    watched.page.locator("dl.rb-answers").wait_for()

    assert "Bij vrienden, op de bank" in Reader(watched).text


def test_the_result_is_light(open_page: OpenPage):
    watched = open_page(width=NARROWEST)

    to_answers(Reader(watched))
    before = watched.transferred
    watched.page.locator("main button.nl-button--primary").first.click()
    watched.page.wait_for_load_state("networkidle")

    assert 0 < watched.transferred - before <= MOST_BYTES
