# SPDX-License-Identifier: EUPL-1.2
"""Changes into the database: records, where their fields came from, the history, and the listings
that follow, all in one transaction. Nothing is ever half stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import uuid4

from django.db import transaction

from ruimbaan.core.directory.records.changes import (
    Change,
    Kind,
    Origin,
    Source,
    change_between,
    provenance_after,
)
from ruimbaan.core.directory.records.record import Key, Record
from ruimbaan.parts.directory.models import (
    DirectoryState,
    Link,
    Listing,
    RecordChange,
    StoredRecord,
)
from ruimbaan.parts.directory.search.models import TABLES
from ruimbaan.parts.directory.search.renewals import MOST_LISTINGS, note
from ruimbaan.parts.directory.store.inserting import count_anew, insert_rows
from ruimbaan.parts.directory.store.listing import list_again, services_seen_in
from ruimbaan.parts.directory.store.reading import as_record, numbers_by_key, rows_by_key

BATCH = 1_000  # rows in one statement
MOST_CHANGES = 200  # in one write; of more, the database looks anew at what it has
COLUMNS = ("region", "table", "uid", "values", "provenance", "changed_at")


@dataclass(frozen=True, slots=True)
class Written:
    """`version` is the state of the region that it made; empty when nothing changed."""

    changes: tuple[Change, ...]
    version: str = ""

    def count(self, kind: Kind) -> int:
        return sum(change.kind is kind for change in self.changes)


@transaction.atomic
def write(
    region: str,
    records: Iterable[Record],
    *,
    removed: Iterable[Key] = (),
    origin: Origin,
    at: datetime,
) -> Written:
    """Put these records in the region, take out the `removed` ones, and tell what changed.

    A record is written whole: a field it does not have is gone. What is the same is not touched.
    """
    state, _ = DirectoryState.objects.select_for_update().get_or_create(region=region)
    wanted: dict[Key, Record | None] = dict.fromkeys(removed)
    wanted |= {record.key: record for record in records}
    rows = rows_by_key(wanted)
    before = {key: as_record(row) for key, row in rows.items()}
    changes = tuple(_changes(before, wanted))
    if not changes:
        return Written(())
    seen = services_seen_in(before[change.key] for change in changes if change.key in before)
    _put(
        [change for change in changes if change.kind is not Kind.REMOVED],
        region,
        wanted,
        rows,
        origin,
        at,
    )
    _remove(rows[change.key] for change in changes if change.kind is Kind.REMOVED)
    if len(changes) > MOST_CHANGES:
        count_anew(StoredRecord, Link)
    version = uuid4().hex
    _remember(region, changes, origin, at, version)
    after = {key: record for key, record in wanted.items() if record}
    changed = (after[change.key] for change in changes if change.key in after)
    renewed = list_again(seen | services_seen_in(changed), after)
    note(region, state.version, version, renewed)
    if len(renewed.listings) > MOST_LISTINGS:
        count_anew(Listing, *TABLES)
    DirectoryState.objects.filter(pk=state.pk).update(version=version)
    for other in sorted(renewed.regions - {region}):
        DirectoryState.objects.filter(pk=other).update(version=uuid4().hex)
    return Written(changes, version)


def origins_of(row: StoredRecord) -> dict[str, Origin]:
    """Where each field of this record came from."""
    return {
        name: Origin(
            Source(found["source"]), date.fromisoformat(found["on"]), found.get("note", "")
        )
        for name, found in row.provenance.items()
    }


def _changes(before: Mapping[Key, Record], wanted: Mapping[Key, Record | None]) -> Iterable[Change]:
    for key, record in wanted.items():
        if record is None and key not in before:
            continue
        if change := change_between(before.get(key), record):
            yield change


def _put(
    changes: Iterable[Change],
    region: str,
    wanted: Mapping[Key, Record | None],
    rows: Mapping[Key, StoredRecord],
    origin: Origin,
    at: datetime,
) -> None:
    known: list[StoredRecord] = []
    new: list[tuple[Any, ...]] = []
    parents: dict[Key, Iterable[Key]] = {}
    for change in changes:
        record = wanted[change.key]
        if record is None:
            continue
        row = rows.get(change.key)
        before = origins_of(row) if row else {}
        provenance = {
            name: _origin(found) for name, found in provenance_after(before, change, origin).items()
        }
        if row is None:
            new.append((region, record.table, record.id, dict(record.values), provenance, at))
        else:
            row.region, row.values, row.changed_at = region, dict(record.values), at
            row.provenance = provenance
            known.append(row)
        parents[record.key] = dict.fromkeys(record.parents())
    insert_rows(StoredRecord, COLUMNS, new)
    StoredRecord.objects.bulk_update(
        known, ["region", "values", "provenance", "changed_at"], batch_size=BATCH
    )
    numbers = numbers_by_key(parents)
    for first in range(0, len(known), BATCH):
        Link.objects.filter(record__in=known[first : first + BATCH]).delete()
    links = ((numbers[key], *parent) for key, found in parents.items() for parent in found)
    insert_rows(Link, ("record_id", "table", "uid"), links)


def _remove(rows: Iterable[StoredRecord]) -> None:
    gone = [row.pk for row in rows]
    for first in range(0, len(gone), BATCH):
        StoredRecord.objects.filter(pk__in=gone[first : first + BATCH]).delete()


def _remember(
    region: str, changes: Iterable[Change], origin: Origin, at: datetime, version: str
) -> None:
    source, note = origin.source.value, origin.note
    insert_rows(
        RecordChange,
        ("region", "table", "uid", "kind", "fields", "source", "note", "at", "write"),
        (
            (region, *change.key, change.kind.value, _told(change), source, note, at, version)
            for change in changes
        ),
    )


def _told(change: Change) -> dict[str, Any]:
    return {name: [field.before, field.after] for name, field in change.fields.items()}


@lru_cache(maxsize=64)
def _origin(origin: Origin) -> dict[str, Any]:
    found = {"source": origin.source.value, "on": origin.on.isoformat()}
    return found | ({"note": origin.note} if origin.note else {})
