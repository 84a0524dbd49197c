# SPDX-License-Identifier: EUPL-1.2
"""Where the links of a page lead: to another page, to a file beside the pages, or elsewhere. What
stands outside `docs/` is named by its path and is no link: an installed site does not have it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from ruimbaan.integrations.documentation.library import CONTENTS, Library, Page

ELSEWHERE = ("http:", "https:", "mailto:")
BREAK = "<br>"


def lead(
    tokens: Sequence[Token], page: Page, library: Library, place: Callable[[str], str]
) -> None:
    """Changes the links inside the tokens; `<br>` becomes a new line."""
    for token in tokens:
        if token.children:
            token.children = list(_broken(_led(token.children, page, library, place)))


def target_of(page: Page, link: str) -> tuple[str, str]:
    """The path inside `docs/` that a link of this page names, and the heading there."""
    path, _, heading = link.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)), heading


def find(library: Library, path: str) -> str | None:
    """The name of the page or file at this path inside `docs/`; empty for the contents."""
    name = path.removesuffix(".md")
    if name == CONTENTS:
        return ""
    return name if name in library.pages or path in library.files else None


def _led(
    children: Sequence[Token], page: Page, library: Library, place: Callable[[str], str]
) -> Iterator[Token]:
    outside = ""
    for child in children:
        if child.type == "link_open":
            link = str(child.attrGet("href"))
            if link.startswith(ELSEWHERE):
                child.attrSet("rel", "noreferrer")
            elif not link.startswith("#"):
                path, heading = target_of(page, link)
                name = find(library, path)
                if name is None:
                    outside = path
                    continue
                child.attrSet("href", place(name) + (f"#{heading}" if heading else ""))
            yield child
        elif child.type == "link_close" and outside:
            yield from _named(outside)
            outside = ""
        else:
            yield child


def _named(path: str) -> Iterator[Token]:
    """The path from the root of the repository, in brackets."""
    yield Token("text", "", 0, content=" (")
    yield Token("code_inline", "code", 0, content=path.removeprefix("../"))
    yield Token("text", "", 0, content=")")


def _broken(children: Iterator[Token]) -> Iterator[Token]:
    for child in children:
        if child.type != "text":
            yield child
            continue
        for number, part in enumerate(child.content.split(BREAK)):
            if number:
                yield Token("hardbreak", "br", 0)
            yield Token("text", "", 0, content=part)
