# SPDX-License-Identifier: EUPL-1.2
"""Records as the interfaces show them: HSDS's own trees, our profile included."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ruimbaan.core.directory.records.nesting import nested
from ruimbaan.core.directory.records.record import package_of
from ruimbaan.parts.directory.api.asking import Tree
from ruimbaan.parts.directory.api.rows import services_of
from ruimbaan.parts.directory.models import StoredRecord
from ruimbaan.parts.directory.store.reading import around, as_record, records_by_key

Render = Callable[[Sequence[StoredRecord]], list[Tree]]


def simple(rows: Sequence[StoredRecord]) -> list[Tree]:
    """Each record with only what it names itself."""
    records = [as_record(row) for row in rows]
    parents = records_by_key({parent for record in records for parent in record.parents()})
    package = package_of([*records, *parents.values()])
    return [_dated(row, nested(package, as_record(row), full=False)) for row in rows]


def whole(rows: Sequence[StoredRecord]) -> list[Tree]:
    """Each record with all that belongs to it."""
    package = around((row.table, row.uid) for row in rows)
    return [_dated(row, nested(package, as_record(row))) for row in rows]


def minimal(rows: Sequence[StoredRecord]) -> list[Tree]:
    """HSDS says "just id and the moment", and its schema asks for a name and a status besides."""
    return [_dated(row, _named(row)) for row in rows]


def organisations(*, full: bool, full_service: bool) -> Render:
    """Organisations with their services: only their ids, or all of them."""
    return partial(_organisations, full=full, full_service=full_service)


def _organisations(rows: Sequence[StoredRecord], *, full: bool, full_service: bool) -> list[Tree]:
    trees = whole(rows) if full else simple(rows)
    if not (full or full_service):
        return trees
    by_owner: dict[str, list[StoredRecord]] = {}
    for service in services_of([row.uid for row in rows]):
        by_owner.setdefault(service.values.get("organization_id", ""), []).append(service)
    for row, tree in zip(rows, trees, strict=True):
        mine = by_owner.get(row.uid, [])
        inner = whole(mine) if full_service else [_named(service) for service in mine]
        tree["services"] = [_inside(service) for service in inner]
    return trees


def _named(service: StoredRecord) -> Tree:
    return {name: service.values[name] for name in ("id", "name", "status")}


def _inside(service: Tree) -> Tree:
    """The organisation around a service is not told again."""
    return {name: value for name, value in service.items() if name != "organization"}


def _dated(row: StoredRecord, tree: Tree) -> Tree:
    if row.table == "service":
        tree.setdefault("last_modified", row.changed_at.isoformat())
    return tree
