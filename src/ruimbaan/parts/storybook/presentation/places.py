# SPDX-License-Identifier: EUPL-1.2
"""Where a link of the book leads: on the site, in one long document, or between the files of an
EPUB. What stands only on the site is no link on paper."""

from __future__ import annotations

from enum import StrEnum

from django.urls import reverse

from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.core.storybook.contents import Block, Piece, Story

RULES, TABLES, COLOPHON = "regels", "tabellen", "colofon"


class Medium(StrEnum):
    SITE = "site"
    PDF = "pdf"
    EPUB = "epub"
    FOLDER = "folder"  # pages of html that need no site

    def piece(self, piece: Piece) -> str:
        if self is not Medium.SITE:
            return self._inside(anchor(piece))
        if isinstance(piece, Story):
            return reverse("storybook:story", args=[piece.id])
        if isinstance(piece, Block):
            return reverse("storybook:block", args=[piece.number])
        return reverse("storybook:chapter", args=[piece.id])

    def rule(self, rule: RuleText) -> str:
        if self is Medium.SITE:
            return reverse("rulebook:rule", args=[rule.id])
        return self._inside(RULES, f"regel-{rule.number}")

    def situation(self, name: str) -> str:
        return reverse("may_i:situation", args=[name]) if self is Medium.SITE else ""

    def colophon(self) -> str:
        return reverse("storybook:colophon") if self is Medium.SITE else self._inside(COLOPHON)

    def table(self, picture: str) -> str:
        """The twin of a picture; on the site it stands below it."""
        return "" if self is Medium.SITE else self._inside(TABLES, f"tabel-{picture}")

    def picture(self, piece: str, picture: str) -> str:
        return "" if self is Medium.SITE else self._inside(piece, f"beeld-{picture}")

    def _inside(self, piece: str, part: str = "") -> str:
        if self is Medium.PDF:
            return f"#{part or piece}"
        file = self.file(piece)
        return f"{file}#{part}" if part else file

    def file(self, piece: str) -> str:
        """The name of the file of a text."""
        return f"{piece}.xhtml" if self is Medium.EPUB else f"{piece}.html"


def anchor(piece: Piece) -> str:
    """The id of a text in a document, which is also the name of its file in an EPUB."""
    kind = {Story: "verhaal-", Block: "bouwsteen-"}.get(type(piece), "")
    return kind + piece.id.casefold()
