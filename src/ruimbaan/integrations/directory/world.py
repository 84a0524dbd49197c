# SPDX-License-Identifier: EUPL-1.2
"""The world the planner reads: the services out of the directory, all else out of the region's
files (rules, facts, made-up people)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.integrations.regions import REPOSITORY, region_files
from ruimbaan.integrations.worldfile.building import build
from ruimbaan.integrations.worldfile.loaded import LoadedWorld
from ruimbaan.integrations.worldfile.loading import read_parts
from ruimbaan.integrations.worldfile.places import LocatedList, LocatedMap, Place
from ruimbaan.integrations.worldfile.problems import Problems
from ruimbaan.integrations.worldfile.structure import check_structure

ON_THE_MAP = ("active",)


def load_world_of_directory(
    region: str, services: Iterable[Record], data: Path = REPOSITORY
) -> LoadedWorld:
    """The region's world with these services; those that are closed, or that say nothing the
    planner can use, are left out.

    Raises NoRegions, UnknownRegion, and WorldErrors when something does not fit.
    """
    problems = Problems()
    parts = read_parts(region_files(region, data), problems)
    place = Place(f"kaart {region}")
    content = check_structure(located({"services": _bodies(services)}, place), place.file, problems)
    problems.raise_if_any()
    found = content["services"] if content is not None else []
    parts.services = {body["id"]: body for body in found}
    return build(parts, place, None, problems)


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


def _bodies(services: Iterable[Record]) -> list[Json]:
    profiles = (profile_of(record) for record in services if record.text("status") in ON_THE_MAP)
    return [
        {"id": profile.code, **profile.planning}
        for profile in profiles
        if profile.code and profile.planning
    ]
