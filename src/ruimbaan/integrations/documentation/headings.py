# SPDX-License-Identifier: EUPL-1.2
"""The headings of a page: each with a name to link to, and leading to itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token

_SIGNS = re.compile(r"[^\w\- ]")
HIGHEST, LOWEST = 2, 3  # of those in the contents of a page


@dataclass(frozen=True, slots=True)
class Heading:
    id: str
    text: str
    level: int


def anchor(text: str) -> str:
    """As the places where people read Markdown make it, so that one link works in all."""
    return _SIGNS.sub("", text.lower()).strip().replace(" ", "-")


def name_headings(tokens: Sequence[Token]) -> tuple[Heading, ...]:
    """Gives each heading its id and a link to itself; the contents of the page."""
    found = []
    before: Counter[str] = Counter()
    for opening, inside in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        children = inside.children or []
        text = "".join(child.content for child in children)
        base = anchor(text)
        name = f"{base}-{before[base]}" if before[base] else base
        before[base] += 1
        opening.attrSet("id", name)
        if not any(child.type == "link_open" for child in children):
            link = Token("self_link_open", "a", 1, attrs={"href": f"#{name}"})
            inside.children = [link, *children, Token("self_link_close", "a", -1)]
        found.append(Heading(name, text, int(opening.tag[1:])))
    return tuple(one for one in found if HIGHEST <= one.level <= LOWEST)
