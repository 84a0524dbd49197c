# SPDX-License-Identifier: EUPL-1.2
"""Answers that come from elsewhere: a page of some time ago, or a file someone kept.

What still exists in the questionnaire is taken over; the rest is left out, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.questionnaire import Option, Question, Questionnaire
from ruimbaan.core.journey.wishes import all_pages

MOST_WORDS = 300  # characters of own words


@dataclass(frozen=True, slots=True)
class TakenOver:
    """`whole` is False when something was left out."""

    answers: Answers
    whole: bool


def take_over(
    questionnaire: Questionnaire,
    chosen: Mapping[str, Iterable[str]],
    days: Mapping[str, date],
    own_words: str = "",
) -> TakenOver:
    """The answers that this questionnaire knows. Wishes go first: others are about them."""
    wish = questionnaire.wish_question
    wishes = Answers({wish.id: _known(wish, chosen.get(wish.id, ()))})
    found: dict[str, tuple[str, ...]] = {}
    kept_days: dict[str, date] = {}
    for question in _all_questions(questionnaire, wishes):
        if names := _known(question, chosen.get(question.id, ())):
            found[question.id] = names
            options = (option for option in question.options if option.id in names)
            if question.id in days and any(option.asks_day for option in options):
                kept_days[question.id] = days[question.id]
    words = own_words if is_writable(own_words) else ""
    kept = Answers(found, kept_days, words)
    given = {name: tuple(options) for name, options in chosen.items() if tuple(options)}
    whole = (
        {name: sorted(options) for name, options in given.items()}
        == {name: sorted(options) for name, options in found.items()}
        and dict(days) == kept_days
        and words == own_words
    )
    return TakenOver(kept, whole)


def is_writable(words: str) -> bool:
    """Words that can be shown back as they are: not too long, no control sign, no half sign."""
    return len(words) <= MOST_WORDS and all(
        (sign.isprintable() or sign in "\r\n\t" or _joins(sign)) for sign in words
    )


def _joins(sign: str) -> bool:
    """Signs of direction and of width: not printable on their own, part of writing."""
    return sign in "\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad\u00a0\u202f\u2009"


def _all_questions(questionnaire: Questionnaire, wishes: Answers) -> Iterator[Question]:
    yield questionnaire.who
    for page in all_pages(questionnaire, wishes):
        yield from page.questions


def _known(question: Question, names: Iterable[str]) -> tuple[str, ...]:
    """The options of this question among `names`, as many as may be chosen together."""
    asked = set(names)
    options = [option for option in question.options if option.id in asked]
    if not question.many:
        options = options[:1]
    elif any(option.alone for option in options):
        options = options[:1] if len(options) == 1 else _together(options)
    return tuple(option.id for option in options[: question.most])


def _together(options: list[Option]) -> list[Option]:
    return [option for option in options if not option.alone]


def without_never(questionnaire: Questionnaire, answers: Answers, never: frozenset[str]) -> Answers:
    """The answers that may be kept: none that says anything about a fact that is never kept, also
    not that it does not hold. Own words are left out as well."""
    kept: dict[str, tuple[str, ...]] = {}
    for question in _all_questions(questionnaire, answers):
        names = tuple(
            option.id
            for option in answers.of(question)
            if not never & _says(questionnaire, question, option)
        )
        if names:
            kept[question.id] = names
    days = {name: day for name, day in answers.days.items() if name in kept}
    return Answers(kept, days)


def _says(questionnaire: Questionnaire, question: Question, option: Option) -> set[str]:
    """Every fact that this answer says something about."""
    choice = f"{question.id}.{option.id}"
    derived = {fact for rule in questionnaire.derived if choice in rule.when for fact in rule.facts}
    asked = {option.asks_day.fact} if option.asks_day else set()
    wished = {*option.goals, *(fact for _choice, facts in option.goals_with for fact in facts)}
    said = {*option.facts, *option.absent, *option.planner_only}
    return said | wished | derived | asked
