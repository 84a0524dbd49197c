# SPDX-License-Identifier: EUPL-1.2
"""Every link from one page of ours to another arrives."""

from __future__ import annotations

from pathlib import Path

from tests.docs.markdown import anchors, links
from tools.paths import ROOT, repository_files, shown

ELSEWHERE = ("http://", "https://", "mailto:")
DOCS = ROOT / "docs"
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


def test_every_page_of_the_documentation_is_linked_from_another():
    linked = {
        (page.parent / target.partition("#")[0]).resolve()
        for page in PAGES
        for target in links(page.read_text(encoding="utf-8"))
    }
    unlinked = [shown(p) for p in PAGES if p.is_relative_to(DOCS) and p not in linked]

    assert unlinked == []


def test_this_test_sees_a_dead_link(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# One\n[a](gone.md) [b](#two) [c](#one)\n", encoding="utf-8")

    assert [arrives(page, target) for target in links(page.read_text())] == [False, False, True]
