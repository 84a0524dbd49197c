# SPDX-License-Identifier: EUPL-1.2
"""Near a point: as the crow flies, in the Dutch grid, from what is on the map itself. Nothing is
asked of anyone and nothing is kept: no table of addresses, no other site."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from ruimbaan.core.directory.geography.grid import Point
from ruimbaan.parts.directory.search.models import Spot


@dataclass(frozen=True, slots=True)
class Near:
    """Within `metres` of a point."""

    point: Point
    metres: int


class PlacedAt(NamedTuple):
    """Where a listing is; one may be in more places."""

    listing: int
    x: float
    y: float
    district: str


Placed = tuple[PlacedAt, ...]


def placed(region: str, known: Placed, touched: Collection[int] | None) -> Placed:
    """With the spots of these listings as they are now; None is all of them."""
    rows = Spot.objects.filter(listing__region=region)
    if touched is not None:
        rows = rows.filter(listing__in=touched)
    found = rows.values_list("listing_id", "x", "y", "district")
    kept = (one for one in known if one.listing not in (touched or ()))
    return (*kept, *(PlacedAt(*row) for row in found))


def distances(spots: Placed, near: Near) -> dict[int, float]:
    """Metres to the nearest spot of each listing that has one so near."""
    (east, north), most = near.point, near.metres
    found: dict[int, float] = {}
    for listing, x, y, _ in spots:
        if abs(x - east) <= most and abs(y - north) <= most:
            away = hypot(x - east, y - north)
            if away <= most:
                found[listing] = min(away, found.get(listing, away))
    return found
