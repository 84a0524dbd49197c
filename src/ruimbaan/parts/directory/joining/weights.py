# SPDX-License-Identifier: EUPL-1.2
"""How many routes depend on each place: worked out for the made-up people of a region, and kept
until its directory changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ruimbaan.core.directory.joining.queue import routes_through
from ruimbaan.core.planner.solve import Solver
from ruimbaan.integrations.directory import load_world_of_directory
from ruimbaan.parts.directory.joining.models import Weights
from ruimbaan.parts.directory.models import DirectoryState
from ruimbaan.parts.directory.store.reading import region_package


def routes_of(region: str) -> Mapping[str, int]:
    """By code, in how many of the best plans a place stands; of who is in none, nothing."""
    state = DirectoryState.objects.filter(region=region).first()
    version = state.version if state else ""
    kept = Weights.objects.filter(region=region, version=version).first()
    if kept is not None:
        return dict(kept.routes)
    routes = dict(routes_through(_plans(region)))
    Weights.objects.update_or_create(region=region, defaults={"version": version, "routes": routes})
    return routes


def _plans(region: str) -> Iterator[list[str]]:
    """Of every person and small situation of the region, the services of each best plan."""
    loaded = load_world_of_directory(region, region_package(region).of("service")).loaded
    for name in loaded.situations:
        world, situation = loaded.for_person(name)
        for plan in Solver(world, situation).answer().front:
            yield [step.service for step in plan.steps]
