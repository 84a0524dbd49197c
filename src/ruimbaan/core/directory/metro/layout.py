# SPDX-License-Identifier: EUPL-1.2
"""Where everything on a metro map stands: made once, kept, corrected by people, drawn from often."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ruimbaan.core.directory.metro.arranging import Arranged, Arranging
from ruimbaan.core.directory.metro.boxes import Side
from ruimbaan.core.directory.metro.climbing import climb
from ruimbaan.core.directory.metro.columns import Size, Start, first_places
from ruimbaan.core.directory.metro.grid import Point, Road
from ruimbaan.core.directory.metro.labels import Labels
from ruimbaan.core.directory.metro.network import Network
from ruimbaan.core.directory.metro.notes import Note
from ruimbaan.core.directory.metro.plates import Plate
from ruimbaan.core.directory.metro.routing import RoadMap, crossings
from ruimbaan.core.directory.metro.tracks import ordered_tracks
from ruimbaan.core.kernel.texts import Text

_MOST_WIDENED = 40


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a coordinator decided, per station: column and row, and the side of the label."""

    places: Mapping[str, Point] = field(default_factory=dict)
    sides: Mapping[str, Side] = field(default_factory=dict)


class ClashKind(StrEnum):
    SAME_PLACE = "same-place"
    LABELS = "labels"
    LINE_OVER_STATION = "line-over-station"


@dataclass(frozen=True, slots=True)
class Clash:
    """What corrections made impossible or ugly, and between which stations."""

    kind: ClashKind
    stations: tuple[str, ...]
    says: Text


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the words are, in units of the picture, measured by whoever draws: the label of
    each station, and the box beside each gap and loop."""

    labels: Mapping[str, Size]
    gaps: tuple[Size, ...] = ()
    loops: tuple[Size, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """All places, in cells of the grid. `tracks` holds the roads of each track of each line;
    `gaps`, `walks` and `loops` stand in the order of the network, a note is None where no box
    fits. `bands` has the first and last column of each stage."""

    places: Mapping[str, Point]
    sides: Mapping[str, Side]
    tracks: tuple[tuple[str, tuple[Road, ...]], ...]
    bands: tuple[tuple[int, int], ...]
    gaps: tuple[Note, ...] = ()
    walks: tuple[Road, ...] = ()
    loops: tuple[Note, ...] = ()
    plates: tuple[Plate, ...] = ()
    clashes: tuple[Clash, ...] = ()

    @property
    def crossings(self) -> int:
        return crossings(road for _, track in self.tracks for road in track)

    def frozen(self) -> Corrections:
        """Corrections that keep everything where it is now, to change one thing of."""
        return Corrections(dict(self.places), dict(self.sides))


def lay_out(network: Network, sizes: Sizes, corrections: Corrections | None = None) -> Layout:
    """The layout of this map: the same for the same input, whatever the order of the mappings.
    What people corrected stays as they said; where that cannot be, a clash says why."""
    asked = corrections or Corrections()
    tracks = ordered_tracks(network)
    start = first_places(network, tracks, sizes.labels)
    fixed, clashes = _fixed(network, asked)
    roads = RoadMap(tuple(tracks.edges()), _begin(start, fixed))
    climb(roads, start, {one.id: one.stage for one in network.stations}, fixed)
    measured = sizes.labels, sizes.gaps, sizes.loops
    arranging = Arranging(network, tracks, roads, measured, asked.sides, fixed, list(start.bands))
    layout = _finished(network, arranging, arranging.arrange())
    return replace(layout, clashes=(*clashes, *layout.clashes))


def _fixed(network: Network, asked: Corrections) -> tuple[dict[str, Point], list[Clash]]:
    """The places people chose; who chose a place that was taken already, is not fixed."""
    fixed: dict[str, Point] = {}
    taken: dict[Point, str] = {}
    clashes: list[Clash] = []
    for station in network.stations:
        place = asked.places.get(station.id)
        if place is None:
            continue
        if place in taken:
            names = network.by_id[taken[place]].name, station.name
            says = Text(
                f"{names[0].nl} en {names[1].nl} staan op één plek.",
                f"{names[0].in_language('en')} and {names[1].in_language('en')} share a place.",
            )
            clashes.append(Clash(ClashKind.SAME_PLACE, (taken[place], station.id), says))
        else:
            taken[place] = station.id
            fixed[station.id] = place
    return fixed, clashes


def _begin(start: Start, fixed: Mapping[str, Point]) -> dict[str, Point]:
    """First places with the fixed ones in; who stood there moves to the next free column."""
    taken = set(fixed.values())
    places: dict[str, Point] = {}
    for code, place in start.places.items():
        column, row = place
        while code not in fixed and (column, row) in taken:
            column += 1
        places[code] = fixed.get(code, (column, row))
        taken.add(places[code])
    return places


def _finished(network: Network, arranging: Arranging, found: Arranged) -> Layout:
    roads, tracks = arranging.roads, arranging.tracks
    laid = tuple(
        (
            line,
            tuple(
                roads.roads[edge]
                for edge in roads.edges
                if edge.track == number and edge in roads.roads
            ),
        )
        for number, line in enumerate(tracks.lines)
    )
    return Layout(
        places=dict(roads.places),
        sides=dict(found.labels.sides),
        tracks=laid,
        bands=tuple(arranging.bands),
        gaps=found.extra.gaps,
        walks=found.extra.walks,
        loops=found.extra.loops,
        plates=found.plates,
        clashes=(*_unsolved(network, found.labels), *_run_over(network, roads)),
    )


def _unsolved(network: Network, labels: Labels) -> Iterable[Clash]:
    for one, other in sorted(labels.clashes()):
        a, b = network.by_id[one].name, network.by_id[other].name
        says = Text(
            f"De naam van {a.nl} staat over {b.nl}.",
            f"The name of {a.in_language('en')} covers {b.in_language('en')}.",
        )
        yield Clash(ClashKind.LABELS, (one, other), says)


def _run_over(network: Network, roads: RoadMap) -> Iterable[Clash]:
    for station in network.stations:
        if roads.passing(roads.places[station.id]):
            says = Text(
                f"Een lijn loopt over {station.name.nl} zonder te stoppen.",
                f"A line runs over {station.name.in_language('en')} without stopping.",
            )
            yield Clash(ClashKind.LINE_OVER_STATION, (station.id,), says)
