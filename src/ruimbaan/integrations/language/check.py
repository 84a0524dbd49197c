# SPDX-License-Identifier: EUPL-1.2
"""Checks one text: sentences short enough, abbreviations explained, no words that do harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.core.kernel.texts import Language
from ruimbaan.integrations.language.words import Words, load_words

SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")
IN_BRACKETS = re.compile(r"\([^()]*\)")
CAPITALS = re.compile(  # alone: not on a sign in capitals, nor in a list of codes
    r"(?<![\w'’.,/:-])(?<![A-Z] )(?<![A-Z], )[A-Z]{2,6}(?![\w:-]|,? ?[A-Z]{2})"
)
HAS_LETTER_OR_DIGIT = re.compile(r"\w")


class Level(StrEnum):
    """A2 for a person, B1 for workers and policy."""

    A2 = "A2"
    B1 = "B1"


MOST_WORDS = {Level.A2: 12, Level.B1: 20}


class RemarkKind(StrEnum):
    LONG_SENTENCE = "long-sentence"
    WORD = "word"
    ABBREVIATION = "abbreviation"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is not right, and what to write instead (empty for a long sentence)."""

    kind: RemarkKind
    said: str
    prefer: str = ""
    words: int = 0


def check_text(
    text: str, language: Language, level: Level, words: Words | None = None
) -> list[Remark]:
    """Everything that is not right. An abbreviation may follow its words, in brackets."""
    known = words or load_words()
    return [*_long_sentences(text, level), *_words(text, language, level, known)]


def sentences(text: str) -> list[str]:
    return [part for part in SENTENCE_END.split(text.strip()) if part]


def word_count(sentence: str) -> int:
    return sum(1 for word in sentence.split() if HAS_LETTER_OR_DIGIT.search(word))


def _long_sentences(text: str, level: Level) -> Iterator[Remark]:
    for sentence in sentences(text):
        count = word_count(sentence)
        if count > MOST_WORDS[level]:
            yield Remark(RemarkKind.LONG_SENTENCE, sentence, words=count)


def _words(text: str, language: Language, level: Level, known: Words) -> Iterator[Remark]:
    for word in known.never[language] if known.any_never[language].search(text) else ():
        if word.pattern.search(text):
            yield Remark(RemarkKind.WORD, word.avoid, word.prefer)
    if level is Level.A2:
        explained = IN_BRACKETS.sub(" ", text)
        for short in known.abbreviations:
            if short.pattern.search(explained):
                yield Remark(RemarkKind.ABBREVIATION, short.avoid, short.prefer)
    for capitals in CAPITALS.findall(text):
        if capitals not in known.explained:
            yield Remark(RemarkKind.UNEXPLAINED, capitals)
