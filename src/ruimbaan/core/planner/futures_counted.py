# SPDX-License-Identifier: EUPL-1.2
"""A region in which the waits that are one number lie as far apart as was counted there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ruimbaan.core.directory.spread import Apart, widened
from ruimbaan.core.planner.world import World


def as_counted(world: World, apart: Mapping[int, Apart], source: str) -> World:
    """`apart`: by number of a kind of support. Plans stay the same, for the wait they count with stays;
    only how sure their days are does not."""
    services = {
        name: widened(
            service,
            world.rules.get(service.wait.rule or ""),
            apart.get(service.type) if service.type is not None else None,
            source,
        )
        for name, service in world.services.items()
    }
    return world if services == dict(world.services) else replace(world, services=services)
