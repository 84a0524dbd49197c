# SPDX-License-Identifier: EUPL-1.2
"""datapackage.json: what stands in a tabular package, for programs (Tabular Data Package of
Frictionless Data). Written from our own table of tables."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.tables import TABLES, Column, Table, Type

VERSION = "3.0.0"
_TYPES: Mapping[Type, tuple[str, str]] = MappingProxyType(
    {
        Type.TEXT: ("string", ""),
        Type.NUMBER: ("number", ""),
        Type.DATE: ("date", ""),
        Type.DATETIME: ("datetime", ""),
        Type.TIME: ("time", ""),
        Type.UUID: ("string", "uuid"),
        Type.EMAIL: ("string", "email"),
        Type.URL: ("string", "uri"),
    }
)


def description(tables: Mapping[str, tuple[list[str], set[str]]]) -> dict[str, Json]:
    """For every table its columns in their order, and those of them that hold JSON."""
    return {
        "name": "human_services_data",
        "title": "Human Services Data Specification",
        "profile": "tabular-data-package",
        "version": VERSION,
        "homepage": "https://docs.openreferral.org",
        NAME: {"guarded": True},
        "resources": [
            _resource(TABLES[name], columns, holding_json, tables)
            for name, (columns, holding_json) in tables.items()
        ],
    }


def _resource(
    table: Table, columns: list[str], holding_json: set[str], there: Collection[str | None]
) -> dict[str, Json]:
    keys: list[Json] = [
        {"fields": column.name, "reference": {"resource": column.refers_to, "fields": "id"}}
        for column in table.references
        if column.name in columns and column.refers_to in there and column.refers_to != table.name
    ]
    schema: dict[str, Json] = {
        "primaryKey": "id",
        "fields": [_field(table, name, holding_json) for name in columns],
    }
    return {
        "name": table.name,
        "path": table.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": schema | ({"foreignKeys": keys} if keys else {}),
    }


def _field(table: Table, name: str, holding_json: set[str]) -> Json:
    column = table.columns.get(name)
    if column is None:
        found: dict[str, Json] = {"name": name, "type": "string"}
        return found | ({NAME: "json"} if name in holding_json else {})
    return _known_field(column)


def _known_field(column: Column) -> Json:
    kind, form = _TYPES[column.type]
    constraints: dict[str, Json] = {}
    if column.required:
        constraints["required"] = True
    if column.name == "id":
        constraints["unique"] = True
    if column.options:
        constraints["enum"] = list(column.options)
    field: dict[str, Json] = {"name": column.name, "type": kind}
    field |= {"format": form} if form else {}
    return field | ({"constraints": constraints} if constraints else {})
