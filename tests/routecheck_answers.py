# SPDX-License-Identifier: EUPL-1.2
"""Answers as somebody could give them: seeded, each question skipped now and then."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from ruimbaan.core.journey.answers import Answers, asked
from ruimbaan.core.journey.questionnaire import Question, Questionnaire
from ruimbaan.core.journey.wishes import all_pages

SKIPS = 0.25  # of the questions
MOST_DAYS = 400


def random_answers(questionnaire: Questionnaire, region: str, day_0: date, rng: Random) -> Answers:
    """At least one wish, and this region; everything else as chance has it."""
    answers = Answers()
    done: set[str] = set()
    while True:
        pages = all_pages(questionnaire, answers)
        page = next((page for page in pages if page.id not in done), None)
        if page is None:
            return answers
        done.add(page.id)
        given = Answers()
        for question in page.questions:
            if question.id == "region":
                given = _with(given, question.id, (region,), {})
            elif question in asked(page, given) and (
                question.id == "goals" or rng.random() > SKIPS
            ):
                given = _answered(given, question, day_0, rng)
        answers = answers.with_page(page, given)


def _answered(answers: Answers, question: Question, day_0: date, rng: Random) -> Answers:
    most = min(question.most or 3, len(question.options)) if question.many else 1
    names = rng.sample([option.id for option in question.options], rng.randint(1, most))
    options = [option for option in question.options if option.id in names]
    alone = [option for option in options if option.alone]
    chosen = alone[:1] or options
    days = {}
    for option in chosen:
        if option.asks_day and rng.random() > SKIPS:
            sign = -1 if option.asks_day.bound == "since" else 1
            days[question.id] = day_0 + timedelta(days=sign * rng.randint(0, MOST_DAYS))
    return _with(answers, question.id, tuple(option.id for option in chosen), days)


def _with(answers: Answers, name: str, chosen: tuple[str, ...], days: dict[str, date]) -> Answers:
    return Answers({**answers.chosen, name: chosen}, {**answers.days, **days}, answers.own_words)
