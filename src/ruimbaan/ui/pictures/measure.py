# SPDX-License-Identifier: EUPL-1.2
"""How wide a text is, and how to make it fit, without a browser."""

from __future__ import annotations

import json
from pathlib import Path

_TABLE: dict[str, dict[str, int]] = json.loads(
    Path(__file__).with_name("font_widths.json").read_text(encoding="utf-8")
)
_REGULAR, _BOLD = _TABLE["regular"], _TABLE["bold"]
_UNKNOWN = 700  # a character that the font lacks comes from a system font; rather too wide
_WIDE = 1000
_FIRST_WIDE_CODE = 0x1100
ELLIPSIS = "…"


def text_width(words: str, size: float, *, bold: bool = False) -> float:
    """Width in the units of the picture."""
    table = _BOLD if bold else _REGULAR
    return sum(table[c] if c in table else _missing(c) for c in words) * size / 1000


def _missing(character: str) -> int:
    return _WIDE if ord(character) >= _FIRST_WIDE_CODE else _UNKNOWN


def wrap(words: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Lines of at most `width`, broken at spaces; a single longer word stays whole."""
    lines: list[str] = []
    current = ""
    for word in words.split():
        longer = f"{current} {word}".strip()
        if current and text_width(longer, size, bold=bold) > width:
            lines.append(current)
            current = word
        else:
            current = longer
    return [*lines, current]


def shorten(words: str, width: float, size: float, *, bold: bool = False) -> str:
    """The words themselves when they fit, else as many characters as fit and an ellipsis."""
    if text_width(words, size, bold=bold) <= width:
        return words
    kept = words
    while kept and text_width(kept.rstrip() + ELLIPSIS, size, bold=bold) > width:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def fit_lines(words: str, width: float, size: float, most: int, *, bold: bool = False) -> list[str]:
    """At most `most` lines of at most `width`; what is too long ends in an ellipsis."""
    lines = wrap(words, width, size, bold=bold)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [shorten(line, width, size, bold=bold) for line in lines]
