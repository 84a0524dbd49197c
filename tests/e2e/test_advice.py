# SPDX-License-Identifier: EUPL-1.2
"""Advice about one rule by hand: on a small phone, in both languages, without script, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.e2e.by_hand import DESK, enter, read_in_both_languages
from tests.e2e.conftest import OpenPage, Watched
from tests.e2e.serving import serve

HERE = "/werk/regie/waalstad/advies"
PLACES = ("", "/R28-W", "/R22-W", "/H01-W", "/R01")


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory, neutral_site: str) -> Iterator[str]:
    with serve(tmp_path_factory.mktemp("advice"), neutral_site) as address:
        yield address


@pytest.fixture
def nadia(open_page: OpenPage, region: str) -> Watched:
    reader = replace(open_page(width=DESK), site=region)
    enter(reader, "nadia")
    return reader


def test_every_sheet_reads_and_fits_in_both_languages(nadia: Watched):
    read_in_both_languages(nadia, *(HERE + place for place in PLACES))


def test_from_the_list_to_an_own_text_that_is_sent_on(nadia: Watched):
    page = nadia.visit(HERE)
    page.get_by_role("link", name="R08 ·").click()
    page.get_by_label("Zo zou de regel moeten luiden").fill(
        "Waalstad vangt op wie zich hier meldt."
    )
    page.get_by_role("button", name="Bewaar als concept").click()
    page.get_by_label("Naar wie is het gestuurd? Een functie, geen naam.").fill("De gemeenteraad")
    page.get_by_role("button", name="Het is verstuurd").click()

    expect(page.get_by_text("ligt bij wie beslist")).to_be_visible()
    expect(page.get_by_role("button", name="Er is ja gezegd")).to_be_visible()
    assert page.get_by_text("Waalstad vangt op wie zich hier meldt.").count() >= 2
