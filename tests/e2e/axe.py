# SPDX-License-Identifier: EUPL-1.2
"""axe-core: the automatic rules of WCAG 2.0, 2.1 and 2.2, A and AA, and good practice."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """One line per broken rule: its name and the elements that break it. Without fetching style sheets
    and sound beforehand: only rules that are no part of these, and pages with sound, ask for that."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false})",
        RULES,
    )
    return [
        f"{rule['id']}: {[node['html'][:120] for node in rule['nodes']]}"
        for rule in found["violations"]
    ]
