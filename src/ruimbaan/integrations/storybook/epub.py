# SPDX-License-Identifier: EUPL-1.2
"""Pages as an EPUB 3 with EbookLib. Same pages, same bytes: no clock, and a fixed order."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

from ruimbaan.integrations.storybook.problems import PrinterMissing

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say
_FEATURES = (
    *("structuralNavigation", "alternativeText", "tableOfContents", "readingOrder"),
    *("ARIA", "displayTransformability"),
)


@dataclass(frozen=True, slots=True)
class EpubPage:
    """A whole page of XHTML. `depth` 1: in the contents it stands inside the page before it."""

    file: str
    title: str
    xhtml: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class EpubBook:
    """The first page is the cover. `changed` is the day of the edition; `contents` is what the list
    of pages is called; `summary` says how accessible it is."""

    identifier: str
    title: str
    language: str
    description: str
    contents: str
    accessibility: str
    changed: date
    pages: Sequence[EpubPage]
    style: str
    font: bytes


def write_epub(book: EpubBook) -> bytes:
    """The file. Raises PrinterMissing without EbookLib."""
    try:
        from ebooklib import epub
    except ImportError as error:
        raise PrinterMissing(what=error) from error
    made = epub.EpubBook()
    _describe(made, book)
    items = [_page(epub, page, book.language) for page in book.pages]
    nav = epub.EpubNav(title=book.contents)
    for item in (*items, *_beside(epub, book), nav, epub.EpubNcx()):
        made.add_item(item)
    made.toc = _contents(book.pages, items)
    made.spine = [items[0], nav, *items[1:]]
    stream = BytesIO()
    changed = datetime.combine(book.changed, time(), UTC)
    options = {"mtime": changed, "raise_exceptions": True, "epub3_landmark": False}
    epub.write_epub(stream, made, {**options, "epub3_pages": False})
    return _without_clock(stream)


def _describe(made: Any, book: EpubBook) -> None:
    made.set_identifier(book.identifier)
    made.set_title(book.title)
    made.set_language(book.language)
    made.add_author("Ruimbaan")
    made.add_metadata("DC", "description", book.description)
    made.add_metadata("DC", "date", book.changed.isoformat())
    told = [("accessMode", "textual"), ("accessMode", "visual")]
    told += [("accessModeSufficient", "textual"), ("accessibilityHazard", "none")]
    told += [("accessibilityFeature", feature) for feature in _FEATURES]
    told.append(("accessibilitySummary", book.accessibility))
    for name, value in told:
        made.add_metadata(None, "meta", value, {"property": f"schema:{name}"})


def _page(epub: Any, page: EpubPage, language: str) -> Any:
    """The library would parse a page as HTML, which breaks a drawing; ours are XHTML already."""

    class Whole(epub.EpubHtml):  # type: ignore[misc]
        def get_content(self, *_: object) -> bytes:
            return page.xhtml.strip().encode()

    item = Whole(uid=page.file.partition(".")[0], file_name=page.file, title=page.title)
    item.lang = language
    if "<svg" in page.xhtml:
        item.properties.append("svg")
    return item


def _beside(epub: Any, book: EpubBook) -> tuple[Any, ...]:
    style = epub.EpubItem("style", "boek.css", "text/css", book.style.encode())
    font = epub.EpubItem("font", "atkinson.woff2", "font/woff2", book.font)
    return style, font


def _contents(pages: Sequence[EpubPage], items: Sequence[Any]) -> list[Any]:
    found: list[Any] = []
    for page, item in zip(pages[1:], items[1:], strict=True):
        if page.depth and found:
            head = found[-1]
            found[-1] = (head[0], [*head[1], item]) if isinstance(head, tuple) else (head, [item])
        else:
            found.append(item)
    return found


def _without_clock(stream: BytesIO) -> bytes:
    """The same files, each of the same moment."""
    made = BytesIO()
    with zipfile.ZipFile(stream) as before, zipfile.ZipFile(made, "w") as after:
        for info in before.infolist():
            entry = zipfile.ZipInfo(info.filename, _LONG_AGO)
            entry.compress_type = info.compress_type
            entry.external_attr = 0o644 << 16
            after.writestr(entry, before.read(info.filename))
    return made.getvalue()
