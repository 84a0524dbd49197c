# SPDX-License-Identifier: EUPL-1.2
"""A region that is too large for one map: an overview with counts, and a map for each part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ruimbaan.core.directory.metro.derive import lines_of
from ruimbaan.core.directory.metro.network import Network, Station
from ruimbaan.core.kernel.texts import Text

MOST_STATIONS = 40
_REST = Text("Overal", "Everywhere")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One part: a district, a part of life, or a numbered piece of one that is still too large.
    `key` names it in an address."""

    key: str
    name: Text
    network: Network


@dataclass(frozen=True, slots=True)
class Sheets:
    """`overview` is the whole region when that fits on one map; then there are no parts."""

    overview: Network
    parts: tuple[Sheet, ...] = ()


def sheets_of(
    network: Network,
    names: Mapping[str, Text] | None = None,
    most: int = MOST_STATIONS,
) -> Sheets:
    """The region as one map, or above `most` stations as an overview with a map for each
    district; by part of life when no station has a district. `names` gives the names of parts of
    life and districts; without one the code itself is the name."""
    if len(network.stations) <= most:
        return Sheets(network)
    by_district = any(station.district for station in network.stations)
    parts = [
        sheet
        for key, stations in _parts(network.stations, by_district=by_district)
        for sheet in _fitting(network, key, _name(key, names or {}), stations, names or {}, most)
    ]
    return Sheets(overview_of(network), tuple(parts))


def _parts(stations: Iterable[Station], *, by_district: bool) -> list[tuple[str, list[Station]]]:
    """In alphabetical order, what belongs nowhere last."""
    found: dict[str, list[Station]] = defaultdict(list)
    for station in stations:
        found[station.district if by_district else station.domain].append(station)
    return sorted(found.items(), key=lambda part: (not part[0], part[0]))


def _name(key: str, names: Mapping[str, Text]) -> Text:
    return names.get(key, Text(key)) if key else _REST


def _fitting(
    network: Network,
    key: str,
    name: Text,
    stations: list[Station],
    names: Mapping[str, Text],
    most: int,
) -> Iterable[Sheet]:
    """The part as one sheet; a larger one by part of life, and then by numbers."""
    if len(stations) <= most:
        yield Sheet(key, name, _only(network, name, stations))
        return
    by_domain = _parts(stations, by_district=False)
    if len(by_domain) > 1:
        for domain, some in by_domain:
            what = _name(domain, names)
            both = Text(
                f"{name.nl}: {what.nl}", f"{name.in_language('en')}: {what.in_language('en')}"
            )
            yield from _fitting(network, f"{key}-{domain or 'rest'}", both, some, names, most)
        return
    ordered = sorted(stations, key=lambda one: (one.stage, one.order))
    for number, first in enumerate(range(0, len(ordered), most), start=1):
        both = Text(f"{name.nl} {number}", f"{name.in_language('en')} {number}")
        part = ordered[first : first + most]
        yield Sheet(f"{key}-{number}", both, _only(network, both, part))


def _only(network: Network, title: Text, stations: list[Station]) -> Network:
    """The map with just these stations, and what lies between them."""
    kept = {station.id for station in stations}
    return replace(
        network,
        title=title,
        stations=tuple(stations),
        lines=lines_of(stations),
        gaps=tuple(gap for gap in network.gaps if {gap.source, gap.target} <= kept),
        walks=tuple(walk for walk in network.walks if {walk.source, walk.target} <= kept),
        loops=tuple(loop for loop in network.loops if set(loop.stations) <= kept),
        rings=tuple(ring for ring in network.rings if ring.station in kept),
    )


def overview_of(network: Network) -> Network:
    """One station for what a pot pays in one stage, with how many supports that are. A stage where
    a line has no station is a stage that this pot does not pay."""
    found: dict[tuple[str, int], list[Station]] = defaultdict(list)
    for station in network.stations:
        found[station.lines[0], station.stage].append(station)
    bundles = [
        Station(
            id=f"{line}.{stage}",
            name=network.stages[stage],
            lines=(line,),
            stage=stage,
            forms=tuple(form for one in stations for form in one.forms),
            count=sum(max(len(one.forms), 1) for one in stations),
        )
        for (line, stage), stations in sorted(found.items())
    ]
    return replace(
        network,
        stations=tuple(bundles),
        lines=lines_of(bundles),
        gaps=(),
        walks=(),
        loops=(),
        rings=(),
    )
