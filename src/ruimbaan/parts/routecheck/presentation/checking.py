# SPDX-License-Identifier: EUPL-1.2
"""The page on which one looks at all answers before the routes are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.journey.answers import Answers, asked
from ruimbaan.core.journey.questionnaire import Option, Page, Question, Questionnaire
from ruimbaan.core.journey.routecheck import Assumption, Interpreted
from ruimbaan.core.journey.wishes import all_pages
from ruimbaan.core.kernel.texts import Language
from ruimbaan.ui.pictures.words import written_date


@dataclass(frozen=True, slots=True)
class Said:
    """What was answered to one question; `question` is empty for the first of a page."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One page of questions; `clash` says that it does not fit with another row."""

    page: str
    question: str
    said: tuple[Said, ...]
    clash: bool

    @property
    def skipped(self) -> bool:
        return not self.said


@dataclass(frozen=True, slots=True)
class Answered:
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Checking:
    rows: tuple[Row, ...]
    own_words: str
    assumptions: tuple[str, ...]
    clashes: tuple[tuple[Answered, ...], ...]
    together: bool


def checking(
    questionnaire: Questionnaire,
    answers: Answers,
    found: Interpreted,
    language: Language,
) -> Checking:
    clashing = {choice.partition(".")[0] for pair in found.clashes for choice in pair}
    pages = all_pages(questionnaire, answers)
    return Checking(
        rows=tuple(_row(page, answers, clashing, language) for page in pages),
        own_words=answers.own_words,
        assumptions=told(found.assumptions, language),
        clashes=at_odds(questionnaire, found, language),
        together="together" in answers.chosen.get(questionnaire.who.id, ()),
    )


def at_odds(
    questionnaire: Questionnaire, found: Interpreted, language: Language
) -> tuple[tuple[Answered, ...], ...]:
    """Which answers do not fit together: each two with their question, in the words of the page."""
    words = {
        f"{question.id}.{option.id}": Answered(
            question.text.in_language(language), option.text.in_language(language)
        )
        for question in questionnaire.questions()
        for option in question.options
    }
    return tuple(tuple(words[choice] for choice in pair) for pair in found.clashes)


def told(assumptions: Iterable[Assumption], language: Language) -> tuple[str, ...]:
    return tuple(assumption.text.in_language(language) for assumption in assumptions)


def _row(page: Page, answers: Answers, clashing: set[str], language: Language) -> Row:
    lead = page.questions[0]
    said = tuple(
        Said("" if question is lead else question.text.in_language(language), lines)
        for question in asked(page, answers)
        if (lines := tuple(_lines(question, answers, language)))
    )
    return Row(
        page=page.id,
        question=lead.text.in_language(language),
        said=said,
        clash=any(question.id in clashing for question in page.questions),
    )


def _lines(question: Question, answers: Answers, language: Language) -> Iterable[str]:
    for option in answers.of(question):
        yield _line(question, option, answers, language)


def _line(question: Question, option: Option, answers: Answers, language: Language) -> str:
    words = option.text.in_language(language)
    day = answers.days.get(question.id)
    if option.asks_day is None or day is None:
        return words
    return _("%(answer)s: %(day)s") % {
        "answer": words,
        "day": written_date(day, language, year=True),
    }
