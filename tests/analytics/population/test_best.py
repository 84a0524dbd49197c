# SPDX-License-Identifier: EUPL-1.2
"""The best few rules together, also where fewer of them win nothing."""

from __future__ import annotations

import pytest

from ruimbaan.analytics.population.best import Choice, exact, greedy
from ruimbaan.analytics.population.figures import Figures, Profile

AMONG = ("a", "b", "c", "d")
Steps = dict[str, int]


def won(*profiles: Steps) -> Figures:
    """By the rules of each step, such as "ab", the days that it wins."""
    found = Figures({}, (), 365)
    found.profiles = tuple(
        Profile(tuple((frozenset(rules), days) for rules, days in steps.items()))
        for steps in profiles
    )
    return found


@pytest.mark.parametrize(
    ("profiles", "chosen"),
    [
        ([{"ab": 500}], [Choice(("a", "b"), 500)]),
        ([{"abc": 9}], [Choice(("a", "b", "c"), 9)]),
        ([{"a": 5, "bcd": 90}], [Choice(("a",), 5), Choice(("b", "c", "d"), 90)]),
        ([{"a": 5}, {"b": 3}], [Choice(("a",), 5), Choice(("a", "b"), 8)]),
        ([], []),
    ],
)
def test_a_size_that_adds_nothing_is_not_the_end(profiles: list[Steps], chosen: list[Choice]):
    assert exact(won(*profiles), AMONG, 3) == chosen


def test_one_by_one_does_stop_there():
    assert greedy(won({"ab": 500}), AMONG, 3) == []
