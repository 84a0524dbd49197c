# SPDX-License-Identifier: EUPL-1.2
"""The short version of tests/long/room_effect.py: in worlds of which the truth is known the interval
holds it, and the comparison of ever with never does not."""

from __future__ import annotations

import pytest

from ruimbaan.analytics.effect import Asked, effect_of
from tests.room_worlds import naive, room_world

WORLDS = range(200, 212)


@pytest.mark.parametrize("truth", [1.0, 2.0])
def test_the_interval_holds_the_truth_and_ever_against_never_misleads(truth):
    found = [effect_of(room_world(seed, truth), Asked(repeats=100, seed=seed)) for seed in WORLDS]
    misled = [naive(room_world(seed, truth)) for seed in WORLDS]

    inside = sum(one.low <= truth <= one.high for one in found)
    assert inside >= len(WORLDS) - 3  # of twelve at 95 %: four or more outside in 1 of 450
    assert all(high < truth for _, _, high in misled)
    assert all(one.e_value >= one.e_value_of_limit >= 1 for one in found)
