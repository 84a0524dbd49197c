# SPDX-License-Identifier: EUPL-1.2
"""Rounds of ten: nothing shows before ten, no answer can be told from two looks, none is lost."""

from __future__ import annotations

from itertools import accumulate
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.kernel.rounds import ROUND, Rounds

answers = st.lists(st.frozensets(st.sampled_from("abc")), max_size=45)


def after(said: list[frozenset[str]]) -> list[Rounds]:
    """Before the first answer and after each."""
    return list(accumulate(said, Rounds.with_one, initial=Rounds()))


def test_nine_show_nothing_and_the_tenth_shows_all():
    nine = after([frozenset("a")] * 8 + [frozenset("ab")])[-1]
    ten = nine.with_one("")

    assert (nine.shown, nine.shown_of) == (0, {})
    assert (ten.shown, ten.shown_of, ten.waiting, ten.waiting_of) == (10, {"a": 9, "b": 1}, 0, {})


def test_the_eleventh_changes_nothing_that_shows():
    eleven = after([frozenset("a")] * ROUND)[-1].with_one("b")

    assert (eleven.shown, eleven.shown_of, eleven.waiting) == (10, {"a": 10}, 1)


@given(answers)
def test_two_looks_differ_by_nothing_or_by_ten_and_more(said: list[frozenset[str]]):
    states = after(said)

    for i, before in enumerate(states):
        for later in states[i:]:
            if later.shown == before.shown:
                assert later.shown_of == before.shown_of
            else:
                assert later.shown - before.shown >= ROUND


@given(answers, st.randoms(use_true_random=False))
def test_within_a_round_the_order_leaves_no_mark(said: list[frozenset[str]], shuffler: Random):
    mixed = said[:ROUND]
    shuffler.shuffle(mixed)

    assert after(mixed)[-1] == after(said[:ROUND])[-1]


@given(answers)
def test_no_answer_and_no_mark_is_lost(said: list[frozenset[str]]):
    last = after(said)[-1]

    assert last.shown + last.waiting == len(said)
    for mark in "abc":
        counted = last.shown_of.get(mark, 0) + last.waiting_of.get(mark, 0)
        assert counted == sum(mark in one for one in said)
