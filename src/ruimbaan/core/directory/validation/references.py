# SPDX-License-Identifier: EUPL-1.2
"""References to records that are not there. They are kept: the other may still come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ruimbaan.core.directory.records.record import Key, Record
from ruimbaan.core.directory.records.rows import Place
from ruimbaan.core.directory.records.tables import TABLES
from ruimbaan.core.directory.validation import kinds_kept, kinds_profile
from ruimbaan.core.directory.validation.finding import Finding, shown

NOWHERE = Place("")


def references_of(record: Record) -> Iterator[tuple[str, Key]]:
    """Every column that names another record by HSDS's own rules, with what it names."""
    for column in TABLES[record.table].references:
        if named := record.text(column.name):
            yield column.name, (column.refers_to or "", named)


def missing_keys(records: Iterable[Record]) -> set[Key]:
    """What these records name and is not among them."""
    records = tuple(records)
    here = {record.key for record in records}
    return {key for record in records for _, key in references_of(record)} - here


def find_dangling(
    records: Iterable[Record], missing: set[Key], places: Mapping[Key, Place]
) -> Iterator[Finding]:
    """`missing` are the keys that are nowhere to be found, `places` say where each record stood.

    What stands above something of its own kind is told apart: HSDS does not demand it.
    """
    for record in records:
        for column, key in references_of(record):
            if key in missing:
                is_parent = key[0] == record.table
                kind = kinds_profile.PARENT_ELSEWHERE if is_parent else kinds_kept.DANGLING
                place = places.get(record.key, NOWHERE).at(column)
                details = {"column": column, "table": key[0], "found": shown(key[1])}
                yield Finding(kind, record.table, record.id, place, details)
