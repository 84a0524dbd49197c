# SPDX-License-Identifier: EUPL-1.2
"""The compiled search for the cheapest set that hits every cut, against trying every set and
against the core's own search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.analytics.planning.hitting import HIGHEST, as_words, cheapest_hitting, numbers
from ruimbaan.core.planner.cheapest import cheapest_hitting as cheapest_of_the_core
from ruimbaan.core.planner.problem import bits

SWITCHES = [1 << number for number in range(0, 140, 20)]  # in three words
masks = st.sets(st.sampled_from(SWITCHES)).map(sum)
costs = st.lists(st.integers(0, 9), min_size=7, max_size=7)


def price(mask: int, weights: dict[int, int]) -> int:
    return sum(weights[switch] for switch in bits(mask))


def every_set() -> list[int]:
    return [sum(s for at, s in enumerate(SWITCHES) if chosen >> at & 1) for chosen in range(1 << 7)]


@given(st.lists(masks, max_size=7), costs, st.none() | st.integers(0, 30))
def test_the_cheapest_and_of_those_the_smallest_number(
    cuts: list[int], prices: list[int], budget: int | None
) -> None:
    weights = dict(zip(SWITCHES, prices, strict=True))
    hitting = [mask for mask in every_set() if all(mask & cut for cut in cuts)]
    affordable = [m for m in hitting if budget is None or price(m, weights) <= budget]
    best = min(affordable, key=lambda mask: (price(mask, weights), mask), default=None)

    assert cheapest_hitting(cuts, weights, budget) == best


@given(st.lists(st.sets(st.integers(0, 69), min_size=1, max_size=9), max_size=14), st.randoms())
def test_the_same_price_as_the_core(cuts: list[set[int]], rng) -> None:
    weights = {1 << number: rng.choice((1, 3, 8, 16)) for number in range(70)}
    wanted = [sum(1 << number for number in cut) for cut in cuts]

    found, known = cheapest_hitting(wanted, weights), cheapest_of_the_core(wanted, weights)

    assert found is not None
    assert known is not None
    assert all(found & cut for cut in wanted)
    assert price(found, weights) == price(known, weights)


def test_prices_that_do_not_fit_are_refused() -> None:
    with pytest.raises(OverflowError):
        cheapest_hitting([1], {1: HIGHEST})


@given(st.lists(st.sets(st.integers(0, 149)), max_size=4))
def test_words_and_numbers_are_the_same_sets(sets: list[set[int]]) -> None:
    rows = as_words([sorted(each) for each in sets], 150)

    assert [set(numbers(row)) for row in rows] == sets
