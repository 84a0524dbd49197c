# SPDX-License-Identifier: EUPL-1.2
"""On which side of its station each label stands, so that it covers no label and no station."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from ruimbaan.core.directory.metro.boxes import Box, Lines, Side, around, label_box, station_box
from ruimbaan.core.directory.metro.columns import Size
from ruimbaan.core.directory.metro.grid import Point, Road

_PASSES = 8
_TASTE = {
    Side.N: 0.0,
    Side.S: 0.0,
    Side.SE: 1.5,
    Side.SW: 1.5,
    Side.NE: 1.5,
    Side.NW: 1.5,
    Side.E: 2.5,
    Side.W: 2.5,
}
_COVERS, _ON_LINE, _SAME_SIDE = 1000.0, 4.0, 0.8


class Labels:
    """Labels that look for a side. `sides` is what was chosen so far; `covered` is what else no
    label may stand on, such as the boxes of gaps."""

    def __init__(
        self,
        places: Mapping[str, Point],
        sizes: Mapping[str, Size],
        tracks: Sequence[Sequence[str]],
        found: Iterable[Road],
        covered: Sequence[Box],
        wanted: Mapping[str, Side],
    ) -> None:
        self.places, self.covered, self.wanted = places, covered, wanted
        self.sides = _alternating(places, tracks, wanted)
        self._boxes = {
            code: {side: label_box(at, side, sizes[code]) for side in Side}
            for code, at in places.items()
        }
        self._near = _near(self._boxes)
        self._beside = _neighbours(places, tracks)
        self._lines = Lines(found)
        self._stations = {code: station_box(at) for code, at in places.items()}
        self._alone = {
            code: {side: self._cost_alone(code, side) for side in Side} for code in places
        }

    def _cost_alone(self, code: str, side: Side) -> float:
        box = self._boxes[code][side]
        over = sum(box.covers(at) for other, at in self._stations.items() if other != code)
        over += sum(box.covers(other) for other in self.covered)
        return _TASTE[side] + _COVERS * over + _ON_LINE * self._lines.under(box)

    def choose(self) -> None:
        """Each label in turn takes its best side, until nothing changes."""
        free: Collection[str] = [code for code in self.places if code not in self.wanted]
        for _ in range(_PASSES):
            if not [code for code in free if self._improve(code)]:
                return

    def _improve(self, code: str) -> bool:
        now = self.cost_of(code, self.sides[code])
        best = min(Side, key=lambda side: self.cost_of(code, side))
        if self.cost_of(code, best) >= now - 1e-9:
            return False
        self.sides[code] = best
        return True

    def cost_of(self, code: str, side: Side) -> float:
        box = self._boxes[code][side]
        over = sum(box.covers(self.box(other)) for other in self._near[code])
        same = sum(self.sides[other] is side for other in self._beside[code])
        return self._alone[code][side] + _COVERS * over + _SAME_SIDE * same

    def box(self, code: str) -> Box:
        return self._boxes[code][self.sides[code]]

    def costs(self) -> dict[str, float]:
        """What each label costs where it stands."""
        return {code: self.cost_of(code, self.sides[code]) for code in self.places}

    def clashes(self) -> Iterator[tuple[str, str]]:
        """Labels that cover each other, and labels on a station; each pair in order."""
        for code, others in self._near.items():
            for other in others:
                if code < other and self.box(code).covers(self.box(other)):
                    yield code, other
        for code in self.places:
            for other, station in self._stations.items():
                if code != other and self.box(code).covers(station):
                    yield code, other

    def covering(self) -> Iterator[tuple[str, int]]:
        """Labels on something else, with its number in `covered`."""
        for code in self.places:
            for at, other in enumerate(self.covered):
                if self.box(code).covers(other):
                    yield code, at


def _alternating(
    places: Mapping[str, Point], tracks: Sequence[Sequence[str]], wanted: Mapping[str, Side]
) -> dict[str, Side]:
    sides: dict[str, Side] = {}
    for track in tracks:
        for at, code in enumerate(track):
            sides.setdefault(code, Side.N if at % 2 == 0 else Side.S)
    return {code: wanted.get(code, sides.get(code, Side.N)) for code in places}


def _neighbours(
    places: Mapping[str, Point], tracks: Sequence[Sequence[str]]
) -> dict[str, list[str]]:
    beside: dict[str, list[str]] = {code: [] for code in places}
    for one, other in (pair for track in tracks for pair in pairwise(track)):
        beside[one].append(other)
        beside[other].append(one)
    return beside


def _near(boxes: Mapping[str, Mapping[Side, Box]]) -> dict[str, list[str]]:
    """For each label those it can meet at all."""
    reach = {code: around(sides.values()) for code, sides in boxes.items()}
    return {
        code: [other for other, far in reach.items() if other != code and own.covers(far)]
        for code, own in reach.items()
    }
