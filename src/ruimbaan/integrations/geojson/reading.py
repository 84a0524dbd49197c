# SPDX-License-Identifier: EUPL-1.2
"""Reads a file of boundaries: size, form, grid, then every area by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruimbaan.core.directory.geography.plan import Area, Kind, TownPlan
from ruimbaan.core.directory.geography.shapes import Polygon, roomiest
from ruimbaan.core.directory.geography.simplify import simplified
from ruimbaan.integrations.geojson.choosing import Choice
from ruimbaan.integrations.geojson.errors import (
    AreaTwice,
    BoundariesTooLarge,
    BoundariesUnreadable,
    NamelessArea,
    NoAreas,
    NotGeoJson,
    WrongGrid,
)
from ruimbaan.integrations.geojson.geometry import Geometry, point_of, polygons_of

LARGEST = 64 * 1024 * 1024  # bytes of a file
MOST_FEATURES = 5_000
LONGEST_NAME = 120
MOST_CORNERS = 1_600  # of all areas together: what a picture of a few kB has room for
RD = ("EPSG::28992", "EPSG:28992", "/EPSG/0/28992")


def read_boundaries(path: Path, choice: Choice | None = None, source: str = "") -> TownPlan:
    """The plan in this file, simplified. Postcode areas are kept as points.

    Raises the errors of this package, each with what to do about it.
    """
    chosen = choice or Choice()
    content = _content(path)
    _check_grid(path.name, content)
    areas = list(_areas(path.name, content["features"], chosen))
    if not areas:
        raise NoAreas(file=path.name)
    shapes = {f"{one.kind} {one.name}": one.polygons for one in areas if one.polygons}
    fewer = simplified(shapes, MOST_CORNERS) if shapes else {}
    return TownPlan(
        tuple(
            Area(one.kind, one.name, one.point, fewer.get(f"{one.kind} {one.name}", ()))
            for one in areas
        ),
        source,
    )


def _content(path: Path) -> dict[str, Any]:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise BoundariesTooLarge(
                file=path.name, what=f"{size / 1e6:.0f} MB > {LARGEST / 1e6:.0f} MB"
            )
        content = json.loads(path.read_text("utf-8-sig"))
    except RecursionError as error:
        raise NotGeoJson(file=path.name, where="$") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise BoundariesUnreadable(file=path.name, reason=reason) from error
    if not isinstance(content, dict) or not isinstance(content.get("features"), list):
        raise NotGeoJson(file=path.name, where="$")
    if len(content["features"]) > MOST_FEATURES:
        many = f"{len(content['features'])} > {MOST_FEATURES}"
        raise BoundariesTooLarge(file=path.name, what=many)
    return content


def _check_grid(file: str, content: dict[str, Any]) -> None:
    """A file that names its grid must name ours. One that names none is judged by its numbers."""
    crs = content.get("crs")
    if crs is None:
        return
    found = crs.get("properties") if isinstance(crs, dict) else None
    name = found.get("name") if isinstance(found, dict) else None
    if not isinstance(name, str) or not name.endswith(RD):
        raise WrongGrid(file=file, where="$.crs", found=str(name)[:60])


def _areas(file: str, features: list[Any], choice: Choice) -> Iterator[Area]:
    told: set[tuple[Kind, str]] = set()
    for number, feature in enumerate(features):
        where = f"$.features[{number}]"
        match feature:
            case {"properties": dict(properties), "geometry": dict(geometry)}:
                pass
            case _:
                raise NotGeoJson(file=file, where=where)
        if not choice.wants(properties):
            continue
        kind = choice.kind_of(properties)
        if kind is None:
            raise NotGeoJson(file=file, where=f"{where}.properties.kind")
        name = choice.name_of(properties)
        if not name or len(name) > LONGEST_NAME:
            there = ", ".join(map(str, properties)) or "-"
            raise NamelessArea(file=file, where=where, properties=there[:300])
        if (kind, name.casefold()) in told:
            raise AreaTwice(file=file, name=name)
        told.add((kind, name.casefold()))
        yield _area(kind, name, Geometry(file, where, name, geometry))


def _area(kind: Kind, name: str, geometry: Geometry) -> Area:
    if kind is Kind.POSTCODE and geometry.is_point:
        return Area(kind, name, point_of(geometry))
    polygons: tuple[Polygon, ...] = polygons_of(geometry)
    middle = roomiest(polygons)
    return Area(kind, name, middle, () if kind is Kind.POSTCODE else polygons)
