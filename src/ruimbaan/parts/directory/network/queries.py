# SPDX-License-Identifier: EUPL-1.2
"""The map of a region: laid out once and kept, drawn anew for every reader."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from ruimbaan.core.directory.life_domains import LIFE_DOMAINS
from ruimbaan.core.directory.metro.boxes import Side
from ruimbaan.core.directory.metro.derive import Circle, Known, network_of
from ruimbaan.core.directory.metro.kept import fits, from_plain, to_plain
from ruimbaan.core.directory.metro.layout import Clash, Corrections, Layout, lay_out
from ruimbaan.core.directory.metro.network import Network, Station
from ruimbaan.core.directory.metro.splitting import Sheets, sheets_of
from ruimbaan.core.directory.records.profile import NAME, profile_of
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.answer import Finding
from ruimbaan.core.planner.partial import first_in_time
from ruimbaan.core.planner.rulebook_lint import deadlocks_of
from ruimbaan.core.planner.sentences import finding_sentence
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World
from ruimbaan.integrations.directory import digest_of_region
from ruimbaan.parts.directory.models import Listing, StoredRecord
from ruimbaan.parts.directory.network.models import Correction, KeptMap
from ruimbaan.parts.directory.regions import Region, list_regions
from ruimbaan.parts.directory.store.reading import region_package
from ruimbaan.ui.pictures.metro import measure

MOST_LOOPS = 2  # on one map; all others stand with the deadlocks of the rulebook
WHOLE = ""
KEPT_AS = "circles with what opens them"  # another word when more is kept of a circle


@dataclass(frozen=True, slots=True)
class Map:
    """One sheet, ready to be drawn."""

    network: Network
    layout: Layout
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True)
class Ready:
    """All maps of a region, by part: nothing is read or laid out for a reader."""

    sheets: Sheets
    maps: Mapping[str, Map]


@dataclass(frozen=True, slots=True)
class Stuck:
    """Facts that wait for each other. `cut`: the rules that cost least to open it, None when none do;
    `starts`: from how many typical starts it is met."""

    circle: Circle
    cut: tuple[str, ...] | None
    starts: int


_ready: dict[str, Ready] = {}  # filled where a process keeps them ready (see `keeping`)


def sheets(region: Region) -> Sheets:
    """The region as one map, or as an overview with its parts."""
    ready = _ready.get(region.id)
    return ready.sheets if ready else _sheets(region.id, region.version)


def find_map(region: Region, part: str = WHOLE) -> Map | None:
    """None when the region has no such part."""
    ready = _ready.get(region.id)
    if ready:
        return ready.maps.get(part)
    network = _networks(sheets(region)).get(part)
    return None if network is None else _map_of(region, part, network)


def make_ready(region: Region) -> None:
    """From now on readers get these maps, until they are made ready again."""
    found = _sheets(region.id, region.version)
    maps = {part: _map_of(region, part, one) for part, one in _networks(found).items()}
    _ready[region.id] = Ready(found, maps)


def _networks(found: Sheets) -> dict[str, Network]:
    return {WHOLE: found.overview} | {sheet.key: sheet.network for sheet in found.parts}


def _map_of(region: Region, part: str, network: Network) -> Map:
    """As it was kept, or laid out now."""
    kept = KeptMap.objects.filter(region=region.id, part=part).first()
    if kept is not None and kept.layout:
        try:
            layout = from_plain(kept.layout)
        except ValueError:
            layout = None
        if layout is not None and fits(layout, network):
            return Map(network, layout)
    return lay_out_again(region, part, network)


def lay_out_again(region: Region, part: str, network: Network) -> Map:
    """Lays the sheet out by the corrections there are, and keeps that."""
    layout = lay_out(network, measure(network), corrections_of(region.id, network))
    KeptMap.objects.update_or_create(
        region=region.id,
        part=part,
        defaults={"layout": to_plain(layout)},
        create_defaults={"layout": to_plain(layout), "version": ""},
    )
    return Map(network, layout, tuple(layout.clashes))


def corrections_of(region: str, network: Network) -> Corrections:
    here = {station.id for station in network.stations}
    rows = [row for row in Correction.objects.filter(region=region) if row.station in here]
    return Corrections(
        places={
            row.station: (row.column, row.row)
            for row in rows
            if row.column is not None and row.row is not None
        },
        sides={row.station: Side(row.side) for row in rows if row.side},
    )


def plan_of(region: Region, person: str) -> tuple[str, ...]:
    """The services of this made-up person's plan, in the order of its steps. Raises KeyError."""
    return _plan_of(region.id, region.version, person)


@lru_cache(maxsize=16)
def _plan_of(region: str, version: str, person: str) -> tuple[str, ...]:
    found = list_regions()[region]
    solver = Solver(found.world, found.people[person], losses=False)
    return tuple(step.service for step in solver.plan(first_in_time(solver)).steps)


@lru_cache(maxsize=12)
def _sheets(region: str, version: str) -> Sheets:
    found = list_regions()[region]
    known = Known(
        rules=found.world.rules,
        works_with=_works_with(region),
        districts=_districts(region),
        circles=circles(found),
        goals={goal.fact for person in found.people.values() for goal in person.goals},
    )
    network = network_of(found.world.services, known, found.title)
    return sheets_of(network, LIFE_DOMAINS)


def _works_with(region: str) -> Mapping[str, Collection[str]] | None:
    """None when nobody here has said with whom they work."""
    profiles = (profile_of(record) for record in region_package(region).of("service"))
    found = {one.code: one.works_with for one in profiles if one.works_with}
    return found or None


def _districts(region: str) -> dict[str, str]:
    rows = Listing.objects.filter(region=region).exclude(district="")
    return dict(rows.values_list("code", "district"))


def circles(region: Region) -> tuple[Circle, ...]:
    """The deadlocks that most people meet."""
    return tuple(one.circle for one in deadlocks(region)[:MOST_LOOPS])


def deadlocks(region: Region) -> tuple[Stuck, ...]:
    """All of them, what most starts meet first. Looking for them takes seconds: they are kept until
    something changes that is planned with."""
    planned = _planned(region.id)
    kept = KeptMap.objects.filter(region=region.id, part=WHOLE, version=planned).first()
    if kept is None:
        plain = [
            _plain(region.world, finding, seen)
            for finding, seen in deadlocks_of(region.world, region.starts)
        ]
        kept, _ = KeptMap.objects.update_or_create(
            region=region.id, part=WHOLE, defaults={"version": planned, "circles": plain}
        )
    return tuple(
        Stuck(
            Circle(tuple(one["facts"]), tuple(Text(*said) for said in one["says"])),
            None if one["cut"] is None else tuple(one["cut"]),
            one["starts"],
        )
        for one in kept.circles
    )


def loose_initiatives(region: Region) -> tuple[Station, ...]:
    """Free initiatives from and to which nobody walks along: they stand on the map, and alone."""
    found: dict[str, Station] = {}
    for network in _networks(sheets(region)).values():
        walked = {code for walk in network.walks for code in (walk.source, walk.target)}
        alone = (one for one in network.stations if one.initiative and not one.count)
        found |= {one.id: one for one in alone if one.id not in walked}
    return tuple(found.values())


def _planned(region: str) -> str:
    """Another word when anything changed that the planner reads: not for a new phone number."""
    services = StoredRecord.objects.filter(region=region, table="service").order_by("uid")
    told = sha256(f"{KEPT_AS} {digest_of_region(region)}".encode())
    for values in services.values_list("values", flat=True).iterator():
        profile = values.get(NAME) or {}
        read = [values.get("status"), profile.get("code"), profile.get("planning")]
        told.update(json.dumps(read, sort_keys=True).encode())
    return told.hexdigest()[:32]


def _plain(world: World, finding: Finding, seen: int) -> dict[str, Any]:
    """Facts in the order of the circle, each of its sentences, and what opens it."""
    nl, en = (finding_sentence(world, finding, language) for language in ("nl", "en"))
    says = [list(pair) for pair in zip(_sentences(nl), _sentences(en), strict=True)]
    cut = None if finding.cut is None else list(finding.cut)
    facts = [block.fact for block in finding.cycle]
    return {"facts": facts, "says": says, "cut": cut, "starts": seen}


def _sentences(text: str) -> list[str]:
    return [f"{one}." for one in text.rstrip(".").split(". ")]
