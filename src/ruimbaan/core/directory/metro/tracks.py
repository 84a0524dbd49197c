# SPDX-License-Identifier: EUPL-1.2
"""The tracks of a map and the order in which they lie below each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from ruimbaan.core.directory.metro.network import Network

_FORK, _SHARED, _LINK = 6.0, 2.0, 0.5  # how strongly two tracks want to lie beside each other
_AS_GIVEN = 0.01  # the least reason: otherwise the order of the lines stays as it is


@dataclass(frozen=True, slots=True)
class Edge:
    """A piece of track between two stations that follow each other."""

    line: str
    track: int
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Tracks:
    """`tracks` from top to bottom; `home` is the track on whose row a station stands."""

    tracks: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...]
    home: Mapping[str, int]

    def edges(self) -> Iterator[Edge]:
        for number, (line, track) in enumerate(zip(self.lines, self.tracks, strict=True)):
            for source, target in pairwise(track):
                yield Edge(line, number, source, target)


def ordered_tracks(network: Network) -> Tracks:
    """Tracks that share stations lie close together, so that lines cross as little as can be."""
    given = [(line.id, track) for line in network.lines for track in line.tracks]
    order = _order(_pull(network, given), len(given))
    lines = tuple(given[at][0] for at in order)
    tracks = tuple(given[at][1] for at in order)
    return Tracks(tracks, lines, _homes(network, lines, tracks))


def _homes(
    network: Network, lines: tuple[str, ...], tracks: tuple[tuple[str, ...], ...]
) -> dict[str, int]:
    """A station stands on the first line it names; the root of a fork on the track of the most
    stations."""
    homes: dict[str, int] = {}
    numbers = sorted(range(len(tracks)), key=lambda at: (-len(tracks[at]), at))
    for station in network.stations:
        passing = [at for at in numbers if station.id in tracks[at]]
        own = [at for at in passing if station.lines and lines[at] == station.lines[0]]
        homes[station.id] = (own or passing or [0])[0]
    return homes


def _pull(
    network: Network, given: list[tuple[str, tuple[str, ...]]]
) -> dict[tuple[int, int], float]:
    pull: dict[tuple[int, int], float] = defaultdict(float)
    passing: dict[str, list[int]] = defaultdict(list)
    for at, (_, track) in enumerate(given):
        for code in track:
            passing[code].append(at)
    for found in passing.values():
        for one, other in combinations(sorted(set(found)), 2):
            pull[one, other] += _FORK if given[one][0] == given[other][0] else _SHARED
    links = [(gap.source, gap.target) for gap in network.gaps]
    links += [(walk.source, walk.target) for walk in network.walks]
    for source, target in links:
        if passing[source] and passing[target]:
            one, other = sorted((passing[source][0], passing[target][0]))
            pull[one, other] += _LINK
    return pull


def _order(pull: Mapping[tuple[int, int], float], count: int) -> list[int]:
    """Swap any two as long as that brings what belongs together nearer."""
    order = list(range(count))
    best = _distance(order, pull)
    improved = True
    while improved:
        improved = False
        for one, other in combinations(range(count), 2):
            order[one], order[other] = order[other], order[one]
            now = _distance(order, pull)
            if now < best - 1e-9:
                best, improved = now, True
            else:
                order[one], order[other] = order[other], order[one]
    return order


def _distance(order: list[int], pull: Mapping[tuple[int, int], float]) -> float:
    place = {track: at for at, track in enumerate(order)}
    apart: float = sum(weight * abs(place[a] - place[b]) ** 1.5 for (a, b), weight in pull.items())
    return apart + _AS_GIVEN * sum(abs(at - track) for track, at in place.items())
