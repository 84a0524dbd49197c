# SPDX-License-Identifier: EUPL-1.2
"""One record of the directory, and many of them together. Nothing that came in is lost: what the
tables do not know stays with its record under its own name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ruimbaan.core.directory.records.tables import TABLES

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Key = tuple[str, str]  # table, id

LINKED = {"attribute": ("link_entity", "link_id"), "metadata": ("resource_type", "resource_id")}


@dataclass(frozen=True, slots=True)
class Record:
    """`values` holds what was filled in, by column; an empty column is not there. Names that are
    no column of the table are kept too. Read only: a change makes another record."""

    table: str
    id: str
    values: Mapping[str, Json]

    @property
    def key(self) -> Key:
        return self.table, self.id

    def text(self, column: str) -> str:
        """The text of this column, or nothing."""
        found = self.values.get(column)
        return found if isinstance(found, str) else ""

    @property
    def unknown(self) -> tuple[str, ...]:
        """Names the table does not have."""
        return tuple(name for name in self.values if name not in TABLES[self.table].columns)

    def parents(self) -> Iterator[Key]:
        """The records this one names, by table and id."""
        for column in TABLES[self.table].references:
            if named := self.text(column.name):
                yield column.refers_to or "", named
        if self.table in LINKED:
            entity, column_name = LINKED[self.table]
            if named := self.text(column_name):
                yield self.text(entity), named


@dataclass(frozen=True)
class Package:
    """Records by table and id. Made with `package_of`."""

    records: Mapping[Key, Record]

    def of(self, table: str) -> tuple[Record, ...]:
        """The records of one table, in their order."""
        return self._by_table.get(table, ())

    def find(self, table: str, uid: str) -> Record | None:
        return self.records.get((table, uid))

    def belonging_to(self, parent: Key, table: str) -> tuple[Record, ...]:
        """The records of `table` that name this parent, in their order."""
        return self._children.get((*parent, table), ())

    def dangling(self) -> tuple[tuple[Record, Key], ...]:
        """Every reference to a record that is not here: who refers, to what."""
        return tuple(
            (record, parent)
            for record in self.records.values()
            for parent in record.parents()
            if parent[0] in TABLES and parent not in self.records
        )

    @cached_property
    def _by_table(self) -> Mapping[str, tuple[Record, ...]]:
        found: dict[str, list[Record]] = {}
        for record in self.records.values():
            found.setdefault(record.table, []).append(record)
        return {table: tuple(records) for table, records in found.items()}

    @cached_property
    def _children(self) -> Mapping[tuple[str, str, str], tuple[Record, ...]]:
        found: dict[tuple[str, str, str], list[Record]] = {}
        for record in self.records.values():
            for parent in dict.fromkeys(record.parents()):
                found.setdefault((*parent, record.table), []).append(record)
        return {key: tuple(records) for key, records in found.items()}


def package_of(records: Iterable[Record]) -> Package:
    """A later record with the same table and id takes the place of an earlier one."""
    return Package({record.key: record for record in records})
