# SPDX-License-Identifier: EUPL-1.2
"""Where else to ask after a no: the same kind of support first, then the same side of life, by how
soon one can begin there. Places that said no are left out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ruimbaan.core.directory.service import Service
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import World
from ruimbaan.parts.directory.queries import is_place, list_regions

MOST = 3
LONG = 10_000  # days: what nobody knows comes after what is known


@dataclass(frozen=True, slots=True)
class NextPlace:
    """`wait_days` is None when nobody knows it; `same_kind`: it is what was asked for."""

    service: str
    label: Text
    provider: str
    wait_days: int | None
    same_kind: bool


def next_best(
    region: str, service_type: int | None, without: Collection[str]
) -> tuple[NextPlace, ...]:
    """`without` holds the names of the organisations that were asked already."""
    found = list_regions().get(region)
    if found is None or service_type is None:
        return ()
    world, refused = found.world, {name.casefold() for name in without}
    domains = {one.domain for one in _of_kind(world, service_type)} - {""}
    offered = [
        _next(service, service_type)
        for service in world.services.values()
        if is_place(service)
        and service.provider.casefold() not in refused
        and (service.type == service_type or service.domain in domains)
    ]
    offered.sort(key=lambda one: (not one.same_kind, _known(one.wait_days), one.service))
    return tuple(offered[:MOST])


def _of_kind(world: World, service_type: int) -> tuple[Service, ...]:
    return tuple(one for one in world.services.values() if one.type == service_type)


def _next(service: Service, service_type: int) -> NextPlace:
    return NextPlace(
        service.id,
        service.label,
        service.provider,
        service.wait.days,
        same_kind=service.type == service_type,
    )


def _known(days: int | None) -> int:
    return LONG if days is None else days
