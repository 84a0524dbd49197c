# SPDX-License-Identifier: EUPL-1.2
"""Many people at once are the same as one by one, and in pieces the same as whole."""

from __future__ import annotations

from collections import Counter

import pytest

from ruimbaan.analytics.population import drawing
from ruimbaan.core.journey.drawing import draw
from ruimbaan.integrations.population import load_population
from ruimbaan.integrations.regions import list_regions, load_region
from tests.random_people import random_people


@pytest.mark.parametrize("region", list_regions())
def test_the_people_of_a_region_are_those_drawn_one_by_one(region: str):
    population = load_population(load_region(region))

    assert drawing.counted(population, 7, 100, 700) == Counter(
        draw(population, 7, number) for number in range(100, 700)
    )


def test_random_people_are_those_drawn_one_by_one():
    for seed in range(60):
        _, population = random_people(seed)

        assert drawing.counted(population, seed, 3, 90) == Counter(
            draw(population, seed, number) for number in range(3, 90)
        )


def test_drawn_in_pieces_they_add_up(monkeypatch: pytest.MonkeyPatch):
    _, population = random_people(5)
    whole = drawing.counted(population, 1, 0, 1000)
    monkeypatch.setattr(drawing, "AT_ONCE", 64)

    assert drawing.counted(population, 1, 0, 1000) == whole
    assert (
        drawing.counted(population, 1, 0, 313) + drawing.counted(population, 1, 313, 1000) == whole
    )
