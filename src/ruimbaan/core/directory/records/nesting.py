# SPDX-License-Identifier: EUPL-1.2
"""Records as the trees of HSDS's JSON: a service with its organisation, places, phones and so on.

A column that only says what the tree itself says (the `service_id` of a phone that stands inside
its service) is left out; every other column stays, so `flattening` gives the same records back.
Nobody stands inside himself: a service inside an organisation does not hold that organisation.
"""

from __future__ import annotations

from collections.abc import Iterator

from ruimbaan.core.directory.records.record import LINKED, Json, Key, Package, Record
from ruimbaan.core.directory.records.shape import MANY, ONE, column_for
from ruimbaan.core.directory.records.tables import TABLES

Tree = dict[str, Json]


def nested(
    package: Package, record: Record, *, full: bool = True, told: set[Key] | None = None
) -> Tree:
    """The record as HSDS's JSON. `full` holds all that belongs to it (one service, one
    organisation); without it only what it names itself (the rows of a list).

    The keys of all records in the tree are added to `told`.
    """
    return _Nesting(package, full, told if told is not None else set()).tree(record, (), "")


def nested_package(package: Package) -> dict[str, list[Tree]]:
    """The whole package by table: organisations with all that is theirs first, then whatever stands
    in none of the trees before it. Every record is in there at least once."""
    told: set[Key] = set()
    found: dict[str, list[Tree]] = {}
    for table in TABLES:
        for record in package.of(table):
            if record.key not in told:
                found.setdefault(table, []).append(nested(package, record, told=told))
    return found


class _Nesting:
    def __init__(self, package: Package, full: bool, told: set[Key]) -> None:  # noqa: FBT001
        self.package = package
        self.full = full
        self.told = told

    def tree(self, record: Record, above: tuple[str, ...], said_above: str) -> Tree:
        """`above` has the tables around this record; `said_above` is the column they make
        needless."""
        self.told.add(record.key)
        tree = {name: value for name, value in record.values.items() if name != said_above}
        around = (*above, record.table)
        for name, column, inner in self._named(record, around):
            tree.pop(column, None)
            tree[name] = self.tree(inner, around, "")
        if self.full:
            for name, children in self._holding(record, around):
                tree[name] = [
                    self.tree(child, around, column_for(child.table, record.table))
                    for child in children
                ]
        return tree

    def _named(self, record: Record, around: tuple[str, ...]) -> Iterator[tuple[str, str, Record]]:
        for name, (table, column) in ONE.get(record.table, {}).items():
            inner = self.package.find(table, record.text(column))
            if inner is not None and table not in around and name not in record.values:
                yield name, column, inner

    def _holding(
        self, record: Record, around: tuple[str, ...]
    ) -> Iterator[tuple[str, list[Record]]]:
        for name, table in MANY[record.table].items():
            if table in around or name in record.values:
                continue
            if children := list(_children(self.package, record, table)):
                yield name, children


def _children(package: Package, record: Record, table: str) -> Iterator[Record]:
    """Those that name this record in the column that is for it. An attribute must say whose it is
    in so many words, or reading it back would not tell."""
    column = column_for(table, record.table)
    for child in package.belonging_to(record.key, table):
        is_said = table not in LINKED or child.text(LINKED[table][0]) == record.table
        if child.text(column) == record.id and is_said:
            yield child
