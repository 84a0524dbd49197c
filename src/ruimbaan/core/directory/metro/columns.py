# SPDX-License-Identifier: EUPL-1.2
"""The first places of all stations: a row for each track, columns by band, room for the labels."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from ruimbaan.core.directory.metro.grid import Point
from ruimbaan.core.directory.metro.network import Network, Station
from ruimbaan.core.directory.metro.tracks import Tracks

UNIT = 46  # of the picture, for one cell of the grid
ROW_STEP = 3  # cells between two tracks
BESIDE = 2  # cells between two stations on one row
_CHANGING = 3  # cells from a station on another row
_AIR = 8  # between two labels
_BETWEEN_BANDS = 2
_BAND = 4  # columns from the start of a band to the next one, for its name

Size = tuple[float, float]  # width and height of a label


@dataclass(frozen=True, slots=True)
class Start:
    """Where the stations begin, and the first and last column of each band."""

    places: Mapping[str, Point]
    bands: tuple[tuple[int, int], ...]


def first_places(network: Network, tracks: Tracks, sizes: Mapping[str, Size]) -> Start:
    """Every station as far left as its track and the labels allow, then halfway to as far right
    as it could stand: short tracks spread."""
    needs = _needs(tracks, sizes)
    column: dict[str, int] = {}
    bands: list[tuple[int, int]] = []
    first = 0
    for stage in range(len(network.stages)):
        stations = _in_order(network, stage)
        earliest = _earliest(stations, needs, column, first)
        last = max(earliest.values(), default=first)
        latest = _latest(stations, needs, last)
        column |= {code: (earliest[code] + latest[code]) // 2 for code in earliest}
        bands.append((first, last))
        first = max(last + _BETWEEN_BANDS, first + _BAND) if earliest else first
    places = {code: (at, ROW_STEP * tracks.home[code]) for code, at in column.items()}
    return Start(places, tuple(bands))


def _in_order(network: Network, stage: int) -> list[Station]:
    return sorted(
        (one for one in network.stations if one.stage == stage), key=lambda one: one.order
    )


def _needs(tracks: Tracks, sizes: Mapping[str, Size]) -> dict[tuple[str, str], int]:
    """How many columns lie between two stations at least: neighbours, and the next but one,
    whose label stands on the same side."""
    needs: dict[tuple[str, str], int] = {}
    for track in tracks.tracks:
        for a, b in itertools.pairwise(track):
            beside = BESIDE if tracks.home[a] == tracks.home[b] else _CHANGING
            needs[a, b] = max(beside, needs.get((a, b), 0))
        for a, b in zip(track, track[2:], strict=False):
            if tracks.home[a] == tracks.home[b]:
                wide = (sizes[a][0] + sizes[b][0]) / 2 + _AIR
                needs[a, b] = max(ceil(wide / UNIT), needs.get((a, b), 0))
    return needs


def _earliest(
    stations: Sequence[Station],
    needs: Mapping[tuple[str, str], int],
    placed: Mapping[str, int],
    first: int,
) -> dict[str, int]:
    column: dict[str, int] = {}
    for station in stations:
        known = {**placed, **column}
        column[station.id] = max(
            first,
            *(known[a] + need for (a, b), need in needs.items() if b == station.id and a in known),
            first,
        )
    return column


def _latest(
    stations: Sequence[Station], needs: Mapping[tuple[str, str], int], last: int
) -> dict[str, int]:
    column: dict[str, int] = {}
    for station in reversed(stations):
        column[station.id] = min(
            last,
            *(
                column[b] - need
                for (a, b), need in needs.items()
                if a == station.id and b in column
            ),
            last,
        )
    return column
