# SPDX-License-Identifier: EUPL-1.2
"""The whole book as views, in order; built once per process for each medium and language. The gate
of the pictures stands here, so that a book with a picture that fails is nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.storybook.contents import Block, Book, Chapter, ChapterKind, Piece, Story
from ruimbaan.core.storybook.pictures import check
from ruimbaan.parts.storybook.presentation import pictures
from ruimbaan.parts.storybook.presentation.building import Builder
from ruimbaan.parts.storybook.presentation.changed import edition_words
from ruimbaan.parts.storybook.presentation.pages import PieceView, RuleRow, SectionView, Shown, line
from ruimbaan.parts.storybook.presentation.places import Medium
from ruimbaan.parts.storybook.queries import find_book, list_editions
from ruimbaan.ui.components import Link


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the book in the contents: what opens it, and what stands in it."""

    head: Link
    kicker: str
    links: tuple[Link, ...]
    numbers: tuple[str, ...]

    @property
    def rows(self) -> tuple[tuple[str, Link], ...]:
        return tuple(zip(self.numbers, self.links, strict=True))


@dataclass(frozen=True, slots=True)
class Shelf:
    title: str
    subtitle: str
    summary: str
    invented: str
    cover: Shown
    pieces: tuple[PieceView, ...]
    contents: tuple[Group, ...]
    colophon: tuple[SectionView, ...]
    colophon_url: str
    edition: str
    cite: str
    editions: tuple[str, ...]
    rules: tuple[RuleRow, ...]

    @property
    def pictures(self) -> tuple[Shown, ...]:
        """Those with a table twin."""
        return tuple(shown for piece in self.pieces for shown in piece.pictures)


def shelf(medium: Medium, language: Language) -> Shelf | None:
    """With the rules of today. None where there is no book. Raises PictureRefused and BookInvalid."""
    return shelf_on(timezone.localdate(), medium, language)


@lru_cache(maxsize=6)
def shelf_on(_today: date, medium: Medium, language: Language) -> Shelf | None:
    book = find_book()
    if book is None:
        return None
    with override(language):
        return _shelf(book, Builder(medium, language))


def _shelf(book: Book, builder: Builder) -> Shelf:
    cover = pictures.of_cover(book, builder.language)
    groups = tuple(_groups(book, builder))
    views = tuple(_views(book, builder))
    check((cover, *builder.drawn))
    editions = tuple(edition_words(one, builder.language) for one in list_editions())
    named = sorted(builder.named.items())
    return Shelf(
        title=builder.words(book.title),
        subtitle=builder.words(book.subtitle),
        summary=builder.words(book.summary),
        invented=builder.words(book.invented),
        cover=Shown(cover, 0, "", ""),
        pieces=views,
        contents=groups,
        colophon=tuple(
            SectionView(builder.words(one.title), line(builder.words(one.text)))
            for one in book.colophon
        ),
        colophon_url=builder.medium.colophon(),
        edition=editions[-1] if editions else "",
        cite=cite(builder.words(book.title), editions[-1]) if editions else "",
        editions=editions[::-1],
        rules=tuple(builder.rule_row(rule) for _number, rule in named),
    )


def _views(book: Book, builder: Builder) -> Iterator[PieceView]:
    part = 0
    for piece in book.pieces:
        if isinstance(piece, Story):
            yield builder.story(piece)
        elif isinstance(piece, Block):
            yield builder.block(piece, book.stories)
        else:
            opens = piece.kind is ChapterKind.OPENING
            part += opens
            kicker = _("Deel %(n)d") % {"n": part} if opens else ""
            links = tuple(_link(one, builder) for one in _inside(book, piece))
            yield builder.chapter(piece, kicker, links)


def _groups(book: Book, builder: Builder) -> Iterator[Group]:
    part = 0
    for chapter in book.chapters:
        opens = chapter.kind is ChapterKind.OPENING
        part += opens
        inside = _inside(book, chapter) if opens else ()
        yield Group(
            _link(chapter, builder),
            _("Deel %(n)d") % {"n": part} if opens else "",
            tuple(_link(one, builder) for one in inside),
            tuple(str(one.number) if isinstance(one, Block) else "" for one in inside),
        )


def _inside(book: Book, chapter: Chapter) -> tuple[Piece, ...]:
    """From this chapter to the next one."""
    found: list[Piece] = []
    for piece in book.pieces[book.pieces.index(chapter) + 1 :]:
        if isinstance(piece, Chapter):
            break
        found.append(piece)
    return tuple(found)


def _link(piece: Piece, builder: Builder) -> Link:
    return Link(builder.words(piece.title), builder.medium.piece(piece))


def cite(title: str, edition: str) -> str:
    return _("Ruimbaan, %(title)s, %(edition)s.") % {"title": title, "edition": edition}
