# SPDX-License-Identifier: EUPL-1.2
"""How many routes depend on each place: worked out for the made-up people of a region, and kept
until its directory changes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from ruimbaan.core.directory.joining.queue import routes_through
from ruimbaan.core.directory.records.changes import fields_of
from ruimbaan.core.directory.records.record import Record
from ruimbaan.core.planner.solve import Solver
from ruimbaan.integrations.directory import load_world_of_directory
from ruimbaan.parts.directory.joining.models import Weights
from ruimbaan.parts.directory.models import DirectoryState
from ruimbaan.parts.directory.store.reading import region_package

NO_PLAN_READS = {"assured_date", "ruimbaan.verified_by"}


def routes_of(region: str) -> Mapping[str, int]:
    """By code, in how many of the best plans a place stands; of who is in none, nothing."""
    state = DirectoryState.objects.filter(region=region).first()
    version = state.version if state else ""
    kept = Weights.objects.filter(region=region).first()
    if kept is not None and kept.version == version:
        return dict(kept.routes)
    services = region_package(region).of("service")
    digest = _digest(services)
    known = kept is not None and kept.digest == digest
    routes = dict(kept.routes if kept and known else routes_through(_plans(region, services)))
    made = {"version": version, "digest": digest, "routes": routes}
    Weights.objects.update_or_create(region=region, defaults=made)
    return routes


def _digest(services: Iterable[Record]) -> str:
    """Of all that is said of them, but for who looked when."""
    found = sha256()
    for service in sorted(services, key=lambda one: one.id):
        fields = fields_of(service)
        told = [(name, fields[name]) for name in sorted(fields.keys() - NO_PLAN_READS)]
        found.update(json.dumps(told, sort_keys=True).encode())
    return found.hexdigest()


def _plans(region: str, services: Iterable[Record]) -> Iterator[list[str]]:
    """Of every person and small situation of the region, the services of each best plan."""
    loaded = load_world_of_directory(region, services).loaded
    for name in loaded.situations:
        world, situation = loaded.for_person(name)
        for plan in Solver(world, situation).answer().front:
            yield [step.service for step in plan.steps]
