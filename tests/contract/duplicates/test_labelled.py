# SPDX-License-Identifier: EUPL-1.2
"""How well doubles are found, measured on pairs that people judged. Precision: how many of the pairs
we tell of are doubles. Recall: how many of the doubles we tell of. The floors stand a little below
what was measured: better may stay, worse may not come in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from ruimbaan.core.directory.duplicates.comparing import compare
from ruimbaan.core.directory.duplicates.finding import find_candidates, pair_of, pairs_to_compare
from ruimbaan.integrations.likeness import likeness
from tests.contract.duplicates.labelled import Pair, pairs

ALL = pairs()
UNSEEN = [pair for pair in ALL if pair.block % 2 == 0]  # no weight was set with these in view


def measured(
    some: Iterable[Pair], says_double: Callable[[Pair], bool]
) -> tuple[float, float, list[str]]:
    """Precision, recall, and the pairs that were judged otherwise than people do."""
    some = list(some)
    told = [pair for pair in some if says_double(pair)]
    right = sum(pair.is_double for pair in told)
    wrong = [str(pair) for pair in some if (pair in told) != pair.is_double]
    return right / len(told), right / sum(pair.is_double for pair in some), wrong


def by_weights(pair: Pair) -> bool:
    found = find_candidates((pair.one, pair.other), likeness)
    return bool(found)


def test_the_set_is_large_and_has_both_kinds():
    doubles = sum(pair.is_double for pair in ALL)

    assert len(ALL) >= 150
    assert doubles >= 70
    assert len(ALL) - doubles >= 70


def test_precision_and_recall_on_pairs_the_weights_have_never_seen():
    precision, recall, wrong = measured(UNSEEN, by_weights)

    assert precision >= 0.92, wrong
    assert recall >= 0.92, wrong


def test_precision_and_recall_on_all_pairs():
    precision, recall, wrong = measured(ALL, by_weights)

    assert precision >= 0.95, wrong
    assert recall >= 0.94, wrong


def test_in_one_directory_no_stranger_is_told_of():
    """All entries together, each with all others: the pairs nobody wrote down are no doubles."""
    entries = {entry.uid: entry for pair in ALL for entry in (pair.one, pair.other)}

    found = {one.pair for one in find_candidates(entries.values(), likeness)}

    strangers = {pair for pair in found if _block(pair[0]) != _block(pair[1])}
    assert len(strangers) <= 0.02 * len(found), strangers


def test_almost_no_double_is_lost_before_it_is_compared():
    doubles = [pair for pair in ALL if pair.is_double]

    lost = [str(pair) for pair in doubles if not pairs_to_compare((pair.one, pair.other))]

    assert len(lost) <= 1, lost


@pytest.mark.parametrize("pair", ALL[::10], ids=str)
def test_the_order_of_two_makes_no_difference(pair):
    assert compare(pair.one, pair.other, likeness) == compare(pair.other, pair.one, likeness)


def test_what_was_judged_is_not_asked_again():
    pair = next(pair for pair in ALL if by_weights(pair))
    both = (pair.one, pair.other)

    judged = {pair_of(pair.one.uid, pair.other.uid)}

    assert find_candidates(both, likeness, judged=judged) == ()


def _block(uid: str) -> str:
    return uid.partition("-")[0]
