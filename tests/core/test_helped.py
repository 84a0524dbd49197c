# SPDX-License-Identifier: EUPL-1.2
"""Did this help?: nothing shows before ten, and no answer can be told from two looks at the figures."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.surroundings.helped import NONE, ROUND, Helped, Tally, with_answer

answers = st.lists(st.sampled_from(Helped), max_size=60)


def after(said: list[Helped]) -> list[Tally]:
    """The tally before the first answer and after each."""
    return list(accumulate(said, with_answer, initial=Tally()))


def test_nine_answers_show_nothing_and_the_tenth_shows_all():
    nine = after([Helped.YES] * 8 + [Helped.NOT_YET])[-1]
    ten = with_answer(nine, Helped.A_BIT)

    assert nine.shown == NONE
    assert nine.answers_shown == 0
    assert ten.shown == {Helped.YES: 8, Helped.A_BIT: 1, Helped.NOT_YET: 1}
    assert ten.waiting == NONE


def test_the_eleventh_changes_nothing_that_shows():
    ten = after([Helped.YES] * ROUND)[-1]

    for answer in Helped:
        assert with_answer(ten, answer).shown == ten.shown


@given(answers)
def test_two_looks_differ_by_no_answer_or_by_ten_and_more(said: list[Helped]):
    states = after(said)

    for i, before in enumerate(states):
        for later in states[i:]:
            differs = later.answers_shown - before.answers_shown
            assert differs == 0 or differs >= ROUND
            assert (differs == 0) == (later.shown == before.shown)


@given(answers, st.randoms(use_true_random=False))
def test_within_a_round_the_order_leaves_no_mark(said: list[Helped], shuffler):
    mixed = said[:ROUND]
    shuffler.shuffle(mixed)

    assert after(mixed)[-1] == after(said[:ROUND])[-1]


@given(answers)
def test_no_answer_is_lost(said: list[Helped]):
    last = after(said)[-1]

    for one in Helped:
        assert last.shown[one] + last.waiting[one] == said.count(one)
