# SPDX-License-Identifier: EUPL-1.2
"""A question in someone's own words, understood: which stems to look for, which need is heard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ruimbaan.core.directory.search.alike import Alike, alike_of
from ruimbaan.core.directory.search.daily import DailyWords, Need
from ruimbaan.core.directory.search.stems import plain, stem, telling_words, undoubled

SHORTEST_PART = 4  # letters a stem needs to be looked for inside longer ones
LINE = "\n"  # in no stem
MOST_PARTS = 80  # longer words looked for with one word
MOST_WORDS = 20  # of one question; what comes after is not looked at


@dataclass(frozen=True)
class Vocabulary:
    """Every stem that can be found, and how it is written: those of the places and daily words."""

    written: Mapping[str, str]
    daily: DailyWords

    def __contains__(self, stem: str) -> bool:
        return stem in self.written

    def holding(self, word: str) -> tuple[str, ...]:
        """The longer stems that this word is a part of, the shortest first. A stem that is too short
        to be looked for anywhere may still be how a longer word begins."""
        own = stem(word)
        if len(own) >= SHORTEST_PART:
            found = {other for other in self._lines_with(own) if other != own}
        elif len(word) >= SHORTEST_PART:
            found = {other for other in self._lines_with(LINE + undoubled(word)) if other != own}
        else:
            return ()
        return tuple(sorted(found, key=lambda stem: (len(stem), stem))[:MOST_PARTS])

    def _lines_with(self, part: str) -> Iterator[str]:
        text, at = self._lines, self._lines.find(part)
        while at >= 0:
            end = text.index(LINE, at + 1)
            yield text[text.rindex(LINE, 0, at + 1) + 1 : end]
            at = text.find(part, end)

    def halves(self, word: str) -> tuple[str, ...]:
        """The two known stems that this word is made of, as in "daklozen-opvang"."""
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            left, right = stem(word[:cut]), stem(word[cut:])
            if min(len(left), len(right)) >= SHORTEST_PART and {left, right} <= self.written.keys():
                return left, right
        return ()

    def related(self, word: str) -> tuple[str, ...]:
        """Daily words that this longer one ends with, the longest first: "tandarts" has "arts"."""
        word = plain(word)
        ends = (stem(word[cut:]) for cut in range(1, len(word) - SHORTEST_PART + 1))
        return tuple(dict.fromkeys(self.written[one] for one in ends if one in self.daily.marks))

    @cached_property
    def _lines(self) -> str:
        """All stems in one text: that is looked through much faster than one by one."""
        return f"{LINE}{LINE.join(self.written)}{LINE}"

    @cached_property
    def alike(self) -> Alike:
        return alike_of((*sorted(self.daily.written), *sorted(self.written)))


def vocabulary_of(written: Mapping[str, str], daily: DailyWords) -> Vocabulary:
    return Vocabulary({**written, **daily.written}, daily)


@dataclass(frozen=True, slots=True)
class Asked:
    """One word that was asked: the stems it is found by as a `whole`, and longer or shorter ones of
    which it shares a part. `read_as` is another word, where nobody knows this one."""

    word: str
    whole: frozenset[str]
    parts: frozenset[str] = frozenset()
    read_as: str = ""

    @property
    def is_known(self) -> bool:
        return bool(self.whole or self.parts)


@dataclass(frozen=True, slots=True)
class Heard:
    """A need that was heard, in these words of the question (by their number)."""

    need: Need
    words: frozenset[int]


@dataclass(frozen=True, slots=True)
class Question:
    asked: tuple[Asked, ...] = ()
    heard: tuple[Heard, ...] = ()

    @property
    def says_nothing(self) -> bool:
        """As "ik zoek hulp" does: then everything fits."""
        return not self.asked

    @property
    def unknown(self) -> tuple[str, ...]:
        return tuple(asked.word for asked in self.asked if not asked.is_known)

    @property
    def mended(self) -> tuple[Asked, ...]:
        return tuple(asked for asked in self.asked if asked.read_as)


def understand(text: str, vocabulary: Vocabulary) -> Question:
    words = {stem(word): word for word in _first(telling_words(text))}
    asked = tuple(_read(word, vocabulary) for word in words.values())
    stems = frozenset().union(*(one.whole for one in asked))
    return Question(asked, tuple(_heard(vocabulary.daily.needs, asked, stems)))


def _first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(words)[:MOST_WORDS]


def _read(word: str, vocabulary: Vocabulary) -> Asked:
    whole = frozenset(one for one in vocabulary.daily.stems_of(word) if one in vocabulary)
    parts = vocabulary.holding(word)
    if whole or parts:
        return Asked(word, whole, frozenset(parts))
    if halves := vocabulary.halves(plain(word)):
        return Asked(word, frozenset(), frozenset(halves))
    if meant := vocabulary.alike.nearest(stem(word)):
        read_as = vocabulary.written[meant]
        return Asked(word, frozenset({meant}), frozenset(vocabulary.holding(read_as)), read_as)
    return Asked(word, frozenset())


def _heard(needs: Iterable[Need], asked: tuple[Asked, ...], stems: frozenset[str]) -> list[Heard]:
    """A need that is said with more words comes first; one that says nothing more is left out."""
    found = []
    for need in needs:
        if said := need.said_with(stems):
            words = {number for number, one in enumerate(asked) if one.whole & said}
            found.append(Heard(need, frozenset(words)))
    found.sort(key=lambda heard: -len(heard.words))
    return [
        heard
        for place, heard in enumerate(found)
        if not any(heard.words < before.words for before in found[:place])
    ]
