# SPDX-License-Identifier: EUPL-1.2
"""The 300 days of Sterre on a phone with scripts. In a file of its own, so that both can run beside each
other."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.e2e.sterre_telling import play, telling


def test_het_verhaal_van_sterre(browser: Browser, neutral_site: str, tmp_path: Path):
    with telling(browser, neutral_site, tmp_path, script=True) as story:
        play(story)
