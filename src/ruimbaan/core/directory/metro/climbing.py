# SPDX-License-Identifier: EUPL-1.2
"""A small hill-climber: each station in turn moves to the best place near it, in a fixed order,
until nothing gets better. The same map always becomes the same layout."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ruimbaan.core.directory.metro.columns import BESIDE, Start
from ruimbaan.core.directory.metro.grid import Point
from ruimbaan.core.directory.metro.routing import RoadMap

PASSES = 4
_AWAY_FROM_ROW, _AWAY_FROM_COLUMN = 5.0, 0.6
_TOO_NEAR, _PASSED, _OUTSIDE = 60.0, 80.0, 40.0
_MOVES = tuple((across, down) for across in (0, 1, -1, 2, -2, 3, -3) for down in (0, 1, -1))


def climb(
    network: RoadMap,
    start: Start,
    stage_of: Mapping[str, int],
    fixed: Collection[str],
) -> None:
    """Moves the stations that are not fixed, and gives every edge its road."""
    network.reroute(network.edges)
    for _ in range(PASSES):
        moved = [
            code
            for code in network.places
            if code not in fixed and _improve(network, start, stage_of, code)
        ]
        if not moved:
            break
    network.reroute(network.edges)
    network.reroute(network.edges)


def _improve(network: RoadMap, start: Start, stage_of: Mapping[str, int], station: str) -> bool:
    """Whether the station went elsewhere."""
    at = network.places[station]
    edges = network.touching[station]
    kept = {edge: network.roads[edge] for edge in edges if edge in network.roads}
    best, best_cost = at, float("inf")
    best_roads = kept
    for place in _near(at):
        if place != at and network.standing(place):
            continue
        network.move(station, place)
        cost = _standing(network, start, stage_of, station)
        if cost < best_cost:
            cost += network.reroute(edges)
        if cost < best_cost - 1e-9:
            best, best_cost = place, cost
            best_roads = {edge: network.roads[edge] for edge in edges if edge in network.roads}
    network.move(station, best)
    for edge, road in best_roads.items():
        network.lay(edge, road)
    return best != at


def _near(at: Point) -> Iterator[Point]:
    return ((at[0] + across, at[1] + down) for across, down in _MOVES)


def _standing(network: RoadMap, start: Start, stage_of: Mapping[str, int], station: str) -> float:
    """What it costs to stand here, apart from the roads."""
    column, row = network.places[station]
    first_column, first_row = start.places[station]
    left, right = start.bands[stage_of[station]]
    outside = max(left - column, column - right, 0)
    crowd = sum(
        max(BESIDE - max(abs(column - x), abs(row - y)), 0)
        for code, (x, y) in network.places.items()
        if code != station
    )
    return (
        _AWAY_FROM_COLUMN * abs(column - first_column)
        + _AWAY_FROM_ROW * abs(row - first_row)
        + _OUTSIDE * outside
        + _TOO_NEAR * crowd
        + _PASSED * network.passing((column, row))
    )
