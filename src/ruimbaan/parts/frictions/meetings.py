# SPDX-License-Identifier: EUPL-1.2
"""What round tables decided: writing it down, and looking back on it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ruimbaan.core.frictions import round_table
from ruimbaan.core.frictions.errors import DayNotRight, LookedBackAlready
from ruimbaan.core.frictions.round_table import MOST_LINE, Kind, Meeting, Outcome, Seat, Weight
from ruimbaan.core.journey.own_words import check_words
from ruimbaan.parts.frictions.models import MeetingRecord


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision as it is kept; `names` are those of the organisations at the table."""

    id: UUID
    region: str
    friction: str
    meeting: Meeting
    names: tuple[str, ...]
    lesson: str = ""
    looked_back: date | None = None


@transaction.atomic
def decide(
    region: str,
    friction: str,
    meeting: Meeting,
    organisations: Collection[UUID],
    *,
    by: UUID,
    at: datetime,
) -> UUID:
    """Raises what the core says of it."""
    round_table.check(meeting, timezone.localdate(at))
    row = MeetingRecord.objects.create(
        region=region,
        friction=friction,
        held=meeting.held,
        seats=sorted(meeting.seats),
        weight=meeting.weight,
        kind=meeting.kind,
        what=meeting.what,
        who=meeting.who,
        rule=meeting.rule,
        review=meeting.review,
        by=by,
    )
    seat = MeetingRecord.organisations.through
    seat.objects.bulk_create(
        seat(meetingrecord_id=row.pk, organisation_id=one) for one in organisations
    )
    return row.id


@transaction.atomic
def look_back(region: str, meeting: UUID, outcome: Outcome, lesson: str, at: datetime) -> None:
    """Once. Raises LookedBackAlready, also where there is no such decision in this region, and
    DayNotRight before the table met."""
    check_words(lesson, most=MOST_LINE, must=False)
    today = timezone.localdate(at)
    row = (
        MeetingRecord.objects.select_for_update()
        .filter(pk=meeting, region=region, outcome="")
        .first()
    )
    if row is None:
        raise LookedBackAlready
    if today <= row.held:
        raise DayNotRight(day=today.isoformat())
    row.outcome, row.lesson, row.looked_back = outcome, lesson.strip(), today
    row.save(update_fields=["outcome", "lesson", "looked_back"])


def meetings_in(region: str, friction: str = "") -> tuple[Kept, ...]:
    rows = MeetingRecord.objects.filter(region=region).prefetch_related("organisations")
    if friction:
        rows = rows.filter(friction=friction)
    return tuple(_kept(row) for row in rows)


def find(region: str, meeting: UUID) -> Kept | None:
    row = MeetingRecord.objects.filter(region=region, pk=meeting).first()
    return _kept(row) if row else None


def _kept(row: MeetingRecord) -> Kept:
    names = tuple(sorted(one.name for one in row.organisations.all()))
    meeting = Meeting(
        held=row.held,
        seats=frozenset(Seat(one) for one in row.seats),
        organisations=len(names),
        weight=Weight(row.weight),
        kind=Kind(row.kind),
        what=row.what,
        who=row.who,
        review=row.review,
        rule=row.rule,
        outcome=Outcome(row.outcome) if row.outcome else None,
    )
    return Kept(
        id=row.id,
        region=row.region,
        friction=row.friction,
        meeting=meeting,
        names=names,
        lesson=row.lesson,
        looked_back=row.looked_back,
    )
