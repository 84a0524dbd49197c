# SPDX-License-Identifier: EUPL-1.2
"""Answers of some time ago: what still exists is taken over, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.journey.kept_answers import MOST_WORDS, is_writable, take_over
from ruimbaan.core.journey.routecheck import applying
from tests.core.test_routecheck import QUESTIONNAIRE

DAY = date(2027, 1, 2)


def test_known_answers_come_back_as_they_were():
    chosen = {"goals": ("bed", "room"), "sleep": ("prison",), "first": ("room",)}

    taken = take_over(QUESTIONNAIRE, chosen, {"sleep": DAY}, "rust")

    assert taken.whole
    assert dict(taken.answers.chosen) == chosen
    assert dict(taken.answers.days) == {"sleep": DAY}
    assert taken.answers.own_words == "rust"


@pytest.mark.parametrize(
    ("chosen", "days", "kept"),
    [
        ({"sleep": ("gone",)}, {}, {}),
        ({"gone": ("sofa",)}, {}, {}),
        ({"sleep": ("sofa", "prison")}, {}, {"sleep": ("sofa",)}),
        ({"sleep": ("sofa",)}, {"sleep": DAY}, {"sleep": ("sofa",)}),
        ({"first": ("bed",)}, {}, {}),
    ],
    ids=["an option", "a question", "one too many", "a day nobody asks", "an order of no wishes"],
)
def test_what_the_questions_do_not_have_is_left_out_and_said(chosen, days, kept):
    taken = take_over(QUESTIONNAIRE, chosen, days)

    assert not taken.whole
    assert dict(taken.answers.chosen) == kept
    assert dict(taken.answers.days) == {}


@given(
    chosen=st.dictionaries(
        st.sampled_from(["goals", "sleep", "first", "when-bed", "who", "x"]),
        st.lists(st.sampled_from(["bed", "room", "sofa", "prison", "equal", "month", "y"])),
    )
)
def test_whatever_comes_only_real_answers_go_on(chosen):
    answers = take_over(QUESTIONNAIRE, chosen, {}).answers
    asked = {question.id: question for question in applying(QUESTIONNAIRE, answers)}

    for name, options in answers.chosen.items():
        if name != QUESTIONNAIRE.who.id and name in asked:
            assert all(asked[name].option(option) for option in options)
            assert asked[name].many or len(options) == 1
    assert take_over(QUESTIONNAIRE, answers.chosen, {}).whole


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("Mijn zoon weer thuis.\nEn rust.", True),
        ("👩‍👦 طفلي \u200e", True),
        ("a" * MOST_WORDS, True),
        ("a" * (MOST_WORDS + 1), False),
        ("a\x00b", False),
        ("\ud800", False),
        ("\x1b[31m", False),
    ],
)
def test_words_are_kept_as_they_are_or_not_at_all(words, fits):
    taken = take_over(QUESTIONNAIRE, {}, {}, words)

    assert is_writable(words) is fits
    assert taken.answers.own_words == (words if fits else "")
    assert taken.whole is fits
