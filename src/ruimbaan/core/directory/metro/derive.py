# SPDX-License-Identifier: EUPL-1.2
"""The metro map of a region from its services: stations, lines, rings, and what breaks or works.

What a region's data says outright goes first: who works with whom, how often a rule was bent, which
circles the planner found. Where it says nothing, gaps and working handoffs follow from what
services give and need (see `gaps_of` and `walks_of`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ruimbaan.core.directory.metro.forks import tracks_of
from ruimbaan.core.directory.metro.leads import Lead, leads
from ruimbaan.core.directory.metro.links import gaps_of, walks_of
from ruimbaan.core.directory.metro.money import NAMES, pots_of
from ruimbaan.core.directory.metro.network import Line, Loop, Network, Ring, Station
from ruimbaan.core.directory.metro.stages import JOINING, STAGES, place_of
from ruimbaan.core.directory.service import AllOf, AnyOf, Condition, Need, Service
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rule import LadderStep, Rule

_WALK_IN = ("inloop", "open")
MOST_RINGS = 6
_ASKS_ROOM = (LadderStep.FLEX, LadderStep.CHANGE)


@dataclass(frozen=True, slots=True)
class Circle:
    """Facts that wait for each other, as the planner finds them, and the sentences that say so."""

    facts: tuple[str, ...]
    sentences: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What a region knows beside its services. `times` counts how often each rule was bent, by
    rule; None when nobody counts, and then the places where most rules ask room have a ring. `works_with` is
    by service; None when nobody said. `goals` are the facts people want in the end."""

    rules: Mapping[str, Rule] = field(default_factory=dict)
    times: Mapping[str, int] | None = None
    works_with: Mapping[str, Collection[str]] | None = None
    districts: Mapping[str, str] = field(default_factory=dict)
    circles: tuple[Circle, ...] = ()
    goals: Collection[str] = ()


def network_of(services: Mapping[str, Service], known: Known, title: Text) -> Network:
    """The whole region on one map. A service without a number of a kind is a step on paper on the
    way to a place: it has no station, but leads through it count."""
    found = leads(services, _is_place)
    places = [service for service in services.values() if _is_place(service)]
    stations = _stations(places, known)
    station_of = {form: one.id for one in stations for form in one.forms}
    between = _between_stations(found, station_of)
    by_id = {one.id: one for one in stations}
    return Network(
        title=title,
        stages=STAGES,
        stations=stations,
        lines=lines_of(stations),
        gaps=gaps_of(between, by_id, services),
        walks=walks_of(between, by_id, _said(known, station_of)),
        loops=tuple(_loops(known.circles, services, station_of)),
        rings=tuple(_rings(stations, services, known)),
    )


def _is_place(service: Service) -> bool:
    return service.type is not None


def lines_of(stations: Iterable[Station]) -> tuple[Line, ...]:
    """The lines that these stations stand on, in the fixed order of the pots."""
    kept = tuple(stations)
    found = (
        (pot, name, tuple(one for one in kept if pot in one.lines)) for pot, name in NAMES.items()
    )
    return tuple(Line(pot, name, tracks_of(pot, some)) for pot, name, some in found if some)


# --- stations ---------------------------------------------------------------------------------
def _stations(places: Iterable[Service], known: Known) -> tuple[Station, ...]:
    """One organisation that gives the same in several forms is one station, named after the
    first; its wait is the shortest."""
    found: dict[tuple[object, ...], Station] = {}
    for service in places:
        gives = tuple(sorted({gift.fact for gift in service.gives if "." not in gift.fact}))
        own = (service.id,) if not (gives and service.provider) else ()
        key = (service.provider, pots_of(service), gives, *own)
        station = _station(service, known)
        earlier = found.get(key)
        found[key] = _with_form(earlier, station) if earlier else station
    return tuple(found.values())


def _station(service: Service, known: Known) -> Station:
    stage, order = place_of(service)
    kept = {gift.fact for gift in service.gives if not gift.while_receiving}
    return Station(
        id=service.id,
        name=service.label,
        lines=pots_of(service),
        stage=stage,
        order=order,
        provider=service.provider,
        forms=(service.id,),
        wait=service.wait.days,
        domain=service.domain,
        district=known.districts.get(service.id, ""),
        walk_in=service.gate in _WALK_IN and not service.wait.days,
        initiative=service.initiative,
        arrives=stage == JOINING and bool(kept & set(known.goals)),
    )


def _with_form(station: Station, other: Station) -> Station:
    waits = [wait for wait in (station.wait, other.wait) if wait is not None]
    return replace(station, forms=(*station.forms, other.id), wait=min(waits) if waits else None)


def _between_stations(found: Iterable[Lead], station_of: Mapping[str, str]) -> tuple[Lead, ...]:
    moved = (
        replace(lead, source=station_of[lead.source], target=station_of[lead.target])
        for lead in found
    )
    return tuple(lead for lead in moved if lead.source != lead.target)


# --- what the region says ---------------------------------------------------------------------
def _said(known: Known, station_of: Mapping[str, str]) -> frozenset[frozenset[str]] | None:
    """The pairs of stations of which one says that it works with the other; None when nobody was
    asked."""
    if known.works_with is None:
        return None
    pairs = (
        frozenset((station_of[one], station_of[other]))
        for one, others in known.works_with.items()
        for other in others
        if one in station_of and other in station_of
    )
    return frozenset(pair for pair in pairs if len(pair) > 1)


def _loops(
    circles: Iterable[Circle], services: Mapping[str, Service], station_of: Mapping[str, str]
) -> Iterator[Loop]:
    """A circle of facts as a circle of the stations that give them; one of fewer than two
    stations cannot be drawn on a map and stands in the table of deadlocks only."""
    giver: dict[str, str] = {}
    for service in services.values():
        for gift in service.gives:
            if service.id in station_of:
                giver.setdefault(gift.fact, station_of[service.id])
    seen: set[frozenset[str]] = set()
    for circle in circles:
        stations = tuple(dict.fromkeys(giver[fact] for fact in circle.facts if fact in giver))
        if len(stations) > 1 and frozenset(stations) not in seen:
            seen.add(frozenset(stations))
            yield Loop(stations, circle.sentences)


def _rings(
    stations: Iterable[Station], services: Mapping[str, Service], known: Known
) -> Iterator[Ring]:
    """Where rules were bent, by count. When nobody counts: where most rules ask for room, the
    longest wait first, and not more than the map can show."""
    bending = [(one, list(_bending(one, services, known.rules))) for one in stations]
    if known.times is not None:
        counted = known.times
        for station, rules in bending:
            used = [rule for rule in rules if counted.get(rule.id)]
            if used:
                yield Ring(station.id, _titles(used), sum(counted[rule.id] for rule in used))
        return
    asking = [(one, [r for r in rules if r.step in _ASKS_ROOM]) for one, rules in bending]
    asking.sort(key=lambda found: (-len(found[1]), -(found[0].wait or 0)))
    yield from (Ring(one.id, _titles(rules)) for one, rules in asking[:MOST_RINGS] if rules)


def _bending(
    station: Station, services: Mapping[str, Service], rules: Mapping[str, Rule]
) -> Iterator[Rule]:
    for code in dict.fromkeys(rule for form in station.forms for rule in _asked(services[form])):
        if code in rules and rules[code].may_bend:
            yield rules[code]


def _titles(rules: Iterable[Rule]) -> tuple[Text, ...]:
    return tuple(rule.title for rule in rules)


def _asked(service: Service) -> Iterator[str]:
    """The rules at the gate of this service: on what it asks, its wait and its opening days."""
    yield from _rules_in(service.needs)
    named = (service.wait.rule, service.opens.rule if service.opens else None)
    yield from (rule for rule in named if rule)


def _rules_in(needs: tuple[Need, ...]) -> Iterator[str]:
    for need in needs:
        match need:
            case Condition():
                if need.rule:
                    yield need.rule
            case AnyOf():
                yield from _rules_in(need.options)
            case AllOf():
                yield from _rules_in(need.parts)
