# SPDX-License-Identifier: EUPL-1.2
"""Which situation is meant, and how sure that is: words that fit, weighed by how telling they are.

Nothing learns here and nothing is kept. A word is worth more the fewer situations know it; a word
that nobody knows counts against every answer, so that a question about something else stays
without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import log

from ruimbaan.core.directory.search.daily import DailyWords, daily_words
from ruimbaan.core.directory.search.question import Question, Vocabulary, understand, vocabulary_of
from ruimbaan.core.directory.search.stems import stem, telling_words
from ruimbaan.core.discretion.may_i.situations import Catalogue, Situation

WHOLE, SAME, PART = 1.0, 0.85, 0.6  # how well a word fits: itself, a twin, a longer or shorter one
MENDED = 0.8  # of that, when another word was typed
OF_QUESTION, OF_PHRASE = 0.55, 0.45  # what is explained of the question, what is said of one phrase
UNKNOWN = 0.8  # of the weight of the most telling word
SURE, MAYBE = 0.46, 0.24  # of 1
EVIDENCE = 0.93  # of the most telling word: what fits must weigh that; a phrase below it says less
WORDS = 2  # that fit
LEAD = 0.06  # of 1: as much better than the next
CHOICES = 3


class Certainty(StrEnum):
    SURE = "sure"
    UNSURE = "unsure"  # the nearest are there to choose from
    UNKNOWN = "unknown"  # nothing comes near
    NOTHING_ASKED = "nothing-asked"


@dataclass(frozen=True, slots=True)
class Found:
    """The best first, `CHOICES` at most: when it is sure the first is meant, and the others stand
    near it. `danger`: words were heard that ask for people and not for rules."""

    certainty: Certainty
    situations: tuple[Situation, ...] = ()
    understood: tuple[str, ...] = ()
    danger: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """`worth` from 0 to 1; `evidence` is the weight of the `words` that fit."""

    situation: Situation
    worth: float
    evidence: float
    words: int


@dataclass(frozen=True)
class Matcher:
    """Ready to match; made with `matcher_of`. `phrases` are of each situation the terms of each way
    of saying it."""

    catalogue: Catalogue
    vocabulary: Vocabulary
    phrases: Mapping[str, tuple[frozenset[str], ...]]
    twins: Mapping[str, frozenset[str]]
    small: frozenset[str]

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Of each stem: the fewer situations know it, the more it tells."""
        known: dict[str, int] = {}
        for phrases in self.phrases.values():
            for term in frozenset().union(*phrases):
                known[term] = known.get(term, 0) + 1
        return {term: log(1 + len(self.phrases) / count) for term, count in known.items()}

    @cached_property
    def most(self) -> float:
        return max(self.weights.values(), default=0.0)

    @property
    def enough(self) -> float:
        """The weight that words must have together before anything is sure."""
        return EVIDENCE * self.most

    def match(self, text: str) -> Found:
        danger = self._is_danger(text)
        words = self._words(text)
        if not words:
            return Found(Certainty.NOTHING_ASKED, danger=danger)
        fits = self._ranked(words)
        best = fits[0] if fits else None
        understood = tuple(word.written for word in words if word.fits)
        if best is None or best.worth < MAYBE:
            return Found(Certainty.UNKNOWN, (), understood, danger)
        near = tuple(fit.situation for fit in fits[:CHOICES] if fit.worth >= MAYBE)
        sure = self._is_sure(best, fits[1] if len(fits) > 1 else None)
        return Found(Certainty.SURE if sure else Certainty.UNSURE, near, understood, danger)

    def _words(self, text: str) -> tuple[Word, ...]:
        return tuple(self._asked(understand(text, self.vocabulary)))

    def _ranked(self, words: Sequence[Word]) -> Sequence[Fit]:
        """Every situation that shares a word, the best first."""
        return sorted(self._fits(words), key=lambda fit: (-fit.worth, fit.situation.id))

    def _is_sure(self, best: Fit, following: Fit | None) -> bool:
        lead = best.worth - (following.worth if following else 0.0)
        enough = best.evidence >= self.enough and best.words >= WORDS
        return best.worth >= SURE and enough and lead >= LEAD

    def _is_danger(self, text: str) -> bool:
        heard = " ".join(text.casefold().split())
        return any(words in heard for words in self.catalogue.words.danger)

    def _asked(self, question: Question) -> Iterator[Word]:
        for asked in question.asked:
            if asked.word in self.small:
                continue
            fits: dict[str, float] = dict.fromkeys(asked.parts, PART)
            for one in asked.whole:
                fits.update(
                    (twin, SAME) for twin in self.twins.get(one, ()) if fits.get(twin, 0) < SAME
                )
            fits.update(dict.fromkeys(asked.whole, WHOLE))
            known = [self.weights[one] for one in (asked.whole or fits) if one in self.weights]
            weight = max(known, default=self.most * UNKNOWN)
            sure = MENDED if asked.read_as else 1.0
            yield Word(
                asked.word,
                weight,
                {one: fit * sure for one, fit in fits.items() if one in self.weights},
            )

    def _fits(self, words: Sequence[Word]) -> Iterator[Fit]:
        asked = sum(word.weight for word in words)
        for situation in self.catalogue.situations:
            phrases = self.phrases[situation.id]
            terms = frozenset().union(*phrases)
            fits = [(word.weight, word.fit(terms)) for word in words]
            evidence = sum(weight * fit for weight, fit in fits)
            if evidence:
                said = max(self._said(words, phrase) for phrase in phrases)
                worth = OF_QUESTION * evidence / asked + OF_PHRASE * said
                yield Fit(situation, worth, evidence, sum(fit > 0 for _, fit in fits))

    def _said(self, words: Sequence[Word], phrase: frozenset[str]) -> float:
        """How much of this phrase is in the question."""
        whole = max(self.enough, sum(self.weights[term] for term in phrase))
        fits: dict[str, float] = {}
        for word in words:
            for term, fit in word.fits.items():
                if term in phrase:
                    fits[term] = max(fits.get(term, 0.0), fit)
        return sum(self.weights[term] * fit for term, fit in fits.items()) / whole


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was asked: what it weighs, and which stems it fits, how well."""

    written: str
    weight: float
    fits: Mapping[str, float]

    def fit(self, terms: frozenset[str]) -> float:
        return max((fit for term, fit in self.fits.items() if term in terms), default=0.0)


def matcher_of(catalogue: Catalogue) -> Matcher:
    verbs = daily_words((), catalogue.words.verbs)
    small = frozenset(catalogue.words.small)
    phrases = {
        one.id: tuple(
            filter(None, (frozenset(_terms(phrase, verbs, small)) for phrase in one.phrases))
        )
        for one in catalogue.situations
    }
    written = dict(_written(_texts(catalogue), verbs))
    return Matcher(
        catalogue, vocabulary_of(written, verbs), phrases, _twins(catalogue.words.same), small
    )


def _terms(text: str, verbs: DailyWords, small: frozenset[str]) -> Iterator[str]:
    return (_main(word, verbs) for word in telling_words(text) if word not in small)


def _main(word: str, verbs: DailyWords) -> str:
    """The stem to know it by: of an odd form of a verb, that of the verb."""
    return verbs.same.get(stem(word), stem(word))


def _texts(catalogue: Catalogue) -> Iterator[str]:
    for one in catalogue.situations:
        yield from one.phrases
    for group in catalogue.words.same:
        yield " ".join(group)


def _written(texts: Iterable[str], verbs: DailyWords) -> Iterator[tuple[str, str]]:
    for text in texts:
        for word in telling_words(text):
            yield _main(word, verbs), word


def _twins(groups: Iterable[Sequence[str]]) -> Mapping[str, frozenset[str]]:
    twins: dict[str, frozenset[str]] = {}
    for group in groups:
        stems = frozenset(map(stem, group))
        for one in stems:
            twins[one] = twins.get(one, frozenset()) | stems
    return twins
