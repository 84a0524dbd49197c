# SPDX-License-Identifier: EUPL-1.2
"""Where a location is, out of its record."""

from __future__ import annotations

from ruimbaan.core.directory.geography.grid import Point, is_on_grid, to_grid
from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Record


def point_of(location: Record) -> Point | None:
    """As our profile says it, or from latitude and longitude: records of others have only those."""
    profile = location.values.get(NAME)
    match profile.get("rd") if isinstance(profile, dict) else None:
        case [int() | float() as x, int() | float() as y]:
            return float(x), float(y)
    match location.values.get("latitude"), location.values.get("longitude"):
        case (int() | float() as latitude, int() | float() as longitude):
            point = to_grid(latitude, longitude)
            return point if is_on_grid(point) else None
    return None


def district_of(location: Record) -> str:
    """The name of the district, where our profile says it."""
    profile = location.values.get(NAME)
    found = profile.get("district") if isinstance(profile, dict) else None
    return found if isinstance(found, str) else ""
