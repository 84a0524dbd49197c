# SPDX-License-Identifier: EUPL-1.2
"""The pictures of a tutorial: made anew with TUTORIAL_PICTURES=1, else looked whether they are there."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

ASKED = "TUTORIAL_PICTURES"
COLOURS = 64  # of the palette; more make no letter clearer
MOST_BYTES = 80_000
WIDTH = 390  # CSS px


def keep_picture(page: Page, file: Path) -> None:
    if os.environ.get(ASKED):
        page.evaluate("document.fonts.ready")
        shot = Image.open(BytesIO(page.screenshot(scale="css")))
        file.parent.mkdir(parents=True, exist_ok=True)
        shot.convert("RGB").quantize(COLOURS).save(file, optimize=True)
    assert file.stat().st_size <= MOST_BYTES
    with Image.open(file) as kept:
        assert kept.width == WIDTH
