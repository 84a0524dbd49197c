# SPDX-License-Identifier: EUPL-1.2
"""HSDS's JSON, of any shape, as rows: one object, a list, a page of an API, or tables by name.

What stands inside another record names it: the `service_id` of a phone inside a service is filled
in. Nothing is judged here, and what is not understood stays with its record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ruimbaan.core.directory.records.record import LINKED, Json
from ruimbaan.core.directory.records.rows import Content, Loose, Place, Row
from ruimbaan.core.directory.records.shape import MANY, ONE, column_for, inner_names
from ruimbaan.core.directory.records.tables import BY_FILE, TABLES

PAGE = "contents"  # where a page of an API has its records
_PLURALS = {plural: table for names in MANY.values() for plural, table in names.items()}
_LOOKS = {  # of each table the names its record must have, and all it can have
    name: (
        frozenset(column for column in table.required if not table.columns[column].refers_to),
        frozenset(table.columns.keys() | set(inner_names(name))),
    )
    for name, table in TABLES.items()
}


def content_of(document: Json, place: Place, table: str | None = None) -> Content:
    """The rows of a document. `table` says what its records are, when the file or address tells."""
    return _Flattening().document(document, place, table)


def table_named(name: str) -> str | None:
    """The table that goes by this name: its own, that of its file, or its plural."""
    stem = name.removesuffix(".csv").removesuffix(".json")
    if name in TABLES:
        return name
    by_file = BY_FILE.get(f"{stem}.csv")
    if by_file is not None:
        return by_file.name
    return stem if stem in TABLES else _PLURALS.get(stem)


def table_like(values: Mapping[str, Json]) -> str | None:
    """The table whose record this looks like; None when it looks like none."""
    best, most = None, 0
    names = values.keys()
    for table, (needed, own) in _LOOKS.items():
        if needed <= names:
            fitting = 2 * len(names & own) - len(names)
            if fitting > most:
                best, most = table, fitting
    return best


class _Flattening:
    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.loose: list[Loose] = []
        self.foreign: dict[str, Json] = {}

    def document(self, document: Json, place: Place, table: str | None) -> Content:
        match document:
            case list():
                self._records(document, place, table)
            case dict() if _holds_tables(document):
                self._tables(document, place)
            case {"contents": list(found), **rest} if "id" not in rest:
                self._records(found, place.inside(f".{PAGE}"), table)
            case _:
                self._record(document, place, table)
        return Content(tuple(self.rows), tuple(self.loose), self.foreign)

    def _tables(self, document: dict[str, Json], place: Place) -> None:
        for name, found in document.items():
            table = table_named(name)
            if table is None:
                self.foreign[name] = found
            else:
                records: list[Json] = found if isinstance(found, list) else [found]
                self._records(records, place.inside(f".{name}"), table)

    def _records(self, found: list[Json], place: Place, table: str | None) -> None:
        for number, item in enumerate(found):
            self._record(item, place.inside(f"[{number}]"), table)

    def _record(self, item: Json, place: Place, table: str | None) -> None:
        known = table or (table_like(item) if isinstance(item, dict) else None)
        if known is None or not isinstance(item, dict):
            self.loose.append(Loose(known or "", item, place))
        else:
            self._walk(known, item, place)

    def _walk(self, table: str, item: dict[str, Json], place: Place) -> None:
        values: dict[str, Json] = {}
        inner: list[tuple[str, dict[str, Json], Place]] = []
        uid = item.get("id")
        for name, value in item.items():
            if held := list(_held(table, name, value, place)):
                inner += [
                    (child, _naming(child, table, uid, found), at) for child, found, at in held
                ]
            elif not (value == [] and name in MANY[table]):
                values[name] = value
        for name, (_, column) in ONE.get(table, {}).items():
            found = item.get(name)
            if name not in values and isinstance(found, dict) and not values.get(column):
                values[column] = found.get("id")
        self.rows.append(Row(table, values, place))
        for child, found, at in inner:
            self._walk(child, found, at)


def _holds_tables(document: dict[str, Json]) -> bool:
    return "id" not in document and any(
        table_named(name) and isinstance(found, list) for name, found in document.items()
    )


def _held(
    table: str, name: str, value: Json, place: Place
) -> Iterator[tuple[str, dict[str, Json], Place]]:
    """The records under this name, if it holds nothing else."""
    if name in MANY[table] and isinstance(value, list):
        items = [item for item in value if isinstance(item, dict)]
        if len(items) == len(value):
            for number, item in enumerate(items):
                yield MANY[table][name], item, place.inside(f".{name}[{number}]")
    elif name in ONE.get(table, {}) and isinstance(value, dict):
        yield ONE[table][name][0], value, place.inside(f".{name}")


def _naming(child: str, parent: str, uid: Json, values: dict[str, Json]) -> dict[str, Json]:
    """The child, with the record around it in the column that is for it. What it says itself
    stands."""
    if (child, parent) not in _HELD or not isinstance(uid, str | int):
        return values
    said: dict[str, Json] = {column_for(child, parent): uid}
    if child in LINKED:
        said[LINKED[child][0]] = parent
    return {**said, **{name: value for name, value in values.items() if value is not None}}


_HELD = {(child, parent) for parent, names in MANY.items() for child in names.values()}
