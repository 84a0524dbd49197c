# SPDX-License-Identifier: EUPL-1.2
"""One page of questions as values for its template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_answers import MOST_WORDS
from ruimbaan.core.journey.questionnaire import Option, Page, Question, Questionnaire
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.parts.routecheck.forms import OWN_WORDS, Fault, day_field_of, field_of
from ruimbaan.ui.components import Link

OPEN_GROUPS = 3  # groups of wishes that are open at once; the others are folded under one line


@dataclass(frozen=True, slots=True)
class DayField:
    """The day that belongs to an option; only shown when that option is chosen."""

    name: str
    text: str
    value: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class ShownOption:
    """`opens_more`: choosing it makes another question of the page apply."""

    value: str
    text: str
    note: str
    checked: bool
    opens_more: bool
    day: DayField | None


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    options: tuple[ShownOption, ...]


@dataclass(frozen=True, slots=True)
class WordsField:
    name: str
    text: str
    help: str
    value: str
    most: int
    error: str


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """`only_if_more`: applies only when an option that `opens_more` is chosen."""

    field: str
    text: str
    help: str
    many: bool
    only_if_more: bool
    error: str
    groups: tuple[Group, ...]
    folded: tuple[Group, ...]
    folded_open: bool
    words: WordsField | None

    @property
    def folded_titles(self) -> str:
        return ", ".join(group.title.lower() for group in self.folded)

    @property
    def folded_count(self) -> int:
        return sum(len(group.options) for group in self.folded)


@dataclass(frozen=True, slots=True)
class Asking:
    page: str
    number: int
    total: int
    questions: tuple[ShownQuestion, ...]
    skip: str
    why: str
    not_asked: str
    errors: tuple[Link, ...]


def asking(
    questionnaire: Questionnaire,
    page: Page,
    answers: Answers,
    language: Language,
    faults: Iterable[Fault] = (),
    typed: str | None = None,
) -> Asking:
    """`typed`: own words as they were typed, when they could not be taken over."""
    wrong = {fault.field: fault for fault in faults}
    lead = page.questions[0]
    words = answers.own_words if typed is None else typed
    shown = tuple(
        _question(questionnaire, page, question, answers, language, wrong, words)
        for question in page.questions
    )
    return Asking(
        page=page.id,
        number=page.number,
        total=questionnaire.last_number,
        questions=shown,
        skip=lead.skipped.assumes.in_language(language) if lead.skipped else "",
        why=lead.why.in_language(language),
        not_asked=_all_of((question.not_asked for question in page.questions), language),
        errors=tuple(Link(fault.text, f"#{fault.field}") for fault in wrong.values()),
    )


def _all_of(texts: Iterable[Text], language: Language) -> str:
    return " ".join(text.in_language(language) for text in texts if text.nl)


def _question(
    questionnaire: Questionnaire,
    page: Page,
    question: Question,
    answers: Answers,
    language: Language,
    wrong: Mapping[str, Fault],
    words: str,
) -> ShownQuestion:
    opening = {name for other in page.questions[1:] for name in other.shown_if}
    is_lead = question is page.questions[0]
    chosen = answers.chosen.get(question.id, ())

    def shown(option: Option) -> ShownOption:
        return ShownOption(
            value=option.id,
            text=option.text.in_language(language),
            note=option.note.in_language(language),
            checked=option.id in chosen,
            opens_more=is_lead and option.id in opening,
            day=_day(question, option, answers, language, wrong),
        )

    titles = {name: text.in_language(language) for name, text in questionnaire.groups.items()}
    groups = tuple(
        Group(title, tuple(shown(option) for option in question.options if option.group == name))
        for name, title in {"": "", **titles}.items()
        if any(option.group == name for option in question.options)
    )
    fault = wrong.get(field_of(question))
    folded = groups[OPEN_GROUPS:]
    return ShownQuestion(
        field=field_of(question),
        text=question.text.in_language(language),
        help=question.help.in_language(language),
        many=question.many,
        only_if_more=bool(question.shown_if),
        error=fault.text if fault else "",
        groups=groups[:OPEN_GROUPS],
        folded=folded,
        folded_open=any(option.checked for group in folded for option in group.options),
        words=_words(question, language, wrong, words),
    )


def _day(
    question: Question,
    option: Option,
    answers: Answers,
    language: Language,
    wrong: Mapping[str, Fault],
) -> DayField | None:
    if option.asks_day is None:
        return None
    name = day_field_of(question, option)
    chosen = option.id in answers.chosen.get(question.id, ())
    day = answers.days.get(question.id) if chosen else None
    return DayField(
        name=name,
        text=option.asks_day.text.in_language(language),
        value=day.isoformat() if day else "",
        error=wrong[name].text if name in wrong else "",
    )


def _words(
    question: Question, language: Language, wrong: Mapping[str, Fault], words: str
) -> WordsField | None:
    if question.own_words is None:
        return None
    return WordsField(
        name=OWN_WORDS,
        text=question.own_words.text.in_language(language),
        help=question.own_words.help.in_language(language),
        value=words,
        most=MOST_WORDS,
        error=wrong[OWN_WORDS].text if OWN_WORDS in wrong else "",
    )
