# SPDX-License-Identifier: EUPL-1.2
"""What a reader reads on a page: its sentences, without menus, drawings and tables."""

from __future__ import annotations

import re
from html.parser import HTMLParser

SKIPPED = {"script", "svg", "nav", "table", "head", "header", "footer"}
INLINE = {"a", "b", "span", "strong", "em", "code"}  # a small text stands on its own line
VOID = {"img", "input", "meta", "link"}
END = re.compile(r"(?<=[.!?:])\s+|[“”]")
WORD = re.compile(r"[\w’'-]+")


class Reader(HTMLParser):
    """Collects one text per block element."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]
        self.skipping = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag in SKIPPED:
            self.skipping += 1
        if tag not in INLINE | VOID:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in SKIPPED:
            self.skipping -= 1
        if tag not in INLINE:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.blocks[-1] += data


def blocks(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    return [text for block in reader.blocks if (text := " ".join(block.split()))]


def sentences(html: str) -> list[str]:
    return [part.strip() for block in blocks(html) for part in END.split(block) if part.strip()]


def length(sentence: str) -> int:
    """In words."""
    return len(WORD.findall(sentence))
