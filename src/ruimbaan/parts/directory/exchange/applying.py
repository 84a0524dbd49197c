# SPDX-License-Identifier: EUPL-1.2
"""An import that was looked at goes in: all of it in one transaction, or nothing."""

from __future__ import annotations

import json
from datetime import datetime

from django.db import transaction

from ruimbaan.core.directory.records.changes import Kind, Origin, Source
from ruimbaan.core.directory.validation.judging import Refused
from ruimbaan.parts.directory.exchange.errors import ChangedMeanwhile
from ruimbaan.parts.directory.exchange.memory import no_search_for_circles
from ruimbaan.parts.directory.exchange.models import ForeignTable, ImportBatch, Quarantined
from ruimbaan.parts.directory.exchange.previewing import Preview
from ruimbaan.parts.directory.models import DirectoryState
from ruimbaan.parts.directory.store.writing import BATCH, write


@no_search_for_circles()
@transaction.atomic
def apply(preview: Preview, at: datetime, hand: Source = Source.IMPORT) -> ImportBatch:
    """`hand` is what the fields came from. Raises ChangedMeanwhile when the directory is not the one
    the preview compared with."""
    state, _ = DirectoryState.objects.select_for_update().get_or_create(region=preview.region)
    if state.version != preview.version:
        raise ChangedMeanwhile(region=preview.region)
    written = write(
        preview.region,
        preview.records,
        removed=preview.removed,
        origin=Origin(hand, at.date(), preview.source),
        at=at,
    )
    for name, content in preview.foreign.items():
        ForeignTable.objects.update_or_create(
            region=preview.region, name=name, defaults={"content": content}
        )
    batch = ImportBatch.objects.create(
        region=preview.region,
        source=preview.source,
        at=at,
        added=preview.count(Kind.ADDED),
        changed=preview.count(Kind.CHANGED),
        removed=preview.count(Kind.REMOVED),
        refused=len(preview.refused),
        columns=dict(preview.columns),
        version=written.version,
    )
    _take_away_what_was_solved(preview)
    rows = [_quarantined(batch, refused) for refused in preview.refused]
    Quarantined.objects.bulk_create(rows, batch_size=BATCH)
    return batch


def _take_away_what_was_solved(preview: Preview) -> None:
    """Of an earlier version of the same source: what came in now, and what is refused again in the
    same words and waits from now on."""
    came_in = {record.key for record in preview.records}
    again = {json.dumps(refused.content) for refused in preview.refused}
    waiting = Quarantined.objects.filter(
        batch__region=preview.region, batch__source=preview.source, left_at=None
    ).values_list("pk", "table", "uid", "content")
    gone = [pk for pk, table, uid, words in waiting if (table, uid) in came_in or words in again]
    for first in range(0, len(gone), BATCH):
        Quarantined.objects.filter(pk__in=gone[first : first + BATCH]).delete()


def _quarantined(batch: ImportBatch, refused: Refused) -> Quarantined:
    return Quarantined(
        batch=batch,
        table=refused.table,
        uid=_storable(refused.uid, 64),
        place=_storable(str(refused.place), 300),
        content=json.dumps(refused.content),
        findings=[
            {
                "code": finding.kind.code,
                "column": finding.place.column.encode("ascii", "backslashreplace").decode(),
                "details": dict(finding.details),
            }
            for finding in refused.findings
        ],
    )


def _storable(text: str, most: int) -> str:
    """What a column can hold; the whole of it stands in `content`."""
    return "".join(char for char in text if char.isprintable())[:most]
