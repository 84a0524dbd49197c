# SPDX-License-Identifier: EUPL-1.2
"""What is near the file, walked on a small phone: the space of a close one, beginning together, taking
in, and what the person sees of it. Every page on the way fits in 320 px, breaks no rule, is light, and
prints without its buttons."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from tests.e2e.axe import violations
from tests.e2e.by_hand import MOST_BYTES, NARROWEST, TALL, enter, press, sideways
from tests.e2e.conftest import OpenPage, Watched

MOST_HIGH = 3_300  # px at this width: who looked can be overseen
WISH = "Een deur die van mij is."
BYTES = """(() => {
  const page = document.documentElement.cloneNode(true);
  page.querySelectorAll("[name=tekst]").forEach((sent) => sent.remove());
  return new TextEncoder().encode(page.outerHTML).length;
})()"""  # without the file that goes to and fro in the form and is kept nowhere
NOT_FOR_PAPER = ".rb-no-print, .rb-tabs, .rb-exit"


@dataclass
class Walk:
    """`seen`: the pages that were judged, by what their heading says."""

    reader: Watched
    seen: list[str] = field(default_factory=list)

    @property
    def page(self) -> Page:
        return self.reader.page

    def judge(self) -> None:
        """As it stands now, after whatever was pressed."""
        page = self.page
        title = page.get_by_role("heading", level=1).inner_text()
        assert sideways(page) == 0, title
        assert page.evaluate(BYTES) <= MOST_BYTES, title
        page.set_viewport_size({"width": NARROWEST, "height": TALL})
        assert violations(page) == [], title
        page.set_viewport_size({"width": NARROWEST, "height": 844})
        page.emulate_media(media="print")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.locator(NOT_FOR_PAPER).locator("visible=true").count() == 0, title
        page.emulate_media(media="screen")
        self.seen.append(title)

    def at(self, path: str) -> Page:
        self.reader.visit(path)
        self.judge()
        return self.page

    def done(self, pages: int) -> None:
        assert len(self.seen) == pages
        assert (self.reader.console, self.reader.elsewhere) == ([], [])


def test_a_close_one_looks_writes_and_finds_the_way_to_stop(open_page: OpenPage):
    walk = Walk(open_page(width=NARROWEST))
    enter(walk.reader, "riet")
    walk.at("/gedeeld")
    page = walk.page
    shown = page.locator('main a[href^="/gedeeld/"]:not([href*="/stop/"])').first
    stop = page.locator('main a[href*="/gedeeld/stop/"]').first.get_attribute("href")
    given = shown.get_attribute("href")
    assert stop is not None
    assert given is not None
    walk.at(given)
    walk.at("/mijn/naaste/steun")
    walk.at("/mijn/naaste/notities")
    page.get_by_role("textbox").fill("Ik was bang vannacht.")
    press(page, "Bewaar")
    expect(page.get_by_text("Ik was bang vannacht.").first).to_be_visible()
    walk.judge()
    walk.at(stop)
    walk.at("/en/gedeeld")
    walk.done(7)


def test_what_was_taken_along_is_looked_at_before_it_is_kept(open_page: OpenPage):
    walk = Walk(open_page(width=NARROWEST))
    enter(walk.reader, "sterre")
    page = walk.at("/mijn/innemen")
    with page.expect_download() as waiting:
        page.evaluate("location.href = '/mijn/rechten/meenemen/bestand'")
    taken = waiting.value.path()
    walk.reader.visit("/mijn/innemen")
    page.locator('input[type="file"]').set_input_files(
        {"name": "mijn-reis.zip", "mimeType": "application/zip", "buffer": taken.read_bytes()}
    )
    page.locator('main form button[type="submit"]').first.click()
    walk.judge()
    press(page, "Ja, bewaar dit hier")
    walk.judge()
    walk.at("/mijn/wie-keek")
    assert page.evaluate("document.documentElement.scrollHeight") <= MOST_HIGH
    walk.at("/mijn/zonder-internet")
    walk.done(5)


def test_two_begin_together_and_the_person_goes_on_alone(open_page: OpenPage):
    worker = Walk(open_page(width=NARROWEST))
    enter(worker.reader, "joke")
    page = worker.at("/werk/samen")
    page.locator("[name='wensen.words']").fill(WISH)
    press(page, "Bekijk het samen")
    worker.judge()
    press(page, "Maak een code")
    worker.judge()
    code = re.sub(r"\s", "", page.locator(".rb-secret").inner_text())
    worker.at("/werk/startcode")
    page.get_by_label("Wie geeft dit papier?").fill("Joke van het wijkteam")
    press(page, "Maak een startcode")
    expect(page.get_by_text("Je kreeg dit van: Joke van het wijkteam")).to_be_visible()
    worker.judge()
    worker.done(5)

    alone = Walk(open_page(width=NARROWEST))
    page = alone.at("/samen")
    page.get_by_label("Je code").fill(code)
    press(page, "Verder")
    expect(page.get_by_text(WISH).first).to_be_visible()
    alone.judge()
    press(page, "Ja, dit is mijn reis")
    alone.judge()
    alone.done(3)


def test_without_a_tick_nothing_is_told_and_without_script_it_is_the_same(open_page: OpenPage):
    reader = open_page(width=NARROWEST, script=False)
    enter(reader, "sterre")
    page = reader.visit("/mijn/route/voor-mij")
    expect(page.locator("input:checked")).to_have_count(0)
    press(page, "Bewaar, alleen voor mij")
    expect(page.get_by_role("alert")).to_contain_text("Hier is nog niets gekozen.")
    assert reader.elsewhere == []
