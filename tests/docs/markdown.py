# SPDX-License-Identifier: EUPL-1.2
"""Just enough Markdown to check our own pages: links, headings and fenced blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(
    r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=indent)```$", re.M | re.S
)
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#+ +(?P<text>.+)$", re.M)


@dataclass(frozen=True, slots=True)
class Block:
    info: str
    body: str
    line: int


def blocks(text: str) -> Iterator[Block]:
    for found in FENCE.finditer(text):
        body = re.sub(f"^{found['indent']}", "", found["body"], flags=re.M)
        yield Block(found["info"].strip(), body, text.count("\n", 0, found.start()) + 1)


def links(text: str) -> list[str]:
    return [found["target"] for found in LINK.finditer(FENCE.sub("", text))]


def anchors(page: Path) -> set[str]:
    """The names under which a heading can be linked to."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    names = (re.sub(r"[^\w\- ]", "", found["text"].lower()) for found in HEADING.finditer(text))
    return {name.strip().replace(" ", "-") for name in names}
