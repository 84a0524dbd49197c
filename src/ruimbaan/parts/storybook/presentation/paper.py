# SPDX-License-Identifier: EUPL-1.2
"""The book away from the site: one long document for a PDF, and a page for each text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from ruimbaan import ui
from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.storybook.presentation.places import COLOPHON, RULES, TABLES, Medium
from ruimbaan.parts.storybook.presentation.shelf import Shelf

FONT = Path(ui.__file__).parent / "static/ruimbaan/fonts/atkinson-hyperlegible-next-latin.woff2"
COVER, CONTENTS = "omslag", "inhoud"


@dataclass(frozen=True, slots=True)
class Page:
    """One file. `depth` 0: stands in the contents itself, 1: inside the part above it. `body` is
    what an edition keeps of it."""

    id: str
    title: str
    html: str
    body: str
    depth: int = 0


def style(name: str) -> str:
    """A style sheet of the book; pages of the site have another one."""
    return files("ruimbaan.parts.storybook").joinpath(f"styles/{name}.css").read_text("utf-8")


def document(shelf: Shelf, language: Language) -> str:
    """The whole book as one document."""
    with override(language):
        return render_to_string(
            "storybook/paper/document.html", {"shelf": shelf, "language": language}
        )


def pages(shelf: Shelf, language: Language, medium: Medium) -> Iterator[Page]:
    """The cover first, the colophon last."""
    with override(language):
        yield _page(shelf, language, medium, COVER, shelf.title)
        if medium is Medium.FOLDER:
            yield _page(shelf, language, medium, CONTENTS, _("Inhoud"))
        heads = {group.head.url for group in shelf.contents}
        for piece in shelf.pieces:
            depth = 0 if piece.url in heads else 1
            yield _page(shelf, language, medium, piece.id, piece.title, piece, depth)
        for name, title in (
            (RULES, _("De regels in dit boek")),
            (TABLES, _("De beelden als tabel")),
            (COLOPHON, _("Colofon")),
        ):
            yield _page(shelf, language, medium, name, title)


def _page(
    shelf: Shelf,
    language: Language,
    medium: Medium,
    name: str,
    title: str,
    piece: object = None,
    depth: int = 0,
) -> Page:
    context = {
        "shelf": shelf,
        "language": language,
        "title": title,
        "name": name,
        "piece": piece,
        "is_epub": medium is Medium.EPUB,
        "contents_url": medium.file(CONTENTS),
    }
    html = render_to_string("storybook/paper/page.html", context)
    body = render_to_string("storybook/paper/body.html", context).strip()
    return Page(name, title, html, body, depth)
