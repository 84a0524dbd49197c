# SPDX-License-Identifier: EUPL-1.2
"""A directory as files: nested JSON, flat JSON by file name, or a tabular data package."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Literal

from ruimbaan.core.directory.records.nesting import nested_package
from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Json, Package, Record
from ruimbaan.core.directory.records.tables import TABLES
from ruimbaan.integrations.hsds.archive import Files
from ruimbaan.integrations.hsds.guard import with_guard
from ruimbaan.integrations.hsds.package import description
from ruimbaan.integrations.hsds.reading import FOREIGN, PACKAGE

Form = Literal["json", "flat", "csv"]
Foreign = Mapping[str, Json]
BOM = "\ufeff"  # a reader takes it for a mark of the file, not for text
ALWAYS = ("organization", "service")  # stand there when they are empty too
_TABLE_FILE = re.compile(r"[A-Za-z0-9_-]{1,80}\.csv")


def nested_json(package: Package, foreign: Foreign) -> Files:
    """One file: organisations with all that is theirs, then what stands in none of them."""
    trees = nested_package(package)
    document = {**dict.fromkeys(ALWAYS, ()), **trees, **foreign}
    return {"hsds.json": _json(document)}


def flat_json(package: Package, foreign: Foreign) -> Files:
    """One file: every record by itself, by the name of the file it would have as a table."""
    flat = {
        table.file: [dict(record.values) for record in package.of(table.name)]
        for table in TABLES.values()
        if table.name in ALWAYS or package.of(table.name)
    }
    return {"tabular.json": _json({**flat, **foreign})}


def tabular(package: Package, foreign: Foreign) -> Files:
    """The files of a tabular data package. Our profile is one column with JSON."""
    files: Files = {}
    described: dict[str, tuple[list[str], set[str]]] = {}
    for table in TABLES.values():
        records = package.of(table.name)
        if records or table.name in ALWAYS:
            columns = _columns(table.columns, records)
            holding_json = _holding_json(table.columns, records)
            described[table.name] = (columns, holding_json)
            files[table.file] = _table(columns, holding_json, records)
    files[PACKAGE] = _json(description(described))
    return files | _foreign_files(foreign)


FORMS: Mapping[Form, Callable[[Package, Foreign], Files]] = MappingProxyType(
    {"json": nested_json, "flat": flat_json, "csv": tabular}
)


def _columns(known: Iterable[str], records: Iterable[Record]) -> list[str]:
    """Those of HSDS first, in its order, then all others."""
    others = sorted({name for record in records for name in record.values} - set(known))
    return [*known, *others]


def _holding_json(known: Iterable[str], records: Iterable[Record]) -> set[str]:
    """Columns that hold something else than text or nothing."""
    ours = {
        name
        for record in records
        for name, value in record.values.items()
        if name == NAME or not isinstance(value, str)
    }
    return ours - set(known)


def _table(columns: list[str], holding_json: set[str], records: Iterable[Record]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(with_guard(name) for name in columns)
    for record in records:
        writer.writerow(
            _cell(record.values[name], name in holding_json) if name in record.values else ""
            for name in columns
        )
    return text.getvalue().encode()


def _cell(value: Json, as_json: bool) -> str:  # noqa: FBT001
    if as_json:
        return json.dumps(value, ensure_ascii=False)
    return with_guard(value) if isinstance(value, str) else repr(value)


def _foreign_files(foreign: Foreign) -> Files:
    """A table that HSDS does not know goes out as the file it was; the rest in one JSON."""
    files: Files = {}
    rest: dict[str, Json] = {}
    for name, content in foreign.items():
        if isinstance(content, str) and _TABLE_FILE.fullmatch(name) and content[:1] != BOM:
            files[name] = content.encode()
        else:
            rest[name] = content
    return files | ({FOREIGN: _json(rest)} if rest else {})


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
