# SPDX-License-Identifier: EUPL-1.2
"""From answers to a situation: what holds, what is wished for, and what had to be assumed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from ruimbaan.core.journey.answers import Answers, asked
from ruimbaan.core.journey.questionnaire import Bound, Derived, Option, Question, Questionnaire
from ruimbaan.core.journey.situation import Situation, Window
from ruimbaan.core.journey.wishes import all_pages, assumed_terms, goals_of
from ruimbaan.core.kernel.texts import Text

NAME = "routecheck"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of a region the answers touch: day 0, the facts that exist there, and per kind of
    service the facts that say "I receive this"."""

    day_0: date
    facts: frozenset[str]
    received: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assumption:
    """Said to the person: this was not answered, so we count on it. `question` is empty for what
    is assumed of everybody."""

    text: Text
    question: str = ""


@dataclass(frozen=True, slots=True)
class Interpreted:
    """`clashes`: pairs of "<question>.<option>" that do not fit together."""

    situation: Situation
    assumptions: tuple[Assumption, ...]
    clashes: tuple[tuple[str, str], ...]


def situation_of(
    questionnaire: Questionnaire, answers: Answers, around: Surroundings
) -> Interpreted:
    """Where this person stands. Facts that the region does not know are left out; what was not
    answered and may decide is `unknown` in the situation (and counts as not held)."""
    questions = list(applying(questionnaire, answers))
    answers = _limited(answers, questions)
    windows = _windows(questionnaire, questions, answers, around)
    known = tuple(window for window in windows if window.fact in around.facts)
    held = {window.fact for window in known}
    absent = {fact for option in _chosen(questions, answers) for fact in option.absent}
    unknown = dict.fromkeys(
        fact
        for question in questions
        if question.skipped and _unanswered(question, answers)
        for fact in question.skipped.unknown
        if fact in around.facts and fact not in held | absent
    )
    situation = Situation(
        id=NAME,
        facts=known,
        goals=tuple(
            goal
            for goal in goals_of(questionnaire, answers, around.day_0)
            if goal.fact in around.facts
        ),
        unknown=tuple(unknown),
        own_words=Text(answers.own_words),
    )
    assumptions = tuple(_assumptions(questionnaire, questions, answers))
    return Interpreted(situation, assumptions, _clashes(questionnaire, answers))


def applying(questionnaire: Questionnaire, answers: Answers) -> Iterator[Question]:
    """Every question that applies to who gave these answers."""
    for page in all_pages(questionnaire, answers):
        yield from asked(page, answers)


def clashes(questionnaire: Questionnaire, answers: Answers) -> tuple[tuple[str, str], ...]:
    """Pairs of answers that do not fit together, as the questionnaire lists them."""
    return _clashes(questionnaire, _limited(answers, list(applying(questionnaire, answers))))


def _clashes(questionnaire: Questionnaire, answers: Answers) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one, other)
        for one, other in questionnaire.contradictions
        if answers.has(one) and answers.has(other)
    )


def _limited(answers: Answers, questions: list[Question]) -> Answers:
    """Without what was answered to questions that no longer apply."""
    ids = {question.id for question in questions}
    return replace(
        answers,
        chosen={name: options for name, options in answers.chosen.items() if name in ids},
        days={name: day for name, day in answers.days.items() if name in ids},
    )


def _chosen(questions: Iterable[Question], answers: Answers) -> Iterator[Option]:
    for question in questions:
        yield from answers.of(question)


def _unanswered(question: Question, answers: Answers) -> bool:
    options = answers.of(question)
    return not options or all(option.unsure for option in options)


class _Held(NamedTuple):
    """A period of a fact; `precise` when an answer gave or assumed its beginning or end."""

    window: Window
    precise: bool = False


def _windows(
    questionnaire: Questionnaire,
    questions: list[Question],
    answers: Answers,
    around: Surroundings,
) -> list[Window]:
    found = [_Held(Window(fact)) for fact in questionnaire.always]
    for question in questions:
        for option in answers.of(question):
            found += _of_option(question, option, answers, around)
    for rule in questionnaire.derived:
        found += _derived(rule, _each_once(found), answers)
    return _each_once(found)


def _of_option(
    question: Question, option: Option, answers: Answers, around: Surroundings
) -> Iterator[_Held]:
    asks = option.asks_day
    for fact in (*option.facts, *option.planner_only):
        if asks is not None and fact == asks.fact:
            yield _Held(_period(option, answers.days.get(question.id), around.day_0), precise=True)
        else:
            yield _Held(Window(fact))
    for number in option.receives_types:
        for fact in around.received.get(number, ()):
            yield _Held(Window(fact))


def _period(option: Option, day: date | None, day_0: date) -> Window:
    """The period of the fact that the asked day belongs to."""
    asks = option.asks_day
    assert asks is not None  # the caller looked
    if asks.bound is Bound.SINCE:
        return Window(asks.fact, from_day=0 if day is None else (day - day_0).days)
    return Window(asks.fact, until=asks.assumed if day is None else (day - day_0).days)


def _derived(rule: Derived, known: list[Window], answers: Answers) -> Iterator[_Held]:
    if rule.when:
        if all(answers.has(choice) for choice in rule.when):
            yield from (_Held(Window(fact, until=rule.assumed)) for fact in rule.facts)
        return
    ends = [window.until for window in known if window.fact == rule.of]
    for end in ends:
        if end is None:
            continue
        for fact in rule.facts:
            if rule.last_days is None:
                yield _Held(Window(fact, from_day=end))
            else:
                yield _Held(Window(fact, from_day=end - rule.last_days, until=end))


def _each_once(found: list[_Held]) -> list[Window]:
    """A period that an answer gave goes before the same fact without one."""
    precise = {one.window.fact for one in found if one.precise}
    kept = [one.window for one in found if one.precise or one.window.fact not in precise]
    return list(dict.fromkeys(kept))


def _assumptions(
    questionnaire: Questionnaire, questions: list[Question], answers: Answers
) -> Iterator[Assumption]:
    if questionnaire.always:
        yield Assumption(questionnaire.always_assumes)
    for name, text in assumed_terms(questionnaire, answers):
        yield Assumption(text, name)
    days_told = {option.asks_day.fact for option in _chosen(questions, answers) if option.asks_day}
    for rule in questionnaire.derived:
        known = not days_told.isdisjoint(rule.facts)
        if rule.assumes.nl and all(map(answers.has, rule.when)) and not known:
            yield Assumption(rule.assumes)
    for question in questions:
        skipped = question.skipped if _unanswered(question, answers) else None
        if skipped and not any(map(answers.has, skipped.unless)):
            yield Assumption(skipped.assumes, question.id)
        for option in answers.of(question):
            asks = option.asks_day
            if asks and asks.assumes.nl and question.id not in answers.days:
                yield Assumption(asks.assumes, question.id)
