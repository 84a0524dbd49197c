# SPDX-License-Identifier: EUPL-1.2
"""Every tutorial for users can be followed literally: its steps are read from the page itself and done in
a browser, on a phone, on a demo that nobody touched before.

    TUTORIAL_PICTURES=1 pytest tests/e2e/test_tutorials.py

makes the pictures of the tutorials anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.conftest import Watched
from tests.e2e.serving import serve
from tests.e2e.tutorial_pictures import WIDTH
from tests.e2e.tutorial_steps import Follower, NotAStep, Shown, steps_of
from tools.paths import ROOT

TUTORIALS = ROOT / "docs" / "tutorials"
DUTCH = "<!-- lang: nl -->"
PAGES = [
    page
    for page in sorted(TUTORIALS.glob("*.md"))
    if page.read_text(encoding="utf-8").startswith(DUTCH)
]
FEWEST_STEPS = 10


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory, neutral_site: str) -> Iterator[str]:
    with serve(tmp_path_factory.mktemp("tutorials"), neutral_site) as address:
        yield address


@pytest.mark.parametrize("tutorial", PAGES, ids=lambda page: page.stem)
def test_a_tutorial_can_be_followed_literally(browser: Browser, untouched: str, tutorial: Path):
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 844}, reduced_motion="reduce", accept_downloads=True
    )
    reader = Watched(context.new_page(), untouched).watch()

    done = Follower(reader.page, untouched, tutorial).follow()

    assert done >= FEWEST_STEPS
    assert (reader.console, reader.elsewhere) == ([], [])
    context.close()


def test_a_step_is_read_from_the_line_that_a_reader_reads():
    page = "1. Ga naar `/mijn`. Klik op **Bewaar**.\n\n![Zo](../a.png)\n\n2. Je ziet **Klaar**.\n"

    found = [one.file if isinstance(one, Shown) else one.verb for one in steps_of(page)]

    assert found == ["go", "click", "../a.png", "see"]


@pytest.mark.parametrize(
    "line", ["1. Druk op **Bewaar**.", "1. Klik op **Bewaar** en **Stop**.", "1. Lees dit rustig."]
)
def test_a_line_that_nobody_can_do_fails(line: str):
    with pytest.raises(NotAStep):
        list(steps_of(line))
