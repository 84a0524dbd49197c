# SPDX-License-Identifier: EUPL-1.2
"""What was asked in a region, for its figures: organisations, kinds and weeks, and nobody."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Min, Q
from django.utils import timezone

from ruimbaan.core.handoff.receipts import week_of
from ruimbaan.core.handoff.states import Reason, State
from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.parts.accounts.queries import organisation_of, regions_of
from ruimbaan.parts.handoff.models import HandoffRecord, Receipt, StepRecord
from ruimbaan.parts.handoff.models.outside import OUTCOMES
from ruimbaan.parts.handoff.records import sender_of


@dataclass(frozen=True, slots=True)
class AskedOnce:
    """One handoff. An organisation is None for the person alone, or a place without account; `asked`
    and `ended` are Mondays, and `outcome` is None as long as it runs."""

    sender: UUID | None
    receiver: UUID | None
    service_type: int | None
    asked: date
    ended: date | None = None
    outcome: State | None = None
    reason: Reason | None = None


def asked_in(region: str, first: date, end: date) -> tuple[AskedOnce, ...]:
    """Asked in the weeks `first <= Monday < end`, in an order that says nothing."""
    traces = Receipt.objects.filter(region=region, asked__gte=first, asked__lt=end).order_by("id")
    return (*map(_ended, traces), *_running(region, first, end))


def region_of(rows: Collection[HandoffRecord]) -> dict[UUID, str]:
    """What the handoff says; else where its sender, or else its receiver, works. Empty for none."""
    parties = {row.id: (organisation_of(sender_of(row)), _receiver(row)) for row in rows}
    known = regions_of({one for both in parties.values() for one in both if one})
    found = {}
    for row in rows:
        places = (known[one] for one in parties[row.id] if one in known)
        found[row.id] = row.region or next(places, "")
    return found


def _running(region: str, first: date, end: date) -> tuple[AskedOnce, ...]:
    """Sent, and nothing that ended it has left a trace yet."""
    begin, until = (timezone.make_aware(datetime.combine(day, time.min)) for day in (first, end))
    asked = dict(
        StepRecord.objects.filter(end=State.REQUESTED)
        .values_list("handoff_id")
        .annotate(asked=Min("at"))
        .filter(asked__gte=begin, asked__lt=until)
    )
    left = Q(state__in=[*OUTCOMES, State.ENTERED_IN_ERROR]) | Q(met__isnull=False)
    rows = [row for row in HandoffRecord.objects.exclude(left).order_by("pk") if row.id in asked]
    regions = region_of(rows)
    return tuple(
        AskedOnce(
            sender=organisation_of(sender_of(row)),
            receiver=_receiver(row),
            service_type=row.service_type,
            asked=week_of(timezone.localdate(asked[row.id])),
        )
        for row in rows
        if regions[row.id] == region
    )


def _ended(row: Receipt) -> AskedOnce:
    return AskedOnce(
        sender=row.sender,
        receiver=row.receiver,
        service_type=row.service_type,
        asked=row.asked,
        ended=row.ended,
        outcome=State(row.outcome),
        reason=Reason(row.reason) if row.reason else None,
    )


def _receiver(row: HandoffRecord) -> UUID | None:
    return row.receiver if row.receiver_kind == PartyKind.ORGANISATION else None
