# SPDX-License-Identifier: EUPL-1.2
"""Places one can walk into, for who has not chosen a wish or a place yet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.planner.open_doors import open_doors
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.routes.services import day_words


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Nearby:
    region: str
    places: tuple[Place, ...]


def nearby(region: Region, situation: Situation, language: Language) -> Nearby:
    world = region.world
    nothing_wished = replace(situation, goals=())
    places = []
    for door in open_doors(world, nothing_wished):
        service = world.services[door.service]
        day = day_words(door.day, world.as_of, language)
        when = _("Vandaag kan.") if door.day == 0 else _("Vanaf %(day)s.") % {"day": day}
        places.append(Place(service.label.in_language(language), service.provider, when))
    return Nearby(region.title.in_language(language), tuple(places))
