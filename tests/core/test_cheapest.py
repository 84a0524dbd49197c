# SPDX-License-Identifier: EUPL-1.2
"""The search for the cheapest working set, against trying every set."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.planner.cheapest import Cheapest, SearchCutShort, cheapest_hitting
from ruimbaan.core.planner.problem import bits

SWITCHES = [1 << n for n in range(7)]
masks = st.integers(0, 127)
costs = st.lists(st.integers(0, 9), min_size=7, max_size=7)


@dataclass
class Formula:
    """Works as soon as the switches of one of these sets are all on: monotone."""

    enough: list[int]

    def start(self, chosen: int) -> int:
        return chosen

    def works(self, state: int) -> bool:
        return any(state & one == one for one in self.enough)

    def still_failing(self, state: int, more: int) -> int | None:
        return None if self.works(state | more) else state | more


def price(mask: int, weights: dict[int, int]) -> int:
    return sum(weights[switch] for switch in bits(mask))


@given(st.lists(masks, max_size=6), costs)
def test_nothing_cheaper_hits_all_cuts(cuts: list[int], prices: list[int]) -> None:
    weights = dict(zip(SWITCHES, prices, strict=True))
    hitting = [mask for mask in range(128) if all(mask & cut for cut in cuts)]

    found = cheapest_hitting(cuts, weights)

    assert (found is None) == (not hitting)
    if found is not None:
        assert found in hitting
        assert price(found, weights) == min(price(mask, weights) for mask in hitting)


@given(st.lists(masks, max_size=6), costs, st.none() | st.integers(0, 30))
def test_nothing_cheaper_works(enough: list[int], prices: list[int], budget: int | None) -> None:
    weights = dict(zip(SWITCHES, prices, strict=True))
    formula = Formula(enough)
    working = [mask for mask in range(128) if formula.works(mask)]
    best = min((price(mask, weights) for mask in working), default=None)

    found = Cheapest(formula).find(weights, budget=budget)

    if best is None or (budget is not None and best > budget):
        assert found is None
    else:
        assert found is not None
        assert formula.works(found)
        assert price(found, weights) == best


@given(st.lists(masks, min_size=1, max_size=6), costs, masks)
def test_what_is_given_costs_nothing(enough: list[int], prices: list[int], given_: int) -> None:
    weights = dict(zip(SWITCHES, prices, strict=True))
    formula = Formula(enough)
    best = min(price(one & ~given_, weights) for one in enough)

    found = Cheapest(formula).find(weights, given=given_)

    assert found is not None
    assert formula.works(found | given_)
    assert price(found & ~given_, weights) == best


def test_a_search_that_is_cut_short_says_so() -> None:
    formula = Formula([0b111])

    with pytest.raises(SearchCutShort):
        Cheapest(formula, tries=2).find(dict.fromkeys(SWITCHES, 1))
