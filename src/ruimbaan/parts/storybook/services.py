# SPDX-License-Identifier: EUPL-1.2
"""The book made whole: pages that need no site, a PDF and an EPUB, from one source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.storybook.editions import Edition, next_edition, sum_of_text
from ruimbaan.integrations.storybook.editions import KeptPage, KeptText, keep_edition
from ruimbaan.integrations.storybook.epub import EpubBook, EpubPage, write_epub
from ruimbaan.integrations.storybook.pdf import write_pdf
from ruimbaan.parts.storybook.checking import what_changed
from ruimbaan.parts.storybook.desk.giving import forget_taken_back, take_back_all
from ruimbaan.parts.storybook.desk.on_shelf import with_given
from ruimbaan.parts.storybook.desk.published import Public, printed_stories
from ruimbaan.parts.storybook.desk.whole import stories_of_file
from ruimbaan.parts.storybook.leaning import leans_today
from ruimbaan.parts.storybook.presentation import paper
from ruimbaan.parts.storybook.presentation.places import Medium
from ruimbaan.parts.storybook.presentation.shelf import Shelf, shelf
from ruimbaan.parts.storybook.queries import list_editions

__all__ = [
    "MadeFile",
    "NoBook",
    "add_edition",
    "forget_taken_back",
    "make_book",
    "printed_stories",
    "stories_of_file",
    "take_back_all",
    "what_changed",
]

LANGUAGES: tuple[Language, ...] = ("nl", "en")


class NoBook(DomainError):
    code = "RB-BOOK-005"
    cause = Text(
        "Deze installatie heeft geen boek, of nog geen editie.",
        "This installation has no book, or no edition yet.",
    )
    advice = Text(
        "Zet de map verhalen/ erbij en maak een editie: ruimbaan book edition.",
        "Put the folder verhalen/ beside it and make an edition: ruimbaan book edition.",
    )


@dataclass(frozen=True, slots=True)
class MadeFile:
    """`name` is a path inside the folder of the book."""

    name: str
    content: bytes


def make_book(language: Language, given: Sequence[Public] = ()) -> Iterator[MadeFile]:
    """Every file of the book, with the given stories that may be printed. Raises NoBook, BookInvalid, PictureRefused, PrinterMissing and
    PrintRefused; then nothing of what it gave may be kept."""
    yield MadeFile(f"boek.{language}.pdf", _pdf(_shelf(Medium.PDF, language, given), language))
    yield MadeFile(f"boek.{language}.epub", _epub(_shelf(Medium.EPUB, language, given), language))
    yield from _folder(_shelf(Medium.FOLDER, language, given), language)


def _shelf(medium: Medium, language: Language, given: Sequence[Public]) -> Shelf:
    found = shelf(medium, language)
    if found is None or not list_editions():
        raise NoBook
    return with_given(found, given, medium, language)


def add_edition(day: date) -> Edition:
    """Keeps what every building block leans on today, and the texts as they are read today. Raises
    NoBook and EditionRefused."""
    today = leans_today()
    if not today:
        raise NoBook
    texts = {language: _kept_text(language) for language in LANGUAGES}
    sums = {str(language): sum_of_text(text.written()) for language, text in texts.items()}
    edition = next_edition(list_editions(), day, today, sums)
    keep_edition(edition, texts)
    list_editions.cache_clear()
    return edition


def _kept_text(language: Language) -> KeptText:
    found = shelf(Medium.FOLDER, language)
    if found is None:
        raise NoBook
    pages = (
        KeptPage(page.id, page.title, page.body)
        for page in paper.pages(found, language, Medium.FOLDER)
    )
    return KeptText(found.title, tuple(pages))


def _pdf(book: Shelf, language: Language) -> bytes:
    return write_pdf(paper.document(book, language), paper.style("paper"), paper.FONT)


def _epub(book: Shelf, language: Language) -> bytes:
    edition = list_editions()[-1]
    pages = [
        EpubPage(Medium.EPUB.file(page.id), page.title, page.html, page.depth)
        for page in paper.pages(book, language, Medium.EPUB)
    ]
    with override(language):
        contents = _("Inhoud")
        accessibility = _(
            "Elk beeld heeft een beschrijving, en achterin dezelfde feiten als tabel."
        )
    return write_epub(
        EpubBook(
            identifier=f"urn:ruimbaan:inspiratieboek:{edition.number}:{language}",
            title=book.title,
            language=language,
            description=book.subtitle,
            contents=contents,
            accessibility=accessibility,
            changed=edition.day,
            pages=pages,
            style=paper.style("files"),
            font=paper.FONT.read_bytes(),
        )
    )


def _folder(book: Shelf, language: Language) -> Iterator[MadeFile]:
    folder = f"web.{language}"
    for page in paper.pages(book, language, Medium.FOLDER):
        yield MadeFile(f"{folder}/{Medium.FOLDER.file(page.id)}", page.html.strip().encode())
    yield MadeFile(f"{folder}/boek.css", paper.style("files").encode())
    yield MadeFile(f"{folder}/atkinson.woff2", paper.FONT.read_bytes())
