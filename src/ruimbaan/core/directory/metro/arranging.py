# SPDX-License-Identifier: EUPL-1.2
"""Labels, boxes and numbers around a net of roads; the map grows where they cannot pass."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from ruimbaan.core.directory.metro.boxes import Side, box_around
from ruimbaan.core.directory.metro.columns import Size
from ruimbaan.core.directory.metro.grid import Point, Road
from ruimbaan.core.directory.metro.labels import Labels
from ruimbaan.core.directory.metro.network import Network
from ruimbaan.core.directory.metro.notes import Extra, Note, extra_of, sign_box
from ruimbaan.core.directory.metro.plates import Plate, plates_of
from ruimbaan.core.directory.metro.routing import RoadMap
from ruimbaan.core.directory.metro.tracks import Edge, Tracks

_MOST_WIDENED, _MOST_TIDIED = 40, 4
_UGLY = 7.0  # a label that costs more than this is worth a larger map
_LARGER = 6.0  # what a row or column more costs
COLUMN, ROW = 0, 1

Bands = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Arranged:
    labels: Labels
    extra: Extra
    plates: tuple[Plate, ...]

    @property
    def cost(self) -> float:
        missing = sum(note.box is None for note in self.extra.notes)
        return sum(self.labels.costs().values()) + 20 * missing


class Arranging:
    """Everything that stands around the roads, and the freedom to make room for it."""

    def __init__(
        self,
        network: Network,
        tracks: Tracks,
        roads: RoadMap,
        sizes: tuple[Mapping[str, Size], tuple[Size, ...], tuple[Size, ...]],
        wanted: Mapping[str, Side],
        fixed: Collection[str],
        bands: Bands,
    ) -> None:
        self.network, self.tracks, self.roads = network, tracks, roads
        self.label_sizes, self.gap_sizes, self.loop_sizes = sizes
        self.wanted, self.fixed, self.bands = wanted, fixed, bands

    def arrange(self) -> Arranged:
        """Without labels over labels or stations, unless what is fixed leaves no room. A box or a
        number that some label covers goes."""
        now = self._widened(self._around())
        now = self._widened(self._tidied(now))
        return self._without_covered(now)

    def _around(self) -> Arranged:
        extra = extra_of(self.network, self.roads, self.gap_sizes, self.loop_sizes)
        covered = [box_around(note.box, size) for note, size in self._boxes(extra) if note.box]
        covered += [sign_box(note.sign) for note in extra.gaps]
        plates = plates_of(self.tracks, self.roads, covered, extra.roads())
        labels = Labels(
            self.roads.places,
            self.label_sizes,
            self.tracks.tracks,
            (*self.roads.roads.values(), *extra.roads()),
            (*covered, *(plate.box for plate in plates)),
            self.wanted,
        )
        labels.choose()
        return Arranged(labels, extra, plates)

    def _boxes(self, extra: Extra) -> Iterator[tuple[Note, Size]]:
        return zip(extra.notes, (*self.gap_sizes, *self.loop_sizes), strict=True)

    # --- room -----------------------------------------------------------------------------
    def _widened(self, now: Arranged) -> Arranged:
        for _ in range(_MOST_WIDENED):
            if not any(self._part(one, other) for one, other in self._clashing(now)):
                break
            now = self._around()
        return now

    def _clashing(self, now: Arranged) -> Iterator[tuple[Point, Point]]:
        """Points to part: of labels that clash, and of labels on a box or sign of a note."""
        places = dict(self.roads.places)
        for one, other in sorted(now.labels.clashes()):
            yield places[one], places[other]
        signs = [note.sign for note in now.extra.notes if note.box]
        signs += [note.sign for note in now.extra.gaps]
        for code, at in now.labels.covering():
            if at < len(signs):
                yield places[code], signs[at]

    def _part(self, one: Point, other: Point) -> bool:
        """A row between the two, or a column when they stand on one row."""
        (x, y), (to_x, to_y) = one, other
        rows = y != to_y and (x == to_x or abs(y - to_y) >= abs(x - to_x) / 2)
        return self._insert(ROW, min(y, to_y)) if rows else self._insert(COLUMN, min(x, to_x))

    def _insert(self, axis: int, border: int) -> bool:
        """One row or column more after this one. False when that would move what is fixed."""
        roads = self.roads
        moving = [code for code, place in roads.places.items() if place[axis] > border]
        if not moving or any(code in self.fixed for code in moving):
            return False
        for code in sorted(moving, key=lambda code: roads.places[code], reverse=True):
            column, row = roads.places[code]
            roads.move(code, (column + 1, row) if axis == COLUMN else (column, row + 1))
        if axis == COLUMN:
            self.bands[:] = [
                (left + (left > border), right + (right > border)) for left, right in self.bands
            ]
        roads.reroute(roads.edges)
        return True

    # --- beauty ---------------------------------------------------------------------------
    def _tidied(self, now: Arranged) -> Arranged:
        """A row or column more wherever that frees the ugliest labels from lines."""
        for _ in range(_MOST_TIDIED):
            costs = now.labels.costs()
            ugly = sorted(
                (code for code in costs if costs[code] > _UGLY), key=lambda c: (-costs[c], c)
            )
            better = next((found for code in ugly[:2] if (found := self._freed(code, now))), None)
            if better is None:
                return now
            now = better
        return now

    def _freed(self, code: str, now: Arranged) -> Arranged | None:
        column, row = self.roads.places[code]
        choices = ((ROW, row), (ROW, row - 1), (COLUMN, column), (COLUMN, column - 1))
        kept = dict(self.roads.places), dict(self.roads.roads), list(self.bands)
        best: tuple[float, tuple[int, int]] | None = None
        for axis, border in choices:
            if self._insert(axis, border):
                cost = self._around().cost + _LARGER
                if cost < now.cost and (best is None or cost < best[0]):
                    best = cost, (axis, border)
                self._put_back(*kept)
        if best is None:
            return None
        self._insert(*best[1])
        return self._around()

    def _put_back(
        self, places: Mapping[str, Point], roads: Mapping[Edge, Road], bands: Bands
    ) -> None:
        self.roads.restore(places, roads)
        self.bands[:] = bands

    # --- the end --------------------------------------------------------------------------
    def _without_covered(self, now: Arranged) -> Arranged:
        """Boxes and numbers under a label are left out."""
        boxed = [at for at, note in enumerate(now.extra.notes) if note.box]
        covering = {at for _, at in now.labels.covering()}
        gone = {boxed[at] for at in covering if at < len(boxed)}
        notes = [
            replace(note, box=None) if at in gone else note
            for at, note in enumerate(now.extra.notes)
        ]
        count = len(now.extra.gaps)
        extra = replace(now.extra, gaps=tuple(notes[:count]), loops=tuple(notes[count:]))
        first = len(now.labels.covered) - len(now.plates)
        plates = tuple(p for at, p in enumerate(now.plates) if first + at not in covering)
        return Arranged(now.labels, extra, plates)
