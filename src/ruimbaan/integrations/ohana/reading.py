# SPDX-License-Identifier: EUPL-1.2
"""A folder, zip or file of Ohana API, read as rows that still have to be judged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ruimbaan.core.directory.records.record import Json
from ruimbaan.core.directory.records.rows import Content, Loose, Place, Row
from ruimbaan.core.directory.validation.finding import shown
from ruimbaan.integrations.hsds.archive import Files, files_at
from ruimbaan.integrations.hsds.errors import NothingKnown
from ruimbaan.integrations.hsds.json_text import read_json
from ruimbaan.integrations.hsds.limits import USUAL, Limits
from ruimbaan.integrations.hsds.tables_text import UTF_8, Dialect, decoded, read_rows
from ruimbaan.integrations.ohana.mapping import Cells, Mapper
from ruimbaan.integrations.ohana.tables import BY_FILE, ONLY_OHANA, TAXONOMY, OhanaTable
from ruimbaan.integrations.ohana.taxonomy import is_tree, taxonomy_row, term_of, terms_of

ID = {"taxonomy.csv": "taxonomy_id"}  # where it is not called id


def is_ohana(path: Path, limits: Limits = USUAL) -> bool:
    """Whether this holds a table that only Ohana has. Raises an ExchangeError."""
    names = {_name(name) for name in files_at(path, limits)}
    return "datapackage.json" not in names and any(name in names for name in ONLY_OHANA)


def read_ohana(
    path: Path, source: str, *, encoding: str = UTF_8, limits: Limits = USUAL
) -> Content:
    """`source` names the directory; the same name gives the same ids. Raises an ExchangeError."""
    return read_files(files_at(path, limits), source, encoding=encoding, limits=limits)


def read_files(
    files: Files, source: str, *, encoding: str = UTF_8, limits: Limits = USUAL
) -> Content:
    """Raises an ExchangeError."""
    return _Reading(files, source, encoding, limits).content()


class _Reading:
    def __init__(self, files: Files, source: str, encoding: str, limits: Limits) -> None:
        self.files = {name: files[name] for name in sorted(files)}
        self.encoding, self.limits = encoding, limits
        self.rows: list[Row] = []
        self.loose: list[Loose] = []
        self.foreign: dict[str, Json] = {}
        self.mapper = Mapper(source, self._homes())

    def content(self) -> Content:
        for name in self.files:
            self._file(name)
        if not self.rows and not self.loose:
            raise NothingKnown(Place(shown(next(iter(self.files), ""))))
        if any(row.table == "taxonomy_term" for row in self.rows):
            self.rows.append(taxonomy_row(self.mapper, Place(TAXONOMY)))
        return Content(tuple(self.rows), tuple(self.loose), self.foreign)

    def _file(self, name: str) -> None:
        short = _name(name)
        if kind := BY_FILE.get(short):
            for row in self._lines(name, kind.table):
                found = self.mapper.rows(kind, _cells(row), row.place)
                self._put(next(found), row)
                self.rows += found
        elif short == TAXONOMY:
            for row in self._lines(name, "taxonomy_term"):
                self._put(term_of(self.mapper, _cells(row), row.place), row)
        elif short.endswith(".json"):
            self._document(name)
        elif short.endswith(".csv"):
            self.foreign[name] = self._text(name)

    def _put(self, found: Row, read: Row) -> None:
        self.rows.append(Row(found.table, found.values, found.place, read.surplus))

    def _document(self, name: str) -> None:
        place = Place(shown(name))
        document = read_json(self._text(name), place, self.limits)
        if not is_tree(document):
            self.foreign[name] = document
            return
        for found in terms_of(self.mapper, document, place):
            (self.rows if isinstance(found, Row) else self.loose).append(found)  # type: ignore[arg-type]

    def _lines(self, name: str, table: str) -> Iterator[Row]:
        dialect = Dialect(json=(), id=ID.get(_name(name), "id"))
        yield from read_rows(self._text(name), table, Place(shown(name)), dialect, self.limits)

    def _text(self, name: str) -> str:
        return decoded(self.files[name], Place(shown(name)), self.encoding)

    def _homes(self) -> dict[str, str]:
        """The organisation of each location, by the ids that Ohana gives them."""
        return {
            cells["id"]: cells.get("organization_id", "")
            for name in self.files
            if BY_FILE.get(_name(name), _NONE).table == "location"
            for cells in map(_cells, self._lines(name, "location"))
            if "id" in cells
        }


_NONE = OhanaTable("", "", {})


def _cells(row: Row) -> Cells:
    return {name: str(cell) for name, cell in row.values.items()}


def _name(name: str) -> str:
    return PurePosixPath(name).name
