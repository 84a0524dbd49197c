# SPDX-License-Identifier: EUPL-1.2
"""The geometry of one feature: numbers in the Dutch grid that make sound areas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ruimbaan.core.directory.geography.grid import Point, is_on_grid
from ruimbaan.core.directory.geography.shapes import Polygon, Ring
from ruimbaan.core.directory.geography.soundness import Fault, fault_of
from ruimbaan.integrations.geojson.errors import (
    BoundariesTooLarge,
    InDegrees,
    InvalidArea,
    NotGeoJson,
    WrongGrid,
)

MOST_CORNERS = 200_000  # of one ring
FARTHEST = 1e9  # metres; no number that JSON can hold is taken for a place
DEGREES = (180.0, 90.0)  # beyond these a number is no longitude or latitude
FAULTS: Mapping[Fault, str] = MappingProxyType(
    {
        Fault.TOO_FEW: "minder dan drie hoeken / fewer than three corners",
        Fault.NO_AREA: "geen oppervlak / no surface",
        Fault.CROSSES: "de rand kruist zichzelf / the edge crosses itself",
    }
)


@dataclass(frozen=True, slots=True)
class Geometry:
    """`where` it stands in the file, and of which area it is."""

    file: str
    where: str
    name: str
    content: Mapping[str, Any]

    @property
    def is_point(self) -> bool:
        return self.content.get("type") == "Point"

    def no_geojson(self) -> NotGeoJson:
        return NotGeoJson(file=self.file, where=f"{self.where}.geometry")


def point_of(geometry: Geometry) -> Point:
    return _point(geometry, geometry.content.get("coordinates"))


def polygons_of(geometry: Geometry) -> tuple[Polygon, ...]:
    """Raises when it is anything else than one or more sound areas on the grid."""
    match geometry.content:
        case {"type": "Polygon", "coordinates": list(rings)}:
            return (_polygon(geometry, rings),)
        case {"type": "MultiPolygon", "coordinates": list(parts)} if parts:
            return tuple(_polygon(geometry, part) for part in parts)
    raise geometry.no_geojson()


def _polygon(geometry: Geometry, rings: Any) -> Polygon:
    if not isinstance(rings, list) or not rings:
        raise geometry.no_geojson()
    outer, *holes = (_ring(geometry, ring) for ring in rings)
    return Polygon(outer, tuple(holes))


def _ring(geometry: Geometry, ring: Any) -> Ring:
    if not isinstance(ring, list):
        raise geometry.no_geojson()
    if len(ring) > MOST_CORNERS:
        many = f"{geometry.name}: {len(ring)} > {MOST_CORNERS}"
        raise BoundariesTooLarge(file=geometry.file, what=many)
    points = [_point(geometry, point) for point in ring]
    corners = [point for at, point in enumerate(points) if not at or point != points[at - 1]]
    if len(corners) > 1 and corners[0] == corners[-1]:
        corners.pop()
    fault = fault_of(tuple(corners))
    if fault is not None:
        raise InvalidArea(file=geometry.file, name=geometry.name, what=FAULTS[fault])
    return tuple(corners)


def _point(geometry: Geometry, found: Any) -> Point:
    match found:
        case [int() | float() as x, int() | float() as y, *_] if (
            abs(x) < FARTHEST and abs(y) < FARTHEST
        ):
            point = (float(x), float(y))
        case _:
            raise geometry.no_geojson()
    if is_on_grid(point):
        return point
    details = {"file": geometry.file, "where": geometry.where, "found": f"{x:g}, {y:g}"}
    if abs(x) <= DEGREES[0] and abs(y) <= DEGREES[1]:
        raise InDegrees(**details)
    raise WrongGrid(**details)
