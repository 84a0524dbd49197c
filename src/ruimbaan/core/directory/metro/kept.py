# SPDX-License-Identifier: EUPL-1.2
"""A layout as plain lists and numbers, to keep in a database, and back."""

from __future__ import annotations

from typing import Any

from ruimbaan.core.directory.metro.boxes import Side
from ruimbaan.core.directory.metro.grid import Point, Road
from ruimbaan.core.directory.metro.layout import Layout
from ruimbaan.core.directory.metro.network import Network
from ruimbaan.core.directory.metro.notes import Note
from ruimbaan.core.directory.metro.plates import Plate

_VERSION = 1

Kept = dict[str, Any]  # what json can write


def to_plain(layout: Layout) -> Kept:
    """Without the clashes: they are for who corrects, at the moment of correcting."""
    return {
        "version": _VERSION,
        "places": {code: list(at) for code, at in layout.places.items()},
        "sides": {code: side.value for code, side in layout.sides.items()},
        "tracks": [[line, [_road(road) for road in track]] for line, track in layout.tracks],
        "bands": [list(band) for band in layout.bands],
        "gaps": [_note(note) for note in layout.gaps],
        "walks": [_road(road) for road in layout.walks],
        "loops": [_note(note) for note in layout.loops],
        "plates": [[plate.line, *plate.centre] for plate in layout.plates],
    }


def from_plain(kept: Kept) -> Layout:
    """Raises ValueError for what another version of this program kept: lay it out again."""
    if kept.get("version") != _VERSION:
        raise ValueError(f"a kept layout of version {kept.get('version')} is not {_VERSION}")
    return Layout(
        places={code: _point(at) for code, at in kept["places"].items()},
        sides={code: Side(side) for code, side in kept["sides"].items()},
        tracks=tuple((line, tuple(_from_road(r) for r in track)) for line, track in kept["tracks"]),
        bands=tuple((left, right) for left, right in kept["bands"]),
        gaps=tuple(_from_note(note) for note in kept["gaps"]),
        walks=tuple(_from_road(road) for road in kept["walks"]),
        loops=tuple(_from_note(note) for note in kept["loops"]),
        plates=tuple(Plate(line, (x, y)) for line, x, y in kept["plates"]),
    )


def fits(layout: Layout, network: Network) -> bool:
    """Whether this layout is of this map: the same stations and lines, and as many gaps, walks and
    loops. When not, lay the map out again."""
    lines = [line.id for line in network.lines for _ in line.tracks]
    return (
        set(layout.places) == {station.id for station in network.stations}
        and sorted(line for line, _ in layout.tracks) == sorted(lines)
        and len(layout.gaps) == len(network.gaps)
        and len(layout.walks) == len(network.walks)
        and len(layout.loops) == len(network.loops)
    )


def _road(road: Road) -> list[list[int]]:
    return [list(point) for point in road]


def _note(note: Note) -> list[Any]:
    box = list(note.box) if note.box else None
    return [[_road(road) for road in note.roads], list(note.sign), box]


def _point(found: list[int]) -> Point:
    column, row = found
    return column, row


def _from_road(found: list[list[int]]) -> Road:
    return tuple(_point(point) for point in found)


def _from_note(found: list[Any]) -> Note:
    roads, sign, box = found
    return Note(
        tuple(_from_road(road) for road in roads),
        _point(sign),
        (box[0], box[1]) if box else None,
    )
