# SPDX-License-Identifier: EUPL-1.2
"""One table as text: which characters, which separator, which columns; then its rows."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Place, Row
from ruimbaan.core.directory.records.tables import TABLES
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.integrations.hsds.errors import (
    BrokenTable,
    ColumnTwice,
    ExchangeError,
    NoIdColumn,
    NotThisEncoding,
    TooLarge,
)
from ruimbaan.integrations.hsds.guard import without_guard
from ruimbaan.integrations.hsds.json_text import read_json
from ruimbaan.integrations.hsds.limits import USUAL, Limits
from ruimbaan.integrations.twice import first_twice

UTF_8 = "utf-8"
SEPARATORS = (",", ";", "\t", "|")
LONGEST_CELL = 5_000_000  # characters: the outline of a province as GeoJSON
_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

csv.field_size_limit(LONGEST_CELL)


@dataclass(frozen=True, slots=True)
class Dialect:
    """What the package says about its tables. `json` has the columns that hold JSON, `id` is the one
    that every table must have."""

    guarded: bool = False
    json: Collection[str] = (NAME,)
    id: str = "id"


def decoded(content: bytes, place: Place, encoding: str = UTF_8) -> str:
    """The text. A byte order mark at its front decides. Raises NotThisEncoding."""
    for mark, marked in _MARKS:
        if content.startswith(mark):
            encoding = marked
            content = content.removeprefix(codecs.BOM_UTF8)
            break
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotThisEncoding(place, encoding=encoding, position=error.start) from None


def read_rows(
    text: str, table: str, place: Place, dialect: Dialect, limits: Limits = USUAL
) -> list[Row]:
    """The rows of a table. Raises NoIdColumn, ColumnTwice, BrokenTable or TooLarge."""
    known = TABLES[table].columns
    lines = _lines(text, _separator(text, known), place)
    header = [without_guard(cell) if dialect.guarded else cell for cell in next(lines, [])]
    if len(header) > limits.columns:
        raise TooLarge(place, what=f"> {limits.columns} columns")
    if dialect.id not in header:
        header = [dialect.id if name.strip().lower() == dialect.id else name for name in header]
    if dialect.id not in header:
        raise NoIdColumn(place, name=dialect.id)
    if (twice := first_twice(header)) is not None:
        raise ColumnTwice(place, name=shown(twice))
    reads = [_reading(name, dialect, place) for name in header]
    rows = []
    for number, cells in enumerate(lines, start=2):
        if number > limits.rows:
            raise TooLarge(place, what=f"> {limits.rows} rows")
        if not any(cells):
            continue
        values = {
            name: read(cell) for name, read, cell in zip(header, reads, cells, strict=False) if cell
        }
        at = Place(place.file, number)
        rows.append(Row(table, values, at, tuple(cells[len(header) :])))
    return rows


def _lines(text: str, separator: str, place: Place) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error:
        raise BrokenTable(place, line=reader.line_num) from None


def _separator(text: str, known: Collection[str]) -> str:
    """The one that makes most names of columns out of the first line."""
    first = text.split("\n", 1)[0].rstrip("\r")

    def names(separator: str) -> int:
        return sum(cell.strip(" \"'") in known for cell in first.split(separator))

    return max(SEPARATORS, key=names)


def _reading(name: str, dialect: Dialect, place: Place) -> Callable[[str], Json]:
    if name in dialect.json:
        return lambda cell: _json_or_text(cell, place)
    return without_guard if dialect.guarded else str


def _json_or_text(cell: str, place: Place) -> Json:
    try:
        return read_json(cell, place)
    except ExchangeError:
        return cell
