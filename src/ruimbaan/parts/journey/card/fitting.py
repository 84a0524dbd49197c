# SPDX-License-Identifier: EUPL-1.2
"""Whether words fit on one side of a card of the size of a bank card, without printing it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from ruimbaan.ui.pictures.measure import wrap

# In points, as in frontend/css/now.css: 85.6 by 54 mm, with 4 mm free on each side.
WIDE, HIGH = 77.6 / 25.4 * 72, 46 / 25.4 * 72
BETWEEN = 1.6 / 25.4 * 72  # the gap between two blocks
LEADING = 1.3
NAME = 1.25  # how much larger the name on top is than the rest


class Letters(StrEnum):
    """How large the letters are; the size of each is that of the style sheet."""

    USUAL = "usual"
    SMALL = "small"

    @property
    def points(self) -> float:
        return {Letters.USUAL: 8.5, Letters.SMALL: 7.0}[self]


Block = tuple[str, str]  # a question, or nothing, and the words of the person below it


def letters_for(sides: Iterable[tuple[str, Iterable[Block]]]) -> Letters | None:
    """The largest letters with which every side fits; None when it does not fit at all. A side is
    a title with its blocks."""
    known = [(title, tuple(blocks)) for title, blocks in sides]
    for letters in Letters:
        if all(_high(title, blocks, letters.points) <= HIGH for title, blocks in known):
            return letters
    return None


def _high(title: str, blocks: Iterable[Block], size: float) -> float:
    found = _lines(title, size * NAME) * size * NAME * LEADING
    for question, words in blocks:
        found += _lines(question, size, bold=True) * size * LEADING
        found += sum(_lines(line, size) for line in words.splitlines()) * size * LEADING + BETWEEN
    return found


def _lines(words: str, size: float, *, bold: bool = False) -> int:
    """An empty line of somebody's own words is a line too; no question at all is none."""
    if not words.strip():
        return 0 if bold else 1
    return sum(_pieces(line, size) for line in wrap(words, WIDE, size, bold=bold))


def _pieces(line: str, size: float) -> int:
    """One word that is wider than the card is broken by the browser."""
    whole = sum(1 for _ in line) * size  # no sign is wider than high
    return 1 if " " in line or whole <= WIDE else int(whole // WIDE) + 1
