# SPDX-License-Identifier: EUPL-1.2
"""The rows of docs/reference/urls.md: every address of the site, for the tests that visit them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

MATRIX = Path(__file__).parent.parent / "docs" / "reference" / "urls.md"
ROW = re.compile(r"^\| `(?P<name>[\w:-]+)` \| `(?P<path>/[^`]*)` \|(?P<rest>.*)\|$", re.MULTILINE)
WORDS = {"A2": 12, "B1": 20}  # most words in a sentence


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    path: str
    who: str
    login: str
    kept: str
    words: str
    takes: str

    @property
    def is_public(self) -> bool:
        """The same for everybody: no cookie, no session."""
        return self.login == "no"

    @property
    def is_page(self) -> bool:
        return self.words in WORDS

    def in_language(self, language: str) -> str:
        return self.path if language == "nl" else f"/{language}{self.path}"


def read() -> tuple[Address, ...]:
    rows = ROW.finditer(MATRIX.read_text(encoding="utf-8"))
    return tuple(
        Address(row["name"], row["path"], *(cell.strip() for cell in row["rest"].split("|")))
        for row in rows
    )


PAGES = tuple(address for address in read() if address.is_page and address.is_public)
LANGUAGES = ("nl", "en")
# What a page shows only when that is asked.
OPENED = ("/routecheck/voorbeeld/sterre?zeker=ja",)
VISITS = (
    *((language, address.in_language(language)) for address in PAGES for language in LANGUAGES),
    *(("nl", path) for path in OPENED),
    *(("en", f"/en{path}") for path in OPENED),
)
