# SPDX-License-Identifier: EUPL-1.2
"""Addresses in the order of the list, by distance, and as heaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.geography.addresses import (
    Address,
    by_district,
    numbered,
    seen_from,
)
from ruimbaan.core.directory.geography.clusters import gathered, heaps
from ruimbaan.core.directory.geography.plan import Area, Kind, TownPlan
from ruimbaan.core.directory.geography.shapes import Polygon

POINTS = st.tuples(st.floats(0, 9_000), st.floats(0, 9_000))
ADDRESSES = st.lists(
    st.builds(
        Address,
        street=st.sampled_from(["Markt 1", "Kade 2", "Plein 3"]),
        postcode=st.sampled_from(["8791 QA", "8792 QB"]),
        town=st.just("Waalstad"),
        district=st.sampled_from(["", "Lindeveld", "Overwaal"]),
        point=POINTS,
    ),
    max_size=40,
)


@given(ADDRESSES, st.randoms())
def test_numbers_follow_the_list_whatever_order_came_in(addresses, random):
    found = numbered(addresses)
    shuffled = list(addresses)
    random.shuffle(shuffled)

    assert [one.number for one in found] == list(range(1, len(addresses) + 1))
    assert numbered(shuffled) == found
    groups = by_district(found)
    assert [one for group in groups.values() for one in group] == list(found)
    assert "" not in groups or list(groups)[-1] == ""


@given(ADDRESSES, POINTS)
def test_nearest_first_and_nobody_lost(addresses, place):
    found = seen_from(numbered(addresses), place, 50)
    away = [one.metres or 0.0 for one in found]

    assert away == sorted(away)
    assert sorted(one.number for one in found) == list(range(1, len(addresses) + 1))
    assert seen_from(numbered(addresses), place, 3) == found[:3]


@given(st.lists(st.tuples(POINTS, st.integers(1, 9)), max_size=80), st.floats(50, 3_000))
def test_heaps_hold_everything_and_stay_on_their_square(points, size):
    found = heaps(points, size)

    assert sum(heap.count for heap in found) == sum(weight for _, weight in points)
    for heap in found:
        assert any(
            abs(heap.point[0] - x) <= size and abs(heap.point[1] - y) <= size
            for (x, y), _ in points
        )


@given(st.lists(st.tuples(POINTS, st.integers(1, 9)), max_size=300))
def test_a_region_is_gathered_into_a_bounded_number_of_heaps(points):
    found = gathered(points, 5)

    assert len(found) <= 36
    assert sum(heap.count for heap in found) == sum(weight for _, weight in points)


def test_a_plan_knows_in_which_district_a_point_lies():
    square = Polygon(((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)))
    plan = TownPlan((Area(Kind.DISTRICT, "Lindeveld", (5.0, 5.0), (square,)),))

    assert plan.district_of((3.0, 4.0)) == "Lindeveld"
    assert plan.district_of((13.0, 4.0)) == ""
    assert plan.find(Kind.DISTRICT, "lindeVELD") == plan.areas[0]
    assert plan.find(Kind.POSTCODE, "Lindeveld") is None
