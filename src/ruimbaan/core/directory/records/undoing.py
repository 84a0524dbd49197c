# SPDX-License-Identifier: EUPL-1.2
"""A change taken back: the record as it was, unless somebody changed the same fields since."""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.core.directory.records.changes import INSIDE, Change, Kind, fields_of
from ruimbaan.core.directory.records.record import Json, Record


class ChangedSince(Exception):
    """A field is no longer what the change made of it; nothing is taken back."""


def before(change: Change, now: Record | None) -> Record | None:
    """The record as it was before this change; None when it was not there. Other fields stay as
    they are now. Raises ChangedSince."""
    fields = fields_of(now)
    if any(fields.get(name) != field.after for name, field in change.fields.items()):
        raise ChangedSince
    if (now is None) is not (change.kind is Kind.REMOVED):
        raise ChangedSince
    if change.kind is Kind.ADDED:
        if fields.keys() - change.fields.keys():
            raise ChangedSince  # somebody has told more about it
        return None
    was = {name: field.before for name, field in change.fields.items()}
    return Record(*change.key, _filled(now.values if now else {}, was))


def _filled(values: Mapping[str, Json], fields: Mapping[str, Json]) -> dict[str, Json]:
    """What is None goes first: a text can stand where an object stood, and the other way round."""
    found = dict(values)
    for name in (name for name, value in fields.items() if value is None):
        _set(found, "", name, None)
    for name, value in fields.items():
        if value is not None:
            _set(found, "", name, value)
    return found


def _set(values: dict[str, Json], prefix: str, name: str, value: Json) -> None:
    outer, dot, inner = name.partition(".")
    if dot and f"{prefix}{outer}" in INSIDE:
        held = values.get(outer)
        deeper = dict(held) if isinstance(held, dict) else {}
        _set(deeper, f"{prefix}{outer}.", inner, value)
        if deeper:
            values[outer] = deeper
        elif isinstance(held, dict):
            del values[outer]
    elif value is None:
        values.pop(name, None)
    else:
        values[name] = value
