# SPDX-License-Identifier: EUPL-1.2
"""Everything that was handed over in one file, read once for a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from ruimbaan.core.handoff.handoffs import Handoff, has_ended
from ruimbaan.core.handoff.owners import Present, still_open
from ruimbaan.parts.handoff import words
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.presence import present
from ruimbaan.parts.handoff.presentation.people import Names
from ruimbaan.parts.handoff.presentation.person import rows_of
from ruimbaan.parts.handoff.records import as_handoff
from ruimbaan.parts.handoff.words import Said
from ruimbaan.parts.trust.walls import Opening


@dataclass(frozen=True, slots=True)
class AllHanded:
    """`rows`: the newest first. Nothing in it when the opening does not cover what is handed over."""

    rows: tuple[HandoffRecord, ...]
    told: Mapping[UUID, Said]
    handoffs: Mapping[UUID, Handoff]
    names: Names
    is_there: Present
    now: datetime


def all_handed(opening: Opening, now: datetime) -> AllHanded:
    told = words.read_all(opening)
    rows = tuple(row for row in rows_of(opening.journey) if row.id in told)
    handoffs = {row.id: as_handoff(row) for row in rows}
    return AllHanded(rows, told, handoffs, Names.of(rows, now), present(rows, now), now)


def to_be_done(found: AllHanded) -> frozenset[UUID]:
    """Those for which somebody has to do something: open, and not taken further by a next one."""
    return frozenset(one.id for one in still_open(found.handoffs.values()))


def said_no(found: AllHanded) -> dict[UUID, date]:
    """The steps of the route that were asked for, ended without a meeting and were not asked
    elsewhere, with the day of the last no."""
    open_still, told = to_be_done(found), {}
    for row in found.rows[::-1]:
        handoff = found.handoffs[row.id]
        if row.step_id is not None and row.id in open_still and has_ended(handoff):
            told[row.step_id] = timezone.localdate(handoff.steps[-1].at)
    return told
