# SPDX-License-Identifier: EUPL-1.2
"""What is asked about the wishes, and how they become goals with a day and a weight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.questionnaire import Option, Page, Question, Questionnaire, WishTexts
from ruimbaan.core.journey.situation import Goal
from ruimbaan.core.kernel.texts import Text

FIRST, SECOND, WHEN = "first", "second", "when"
EQUAL = "equal"
HEAVIEST = 3  # the wish that counts most; the next ones 2 and 1
USUAL = 182  # days, for a wish without a usual day of its own


def all_pages(questionnaire: Questionnaire, answers: Answers) -> tuple[Page, ...]:
    """Every page for who gave these answers: those about the wishes come after the wishes."""
    first, *others = questionnaire.pages
    return (first, *_wish_pages(questionnaire, answers), *others)


def _wish_pages(questionnaire: Questionnaire, answers: Answers) -> list[Page]:
    wishes = answers.of(questionnaire.wish_question)
    number = questionnaire.pages[0].number
    texts = questionnaire.wishes
    pages = []
    if len(wishes) > 1:
        pages.append(Page("order", number, _order(texts, wishes)))
    if wishes:
        pages.append(Page(WHEN, number, tuple(_when(texts, wish) for wish in wishes)))
    return pages


def _order(texts: WishTexts, wishes: tuple[Option, ...]) -> tuple[Question, ...]:
    options = tuple(Option(wish.id, wish.text) for wish in wishes)
    equal = Option(EQUAL, texts.equal)
    first = Question(FIRST, texts.first, (*options, equal), help=texts.first_help)
    if len(wishes) == 2:
        return (first,)
    names = tuple(wish.id for wish in wishes)
    return (first, Question(SECOND, texts.second, options, shown_if=names))


def _when(texts: WishTexts, wish: Option) -> Question:
    said = Text(
        texts.when.nl.format(wish=_inside(wish.text.nl)),
        texts.when.en.format(wish=_inside(wish.text.en)),
    )
    return Question(when_id(wish), said, texts.when_options, why=texts.when_why)


def _inside(words: str) -> str:
    """As it stands inside a sentence."""
    return words[:1].lower() + words[1:]


def when_id(wish: Option) -> str:
    return f"{WHEN}-{wish.id}"


def goals_of(questionnaire: Questionnaire, answers: Answers, day_0: date) -> tuple[Goal, ...]:
    """The wished facts, heaviest first. A fact wished twice is one goal: the soonest day and the
    heaviest weight count."""
    wishes = answers.of(questionnaire.wish_question)
    goals: dict[str, Goal] = {}
    for wish in wishes:
        needed_by = _needed_by(questionnaire.wishes, wish, answers, day_0)
        for fact in _goals_of(wish, answers):
            goal = Goal(fact, needed_by, _weight(wish, wishes, answers), why=wish.text)
            known = goals.get(fact, goal)
            goals[fact] = replace(
                known,
                needed_by=min(known.needed_by, goal.needed_by),
                weight=max(known.weight, goal.weight),
            )
    return tuple(sorted(goals.values(), key=lambda goal: -goal.weight))


def _goals_of(wish: Option, answers: Answers) -> tuple[str, ...]:
    """What was said elsewhere decides what this wish means."""
    said = (goals for choice, goals in wish.goals_with if answers.has(choice))
    return next(said, wish.goals)


def assumed_terms(questionnaire: Questionnaire, answers: Answers) -> Iterator[tuple[str, Text]]:
    """For each wish without a day: its question, and the usual term in the words of an answer."""
    for wish in answers.of(questionnaire.wish_question):
        if _has_term(questionnaire.wishes, wish, answers):
            continue
        usual = USUAL if wish.within is None else wish.within
        options = questionnaire.wishes.when_options
        term = next((option.text for option in options if option.within == usual), None)
        if term is not None:
            nl = f"{wish.text.nl}: {_inside(term.nl)}."
            yield when_id(wish), Text(nl, f"{wish.text.en}: {_inside(term.en)}.")


def _has_term(texts: WishTexts, wish: Option, answers: Answers) -> bool:
    """Whether the person said when. "Before a day" without that day says nothing."""
    chosen = _chosen_term(texts, wish, answers)
    return chosen is not None and (chosen.asks_day is None or when_id(wish) in answers.days)


def _chosen_term(texts: WishTexts, wish: Option, answers: Answers) -> Option | None:
    names = answers.chosen.get(when_id(wish), ())
    return next((option for option in texts.when_options if option.id in names), None)


def _needed_by(texts: WishTexts, wish: Option, answers: Answers, day_0: date) -> int:
    chosen = _chosen_term(texts, wish, answers)
    day = answers.days.get(when_id(wish))
    if chosen is not None and chosen.asks_day is not None and day is not None:
        return max(0, (day - day_0).days)
    if chosen is not None and chosen.within is not None:
        return chosen.within
    return wish.within if wish.within is not None else USUAL


def _weight(wish: Option, wishes: tuple[Option, ...], answers: Answers) -> int:
    """Equal without an order. With one: 3 for the first, 2 for the second, 1 for the others."""
    ranked = [*answers.chosen.get(FIRST, ()), *answers.chosen.get(SECOND, ())]
    names = {one.id for one in wishes}
    ranked = [name for name in dict.fromkeys(ranked) if name in names]
    if not ranked:
        return 1
    return HEAVIEST - ranked.index(wish.id) if wish.id in ranked else 1
