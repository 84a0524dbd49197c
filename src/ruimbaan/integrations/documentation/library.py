# SPDX-License-Identifier: EUPL-1.2
"""Which pages `docs/` has. The order is that in which `docs/README.md` names them; what it does not
name comes after that, by name.

A page is in English, unless it begins with `<!-- lang: nl -->`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ruimbaan.core.kernel.texts import Language
from ruimbaan.integrations.regions import REPOSITORY

CONTENTS = "README"
FOLDER = "docs"
DUTCH = "<!-- lang: nl -->"
BESIDE = frozenset({".png", ".svg", ".yaml"})  # files that a page may show or lead to
_COMMENTS = re.compile(r"\A(?:\s*<!--.*?-->\s*\n)+", re.DOTALL)
_TITLE = re.compile(r"\A\s*# +(.+)\n")
_NAMED = re.compile(r"\]\((?!https?:)([\w./-]+)\.md\)")


class Kind(StrEnum):
    """A folder of `docs/`, each with pages of one kind; `LAW` has drafts for lawyers."""

    TUTORIALS = "tutorials"
    HOW_TO = "how-to"
    REFERENCE = "reference"
    EXPLANATION = "explanation"
    LAW = "law"
    DECISIONS = "decisions"


@dataclass(frozen=True, slots=True)
class Page:
    """`name` is its path inside `docs/` without `.md`; `source` is Markdown without the title."""

    name: str
    kind: Kind
    title: str
    language: Language
    source: str


@dataclass(frozen=True, slots=True)
class Library:
    """`files` are those beside the pages, by their path inside `docs/`."""

    pages: Mapping[str, Page]
    files: Mapping[str, Path]

    def of_kind(self, kind: Kind) -> tuple[Page, ...]:
        return tuple(page for page in self.pages.values() if page.kind is kind)


def load_library(data: Path = REPOSITORY) -> Library:
    """Empty where an installation has no `docs/`."""
    folder = data / FOLDER
    found = {
        path.relative_to(folder).with_suffix("").as_posix(): path
        for kind in Kind
        for path in sorted((folder / kind).glob("*.md"))
    }
    pages = {name: _page(name, found[name]) for name in _in_order(folder, found)}
    files = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.suffix in BESIDE
    }
    return Library(pages, files)


def _in_order(folder: Path, found: Mapping[str, Path]) -> list[str]:
    if not found:
        return []
    contents = (folder / f"{CONTENTS}.md").read_text(encoding="utf-8")
    named = [name for name in _NAMED.findall(contents) if name in found]
    decided = [name for name in found if name.startswith(Kind.DECISIONS)]  # each has a number
    return [*dict.fromkeys([*sorted(decided), *named, *found])]


def _page(name: str, path: Path) -> Page:
    text = path.read_text(encoding="utf-8")
    comments = _COMMENTS.match(text)
    body = text[comments.end() :] if comments else text
    title = _TITLE.match(body)
    return Page(
        name=name,
        kind=Kind(name.partition("/")[0]),
        title=title[1].strip() if title else name,
        language="nl" if comments and DUTCH in comments[0] else "en",
        source=body[title.end() :] if title else body,
    )
