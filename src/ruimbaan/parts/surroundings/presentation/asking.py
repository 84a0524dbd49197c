# SPDX-License-Identifier: EUPL-1.2
"""Who are you, and what is going on: the buttons that lead on."""

from __future__ import annotations

from dataclasses import dataclass

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.surroundings.roles import Guide
from ruimbaan.parts.surroundings import queries
from ruimbaan.parts.surroundings.sent import Sent


@dataclass(frozen=True, slots=True)
class Press:
    """A button that leads to a step."""

    step: str
    text: str
    icon: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """`back` is the step before this one; empty when that is the beginning."""

    role: str
    question: str
    intro: str
    back: str
    answers: tuple[Press, ...]


def start_page(language: Language) -> tuple[Press, ...]:
    return tuple(
        Press(
            guide.id,
            guide.name.in_language(language),
            guide.icon,
            guide.help.in_language(language),
        )
        for guide in queries.guides().values()
    )


def question_page(sent: Sent, language: Language) -> QuestionPage:
    guide, question = sent.guide, sent.question
    assert guide is not None  # noqa: S101 - the view asks only then
    assert question is not None  # noqa: S101
    first = question is guide.ask
    return QuestionPage(
        role=guide.name.in_language(language),
        question=question.text.in_language(language),
        intro=guide.intro.in_language(language) if first else "",
        back="" if first else guide.id,
        answers=tuple(
            Press(
                _step(guide, number, answer.card),
                answer.says.in_language(language),
                _icon(guide, answer.card),
            )
            for number, answer in enumerate(question.answers)
        ),
    )


def _step(guide: Guide, number: int, card: str) -> str:
    """The card itself, or the question behind this answer."""
    return f"{guide.id}/{card or number}"


def _icon(guide: Guide, card: str) -> str:
    return "alert" if card and guide.cards[card].danger else "speech"
