# SPDX-License-Identifier: EUPL-1.2
"""A page of `docs/` as HTML: CommonMark with tables. No html of the writer's own but `<br>`.

Tables and examples stand in a frame that can be scrolled by keyboard, headings can be linked to by
the names that other viewers of Markdown give them, and a link leads to wherever the other page is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML

from ruimbaan.integrations.documentation.frames import frame
from ruimbaan.integrations.documentation.headings import Heading, name_headings
from ruimbaan.integrations.documentation.leading import lead
from ruimbaan.integrations.documentation.library import Library, Page

Place = Callable[[str], str]
_PARSER = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable("table")


@dataclass(frozen=True, slots=True)
class Article:
    html: str
    headings: tuple[Heading, ...]


def article(page: Page, library: Library, place: Place) -> Article:
    """`place` tells the address of a page, or of a file beside the pages, by its name."""
    tokens = _PARSER.parse(page.source)
    headings = name_headings(tokens)
    lead(tokens, page, library, place)
    frame(tokens, page, library, place)
    renderer = _PARSER.renderer
    assert isinstance(renderer, RendererHTML)  # noqa: S101 -- what the parser was made with
    return Article(renderer.render(tokens, _PARSER.options, {}).strip(), headings)
