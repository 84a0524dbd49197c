# SPDX-License-Identifier: EUPL-1.2
"""The plan of a town in and out of the database."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from ruimbaan.core.directory.geography.grid import Point
from ruimbaan.core.directory.geography.plan import Area, Kind, TownPlan
from ruimbaan.core.directory.geography.shapes import Polygon
from ruimbaan.core.directory.records.record import Json
from ruimbaan.parts.directory.geography.models import StoredArea, StoredPlan


@transaction.atomic
def put(region: str, plan: TownPlan, at: datetime) -> None:
    """In place of the plan that was there."""
    StoredPlan.objects.filter(pk=region).delete()
    row = StoredPlan.objects.create(
        region=region, source=plan.source, version=uuid4().hex, loaded_at=at
    )
    StoredArea.objects.bulk_create(
        [_row(row, position, area) for position, area in enumerate(plan.areas)], batch_size=500
    )


def version_of(region: str) -> str:
    """Another word after every load; empty when there is no plan."""
    return StoredPlan.objects.filter(pk=region).values_list("version", flat=True).first() or ""


def get(region: str) -> TownPlan:
    """An empty plan when none was loaded."""
    row = StoredPlan.objects.filter(pk=region).first()
    if row is None:
        return TownPlan()
    return TownPlan(tuple(_area(one) for one in row.areas.order_by("position")), row.source)


def find(region: str, kind: Kind, name: str) -> tuple[str, Point] | None:
    """The name and the middle of this area, without its shape."""
    rows = StoredArea.objects.filter(plan=region, kind=kind.value, name__iexact=name)
    row = rows.values_list("name", "x", "y").first()
    return (row[0], (row[1], row[2])) if row else None


def _row(plan: StoredPlan, position: int, area: Area) -> StoredArea:
    shape: list[Json] = [
        [[[round(x, 1), round(y, 1)] for x, y in ring] for ring in polygon.rings]
        for polygon in area.polygons
    ]
    return StoredArea(
        plan=plan,
        kind=area.kind.value,
        name=area.name,
        position=position,
        x=round(area.point[0], 1),
        y=round(area.point[1], 1),
        shape=shape,
    )


def _area(row: StoredArea) -> Area:
    polygons = []
    for rings in row.shape:
        outer, *holes = (tuple((x, y) for x, y in ring) for ring in rings)
        polygons.append(Polygon(outer, tuple(holes)))
    return Area(Kind(row.kind), row.name, (row.x, row.y), tuple(polygons))
