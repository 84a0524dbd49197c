# SPDX-License-Identifier: EUPL-1.2
"""30 random sets of answers in each region: every outcome is confirmed. The long run of 10,000
is tests/long/random_routecheck.py."""

from __future__ import annotations

import pytest

from tests.long.random_routecheck import outcome_of
from tests.regions_from_files import regions

PER_REGION, PER_TEST = 30, 10


@pytest.mark.parametrize("first", range(0, PER_REGION, PER_TEST))
@pytest.mark.parametrize("region", sorted(regions()))
def test_every_outcome_is_as_it_says(region: str, first: int):
    found = {seed: outcome_of(region, seed) for seed in range(first, first + PER_TEST)}

    assert {seed: one.faults for seed, one in found.items() if one.faults} == {}
    assert all(one.kinds.total() for one in found.values())


def test_a_fact_that_is_spare_is_not_asked_for():
    """Found by the long run: with both facts known, a condition that one does not hold fails."""
    assert outcome_of("grachtstad", 5085).faults == ()
