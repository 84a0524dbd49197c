# SPDX-License-Identifier: EUPL-1.2
"""Records out of the database, as the core knows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from django.db.models import QuerySet

from ruimbaan.core.directory.records.changes import Kind, Source
from ruimbaan.core.directory.records.record import Key, Package, Record, package_of
from ruimbaan.parts.directory.models import Link, RecordChange, StoredRecord

AT_A_TIME = 500  # ids in one question, for databases that take no more


def region_package(region: str) -> Package:
    """All records of a region."""
    return package_of(as_record(row) for row in StoredRecord.objects.filter(region=region))


def records_by_key(keys: Iterable[Key]) -> dict[Key, Record]:
    """Those of these records that are there."""
    found: dict[Key, Record] = {}
    for rows in _asked_for(keys):
        for table, uid, values in rows.values_list("table", "uid", "values"):
            found[table, uid] = Record(table, uid, values)
    return found


def rows_by_key(keys: Iterable[Key]) -> dict[Key, StoredRecord]:
    return {(row.table, row.uid): row for rows in _asked_for(keys) for row in rows}


def numbers_by_key(keys: Iterable[Key]) -> dict[Key, int]:
    """Their numbers in the database."""
    asked = (rows.values_list("table", "uid", "pk") for rows in _asked_for(keys))
    return {(table, uid): pk for rows in asked for table, uid, pk in rows}


def around(keys: Iterable[Key], at_hand: Mapping[Key, Record] = MappingProxyType({})) -> Package:
    """These records with all that names them, what that names in turn, and their own parents:
    enough to tell everything about a service, an organisation or a location. What is `at_hand`, as
    it is in the database, is not read again."""
    found = _read(keys, at_hand)
    for _ in range(2):
        found |= _read(_naming(found), at_hand)
    found |= _read(_parents(found), at_hand)
    locations = [key for key in found if key[0] == "location"]
    found |= _read(_naming(locations), at_hand)
    found |= _read(_parents(found), at_hand)  # the taxonomy of a term
    return package_of(found.values())


def _read(keys: Iterable[Key], at_hand: Mapping[Key, Record]) -> dict[Key, Record]:
    """In the order of the keys."""
    wanted = tuple(keys)
    stored = records_by_key(key for key in wanted if key not in at_hand)
    found = ((key, at_hand.get(key) or stored.get(key)) for key in wanted)
    return {key: record for key, record in found if record is not None}


def _asked_for(keys: Iterable[Key]) -> Iterator[QuerySet[StoredRecord]]:
    """A few questions, none longer than a database takes."""
    for table, uids in _by_table(keys).items():
        for first in range(0, len(uids), AT_A_TIME):
            yield StoredRecord.objects.filter(table=table, uid__in=uids[first : first + AT_A_TIME])


def _by_table(keys: Iterable[Key]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for table, uid in keys:
        found.setdefault(table, []).append(uid)
    return found


def _naming(known: Iterable[Key]) -> dict[Key, None]:
    """What belongs to these records. A service belongs to its organisation, but is no detail of
    it: the services of an organisation are asked for by themselves. In the order they were stored."""
    found: dict[Key, None] = {}
    for table, uids in _by_table(known).items():
        for first in range(0, len(uids), AT_A_TIME):
            some = uids[first : first + AT_A_TIME]
            links = Link.objects.filter(table=table, uid__in=some).order_by("record_id")
            found |= {
                key: None
                for key in links.values_list("record__table", "record__uid")
                if key[0] not in ("service", "organization")
                and not (key[0] == "service_at_location" and table == "location")
            }
    return found


def _parents(known: Mapping[Key, Record]) -> dict[Key, None]:
    parents = (parent for record in known.values() for parent in record.parents())
    return {key: None for key in parents if key not in known}


def as_record(row: StoredRecord) -> Record:
    return Record(row.table, row.uid, row.values)


def is_made_up(**chosen: str) -> bool:
    """Do all records of this choice come from a demo? Nothing real is ever called made up, also
    where a demo was tried first."""
    added = RecordChange.objects.filter(kind=Kind.ADDED.value, **chosen)
    first_came = added.exclude(source=Source.UNDONE.value)  # what came back was there before
    return set(first_came.values_list("source", flat=True).distinct()) == {Source.DEMO.value}
