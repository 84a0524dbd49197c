# SPDX-License-Identifier: EUPL-1.2
"""A page on paper, as Chromium prints it."""

from __future__ import annotations

import re
import subprocess

from playwright.sync_api import Locator, Page, expect

SHEET = re.compile(rb"/Type\s*/Page\b")


def printed(page: Page, shows: Locator | None = None, *, own_size: bool = False) -> bytes:
    """The PDF, on A4 or (``own_size``) on the size the page asks for.

    Chromium prints nothing of a page that is still on its way ("Printing failed"), so whoever
    comes here by a click says what the page ``shows`` when it is there.
    """
    if shows is not None:
        expect(shows).to_be_visible()
    page.wait_for_load_state("load")
    return page.pdf(format="A4", prefer_css_page_size=own_size, tagged=True)


def words_on(pdf: bytes) -> str:
    """All that can be read on it, with one space between words."""
    done = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return " ".join(done.stdout.decode().split())


def sheets(pdf: bytes) -> int:
    return len(SHEET.findall(pdf))
