# SPDX-License-Identifier: EUPL-1.2
"""Roads on the grid, and a slow, obvious twin that counts where they cross."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.metro.grid import (
    detours,
    directions,
    is_octilinear,
    roads,
    steps,
    turns,
)
from ruimbaan.core.directory.metro.routing import crossings

POINTS = st.tuples(st.integers(-9, 9), st.integers(-9, 9))
ENDS = st.tuples(POINTS, POINTS).filter(lambda ends: ends[0] != ends[1])
ANY_ROAD = ENDS.flatmap(lambda ends: st.sampled_from(list(roads(*ends))))


@given(ENDS)
def test_every_road_joins_its_ends_without_a_sharp_corner(ends):
    for road in roads(*ends):
        assert (road[0], road[-1]) == ends
        assert is_octilinear(road)
        assert max(turns(directions(road)), default=0) <= 2


@given(st.integers(2, 9), POINTS)
def test_a_detour_leaves_the_straight_road(far, start):
    x, y = start
    found = list(detours(start, (x + far, y)))

    assert found
    for road in found:
        assert is_octilinear(road)
        assert (road[0], road[-1]) == (start, (x + far, y))
        assert all(at != y for _, at in road[1:-1])


@given(st.lists(ANY_ROAD, max_size=6, unique=True))
def test_crossings_agree_with_geometry(found):
    apart = [
        road
        for at, road in enumerate(found)
        if not any(set(steps(road)) & set(steps(other)) for other in found[:at])
    ]

    assert crossings(apart) == slow_crossings(apart)


# --- the slow twin: every piece against every other, by solving two equations -------------------
def slow_crossings(found):
    return sum(len(meeting(one, other)) for one, other in combinations(found, 2))


def meeting(one, other):
    ends = {one[0], one[-1], other[0], other[-1]}
    points = {
        point
        for a, b in pairwise(one)
        for c, d in pairwise(other)
        if (point := meeting_point(a, b, c, d)) is not None
    }
    return points - ends


def meeting_point(a, b, c, d):
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    across = ux * vy - uy * vx
    if across == 0:
        shared = {a, b} & {c, d}
        return next(iter(shared), None)
    t = Fraction((c[0] - a[0]) * vy - (c[1] - a[1]) * vx, across)
    s = Fraction((c[0] - a[0]) * uy - (c[1] - a[1]) * ux, across)
    if 0 <= t <= 1 and 0 <= s <= 1:
        return a[0] + t * ux, a[1] + t * uy
    return None
