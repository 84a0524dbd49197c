# SPDX-License-Identifier: EUPL-1.2
"""Advice for one role: at most two questions lead to one card with what to say and do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ruimbaan.core.kernel.texts import Text

MOST_QUESTIONS = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """Leads to a card, or to one more question; never to both."""

    says: Text
    card: str = ""
    ask: Question | None = None


@dataclass(frozen=True, slots=True)
class Question:
    text: Text
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """`not_say` is a sentence that hurts. `danger`: the card is about somebody who may be in danger,
    and what to do today goes first. `source` is the article that the advice leans on."""

    id: str
    title: Text
    say: tuple[Text, ...]
    not_say: Text
    today: Text
    this_week: Text
    call: Text
    for_yourself: Text
    danger: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    who: Text
    says: Text


@dataclass(frozen=True, slots=True)
class Talk:
    """A made-up conversation, as it could go."""

    title: Text
    setting: Text
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The card to take along. `fill_in` are names and numbers to write behind."""

    title: Text
    lines: tuple[Text, ...]
    fill_in: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """All advice for one role. `level` is A2 or B1; `call` and `support` are kinds on the map: whom
    to call, and who is there for the reader. `reviewed` when people with lived experience read it."""

    id: str
    level: str
    icon: str
    name: Text
    help: Text
    intro: Text
    reviewed: bool
    call: tuple[int, ...]
    support: tuple[int, ...]
    ask: Question
    cards: Mapping[str, Card]
    talk: Talk
    paper: Paper


def question_behind(guide: Guide, number: int) -> Question | None:
    """The second question, behind the answer of this number (from 0) to the first."""
    if not 0 <= number < len(guide.ask.answers):
        return None
    return guide.ask.answers[number].ask


def ways_through(question: Question, asked: int = 1) -> Iterator[tuple[str, int]]:
    """Every card that the questions lead to, with how many were asked before it."""
    for answer in question.answers:
        if answer.ask:
            yield from ways_through(answer.ask, asked + 1)
        else:
            yield answer.card, asked


def loose_ends(guide: Guide) -> list[str]:
    """What would leave a reader without an answer, in words for who wrote the texts."""
    ways = list(ways_through(guide.ask))
    reached = {card for card, _ in ways}
    return [
        *(f"{guide.id}: no card {card}" for card in sorted(reached - guide.cards.keys())),
        *(f"{guide.id}: nobody reaches {card}" for card in guide.cards if card not in reached),
        *(f"{guide.id}: {card} asks {n} questions" for card, n in ways if n > MOST_QUESTIONS),
    ]
