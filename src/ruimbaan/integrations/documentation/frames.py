# SPDX-License-Identifier: EUPL-1.2
"""What may be wider than a phone, in a frame of its own that can be scrolled by keyboard too: tables
and examples. And pictures, folded, so that nobody loads what they do not look at."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path

from markdown_it.token import Token

from ruimbaan.core.kernel.texts import Text
from ruimbaan.integrations.documentation.leading import target_of
from ruimbaan.integrations.documentation.library import Library, Page

TABLE = Text("Tabel {number}", "Table {number}")
EXAMPLE = Text("Voorbeeld {number}", "Example {number}")
PICTURE = Text("Zo ziet dat eruit", "What that looks like")
RIGHT = "text-align:right"
PNG_SIZE = slice(16, 24)  # bytes: width and height, each a big-endian number of 32 bits


def frame(tokens: list[Token], page: Page, library: Library, place: Callable[[str], str]) -> None:
    """Changes the tokens of this page."""
    tokens[:] = _framed(tokens, page, library, place)


def _framed(
    tokens: Sequence[Token], page: Page, library: Library, place: Callable[[str], str]
) -> Iterator[Token]:
    tables = examples = 0
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type in ("fence", "code_block"):
            examples += 1
            label = EXAMPLE.in_language(page.language).format(number=examples)
            code = escape(token.content, quote=False)
            yield _html(f"<pre {_scrolls(label)}><code>{code}</code></pre>\n")
        elif token.type == "table_open":
            tables += 1
            label = TABLE.in_language(page.language).format(number=tables)
            token.attrSet("class", "rb-table")
            yield _html(f'<div class="rb-scroll" {_scrolls(label)}>\n')
            yield token
        elif token.type == "table_close":
            yield token
            yield _html("</div>\n")
        elif token.type in ("th_open", "th_close", "td_open"):
            _tidy_cell(tokens, at)
            yield token
        elif picture := _picture(tokens[at : at + 3]):
            yield _html(_folded(picture, page, library, place))
            at += 2
        else:
            yield token
        at += 1


def _html(content: str) -> Token:
    return Token("html_block", "", 0, content=content)


def _scrolls(label: str) -> str:
    return f'tabindex="0" role="region" aria-label="{label}"'


def _tidy_cell(tokens: Sequence[Token], at: int) -> None:
    """No style inside a page; a corner without words is no heading."""
    token = tokens[at]
    style = token.attrs.pop("style", "")
    if style == RIGHT:
        token.attrSet("data-end", "")
    inside = tokens[at + 1] if token.nesting == 1 else tokens[at - 1]
    if token.tag == "th":
        if not inside.content:
            token.tag = "td"
        elif token.nesting == 1:
            token.attrSet("scope", "col")


def _picture(three: Sequence[Token]) -> Token | None:
    """The picture of a paragraph that holds nothing else."""
    if len(three) != 3 or three[0].type != "paragraph_open":
        return None
    children = three[1].children or []
    return children[0] if len(children) == 1 and children[0].type == "image" else None


def _folded(picture: Token, page: Page, library: Library, place: Callable[[str], str]) -> str:
    name, _ = target_of(page, str(picture.attrGet("src")))
    width, height = _size(library.files[name])
    alt, source = escape(picture.content), escape(place(name))
    return (
        f'<details class="rb-fold rb-no-print"><summary>{PICTURE.in_language(page.language)}</summary>'
        f'<img src="{source}" alt="{alt}" width="{width}" height="{height}" loading="lazy">'
        "</details>\n"
    )


def _size(png: Path) -> tuple[int, int]:
    """In pixels."""
    with png.open("rb") as file:
        width, height = struct.unpack(">II", file.read(PNG_SIZE.stop)[PNG_SIZE])
    return width, height
