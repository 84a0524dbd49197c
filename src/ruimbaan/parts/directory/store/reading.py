# SPDX-License-Identifier: EUPL-1.2
"""Records out of the database, as the core knows them."""

from __future__ import annotations

from collections.abc import Iterable

from ruimbaan.core.directory.records.record import Key, Package, Record, package_of
from ruimbaan.parts.directory.models import Link, StoredRecord

AT_A_TIME = 500  # ids in one question, for databases that take no more


def region_package(region: str) -> Package:
    """All records of a region."""
    return package_of(as_record(row) for row in StoredRecord.objects.filter(region=region))


def records_by_key(keys: Iterable[Key]) -> dict[Key, Record]:
    """Those of these records that are there."""
    return {key: as_record(row) for key, row in rows_by_key(keys).items()}


def rows_by_key(keys: Iterable[Key]) -> dict[Key, StoredRecord]:
    wanted: dict[str, list[str]] = {}
    for table, uid in keys:
        wanted.setdefault(table, []).append(uid)
    found: dict[Key, StoredRecord] = {}
    for table, uids in wanted.items():
        for first in range(0, len(uids), AT_A_TIME):
            some = uids[first : first + AT_A_TIME]
            rows = StoredRecord.objects.filter(table=table, uid__in=some)
            found |= {(row.table, row.uid): row for row in rows}
    return found


def around(keys: Iterable[Key]) -> Package:
    """These records with all that names them, what that names in turn, and their own parents:
    enough to tell everything about a service, an organisation or a location."""
    found = records_by_key(keys)
    for _ in range(2):
        found |= _naming(found)
    found |= records_by_key(_parents(found))
    found |= _naming({key: record for key, record in found.items() if key[0] == "location"})
    found |= records_by_key(_parents(found))  # the taxonomy of a term
    return package_of(found.values())


def _naming(known: dict[Key, Record]) -> dict[Key, Record]:
    """What belongs to these records. A service belongs to its organisation, but is no detail of
    it: the services of an organisation are asked for by themselves."""
    found: dict[Key, Record] = {}
    wanted: dict[str, list[str]] = {}
    for table, uid in known:
        wanted.setdefault(table, []).append(uid)
    for table, uids in wanted.items():
        for first in range(0, len(uids), AT_A_TIME):
            some = uids[first : first + AT_A_TIME]
            links = Link.objects.filter(table=table, uid__in=some).select_related("record")
            found |= {
                (link.record.table, link.record.uid): as_record(link.record)
                for link in links
                if link.record.table not in ("service", "organization")
                and not (link.record.table == "service_at_location" and table == "location")
            }
    return found


def _parents(known: dict[Key, Record]) -> set[Key]:
    return {parent for record in known.values() for parent in record.parents()} - known.keys()


def as_record(row: StoredRecord) -> Record:
    return Record(row.table, row.uid, row.values)
