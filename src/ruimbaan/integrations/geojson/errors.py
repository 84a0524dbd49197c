# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a file of boundaries, and what to do about it."""

from __future__ import annotations

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class BoundariesUnreadable(DomainError):
    code = "RB-GEO-001"
    cause = Text("{file} is niet te lezen: {reason}.", "{file} cannot be read: {reason}.")
    advice = Text(
        "Geef een gewoon bestand met GeoJSON in UTF-8.",
        "Give an ordinary file of GeoJSON in UTF-8.",
    )


class BoundariesTooLarge(DomainError):
    code = "RB-GEO-002"
    cause = Text("{file} is te groot: {what}.", "{file} is too large: {what}.")
    advice = Text(
        "Neem alleen de eigen gemeente, of een vereenvoudigd bestand.",
        "Take your own municipality only, or a simplified file.",
    )


class NotGeoJson(DomainError):
    code = "RB-GEO-003"
    cause = Text(
        "{file} is geen GeoJSON met gebieden, bij {where}.",
        "{file} is no GeoJSON with areas, at {where}.",
    )
    advice = Text(
        "Geef een FeatureCollection met gebieden (Polygon of MultiPolygon).",
        "Give a FeatureCollection with areas (Polygon or MultiPolygon).",
    )


class WrongGrid(DomainError):
    code = "RB-GEO-004"
    cause = Text(
        "{file} staat niet in het Nederlandse stelsel (RD, EPSG:28992), bij {where}: {found}.",
        "{file} is not in the Dutch grid (RD, EPSG:28992), at {where}: {found}.",
    )
    advice = Text(
        "Download het bestand in RD, of zet het om: ogr2ogr -t_srs EPSG:28992 nieuw.geojson oud.geojson",
        "Download the file in RD, or convert it: ogr2ogr -t_srs EPSG:28992 new.geojson old.geojson",
    )


class InDegrees(DomainError):
    code = "RB-GEO-005"
    cause = Text(
        "{file} staat in graden (WGS84), bij {where}: {found}.",
        "{file} is in degrees (WGS84), at {where}: {found}.",
    )
    advice = WrongGrid.advice


class InvalidArea(DomainError):
    code = "RB-GEO-006"
    cause = Text(
        "Het gebied {name} in {file} klopt niet: {what}.",
        "The area {name} in {file} is not right: {what}.",
    )
    advice = Text(
        "Herstel het in een kaartprogramma: ogr2ogr -makevalid nieuw.geojson oud.geojson",
        "Repair it in a map program: ogr2ogr -makevalid new.geojson old.geojson",
    )


class NamelessArea(DomainError):
    code = "RB-GEO-007"
    cause = Text(
        "Een gebied in {file} heeft geen naam, bij {where}.",
        "An area in {file} has no name, at {where}.",
    )
    advice = Text(
        "Zeg met --name welk gegeven de naam is. Er is: {properties}.",
        "Say with --name which property is the name. There are: {properties}.",
    )


class NoAreas(DomainError):
    code = "RB-GEO-008"
    cause = Text("In {file} is geen gebied over.", "No area is left of {file}.")
    advice = Text(
        "Kijk of --where klopt: gegeven=waarde, precies zoals in het bestand.",
        "Check --where: property=value, exactly as in the file.",
    )


class AreaTwice(DomainError):
    code = "RB-GEO-009"
    cause = Text("{name} staat twee keer in {file}.", "{name} stands twice in {file}.")
    advice = Text(
        "Geef elk gebied een eigen naam, of kies met --where één gemeente.",
        "Give each area its own name, or choose one municipality with --where.",
    )
