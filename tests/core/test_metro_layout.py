# SPDX-License-Identifier: EUPL-1.2
"""The layout of a metro map: octilinear, nothing on top of each other, always the same."""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.directory.metro.boxes import Side, label_box, station_box
from ruimbaan.core.directory.metro.grid import is_octilinear
from ruimbaan.core.directory.metro.kept import fits, from_plain, to_plain
from ruimbaan.core.directory.metro.layout import ClashKind, Corrections, Layout, Sizes, lay_out
from tests.metro_maps import SIZES, SMALL, networks, sizes_of

MAPS = networks(most=12).flatmap(lambda made: st.tuples(st.just(made), sizes_of(made)))
FEW = settings(max_examples=12, deadline=None)


def all_roads(layout: Layout):
    yield from (road for _, track in layout.tracks for road in track)
    yield from (road for note in (*layout.gaps, *layout.loops) for road in note.roads)
    yield from layout.walks


def covered(layout: Layout, sizes: Sizes) -> list[tuple[str, str]]:
    boxes = {
        code: label_box(at, layout.sides[code], sizes.labels[code])
        for code, at in layout.places.items()
    }
    found = [(a, b) for a, b in combinations(boxes, 2) if boxes[a].covers(boxes[b])]
    return found + [
        (code, other)
        for code, box in boxes.items()
        for other, at in layout.places.items()
        if code != other and box.covers(station_box(at))
    ]


@given(MAPS)
@FEW
def test_every_piece_of_line_is_straight_upright_or_slanting(found):
    network, sizes = found
    layout = lay_out(network, sizes)

    assert all(is_octilinear(road) for road in all_roads(layout))


@given(MAPS)
@FEW
def test_no_two_stations_share_a_point_and_no_label_covers_a_label_or_station(found):
    network, sizes = found
    layout = lay_out(network, sizes)

    assert len(set(layout.places.values())) == len(network.stations)
    assert covered(layout, sizes) == []


@given(MAPS)
@FEW
def test_the_same_map_always_becomes_the_same_layout(found):
    network, sizes = found
    shuffled = Sizes(dict(reversed(sizes.labels.items())), sizes.gaps, sizes.loops)

    assert to_plain(lay_out(network, sizes)) == to_plain(lay_out(network, shuffled))


@given(MAPS, st.data())
@FEW
def test_what_people_fixed_stays(found, data):
    network, sizes = found
    codes = [station.id for station in network.stations]
    spots = st.tuples(st.integers(-3, 25), st.integers(-3, 25))
    places = data.draw(st.dictionaries(st.sampled_from(codes), spots, max_size=4))
    sides = data.draw(st.dictionaries(st.sampled_from(codes), st.sampled_from(Side), max_size=4))
    layout = lay_out(network, sizes, Corrections(places, sides))

    shared = {
        code
        for clash in layout.clashes
        for code in clash.stations[1:]
        if clash.kind is ClashKind.SAME_PLACE
    }
    assert all(layout.places[code] == at for code, at in places.items() if code not in shared)
    assert all(layout.sides[code] is side for code, side in sides.items())
    assert len(set(layout.places.values())) == len(network.stations)
    assert all(is_octilinear(road) for road in all_roads(layout))
    told = {frozenset(clash.stations) for clash in layout.clashes}
    assert {frozenset(pair) for pair in covered(layout, sizes)} <= told


def test_two_stations_fixed_on_one_place_are_told_and_parted():
    places = {"huisarts": (4, 4), "detox": (4, 4)}
    layout = lay_out(SMALL, SIZES, Corrections(places))

    assert layout.places["huisarts"] == (4, 4) != layout.places["detox"]
    clash = layout.clashes[0]
    assert (clash.kind, clash.stations) == (ClashKind.SAME_PLACE, ("huisarts", "detox"))
    assert clash.says.nl == "Huisarts en Detox staan op één plek."


def test_a_frozen_layout_keeps_everything_but_what_is_changed():
    before = lay_out(SMALL, SIZES)
    kept = before.frozen()
    column, row = before.places["eigen-huis"]
    after = lay_out(
        SMALL, SIZES, Corrections({**kept.places, "eigen-huis": (column + 2, row)}, kept.sides)
    )

    assert after.places == {**before.places, "eigen-huis": (column + 2, row)}
    assert after.sides == before.sides


def test_bands_follow_each_other_and_hold_their_stations():
    layout = lay_out(SMALL, SIZES)

    assert all(a[1] < b[0] for a, b in zip(layout.bands, layout.bands[1:], strict=False))
    for station in SMALL.stations:
        first, last = layout.bands[station.stage]
        assert first <= layout.places[station.id][0] <= last


def test_every_track_runs_through_its_stations_in_order():
    layout = lay_out(SMALL, SIZES)
    drawn = dict(layout.tracks)

    for line in SMALL.lines:
        ends = (
            [road[0] for road in drawn[line.id]] + [drawn[line.id][-1][-1]]
            if drawn[line.id]
            else []
        )
        assert ends == ([layout.places[code] for code in line.tracks[0]] if ends else [])


@given(MAPS)
@FEW
def test_a_kept_layout_comes_back_whole(found):
    network, sizes = found
    layout = lay_out(network, sizes)
    back = from_plain(json.loads(json.dumps(to_plain(layout))))

    assert to_plain(back) == to_plain(layout)
    assert fits(back, network)


def test_a_layout_of_another_map_or_version_is_told_apart():
    kept = to_plain(lay_out(SMALL, SIZES))

    assert not fits(from_plain(kept), networks_without_one())
    with pytest.raises(ValueError, match="version 0"):
        from_plain({**kept, "version": 0})


def networks_without_one():
    from tests.metro_maps import STATIONS, network

    return network(STATIONS[1:])
