# SPDX-License-Identifier: EUPL-1.2
"""Near a postcode or a district: as the crow flies, in the Dutch grid, from what is on the map
itself. Nothing is asked of anyone and nothing is kept: no table of addresses, no other site."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import Avg, F, QuerySet

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


def districts(region: str) -> tuple[str, ...]:
    """All districts with a place in them, in alphabetical order."""
    names = _of(region).exclude(district="").values_list("district", flat=True).distinct()
    return tuple(sorted(names, key=str.casefold))


def listings_near(region: str, near: Near) -> QuerySet[Spot, int]:
    """The listings with a spot so near."""
    return _within(region, near).values_list("listing", flat=True)


def distances(region: str, near: Near) -> dict[int, float]:
    """Metres to the nearest spot of each listing that has one so near."""
    found: dict[int, float] = {}
    for listing, x, y in _within(region, near).values_list("listing", "x", "y"):
        away = ((x - near.point[0]) ** 2 + (y - near.point[1]) ** 2) ** 0.5
        found[listing] = min(away, found.get(listing, away))
    return found


def _within(region: str, near: Near) -> QuerySet[Spot]:
    """Compared as squares: no root is needed, and SQLite need not have one."""
    east, north = F("x") - near.point[0], F("y") - near.point[1]
    square = east * east + north * north
    return _of(region).alias(square=square).filter(square__lte=near.metres**2)


def _of(region: str) -> QuerySet[Spot]:
    return Spot.objects.filter(listing__region=region)
