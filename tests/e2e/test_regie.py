# SPDX-License-Identifier: EUPL-1.2
"""The pages of a steward by hand: with the keys alone, on a small phone, without script, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copy, rmtree

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.by_hand import DESK, NARROWEST, enter, read_in_both_languages
from tests.e2e.conftest import OpenPage, Watched
from tests.e2e.paper import printed
from tests.e2e.serving import serve
from tests.regie_releases import publish
from tools.paths import ROOT

HERE = "/werk/regie/waalstad"
PLACES = (
    *("/wachten", "/wachten/9/23", "/wachten/23/40", "/goed", "/vast", "/raadsbrief"),
    *("/kaart?laag=wachten", "/kaart?laag=gaten", "/kaart?laag=ruimte", "/kaart?laag=stromen"),
    *("/wat-als", "/wat-als?eerder=100&detox=4"),
)
MOST_BYTES = 150_000  # of one visit of a page for work


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory, neutral_site: str) -> Iterator[str]:
    """A demo of its own, with other figures than those it comes with."""
    folder = tmp_path_factory.mktemp("regie")
    with serve(folder, neutral_site) as address:
        rmtree(folder / "regie", ignore_errors=True)
        publish(folder / "regie" / "waalstad")
        copy(ROOT / "demo/waalstad/wat-als.json", folder / "regie" / "waalstad")
        yield address


@pytest.fixture
def nadia(open_page: OpenPage, region: str) -> Watched:
    reader = replace(open_page(width=DESK), site=region)
    enter(reader, "nadia")
    return reader


def test_every_page_reads_and_fits_in_both_languages(nadia: Watched):
    read_in_both_languages(nadia, *(HERE + place for place in PLACES))


def test_from_a_square_to_its_pair_with_the_keys_alone(nadia: Watched):
    page = nadia.visit(f"{HERE}/wachten")
    square = page.locator("main svg a").filter(has_text="langer").first
    for _step in range(80):
        page.keyboard.press("Tab")
        if square.evaluate("one => one === document.activeElement"):
            break
    expect(square).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Van kliniek naar begeleiding thuis")
    page.get_by_text("Bekijk als tabel").locator("visible=true").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("cell", name="24 % (19 tot 28)")).to_be_visible()


def test_without_script_everything_stands_there(browser: Browser, region: str):
    context = browser.new_context(
        viewport={"width": NARROWEST, "height": 844}, java_script_enabled=False
    )
    reader = Watched(context.new_page(), region)
    enter(reader, "nadia")
    page = reader.visit(f"{HERE}/wachten")
    page.get_by_role("link", name="Van kliniek naar begeleiding thuis").click()

    expect(page.locator("main dd").filter(has_text="Ontmoet: 43 % (38 tot 48)")).to_be_visible()
    page = reader.visit(f"{HERE}/kaart?laag=stromen")
    expect(page.locator("main dd").filter(has_text="319")).to_be_visible()
    context.close()


def test_the_letter_comes_as_a_file_in_the_language_of_the_page(nadia: Watched, tmp_path: Path):
    for language in ("", "/en"):
        page = nadia.visit(f"{language}{HERE}/raadsbrief")
        with page.expect_download() as waited:
            page.locator("main a[href$='.pdf']").click()
        file = tmp_path / "letter.pdf"
        waited.value.save_as(file)

        assert file.read_bytes().startswith(b"%PDF-1.7")


def test_a_page_is_light_and_stands_on_paper(nadia: Watched):
    for place in PLACES:
        before = nadia.transferred
        page = nadia.visit(HERE + place)
        page.wait_for_load_state("networkidle")
        sheet = printed(page)

        assert nadia.transferred - before <= MOST_BYTES, place
        assert b"/StructTreeRoot" in sheet, place
        assert bars_on_paper(page) == 0, place


def bars_on_paper(page: Page) -> int:
    page.emulate_media(media="print")
    count = page.locator(".rb-exit, .rb-header, .rb-foot").locator("visible=true").count()
    page.emulate_media(media="screen")
    return count
