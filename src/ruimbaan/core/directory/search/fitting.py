# SPDX-License-Identifier: EUPL-1.2
"""How well a place fits a question, and on what: the only order of results there is, whatever the
database. More words that fit come first; then what fits better. Equals are ordered by the caller.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, NamedTuple, TypeVar

from ruimbaan.core.directory.search.daily import Need
from ruimbaan.core.directory.search.question import Asked, Question, Vocabulary

Thing = TypeVar("Thing", bound=Hashable)

WORD_FITS = 1000  # outweighs all that says how well


class How(IntEnum):
    """On what a word was found; a higher one fits better."""

    PART_OF_TEXT = 1
    PART_OF_DAILY = 2
    TEXT = 3
    DAILY = 4
    PART_OF_NAME = 5
    NAME = 6
    NEED = 7
    NEED_MOST = 8


NEEDS = (How.NEED, How.NEED_MOST)
HELP_MOST = 2  # kinds of support that a need names first


@dataclass(frozen=True, slots=True)
class Weight:
    """That a word of the question (by its number) is found: how, in a text and in a name."""

    word: int
    text: How
    name: How


Weights = Mapping[str, tuple[Weight, ...]]


class Having(NamedTuple, Generic[Thing]):
    """The things that have a stem or mark: in their name, or only in what else is said of them."""

    in_text: Collection[Thing]
    in_name: Collection[Thing]


@dataclass(frozen=True, slots=True)
class Match:
    """A word that was asked and what it was found in: the same word, a longer one, or a `need`."""

    asked: str
    how: How
    found: str = ""
    need: Need | None = None


def weigh(question: Question, vocabulary: Vocabulary) -> Weights:
    """What every stem and mark is worth. A word that helps to say a need leads by its daily
    meaning to what that need asks for and to nothing else: "bank" in "slaap op de bank" is no
    money."""
    weights: dict[str, list[Weight]] = {}
    busy = {word for heard in question.heard for word in heard.words}
    for heard in question.heard:
        for word in heard.words:
            for place, mark in enumerate(heard.need.marks):
                how = How.NEED_MOST if place < HELP_MOST else How.NEED
                weights.setdefault(mark, []).append(Weight(word, how, how))
    for number, asked in enumerate(question.asked):
        for stem in asked.whole:
            weights.setdefault(stem, []).append(Weight(number, How.TEXT, How.NAME))
        for stem in asked.parts:
            weights.setdefault(stem, []).append(Weight(number, How.PART_OF_TEXT, How.PART_OF_NAME))
        if number not in busy:
            for mark, how in _marks(asked, vocabulary).items():
                weights.setdefault(mark, []).append(Weight(number, how, how))
    return {term: tuple(found) for term, found in weights.items()}


def score(having: Mapping[str, Having[Thing]], weights: Weights) -> dict[Thing, int]:
    """The worth of every thing that has at least half as many words of the question as the one
    that has most: of who sleeps on a friend's sofa, a bench in a garden says nothing."""
    worth: dict[Thing, int] = {}
    for things in _by_word(having, weights).values():
        for thing, how in _best(things).items():
            worth[thing] = worth.get(thing, 0) + WORD_FITS + how
    most = max(worth.values(), default=0) // WORD_FITS
    return {thing: found for thing, found in worth.items() if 2 * (found // WORD_FITS) >= most}


def _by_word(
    having: Mapping[str, Having[Thing]], weights: Weights
) -> dict[int, list[tuple[How, Collection[Thing]]]]:
    found: dict[int, list[tuple[How, Collection[Thing]]]] = {}
    for term, things in having.items():
        for weight in weights[term]:
            of_word = found.setdefault(weight.word, [])
            of_word += ((weight.text, things.in_text), (weight.name, things.in_name))
    return found


def _best(found: Iterable[tuple[How, Collection[Thing]]]) -> dict[Thing, int]:
    """How well each thing fits one word: what fits better is written over what fits less. By whole
    collections: a question may find thousands."""
    best: dict[Thing, int] = {}
    for how, things in sorted(found, key=lambda one: one[0]):
        best.update(dict.fromkeys(things, int(how)))
    return best


def matches(
    question: Question, weights: Weights, has: Iterable[tuple[str, bool]], vocabulary: Vocabulary
) -> tuple[Match, ...]:
    """Why one thing fits, word by word: `has` are its stems and marks, and whether its name has
    them."""
    best: dict[int, Match] = {}
    for term, in_name in sorted(has):
        for weight in weights.get(term, ()):
            how = weight.name if in_name else weight.text
            if weight.word not in best or how > best[weight.word].how:
                best[weight.word] = _match(question, weight.word, how, term, vocabulary)
    return tuple(best[number] for number in sorted(best))


def _match(question: Question, number: int, how: How, term: str, vocabulary: Vocabulary) -> Match:
    asked = question.asked[number]
    if how in NEEDS:
        needs = (heard.need for heard in question.heard if number in heard.words)
        return Match(asked.word, how, need=next(need for need in needs if term in need.marks))
    if how in (How.DAILY, How.PART_OF_DAILY):
        stems = asked.whole if how is How.DAILY else asked.parts
        leading = [stem for stem in stems if term in vocabulary.daily.marks.get(stem, ())]
        return Match(asked.word, how, vocabulary.daily.written[min(leading)])
    return Match(asked.word, how, vocabulary.written.get(term, ""))


def _marks(asked: Asked, vocabulary: Vocabulary) -> dict[str, How]:
    """The kinds and domains to which this word leads, as a whole before as a part."""
    known = vocabulary.daily.marks
    found = {mark: How.PART_OF_DAILY for stem in asked.parts for mark in known.get(stem, ())}
    whole = {mark: How.DAILY for stem in asked.whole for mark in known.get(stem, ())}
    return found | whole
