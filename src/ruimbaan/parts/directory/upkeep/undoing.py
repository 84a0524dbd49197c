# SPDX-License-Identifier: EUPL-1.2
"""Taking back what a coordinator did: all of it, or nothing when somebody changed it since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ruimbaan.core.directory.records.changes import Change, FieldChange, Kind, Origin, Source
from ruimbaan.core.directory.records.record import Key, Record
from ruimbaan.core.directory.records.undoing import ChangedSince, before
from ruimbaan.parts.directory import services
from ruimbaan.parts.directory.by import COMMAND_LINE, By
from ruimbaan.parts.directory.duplicates.services import forget_verdict
from ruimbaan.parts.directory.exchange.quarantine import PUT_BACK_WITHIN, put_back
from ruimbaan.parts.directory.joining.connections import withdraw
from ruimbaan.parts.directory.models import RecordChange
from ruimbaan.parts.directory.store.reading import records_by_key
from ruimbaan.parts.directory.upkeep.errors import ChangedSinceThen, NotDone
from ruimbaan.parts.directory.upkeep.models import Deed, What

FINAL = (What.SETTLED,)  # its words were thrown away
FOR_A_WHILE = (What.ACCEPTED, What.DROPPED)  # as long as what was refused is kept


def can_be_undone(deed: Deed, now: datetime) -> bool:
    """Whether it may be tried; a later change can still stand in the way."""
    if deed.undone_at is not None or deed.what in FINAL:
        return False
    return deed.what not in FOR_A_WHILE or now < deed.at + PUT_BACK_WITHIN


@transaction.atomic
def undo(region: str, number: int, at: datetime, by: By = COMMAND_LINE) -> Deed:
    """Raises NotDone, ChangedSinceThen."""
    deed = Deed.objects.select_for_update().filter(region=region, pk=number).first()
    if deed is None or not can_be_undone(deed, at):
        raise NotDone(region=region, number=number)
    if deed.write:
        _undo_write(deed, at)
    if not _undo_the_rest(deed, at):
        raise ChangedSinceThen
    deed.undone_at, deed.undone_by = at, by.membership
    deed.save()
    return deed


def _undo_write(deed: Deed, at: datetime) -> None:
    changes = tuple(_changes(deed))
    now = records_by_key(change.key for change in changes)
    back: list[Record] = []
    gone: list[Key] = []
    for change in changes:
        try:
            was = before(change, now.get(change.key))
        except ChangedSince:
            raise ChangedSinceThen from None
        if was is None:
            gone.append(change.key)
        else:
            back.append(was)
    origin = Origin(Source.UNDONE, timezone.localdate(at))
    services.write(deed.region, back, removed=gone, origin=origin, at=at)


def _changes(deed: Deed) -> Iterator[Change]:
    rows = RecordChange.objects.filter(region=deed.region, at=deed.at, write=deed.write)
    for row in rows.order_by("pk"):
        fields = {name: FieldChange(*both) for name, both in row.fields.items()}
        yield Change((row.table, row.uid), Kind(row.kind), fields)


def _undo_the_rest(deed: Deed, at: datetime) -> bool:
    """What stands beside the records. False when it is too late for that."""
    match deed.what:
        case What.MERGED | What.NOT_SAME:
            one, other = deed.key["pair"]
            forget_verdict(deed.region, (one, other))
        case What.ACCEPTED | What.DROPPED:
            return put_back(deed.region, deed.key["number"])
        case What.PROPOSED:
            return withdraw(deed.region, deed.key["connection"], at)
    return True
