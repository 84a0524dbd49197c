# SPDX-License-Identifier: EUPL-1.2
"""A directory out of a file, a folder or a zip: JSON of any shape, or a tabular data package."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ruimbaan.core.directory.records.flattening import content_of, table_named
from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Content, Place
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.integrations.hsds.archive import Files, files_at
from ruimbaan.integrations.hsds.errors import NothingKnown, NotJson, TooLarge
from ruimbaan.integrations.hsds.json_text import read_json
from ruimbaan.integrations.hsds.limits import USUAL, Limits
from ruimbaan.integrations.hsds.tables_text import UTF_8, Dialect, decoded, read_rows

PACKAGE = "datapackage.json"
FOREIGN = f"{NAME}-foreign.json"
HOME = {"version", "profile", "openapi_url"}  # the front page of an API, which holds no records


def read_path(path: Path, *, encoding: str = UTF_8, limits: Limits = USUAL) -> Content:
    """All that is in this file, folder or zip, with nothing judged yet. Raises an ExchangeError."""
    return read_files(files_at(path, limits), encoding=encoding, limits=limits)


def read_files(files: Files, *, encoding: str = UTF_8, limits: Limits = USUAL) -> Content:
    """Raises an ExchangeError."""
    description = _Description(files, encoding, limits)
    contents: list[Content] = []
    for name in sorted(files):
        place = Place(shown(name))
        suffix = name[name.rfind(".") :].lower()
        if name == PACKAGE or suffix not in (".csv", ".json"):
            continue
        text = decoded(files[name], place, encoding)
        if suffix == ".csv":
            contents.append(_table(name, text, place, description, limits))
        else:
            contents.append(_document(name, read_json(text, place, limits), place))
    found = sum(contents[1:], contents[0]) if contents else Content()
    _check(found, next(iter(files), ""), limits)
    return found


def _table(
    name: str, text: str, place: Place, description: _Description, limits: Limits
) -> Content:
    table = description.tables.get(name) or table_named(name)
    if table is None:
        return Content(foreign={name: text})
    return Content(tuple(read_rows(text, table, place, description.dialect(name), limits)))


def _document(name: str, document: Json, place: Place) -> Content:
    if name == FOREIGN and isinstance(document, dict):
        return Content(foreign=document)
    if isinstance(document, dict) and document and document.keys() <= HOME:
        return Content()
    return content_of(document, Place(place.file, path="$"), table_named(name))


def _check(found: Content, name: str, limits: Limits) -> None:
    if len(found.rows) > limits.rows * 4:
        raise TooLarge(Place(shown(name)), what=f"> {limits.rows * 4} records")
    if not (found.rows or found.loose or found.foreign):
        raise NothingKnown(Place(shown(name)))


class _Description:
    """What datapackage.json says: which file is which table, and how its columns are written. One
    that is no JSON (the official example has a link there) says nothing: the tables still do."""

    def __init__(self, files: Files, encoding: str, limits: Limits) -> None:
        self.tables: dict[str, str] = {}
        self._json: dict[str, set[str]] = {}
        found: Json = None
        if PACKAGE in files:
            place = Place(PACKAGE)
            with suppress(NotJson):
                found = read_json(decoded(files[PACKAGE], place, encoding), place, limits)
        package = _object(found)
        self.guarded = _object(package.get(NAME)).get("guarded") is True
        for resource in _objects(package.get("resources")):
            self._resource(resource)

    def dialect(self, name: str) -> Dialect:
        return Dialect(self.guarded, {NAME, *self._json.get(name, ())})

    def _resource(self, resource: Mapping[str, Json]) -> None:
        path, name = resource.get("path"), resource.get("name")
        if not isinstance(path, str) or not isinstance(name, str):
            return
        if table := table_named(name):
            self.tables[path] = table
        fields = _objects(_object(resource.get("schema")).get("fields"))
        self._json[path] = {str(field.get("name")) for field in fields if field.get(NAME) == "json"}


def _object(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _objects(value: Json) -> list[dict[str, Json]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
