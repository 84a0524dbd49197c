# SPDX-License-Identifier: EUPL-1.2
"""The number of a line at its ends, so that a line is known by more than its colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ruimbaan.core.directory.metro.boxes import Box, Lines, box_around, middle, station_box
from ruimbaan.core.directory.metro.grid import Point, Road, sign
from ruimbaan.core.directory.metro.routing import RoadMap
from ruimbaan.core.directory.metro.tracks import Tracks

PLATE = 13  # its radius
_AWAY = 40  # from the middle of the station


@dataclass(frozen=True, slots=True)
class Plate:
    line: str
    centre: tuple[float, float]

    @property
    def box(self) -> Box:
        return box_around(self.centre, (2 * PLATE, 2 * PLATE))


def plates_of(
    tracks: Tracks, laid: RoadMap, covered: Iterable[Box], other: Iterable[Road]
) -> tuple[Plate, ...]:
    """One at each end of each track, where the line would go on; none where something stands."""
    taken = [*covered, *(station_box(at) for at in laid.places.values())]
    lines = Lines([*laid.roads.values(), *other])
    plates: list[Plate] = []
    for line, at, before in _ends(tracks, laid):
        x, y = middle(at)
        across, down = sign(at[0] - before[0]), sign(at[1] - before[1])
        share = 0.75 if across and down else 1
        plate = Plate(line, (x + across * _AWAY * share, y + down * _AWAY * share))
        if not lines.under(plate.box) and not any(plate.box.covers(box) for box in taken):
            taken.append(plate.box)
            plates.append(plate)
    return tuple(plates)


def _ends(tracks: Tracks, laid: RoadMap) -> Iterator[tuple[str, Point, Point]]:
    """The last point of each track, either way, and a point before it; where a line forks it
    goes on."""
    seen: set[tuple[str, Point]] = set()
    for number, line in enumerate(tracks.lines):
        roads = [
            laid.roads[edge] for edge in laid.edges if edge.track == number and edge in laid.roads
        ]
        ends = [(roads[0][0], roads[0][1]), (roads[-1][-1], roads[-1][-2])] if roads else []
        for at, before in ends:
            if (line, at) not in seen:
                seen.add((line, at))
                yield line, at, before
