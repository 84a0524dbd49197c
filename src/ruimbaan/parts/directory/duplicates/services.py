# SPDX-License-Identifier: EUPL-1.2
"""What may be done about doubles: look for them, say that two are not one, or make them one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from ruimbaan.core.directory.duplicates.entry import entries_of
from ruimbaan.core.directory.duplicates.finding import find_candidates, pair_of
from ruimbaan.core.directory.duplicates.merging import Merged, merge
from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.core.directory.records.record import Json, Key, Record
from ruimbaan.integrations.likeness import likeness
from ruimbaan.parts.directory.by import COMMAND_LINE, By
from ruimbaan.parts.directory.duplicates.errors import NoSuchService, OneAndTheSame
from ruimbaan.parts.directory.duplicates.models import CandidatePair, Look, Verdict
from ruimbaan.parts.directory.duplicates.queries import Double, judged_pairs, list_open
from ruimbaan.parts.directory.models import DirectoryState, Link, Listing, StoredRecord
from ruimbaan.parts.directory.services import write
from ruimbaan.parts.directory.store.reading import as_record, region_package
from ruimbaan.parts.directory.upkeep import deeds
from ruimbaan.parts.directory.upkeep.models import Deed, What

SERVICE = "service"
BATCH = 1_000


@transaction.atomic
def look(region: str, at: datetime) -> tuple[Double, ...]:
    """The queue; looks through the directory again when it has changed since the last time."""
    state = DirectoryState.objects.filter(region=region).first()
    version = state.version if state else ""
    if not Look.objects.filter(region=region, version=version).exists():
        candidates = find_candidates(
            entries_of(region_package(region)), likeness, judged=judged_pairs(region)
        )
        CandidatePair.objects.filter(region=region).delete()
        rows = [
            CandidatePair(
                region=region,
                first=found.pair[0],
                second=found.pair[1],
                score=found.comparison.score,
                reasons=[reason.value for reason in found.comparison.reasons],
            )
            for found in candidates
        ]
        CandidatePair.objects.bulk_create(rows, batch_size=BATCH)
        Look.objects.update_or_create(region=region, defaults={"version": version, "at": at})
    return list_open(region)


@transaction.atomic
def say_not_same(region: str, one: str, other: str, at: datetime, by: By = COMMAND_LINE) -> Deed:
    """`one` and `other` are ids or codes. Raises NoSuchService or OneAndTheSame."""
    first, second = _both(region, one, other)
    _remember(region, first.uid, second.uid, Verdict.Said.NOT_SAME, at)
    return _noted(What.NOT_SAME, first, second, at, by)


@transaction.atomic
def make_one(region: str, kept: str, gone: str, at: datetime, by: By = COMMAND_LINE) -> Deed:
    """The service `gone` goes up in `kept`; all that named it names the other from now on.

    Ids or codes. Raises NoSuchService or OneAndTheSame; then nothing has changed.
    """
    stays, goes = _both(region, kept, gone)
    merged = _merged(stays, goes)
    written = write(
        region,
        merged.records,
        removed=merged.removed,
        origin=Origin(Source.COORDINATOR, at.date(), f"double {goes.uid}"),
        at=at,
    )
    _remember(region, stays.uid, goes.uid, Verdict.Said.SAME, at)
    either = Q(first=goes.uid) | Q(second=goes.uid)
    CandidatePair.objects.filter(either).delete()
    return _noted(What.MERGED, stays, goes, at, by, written.version)


def what_would_remain(region: str, kept: str, gone: str) -> Merged:
    """As `make_one` would write it. Raises NoSuchService or OneAndTheSame."""
    return _merged(*_both(region, kept, gone))


def forget_verdict(region: str, pair: tuple[str, str]) -> None:
    """It can be asked again: the next look finds the pair, if it is still one."""
    first, second = pair_of(*pair)
    Verdict.objects.filter(first=first, second=second).delete()
    Look.objects.filter(region=region).delete()


def _both(region: str, one: str, other: str) -> tuple[StoredRecord, StoredRecord]:
    DirectoryState.objects.select_for_update().filter(region=region).first()
    first, second = _row(region, one), _row(region, other)
    if first.uid == second.uid:
        raise OneAndTheSame(name=one)
    return first, second


def _merged(stays: StoredRecord, goes: StoredRecord) -> Merged:
    return merge(as_record(stays), as_record(goes), _around(stays, goes), goes.provenance)


def _noted(
    what: What, one: StoredRecord, other: StoredRecord, at: datetime, by: By, write: str = ""
) -> Deed:
    """`place` is the one that is still there."""
    first, second = as_record(one), as_record(other)
    code = profile_of(first).code or first.id
    names = first.text("name"), second.text("name")
    key: dict[str, Json] = {"pair": [first.id, second.id]}
    return deeds.note(
        what,
        one.region,
        at=at,
        by=by,
        place=code,
        name=names[0],
        other=names[1],
        write=write,
        key=key,
    )


def _row(region: str, name: str) -> StoredRecord:
    listed = Listing.objects.filter(Q(uid=name) | Q(code=name), region=region)
    uid = listed.order_by("uid").values_list("uid", flat=True).first()
    row = StoredRecord.objects.filter(region=region, table=SERVICE, uid=uid or "").first()
    if row is None:
        raise NoSuchService(region=region, name=name)
    return row


def _around(*rows: StoredRecord) -> list[Record]:
    """All that names one of these: by id, and the services that may name it by code."""
    region = rows[0].region
    links = Link.objects.filter(table=SERVICE, uid__in=[row.uid for row in rows])
    naming = links.filter(record__region=region).select_related("record")
    found: dict[Key, Record] = {}
    for link in naming:
        record = as_record(link.record)
        found[record.key] = record
    for row in StoredRecord.objects.filter(region=region, table=SERVICE).iterator():
        found[SERVICE, row.uid] = as_record(row)
    return list(found.values())


def _remember(region: str, one: str, other: str, said: Verdict.Said, at: datetime) -> None:
    first, second = pair_of(one, other)
    Verdict.objects.update_or_create(
        first=first, second=second, defaults={"region": region, "said": said, "at": at}
    )
    CandidatePair.objects.filter(first=first, second=second).delete()
