# SPDX-License-Identifier: EUPL-1.2
"""Which road each piece of track takes: few crossings, nothing over a station, gentle bends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ruimbaan.core.directory.metro.grid import (
    Point,
    Road,
    Shape,
    Step,
    meeting_points,
    roads,
    shape_of,
    turn,
)
from ruimbaan.core.directory.metro.tracks import Edge

_CROSSING, _TOGETHER, _THROUGH_STATION = 12.0, 40.0, 80.0
_LENGTH, _BEND = 0.4, 1.5
_TURNED = (0.0, 1.0, 4.0, 25.0, 60.0)  # at a station, by steps of 45 degrees


@dataclass
class RoadMap:
    """The roads of a map while it is being laid out."""

    edges: Sequence[Edge]
    places: dict[str, Point]
    roads: dict[Edge, Road] = field(default_factory=dict)
    _met: Counter[Point] = field(default_factory=Counter)
    _used: Counter[Step] = field(default_factory=Counter)
    _standing: Counter[Point] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._standing.update(self.places.values())
        self.touching: dict[str, list[Edge]] = {code: [] for code in self.places}
        self._beside: dict[Edge, tuple[Edge | None, Edge | None]] = {}
        for before, edge, after in _with_neighbours(self.edges):
            self.touching[edge.source].append(edge)
            self.touching[edge.target].append(edge)
            self._beside[edge] = (before, after)

    # --- changing -------------------------------------------------------------------------
    def lay(self, edge: Edge, road: Road) -> None:
        self.lift(edge)
        self.roads[edge] = road
        shape = shape_of(road)
        self._met.update(shape.meeting)
        self._used.update(shape.steps)

    def lift(self, edge: Edge) -> None:
        road = self.roads.pop(edge, None)
        if road:
            shape = shape_of(road)
            self._met.subtract(shape.meeting)
            self._used.subtract(shape.steps)

    def move(self, station: str, to: Point) -> None:
        """The station stands elsewhere; its roads are lifted."""
        for edge in self.touching[station]:
            self.lift(edge)
        self._standing[self.places[station]] -= 1
        self.places[station] = to
        self._standing[to] += 1

    def restore(self, places: Mapping[str, Point], roads: Mapping[Edge, Road]) -> None:
        """As it was."""
        for code, place in places.items():
            if self.places[code] != place:
                self.move(code, place)
        for edge, road in roads.items():
            self.lay(edge, road)

    def reroute(self, edges: Iterable[Edge]) -> float:
        """The best road for each of these, one after the other. Gives their cost."""
        return sum(self._best(edge) for edge in edges)

    def _best(self, edge: Edge) -> float:
        self.lift(edge)
        a, b = self.places[edge.source], self.places[edge.target]
        if a == b:
            return _THROUGH_STATION
        cost, _, road = min(
            (self.cost(edge, road), at, road) for at, road in enumerate(roads(a, b))
        )
        self.lay(edge, road)
        return cost

    # --- judging --------------------------------------------------------------------------
    def cost(self, edge: Edge, road: Road) -> float:
        shape = shape_of(road)
        standing, met, used = self._standing, self._met, self._used
        through = sum([standing[point] > 0 for point in shape.inside])
        crossed = sum([met[point] for point in shape.meeting])
        together = sum([used[step] for step in shape.steps])
        return (
            _LENGTH * shape.length
            + _BEND * shape.bends
            + _THROUGH_STATION * through
            + _CROSSING * crossed
            + _TOGETHER * together
            + self._joints(edge, shape)
        )

    def _joints(self, edge: Edge, shape: Shape) -> float:
        """A line goes on through its stations without a sharp turn."""
        before, after = self._beside[edge]
        total = 0.0
        if before in self.roads:
            total += _TURNED[turn(shape_of(self.roads[before]).last, shape.first)]
        if after in self.roads:
            total += _TURNED[turn(shape.last, shape_of(self.roads[after]).first)]
        return total

    def passing(self, point: Point) -> int:
        """How many roads run over this point without stopping."""
        return self._met[(2 * point[0], 2 * point[1])]

    def standing(self, point: Point) -> int:
        return self._standing[point]


def _with_neighbours(
    edges: Sequence[Edge],
) -> Iterator[tuple[Edge | None, Edge, Edge | None]]:
    padded: list[Edge | None] = [None, *edges, None]
    for before, edge, after in zip(padded, edges, padded[2:], strict=False):
        follows = before is not None and _joined(before, edge)
        leads = after is not None and _joined(edge, after)
        yield (before if follows else None), edge, (after if leads else None)


def _joined(one: Edge, other: Edge) -> bool:
    return one.track == other.track and one.target == other.source


def crossings(found: Iterable[Road]) -> int:
    """How many times two of these roads cross, apart from where one of them ends."""
    met = Counter(point for road in found for point in meeting_points(road))
    return sum(count * (count - 1) // 2 for count in met.values())
