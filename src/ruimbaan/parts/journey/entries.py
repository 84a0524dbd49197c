# SPDX-License-Identifier: EUPL-1.2
"""Reading and writing what stands in a part, sealed with the key of its file.

Everything here needs an opening; who gets one, and that it is logged, is for trust.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from ruimbaan.parts.journey.kinds import Kind
from ruimbaan.parts.journey.models import Entry
from ruimbaan.parts.trust.services import seal, unseal
from ruimbaan.parts.trust.walls import Opening

Values = Mapping[str, str]  # the name of a field -> what the person wrote there


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that stands in a part, in the words of the person."""

    id: UUID
    version: int
    written: datetime
    changed: datetime
    values: Values


class ChangedMeanwhile(Exception):
    """It was changed in another window; `now` is what stands there."""

    def __init__(self, now: Told) -> None:
        self.now = now
        super().__init__("The entry was changed meanwhile.")


def read(opening: Opening, kind: Kind) -> tuple[Told, ...]:
    """In the order in which it was written; appointments by their day and time."""
    rows = kind.table.objects.within(opening).order_by("written", "id")
    told = (_told(row) for row in rows)
    return tuple(
        sorted(told, key=lambda one: (one.values.get("day", ""), one.values.get("time", "")))
    )


def find(opening: Opening, kind: Kind, row: UUID) -> Told | None:
    found = kind.table.objects.within(opening).filter(id=row).first()
    return _told(found) if found is not None else None


def add(opening: Opening, kind: Kind, form: UUID, values: Values, at: datetime) -> Told:
    """`form` is made once for each form that was shown: sending it again gives what the first time
    gave. Raises ChangedMeanwhile when other words come with the same form, or when there can be
    only one and there is one already."""
    row = row_of(opening, kind, form)
    there = find(opening, kind, row) or _create(opening, kind, row, values, at)
    if dict(there.values) != dict(values):
        raise ChangedMeanwhile(there)
    return there


def row_of(opening: Opening, kind: Kind, form: UUID) -> UUID:
    """The row that this form makes, whether it is there or not."""
    return uuid5(opening.journey, kind.path if kind.single else f"{kind.path}:{form}")


def _create(opening: Opening, kind: Kind, row: UUID, values: Values, at: datetime) -> Told:
    sealed = _seal(opening, kind, row, values)
    rows = kind.table.objects.within(opening)
    try:
        with transaction.atomic():
            return _told(rows.create(id=row, sealed=sealed, written=at, changed=at))
    except IntegrityError:  # the same form at the same moment: that one was first
        if (there := find(opening, kind, row)) is None:
            raise
        return there


def change(
    opening: Opening, kind: Kind, row: UUID, version: int, values: Values, at: datetime
) -> Told | None:
    """None: it is not there. Raises ChangedMeanwhile when this was not the last version; the same
    words again are no change."""
    there = find(opening, kind, row)
    if there is None or dict(there.values) == dict(values):
        return there
    sealed = _seal(opening, kind, row, values)
    done = (
        kind.table.objects.within(opening)
        .filter(id=row, version=version)
        .update(sealed=sealed, version=version + 1, changed=at)
    )
    if not done:
        raise ChangedMeanwhile(there)
    return find(opening, kind, row)


def remove(opening: Opening, kind: Kind, row: UUID) -> None:
    """What is gone already is fine."""
    kind.table.objects.within(opening).filter(id=row).delete()


def _seal(opening: Opening, kind: Kind, row: UUID, values: Values) -> bytes:
    text = json.dumps(dict(values), ensure_ascii=False, sort_keys=True)
    return seal(opening.journey, kind.table.place(row), text)


def _told(row: Entry) -> Told:
    values = json.loads(unseal(row.journey_id, row.place(row.id), bytes(row.sealed)))
    return Told(row.id, row.version, row.written, row.changed, values)
