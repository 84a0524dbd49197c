# SPDX-License-Identifier: EUPL-1.2
"""Keeping what the person chose of it: all of that, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction

from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.entries import Values
from ruimbaan.parts.journey.kinds import KINDS, Kind
from ruimbaan.parts.journey.models import OwnNote
from ruimbaan.parts.journey.take_along.coming import ComingPart
from ruimbaan.parts.trust.walls import Opening

FORMS = UUID("5d1f2b50-4a86-4f0e-8f6b-0f3f6e0b6f11")
NOTES = next(kind for kind in KINDS if kind.table is OwnNote)


@dataclass(frozen=True, slots=True)
class Kept:
    """`there`: what stood here already, or of which there can be only one; it stays as it was."""

    new: int
    there: int


def keep(
    opening: Opening, parts: Iterable[ComingPart], history: Iterable[str], at: datetime
) -> Kept:
    """Taking the same in again keeps nothing twice. In the order in which it was written there."""
    new = there = 0
    with transaction.atomic():
        for part in parts:
            done = _keep_part(opening, part, at)
            new, there = new + done.new, there + done.there
        for text in history:
            if _add(opening, NOTES, uuid5(FORMS, text), {"words": text}, at):
                new += 1
    return Kept(new, there)


def _keep_part(opening: Opening, part: ComingPart, at: datetime) -> Kept:
    here = Counter(_same(told.values) for told in entries.read(opening, part.kind))
    if part.kind.single and here:
        return Kept(0, 1)
    new = there = 0
    for number, one in enumerate(part.entries):
        if here[_same(one.values)]:
            here[_same(one.values)] -= 1
            there += 1
            continue
        moment = min(one.written, at) if one.written else at + timedelta(microseconds=number)
        if _add(opening, part.kind, uuid5(FORMS, str(one.id)), one.values, moment):
            new += 1
        else:
            there += 1
    return Kept(new, there)


def _add(opening: Opening, kind: Kind, form: UUID, values: Values, at: datetime) -> bool:
    """False when it was taken in before; what was changed here since stays."""
    try:
        before = entries.find(opening, kind, entries.row_of(opening, kind, form))
        entries.add(opening, kind, form, values, at)
    except entries.ChangedMeanwhile:
        return False
    return before is None


def _same(values: Values) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(values.items()))
