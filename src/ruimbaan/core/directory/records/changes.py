# SPDX-License-Identifier: EUPL-1.2
"""What changed, field by field, and where each field came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ruimbaan.core.directory.records.record import Json, Key, Package, Record

INSIDE = ("ruimbaan", "ruimbaan.planning")  # objects that are looked at name by name


class Source(StrEnum):
    """The kind of hand a change came from. Never a person."""

    DEMO = "demo"
    IMPORT = "import"
    INITIATIVE = "initiative"  # listed or edited by those who run it
    LINK = "link"  # by the mailed link
    COORDINATOR = "coordinator"
    CLAIM = "claim"
    UNDONE = "undone"  # a coordinator took a change back


@dataclass(frozen=True, slots=True)
class Origin:
    """`note` says which file, list or address of an organisation; never who."""

    source: Source
    on: date
    note: str = ""


class Kind(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """None: it was not, or is not, there."""

    before: Json
    after: Json


@dataclass(frozen=True, slots=True)
class Change:
    key: Key
    kind: Kind
    fields: Mapping[str, FieldChange]


def change_between(before: Record | None, after: Record | None) -> Change | None:
    """None when nothing changed. Raises ValueError when both are None."""
    some = after or before
    if some is None:
        raise ValueError("nothing to compare")
    old, new = fields_of(before), fields_of(after)
    fields = {
        name: FieldChange(old.get(name), new.get(name))
        for name in sorted(old.keys() | new.keys())
        if old.get(name) != new.get(name)
    }
    if before is not None and after is not None:
        return Change(some.key, Kind.CHANGED, fields) if fields else None
    return Change(some.key, Kind.ADDED if before is None else Kind.REMOVED, fields)


def changes_between(before: Package, after: Iterable[Record]) -> tuple[Change, ...]:
    """What putting these records into the package would change; nothing is taken out."""
    found = (change_between(before.records.get(record.key), record) for record in after)
    return tuple(change for change in found if change is not None)


def fields_of(record: Record | None) -> dict[str, Json]:
    """Every field by its name, the fields of our profile with a dot: `ruimbaan.planning.gate`."""
    return dict(_fields("", record.values)) if record is not None else {}


def provenance_after(
    provenance: Mapping[str, Origin], change: Change, origin: Origin
) -> dict[str, Origin]:
    """Where each field came from, after this change. A field that is gone has no origin."""
    kept = {name: found for name, found in provenance.items() if name not in change.fields}
    new = {name: origin for name, field in change.fields.items() if field.after is not None}
    return kept | new


def _fields(prefix: str, values: Mapping[str, Json]) -> Iterator[tuple[str, Json]]:
    for name, value in values.items():
        path = f"{prefix}{name}"
        if path in INSIDE and isinstance(value, dict):
            yield from _fields(f"{path}.", value)
        else:
            yield path, value
