# SPDX-License-Identifier: EUPL-1.2
"""What no schema can see: names that are used twice, or that nothing has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ruimbaan.core.journey.questionnaire import Question, Questionnaire

LooseEnd = tuple[str, str]  # where, and what is wrong


def loose_ends(questionnaire: Questionnaire) -> Iterator[LooseEnd]:
    yield from _twice((question.id for question in questionnaire.questions()), "question")
    for question in questionnaire.questions():
        yield from _inside(questionnaire, question)
    for page in questionnaire.pages:
        for question in page.questions[1:]:
            for name in question.shown_if:
                if page.questions[0].option(name) is None:
                    yield question.id, f"shown_if names no option: {name}"
    for choice in _choices_named(questionnaire):
        question_id, _, option_id = choice.partition(".")
        found = questionnaire.question(question_id)
        if found is None or found.option(option_id) is None:
            yield choice, "there is no such answer"


def _inside(questionnaire: Questionnaire, question: Question) -> Iterator[LooseEnd]:
    names = (f"{question.id}.{option.id}" for option in question.options)
    yield from _twice(names, "option")
    for option in question.options:
        if option.group and option.group not in questionnaire.groups:
            yield f"{question.id}.{option.id}", f"no group is called {option.group}"


def _twice(names: Iterable[str], what: str) -> Iterator[LooseEnd]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield name, f"a second {what} with this id"
        seen.add(name)


def _choices_named(questionnaire: Questionnaire) -> Iterator[str]:
    for pair in questionnaire.contradictions:
        yield from pair
    for rule in questionnaire.derived:
        yield from rule.when
    for question in questionnaire.questions():
        if question.skipped:
            yield from question.skipped.unless
        for option in question.options:
            yield from (choice for choice, _goals in option.goals_with)
