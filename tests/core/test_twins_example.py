# SPDX-License-Identifier: EUPL-1.2
"""The slow twins on the example at full size: the figures of the design notes."""

from __future__ import annotations

import pytest

from ruimbaan.core.planner.answer import FindingKind
from tests.core.twins.blocking import Untimed
from tests.core.twins.brute import bendable, subsets
from tests.core.twins.example import EXAMPLE, STELLA, without
from tests.core.twins.naive import schedule

EXAMPLE_FRONT = [
    ("", 311, 101, (317, 261, 143, 303)),
    ("r-nazorg-start", 156, 14, (216, 160, 143, 202)),
    ("r-briefadres-bewijs", 10, 101, (70, 130, 143, 56)),
    ("r-briefadres-bewijs r-besluit-bijstand", 0, 101, (42, 102, 143, 56)),
]


@pytest.mark.parametrize(("bent", "lateness", "uncovered", "arrivals"), EXAMPLE_FRONT)
def test_the_example_at_full_size(
    bent: str, lateness: int, uncovered: int, arrivals: tuple[int, ...]
) -> None:
    result = schedule(EXAMPLE, STELLA, bent.split())

    assert tuple(result.arrivals().values()) == arrivals
    assert (result.lateness(), result.uncovered()) == (lateness, uncovered)


def test_the_example_without_supported_housing_is_a_deadlock() -> None:
    world = without("begeleid-wonen")
    untimed = Untimed(world, STELLA)

    assert schedule(world, STELLA).lateness() == 2502
    assert schedule(world, STELLA, ["r-briefadres-bewijs"]).lateness() == 10
    assert untimed.smallest_self_blocking("woning") == [frozenset({"adres", "woning", "inkomen"})]
    assert untimed.kinds({"adres", "woning", "inkomen"}) == {FindingKind.DEADLOCK}


def test_subsets_are_all_there_once_small_ones_first() -> None:
    found = list(subsets(bendable(EXAMPLE)))

    assert len(found) == len(set(found)) == 2**9
    assert [len(each) for each in found] == sorted(len(each) for each in found)
