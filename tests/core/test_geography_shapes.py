# SPDX-License-Identifier: EUPL-1.2
"""Areas: what lies inside, where a name can stand, what is no area, and fewer corners together."""

from __future__ import annotations

from math import cos, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.geography.shapes import Polygon, area, roomiest
from ruimbaan.core.directory.geography.simplify import simplified
from ruimbaan.core.directory.geography.soundness import Fault, fault_of

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
HOLE = ((4.0, 4.0), (6.0, 4.0), (6.0, 6.0), (4.0, 6.0))


def star(count: int, radii: list[float]):
    return tuple(
        (
            radii[at % len(radii)] * cos(2 * pi * at / count),
            radii[at % len(radii)] * sin(2 * pi * at / count),
        )
        for at in range(count)
    )


STARS = st.builds(
    star, st.integers(8, 120), st.lists(st.floats(500, 1500), min_size=1, max_size=30)
)


def test_a_hole_is_outside():
    polygon = Polygon(SQUARE, (HOLE,))

    assert polygon.contains((1, 1))
    assert not polygon.contains((5, 5))
    assert not polygon.contains((11, 5))
    assert polygon.area == 96


@given(STARS)
def test_a_name_always_stands_inside(ring):
    polygon = Polygon(ring)

    assert polygon.contains(roomiest([polygon, Polygon(HOLE)]))


@pytest.mark.parametrize(
    ("ring", "fault"),
    [
        (SQUARE, None),
        (SQUARE[:2], Fault.TOO_FEW),
        (((0.0, 0.0), (5.0, 5.0), (10.0, 10.0)), Fault.NO_AREA),
        (((0.0, 0.0), (10.0, 10.0), (10.0, 0.0), (0.0, 10.0), (-5.0, 5.0)), Fault.CROSSES),
    ],
)
def test_what_is_no_edge_of_an_area_is_named(ring, fault):
    assert fault_of(ring) == fault


@given(STARS)
def test_a_sound_ring_stays_without_fault_when_far_corners_are_many(ring):
    assert fault_of(ring) is None


def halves(wiggles: list[float]):
    """Two districts with one wiggling border between them, walked in opposite directions."""
    border = [(wiggle, 1_000.0 * (at + 1)) for at, wiggle in enumerate(wiggles)]
    top = 1_000.0 * (len(wiggles) + 1)
    west = ((-9_000.0, 0.0), (0.0, 0.0), *border, (0.0, top), (-9_000.0, top))
    east = ((0.0, 0.0), (9_000.0, 0.0), (9_000.0, top), (0.0, top), *reversed(border))
    return Polygon(west), Polygon(east)


@given(st.lists(st.floats(-900, 900), min_size=1, max_size=60), st.integers(8, 200))
def test_neighbours_go_on_sharing_their_border(wiggles, most):
    west, east = halves(wiggles)
    found = simplified({"west": (west,), "east": (east,)}, most)
    (one,), (other,) = found["west"], found["east"]

    assert {p for p in one.outer if abs(p[0]) < 1_000} == {
        p for p in other.outer if abs(p[0]) < 1_000
    }
    assert area(one.outer) + area(other.outer) == pytest.approx(area(west.outer) + area(east.outer))


@given(STARS)
def test_fewer_corners_and_each_was_there(ring):
    found = simplified({"a": (Polygon(ring),)}, 20)["a"][0].outer

    assert 3 <= len(found) <= 20
    assert set(found) <= set(ring)
    assert simplified({"a": (Polygon(ring[3:] + ring[:3]),)}, 20)["a"][0].area == pytest.approx(
        area(found)
    )


def test_what_has_few_corners_is_left_as_it_is():
    assert simplified({"a": (Polygon(SQUARE, (HOLE,)),)}, 100)["a"][0].area == 96
