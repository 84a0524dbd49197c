# SPDX-License-Identifier: EUPL-1.2
"""Markdown of the book as XHTML. A quotation that opens with a bold label is a box: "Hier was
ruimte nodig", with the rules and frictions it names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt

_PARSER = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).disable(["image", "heading"])
_RULE, _FRICTION = re.compile(r"\b[RHN]\d{2}\b"), re.compile(r"\bF\d{2}\b")
_QUOTED = re.compile(r"^> ?", re.MULTILINE)
_BOX = re.compile(r"^> \*\*(?P<label>[^*]+)\*\*(?P<numbers>.*)\n(?P<body>(?:>.*(?:\n|$))+)", re.M)


@dataclass(frozen=True, slots=True)
class Prose:
    html: str


@dataclass(frozen=True, slots=True)
class Box:
    """`points` are the lines of the box, each as XHTML without a paragraph around it."""

    label: str
    rules: tuple[str, ...]
    frictions: tuple[str, ...]
    points: tuple[str, ...]


def html(markdown: str) -> str:
    """Paragraphs, lists, emphasis; no html of the writer's own, no pictures, no headings."""
    made: str = _PARSER.render(markdown)
    return made.strip()


def line(markdown: str) -> str:
    """One line, without a paragraph around it."""
    made: str = _PARSER.renderInline(markdown)
    return made.strip()


def pieces(markdown: str) -> tuple[Prose | Box, ...]:
    """Running text and boxes, in their order."""
    found: list[Prose | Box] = []
    at = 0
    for match in _BOX.finditer(markdown):
        found.append(Prose(html(markdown[at : match.start()])))
        found.append(_box(match))
        at = match.end()
    found.append(Prose(html(markdown[at:])))
    return tuple(piece for piece in found if not isinstance(piece, Prose) or piece.html)


def _box(match: re.Match[str]) -> Box:
    lines = _QUOTED.sub("", match["body"]).strip().splitlines()
    return Box(
        match["label"],
        tuple(_RULE.findall(match["numbers"])),
        tuple(_FRICTION.findall(match["numbers"])),
        tuple(line(words) for words in lines if words.strip()),
    )
