# SPDX-License-Identifier: EUPL-1.2
"""What is on a metro map, before anything has a place: lines are money, stations are support."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ruimbaan.core.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Station:
    """One support. `lines` names the pots that pay it, the one it stands on first; `stage` is the
    band it stands in, `order` tells what comes first in a band. `forms` are the ids of the services behind it, more than one when one
    organisation offers the same in several forms. `wait` is in days: None when nobody knows, and
    the shortest one when forms differ. `count` is 0, or how many supports a station of an overview
    stands for. `arrives`: who gets here has reached a goal."""

    id: str
    name: Text
    lines: tuple[str, ...]
    stage: int
    order: int = 0
    provider: str = ""
    forms: tuple[str, ...] = ()
    wait: int | None = None
    domain: str = ""
    district: str = ""
    walk_in: bool = False
    initiative: bool = False
    arrives: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One pot of money. A long line forks: each track is a row of stations, in order; a second
    track begins at a station of the first."""

    id: str
    name: Text
    tracks: tuple[tuple[str, ...], ...]

    @property
    def stations(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(code for track in self.tracks for code in track))


@dataclass(frozen=True, slots=True)
class Gap:
    """A broken link: the first support stops, the second one is not there yet. Who pays?"""

    source: str
    target: str
    question: Text
    why: Text


@dataclass(frozen=True, slots=True)
class Walk:
    """Here the handoff works: somebody walks along from the one to the other."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Loop:
    """Stations that wait for each other, in a circle, and the sentences that say so."""

    stations: tuple[str, ...]
    sentences: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Ring:
    """Room opens the road here. `rules` says which rules bend, `times` how often that was done
    (None when it is not known)."""

    station: str
    rules: tuple[Text, ...] = ()
    times: int | None = None


@dataclass(frozen=True)
class Network:
    """Everything of one map. Each code is used once; lines, gaps and the like name stations that
    are here; each track follows the stages."""

    title: Text
    stages: tuple[Text, ...]
    stations: tuple[Station, ...]
    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...] = ()
    walks: tuple[Walk, ...] = ()
    loops: tuple[Loop, ...] = ()
    rings: tuple[Ring, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Station]:
        return {station.id: station for station in self.stations}

    @cached_property
    def ring_at(self) -> Mapping[str, Ring]:
        return {ring.station: ring for ring in self.rings}

    @cached_property
    def line_by_id(self) -> Mapping[str, Line]:
        return {line.id: line for line in self.lines}

    @cached_property
    def station_of(self) -> Mapping[str, str]:
        """The station of each service."""
        return {form: station.id for station in self.stations for form in station.forms}

    def is_interchange(self, station: str) -> bool:
        """One can change here: more pots pay, or somebody walks along to another line."""
        return len(self.by_id[station].lines) > 1 or station in self._walked

    @cached_property
    def _walked(self) -> frozenset[str]:
        return frozenset(code for walk in self.walks for code in (walk.source, walk.target))
