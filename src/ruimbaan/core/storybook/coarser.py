# SPDX-License-Identifier: EUPL-1.2
"""A Dutch text with its days, years and ages said more coarsely: "op 12 mei" becomes "in het voorjaar".

A proposal for who writes; nothing is changed without them. What it cannot say well it leaves, and the
check on recognition names it.
"""

from __future__ import annotations

import re

from ruimbaan.core.storybook.recognition import decade

MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
).split("|")
SEASONS = ("de winter", "het voorjaar", "de zomer", "de herfst")
TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig".split("|")
PARTS = {"early": "begin", "middle": "midden", "late": "eind"}

_OF_YEAR = r"(?:,? (?:19|20)\d\d)?"
_WRITTEN = re.compile(rf"\b(op )?\d{{1,2}} ({'|'.join(MONTHS)})\b{_OF_YEAR}", re.IGNORECASE)
_NUMBERS = re.compile(r"\b(op )?\d{1,2}[-/](\d{1,2})[-/]\d{2,4}\b", re.IGNORECASE)
_ISO = re.compile(r"\b(op )?(?:19|20)\d\d-(\d\d)-\d\d\b", re.IGNORECASE)
_MONTH_OF_YEAR = re.compile(rf"\b(in )?({'|'.join(MONTHS)}) (?:19|20)\d\d\b", re.IGNORECASE)
_IN_YEAR = re.compile(r"\b(in) (?:19|20)\d\d\b", re.IGNORECASE)
_AGE = re.compile(r"\b(\d{2}) jaar\b(?! (?:lang|later|eerder|geleden|terug))", re.IGNORECASE)


def coarser(words: str) -> str:
    """Doing it again changes nothing more."""
    for pattern in (_WRITTEN, _MONTH_OF_YEAR):
        words = pattern.sub(_of_name, words)
    for pattern in (_NUMBERS, _ISO):
        words = pattern.sub(_of_number, words)
    words = _IN_YEAR.sub(lambda found: _as_began(found[1], "jaren geleden"), words)
    return _AGE.sub(_of_age, words)


def _of_name(found: re.Match[str]) -> str:
    return _season(found[1], MONTHS.index(found[2].lower()) + 1)


def _of_number(found: re.Match[str]) -> str:
    month = int(found[2])
    return _season(found[1], month) if 1 <= month <= len(MONTHS) else found[0]


def _season(before: str | None, month: int) -> str:
    season = SEASONS[month % 12 // 3]
    return _as_began(before, f"in {season}") if before else season


def _of_age(found: re.Match[str]) -> str:
    part, tens = decade(int(found[1]))
    place = tens // 10 - 2
    return f"{PARTS[part]} {TENS[place]}" if 0 <= place < len(TENS) else found[0]


def _as_began(before: str, words: str) -> str:
    """With a capital where there was one."""
    return words.capitalize() if before[:1].isupper() else words
