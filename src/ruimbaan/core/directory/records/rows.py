# SPDX-License-Identifier: EUPL-1.2
"""A record before anybody has looked at it: what stood there, and where it stood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ruimbaan.core.directory.records.record import Json


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in what was read. `row` is the line of a table, counted from 1 with its heading as
    row 1, and 0 for the file as a whole; `path` is the way down in JSON, such as
    `$.contents[0].phones[1]`."""

    file: str
    row: int = 0
    path: str = ""
    column: str = ""

    def at(self, column: str) -> Place:
        return Place(self.file, self.row, self.path, column)

    def inside(self, step: str) -> Place:
        return Place(self.file, self.row, f"{self.path}{step}", self.column)

    def __str__(self) -> str:
        where = f"{self.file}:{self.row}" if self.row else self.file
        if self.path:
            spot = f"{self.path}.{self.column}" if self.column else self.path
            return f"{where} {spot}"
        return f"{where} {self.column}".rstrip()


@dataclass(frozen=True, slots=True)
class Row:
    """What should become a record of `table`."""

    table: str
    values: Mapping[str, Json]
    place: Place
    surplus: tuple[str, ...] = ()  # cells beyond the last column


@dataclass(frozen=True, slots=True)
class Loose:
    """Something that stood where a record belongs and is none."""

    table: str
    content: Json
    place: Place


@dataclass(frozen=True, slots=True)
class Content:
    """All that was read. `foreign` has tables that HSDS does not know, by name: kept as they are,
    and given back."""

    rows: tuple[Row, ...] = ()
    loose: tuple[Loose, ...] = ()
    foreign: Mapping[str, Json] = field(default_factory=dict)

    def __add__(self, other: Content) -> Content:
        return Content(
            self.rows + other.rows, self.loose + other.loose, {**self.foreign, **other.foreign}
        )
