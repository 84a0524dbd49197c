# SPDX-License-Identifier: EUPL-1.2
"""Could a reader know who this is? What a text gives away, and which traits together are rare.

It warns and never says that a text is safe: a neighbour knows things that no number knows. That is
why somebody from the region tries to guess, after this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import prod

FEWEST_ALIKE = 50  # people of the region; our shares are rough, so this is far above one
MOST_TOGETHER = 4  # traits a reader puts together

_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_DAY = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTHS})\b|\b\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}\b|\b(?:19|20)\d\d-\d\d-\d\d\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AGE = re.compile(r"\b(\d{1,3})[- ](?:jaar|year)", re.I)
_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b")
_STREET = re.compile(
    r"\b[A-Z]\w*(?:straat|laan|weg|plein|gracht|kade|dijk|singel|hof|park|Street|Road) \d+\w?\b"
)
_REACH = re.compile(r"\b[\w.+-]+@[\w-]+\.\w+|\b0\d{1,3}[- ]?\d{6,8}\b")


class Clue(StrEnum):
    """What a text gives away, and so what to make coarser."""

    DAY = "day"  # say the season, or count days from the beginning
    YEAR = "year"  # leave it out
    AGE = "age"  # say the decade
    ADDRESS = "address"  # say what kind of place it is
    REACH = "reach"  # leave it out
    NAME = "name"  # of a place or organisation: say what it does
    RARE = "rare"  # traits that few people of the region share


@dataclass(frozen=True, slots=True)
class Hint:
    """`said` are the words of the text, or the names of the traits; `alike` how many people of the
    region are expected to share those traits, for a rare combination alone."""

    clue: Clue
    said: tuple[str, ...]
    alike: int | None = None


@dataclass(frozen=True, slots=True)
class Trait:
    """Something the story says of the person. `share` is the part of the adults of the region with
    this trait, from 0 to 1, from public figures."""

    name: str
    share: float

    def __post_init__(self) -> None:
        if not 0 <= self.share <= 1:
            raise ValueError(f"the share of {self.name} is {self.share}")


def clues(words: str, names: Sequence[str] = ()) -> tuple[Hint, ...]:
    """What the text gives away; `names` are the real places and organisations of the region."""
    return tuple(_clues(words, names))


def _clues(words: str, names: Sequence[str]) -> Iterator[Hint]:
    days = _DAY.findall(words)
    yield from (Hint(Clue.DAY, (day,)) for day in days)
    yield from (Hint(Clue.YEAR, (year,)) for year in _YEAR.findall(_DAY.sub("", words)))
    yield from (Hint(Clue.AGE, (match[0],)) for match in _AGE.finditer(words))
    for pattern in (_POSTCODE, _STREET):
        yield from (Hint(Clue.ADDRESS, (found,)) for found in pattern.findall(words))
    yield from (Hint(Clue.REACH, (found,)) for found in _REACH.findall(words))
    for name in sorted({*names}):
        if re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE):
            yield Hint(Clue.NAME, (name,))


def rare(traits: Sequence[Trait], adults: int) -> tuple[Hint, ...]:
    """The smallest sets of traits that fewer than FEWEST_ALIKE adults of the region are expected to
    share. It counts as if traits were independent: where they go together it warns too much, and
    where they exclude each other too little."""
    found: list[Hint] = []
    small: list[frozenset[str]] = []
    for count in range(1, min(MOST_TOGETHER, len(traits)) + 1):
        for together in combinations(traits, count):
            names = frozenset(trait.name for trait in together)
            if any(known <= names for known in small):
                continue
            alike = int(adults * prod(trait.share for trait in together))
            if alike < FEWEST_ALIKE:
                small.append(names)
                found.append(Hint(Clue.RARE, tuple(sorted(names)), alike))
    return tuple(found)


def decade(age: int, *, early: int = 4, late: int = 7) -> tuple[str, int]:
    """As in ("early", 30) for 32: what to say in place of an age."""
    tens, ones = age // 10 * 10, age % 10
    part = "early" if ones < early else "late" if ones >= late else "middle"
    return part, tens
