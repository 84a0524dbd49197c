# SPDX-License-Identifier: EUPL-1.2
"""The trace of the system: how one handoff ended, without anybody in it."""

from __future__ import annotations

from django.utils import timezone

from ruimbaan.core.handoff.handoffs import Handoff
from ruimbaan.core.handoff.receipts import week_of
from ruimbaan.core.handoff.states import State
from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.parts.accounts.queries import organisation_of
from ruimbaan.parts.handoff.in_region import region_of
from ruimbaan.parts.handoff.models import HandoffRecord, Receipt
from ruimbaan.parts.handoff.models.outside import OUTCOMES
from ruimbaan.parts.handoff.records import sender_of


def note(row: HandoffRecord, handoff: Handoff) -> None:
    """After the step that ended it, or in which they met. What was never sent leaves no trace."""
    last = handoff.steps[-1]
    if handoff.asked is None or last.end not in OUTCOMES:
        return
    Receipt.objects.create(
        sender=organisation_of(sender_of(row)),
        receiver=row.receiver if row.receiver_kind == PartyKind.ORGANISATION else None,
        region=region_of([row])[row.id],
        ask=row.ask,
        service_type=row.service_type,
        asked=week_of(timezone.localdate(handoff.asked)),
        ended=week_of(timezone.localdate(last.at)),
        outcome=last.end,
        reason="" if last.end is State.MET else last.reason or "",
    )
