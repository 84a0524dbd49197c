# SPDX-License-Identifier: EUPL-1.2
"""The places of a region, ready to be searched: the same for everybody."""

from __future__ import annotations

from functools import lru_cache

from ruimbaan.core.directory.finding import Findable, Index, index
from ruimbaan.core.directory.service import Service
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import World
from ruimbaan.parts.directory.regions import Region, list_names, list_regions
from ruimbaan.parts.directory.wording import Gate, wording

__all__ = ["Region", "gate_of", "is_place", "list_names", "list_regions", "places"]


def is_place(service: Service) -> bool:
    """A step on paper has no number of a kind: it is part of the way to a place, not a place."""
    return service.type is not None


def gate_of(service: Service) -> Gate:
    return wording().gates.get(service.gate, Gate())


def places(region: str) -> Index:
    """Raises KeyError when there is no such region."""
    found = list_regions()[region]
    return _places(found.id, found.version)


@lru_cache(maxsize=16)
def _places(region: str, version: str) -> Index:
    world = list_regions()[region].world
    return index(
        _findable(world, service) for service in world.services.values() if is_place(service)
    )


def _findable(world: World, service: Service) -> Findable:
    words = wording()
    kind = words.kinds.get(service.type or 0)
    gives = [world.facts[gift.fact] for gift in service.gives if gift.fact in world.facts]
    domain = words.domains.get(service.domain, Text(""))
    texts = (domain, *(fact.short for fact in gives))
    daily = (kind.daily_words, kind.what.nl, kind.what.en) if kind else ()
    return Findable(
        id=service.id,
        name=(service.label.nl, service.label.en),
        texts=(*daily, service.provider, *(text.nl for text in texts), *(t.en for t in texts)),
        days=service.wait.days,
        walk_in=gate_of(service).free and not service.wait.days,
    )
