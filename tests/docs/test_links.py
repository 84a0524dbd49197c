# SPDX-License-Identifier: EUPL-1.2
"""Every link from one page of ours to another arrives."""

from __future__ import annotations

from pathlib import Path

from tests.docs.markdown import anchors, links
from tools.paths import repository_files, shown

ELSEWHERE = ("http://", "https://", "mailto:")
PAGES = [page for page in repository_files(".md") if "vendor" not in page.parts]


def arrives(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    other = (page.parent / path).resolve() if path else page
    return other.exists() and (not anchor or anchor in anchors(other))


def test_every_link_between_our_pages_arrives():
    dead = [
        f"{shown(page)}: {target}"
        for page in PAGES
        for target in links(page.read_text(encoding="utf-8"))
        if not target.startswith(ELSEWHERE) and not arrives(page, target)
    ]

    assert len(PAGES) > 1
    assert dead == []


def test_this_test_sees_a_dead_link(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# One\n[a](gone.md) [b](#two) [c](#one)\n", encoding="utf-8")

    assert [arrives(page, target) for target in links(page.read_text())] == [False, False, True]
