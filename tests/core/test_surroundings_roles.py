# SPDX-License-Identifier: EUPL-1.2
"""A guide leaves nobody without an answer, and says so when it would."""

from __future__ import annotations

import pytest

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.surroundings.roles import (
    Answer,
    Card,
    Guide,
    Paper,
    Question,
    Talk,
    loose_ends,
    question_behind,
    ways_through,
)

T = Text("tekst", "text")


def card(name: str) -> Card:
    return Card(name, T, (T,), T, T, T, T, T)


def guide(ask: Question, *cards: str) -> Guide:
    return Guide(
        id="buur",
        level="B1",
        icon="home",
        name=T,
        help=T,
        intro=T,
        reviewed=False,
        call=(1,),
        support=(37,),
        ask=ask,
        cards={name: card(name) for name in cards},
        talk=Talk(T, T, ()),
        paper=Paper(T, (), ()),
    )


SECOND = Question(T, (Answer(T, "zorgen"), Answer(T, "gevaar")))
FIRST = Question(T, (Answer(T, "groeten"), Answer(T, ask=SECOND)))


def test_the_ways_through_say_how_many_questions_were_asked():
    assert list(ways_through(FIRST)) == [("groeten", 1), ("zorgen", 2), ("gevaar", 2)]
    assert loose_ends(guide(FIRST, "groeten", "zorgen", "gevaar")) == []


@pytest.mark.parametrize(
    ("ask", "cards", "says"),
    [
        (FIRST, ("groeten", "zorgen"), "buur: no card gevaar"),
        (FIRST, ("groeten", "zorgen", "gevaar", "ruzie"), "buur: nobody reaches ruzie"),
        (
            Question(T, (Answer(T, ask=FIRST),)),
            ("groeten", "zorgen", "gevaar"),
            "buur: zorgen asks 3 questions",
        ),
    ],
)
def test_a_loose_end_is_told(ask: Question, cards: tuple[str, ...], says: str):
    assert says in loose_ends(guide(ask, *cards))


@pytest.mark.parametrize("number", [-1, 0, 2])
def test_only_an_answer_that_asks_on_has_a_question_behind_it(number: int):
    known = guide(FIRST, "groeten", "zorgen", "gevaar")

    assert question_behind(known, number) is None
    assert question_behind(known, 1) is SECOND
