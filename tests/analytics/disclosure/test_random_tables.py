# SPDX-License-Identifier: EUPL-1.2
"""Sixty tables a commit: two and three dimensions, trees, only holders, linked, differing a little.
Many more: python -m tests.long.disclosure_tables."""

from __future__ import annotations

import pytest

from tests.analytics.disclosure.whole import wrong

SEEDS = 60
AT_ONCE = 10


@pytest.mark.parametrize("first", range(0, SEEDS, AT_ONCE))
def test_no_small_count_can_be_worked_out(first):
    found = {seed: wrong(seed) for seed in range(first, first + AT_ONCE)}

    assert {seed: told for seed, told in found.items() if told} == {}
