# SPDX-License-Identifier: EUPL-1.2
"""The Dutch grid against published points, and there and back again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.geography.grid import distance, is_on_grid, to_degrees, to_grid

# Published with the formulas: Amersfoort, Westertoren in Amsterdam, Martinitoren in Groningen.
KNOWN = [
    ((155_000.0, 463_000.0), (52.15517440, 5.38720621)),
    ((120_700.723, 487_525.501), (52.37453253, 4.88352559)),
    ((233_883.131, 582_065.167), (53.21938317, 6.56820053)),
]
CENTIMETRE = 0.01  # metres
LAND = st.tuples(st.floats(10_000, 280_000), st.floats(305_000, 620_000))


@pytest.mark.parametrize(("point", "degrees"), KNOWN)
def test_known_points_are_right_to_the_centimetre(point, degrees):
    latitude, longitude = to_degrees(point)

    assert latitude == pytest.approx(degrees[0], abs=1e-7)  # about a centimetre
    assert longitude == pytest.approx(degrees[1], abs=2e-7)
    assert distance(to_grid(*degrees), point) < CENTIMETRE


@given(LAND)
def test_there_and_back_is_within_what_is_promised(point):
    assert distance(to_grid(*to_degrees(point)), point) < 0.5


@pytest.mark.parametrize("point", [(5.4, 52.2), (155_000.0, 0.0), (400_000.0, 400_000.0)])
def test_degrees_and_far_away_are_not_on_the_grid(point):
    assert not is_on_grid(point)
    assert is_on_grid(KNOWN[0][0])
