# SPDX-License-Identifier: EUPL-1.2
"""Near a postcode or a district: as the crow flies, in the Dutch grid, from what is on the map
itself. Nothing is asked of anyone and nothing is kept: no table of addresses, no other site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import hypot

from django.db.models import Avg, QuerySet

from ruimbaan.core.directory.records.summary import Point
from ruimbaan.parts.directory.search.models import Spot

POSTCODE = re.compile(r"\s*([1-9]\d{3})\s*(?:[A-Za-z]{2})?\s*$")


@dataclass(frozen=True, slots=True)
class Near:
    """Within `metres` of a point."""

    point: Point
    metres: int


def point_of(region: str, place: str) -> Point | None:
    """The middle of what we know in this postcode (its four digits) or district; None when we know
    nothing there."""
    found = POSTCODE.match(place)
    spots = _of(region)
    spots = spots.filter(postcode=found[1]) if found else spots.filter(district__iexact=place)
    middle = spots.aggregate(x=Avg("x"), y=Avg("y"))
    return None if middle["x"] is None else (middle["x"], middle["y"])


def distances(region: str, version: str, near: Near) -> dict[int, float]:
    """Metres to the nearest spot of each listing that has one so near. `version` says which state
    of the directory is meant."""
    (east, north), most = near.point, near.metres
    found: dict[int, float] = {}
    for listing, x, y in _spots(region, version):
        if abs(x - east) <= most and abs(y - north) <= most:
            away = hypot(x - east, y - north)
            if away <= most:
                found[listing] = min(away, found.get(listing, away))
    return found


@lru_cache(maxsize=8)
def _spots(region: str, version: str) -> tuple[tuple[int, float, float], ...]:
    return tuple(_of(region).values_list("listing_id", "x", "y"))


def _of(region: str) -> QuerySet[Spot]:
    return Spot.objects.filter(listing__region=region)
