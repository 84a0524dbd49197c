# SPDX-License-Identifier: EUPL-1.2
"""Two records become one. Nothing is lost: what the one that goes had is filled in where the other
was empty, and stands as a whole with the one that stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ruimbaan.core.directory.records.profile import NAME, profile_of
from ruimbaan.core.directory.records.record import LINKED, Json, Key, Record
from ruimbaan.core.directory.records.tables import TABLES

MERGED = "ruimbaan_merged"  # on a record: those that went up in it, as they were
NEVER_TAKEN = ("id", MERGED)
WORKING_TOGETHER = ("works_with", "wants_to_work_with")
Provenance = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Merged:
    """What to write and what to take out."""

    records: tuple[Record, ...]
    removed: tuple[Key, ...]


def merge(kept: Record, gone: Record, around: Iterable[Record], provenance: Provenance) -> Merged:
    """`around`: all records that name one of the two, by id or by code. `provenance`: where the
    fields of `gone` came from. Raises ValueError when the two are not of one table, or are one."""
    if kept.table != gone.table or kept.id == gone.id:
        raise ValueError(f"{kept.key} and {gone.key} cannot become one")
    others = [record for record in around if record.key not in (kept.key, gone.key)]
    there = {_without_id(record) for record in others if kept.key in record.parents()}
    written = [_filled(kept, gone, provenance)]
    removed = [gone.key]
    for record in others:
        pointed = _pointed(record, kept, gone)
        if pointed is record:
            continue
        if gone.key in record.parents() and _without_id(pointed) in there:
            removed.append(record.key)  # the other has the very same
        else:
            written.append(pointed)
    return Merged(tuple(written), tuple(removed))


def _filled(kept: Record, gone: Record, provenance: Provenance) -> Record:
    was: dict[str, Json] = {
        "id": gone.id,
        "values": {name: value for name, value in gone.values.items() if name != MERGED},
        "provenance": dict(provenance),
    }
    values = _together(kept.values, gone.values)
    values[MERGED] = [*_list(kept.values.get(MERGED)), *_list(gone.values.get(MERGED)), was]
    return replace(kept, values=values)


def _together(first: Mapping[str, Json], second: Mapping[str, Json]) -> dict[str, Json]:
    """What the first says, and what only the second says. In our profile name by name."""
    found = dict(first)
    for name, value in second.items():
        if name in NEVER_TAKEN:
            continue
        mine = found.setdefault(name, value)
        if name == NAME and isinstance(mine, dict) and isinstance(value, dict):
            found[name] = {**value, **mine}
    return found


def _pointed(record: Record, kept: Record, gone: Record) -> Record:
    """The same record when it names the one that goes nowhere."""
    values = dict(record.values)
    for column in TABLES[record.table].references:
        if column.refers_to == gone.table and values.get(column.name) == gone.id:
            values[column.name] = kept.id
    if record.table in LINKED:
        entity, uid = LINKED[record.table]
        if (values.get(entity), values.get(uid)) == gone.key:
            values[uid] = kept.id
    if record.table == "service" == gone.table and (profile := _working(record, kept, gone)):
        values[NAME] = profile
    return record if values == record.values else replace(record, values=values)


def _working(record: Record, kept: Record, gone: Record) -> dict[str, Json] | None:
    old, new = profile_of(gone).code, profile_of(kept).code
    profile = record.values.get(NAME)
    if not old or not new or not isinstance(profile, dict):
        return None
    changed = {
        name: list(dict.fromkeys(new if code == old else code for code in _list(profile[name])))
        for name in WORKING_TOGETHER
        if old in _list(profile.get(name))
    }
    return {**profile, **changed} if changed else None


def _without_id(record: Record) -> tuple[str, str]:
    values = sorted((name, repr(value)) for name, value in record.values.items() if name != "id")
    return record.table, repr(values)


def _list(value: Json | None) -> list[Json]:
    return value if isinstance(value, list) else []
