# SPDX-License-Identifier: EUPL-1.2
"""The world the planner reads: the services out of the directory, all else out of the region's
files (rules, facts, made-up people).

A directory is alive: a service closes while others still ask for it, or an import says something
the rules do not know. That never takes the region down: what does not fit is left out, and said.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.core.planner.world import receiving
from ruimbaan.integrations.regions import REPOSITORY, region_files
from ruimbaan.integrations.worldfile.building import build
from ruimbaan.integrations.worldfile.loaded import LoadedWorld
from ruimbaan.integrations.worldfile.loading import read_parts
from ruimbaan.integrations.worldfile.merging import Parts
from ruimbaan.integrations.worldfile.places import LocatedList, LocatedMap, Place
from ruimbaan.integrations.worldfile.problems import Problems, WorldError, WorldErrors
from ruimbaan.integrations.worldfile.structure import check_structure

ACTIVE = "active"
AT_A_TIME = 1_000  # services: a file may hold some thousands, a directory as many as there are
RECEIVING = receiving("")


@dataclass(frozen=True, slots=True)
class DirectoryWorld:
    """`left_out`: services that the planner cannot use, by code, with what is wrong."""

    loaded: LoadedWorld
    left_out: dict[str, tuple[WorldError, ...]]


def load_world_of_directory(
    region: str, services: Iterable[Record], data: Path = REPOSITORY, *, as_of: date | None = None
) -> DirectoryWorld:
    """The region's world with these services; those that are closed, or that say nothing to the
    planner, are not in it. Nor is a made-up person who names a service that is not here. `as_of`
    moves day 0, as it does for a world file.

    Raises NoRegions, UnknownRegion, and WorldErrors when the files are not in order.
    """
    parts = read_parts(region_files(region, data), Problems())
    bodies = dict(_bodies(services))
    left_out: dict[str, tuple[WorldError, ...]] = {}
    while True:
        try:
            return DirectoryWorld(_build(region, copy.copy(parts), bodies, as_of), left_out)
        except WorldErrors as errors:
            wrong = _by_service(errors, bodies)
            if not wrong:
                raise
            left_out |= wrong
            bodies = {code: body for code, body in bodies.items() if code not in wrong}


def _build(
    region: str, parts: Parts, bodies: dict[str, dict[str, Json]], as_of: date | None
) -> LoadedWorld:
    problems = Problems()
    gone = parts.services.keys() - bodies.keys()
    usable = dict(_without(bodies, {receiving(code) for code in gone}))
    bodies_here = list(usable.items())
    parts.services = {}
    for first in range(0, len(bodies_here), AT_A_TIME):
        some = bodies_here[first : first + AT_A_TIME]
        parts.services |= _checked(region, some, problems)
    problems.raise_if_any()
    absent = gone | (bodies.keys() - usable.keys())
    for named in ("persons", "situations", "vignettes", "starts", "facts"):
        kept = {
            name: node
            for name, node in getattr(parts, named).items()
            if not (_names_any(name, absent) or _names_any(node, absent))
        }
        setattr(parts, named, kept)
    return build(parts, Place(region), as_of, problems)


def _checked(
    region: str, bodies: list[tuple[str, dict[str, Json]]], problems: Problems
) -> dict[str, LocatedMap]:
    """These services in the shape that the loader builds from; what is wrong goes to `problems`."""
    found = LocatedList(Place(region))
    for code, body in bodies:
        found.append(located(body, _place(code)))
        found.items_at.append(_place(code))
    content = LocatedMap(Place(region))
    content["services"], content.keys_at["services"] = found, Place(region)
    checked = check_structure(content, region, problems)
    return {body["id"]: body for body in checked["services"]} if checked is not None else {}


def located(value: Any, place: Place) -> Any:
    """Plain data as the loader wants it: every part knows the same place."""
    if isinstance(value, dict):
        found = LocatedMap(place)
        for key, inner in value.items():
            found[key] = located(inner, place)
            found.keys_at[key] = place
        return found
    if isinstance(value, list):
        items = LocatedList(place)
        for inner in value:
            items.append(located(inner, place))
            items.items_at.append(place)
        return items
    return value


def _place(code: str) -> Place:
    return Place(f"kaart {code}")


def _by_service(
    errors: WorldErrors, bodies: dict[str, dict[str, Json]]
) -> dict[str, tuple[WorldError, ...]]:
    codes = {_place(code).file: code for code in bodies}
    found: dict[str, tuple[WorldError, ...]] = {}
    for error in errors.errors:
        if error.place.file in codes:
            code = codes[error.place.file]
            found[code] = (*found.get(code, ()), error)
    return found


def _bodies(services: Iterable[Record]) -> Iterator[tuple[str, dict[str, Json]]]:
    for record in services:
        profile = profile_of(record)
        if record.text("status") == ACTIVE and profile.code and profile.planning:
            yield profile.code, {"id": profile.code, **profile.planning}


def _without(
    bodies: dict[str, dict[str, Json]], gone: AbstractSet[str]
) -> Iterator[tuple[str, dict[str, Json]]]:
    """The services without the ways in that nobody can give any more; a service that has no way in
    left is not there."""
    for code, body in bodies.items():
        needs = body.get("needs")
        if not isinstance(needs, list):
            yield code, body
            continue
        left = [_open(need, gone) for need in needs]
        if all(need is not None for need in left):
            yield code, {**body, "needs": left}


def _open(need: Json, gone: AbstractSet[str]) -> Json:
    """What is left of this need; None when nothing is."""
    if not isinstance(need, dict):
        return need
    options, parts = need.get("any_of"), need.get("all_of")
    if isinstance(options, list):
        left: list[Json] = [one for option in options if (one := _open(option, gone)) is not None]
        if len(left) > 1:
            return {**need, "any_of": left}
        return left[0] if left else None
    if isinstance(parts, list):
        return need if all(_open(part, gone) is not None for part in parts) else None
    return None if need.get("fact") in gone and need.get("holds") is not False else need


def _names_any(node: Any, services: AbstractSet[str]) -> bool:
    """Does this name one of these services, by itself or as what it gives (`krijgt.W34`)?"""
    if isinstance(node, dict):
        return any(_names_any(inner, services) for inner in node.values())
    if isinstance(node, list):
        return any(_names_any(inner, services) for inner in node)
    return isinstance(node, str) and node.removeprefix(RECEIVING) in services
