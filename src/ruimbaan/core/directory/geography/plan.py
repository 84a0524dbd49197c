# SPDX-License-Identifier: EUPL-1.2
"""The plan of a town: its districts, its water, and the middle of each postcode area."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from ruimbaan.core.directory.geography.grid import Point
from ruimbaan.core.directory.geography.shapes import Polygon, Ring


class Kind(StrEnum):
    DISTRICT = "district"
    WATER = "water"
    POSTCODE = "postcode"  # the area of its four digits


@dataclass(frozen=True, slots=True)
class Area:
    """`point` is where its name can stand, and from where distances count. Of a postcode area only
    that is kept."""

    kind: Kind
    name: str
    point: Point
    polygons: tuple[Polygon, ...] = ()

    def holds(self, point: Point) -> bool:
        return any(polygon.contains(point) for polygon in self.polygons)


@dataclass(frozen=True)
class TownPlan:
    """`source` is who made the boundaries: it must be named beside the map."""

    areas: tuple[Area, ...] = ()
    source: str = ""

    def of(self, kind: Kind) -> tuple[Area, ...]:
        return tuple(area for area in self.areas if area.kind is kind)

    @cached_property
    def districts(self) -> tuple[Area, ...]:
        return self.of(Kind.DISTRICT)

    def district_of(self, point: Point) -> str:
        """The name of the district this lies in; empty outside all of them."""
        return next((area.name for area in self.districts if area.holds(point)), "")

    def find(self, kind: Kind, name: str) -> Area | None:
        wanted = name.casefold()
        return next((area for area in self.of(kind) if area.name.casefold() == wanted), None)


def rings_of(areas: Iterable[Area]) -> tuple[Ring, ...]:
    return tuple(ring for area in areas for polygon in area.polygons for ring in polygon.rings)
