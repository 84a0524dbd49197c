# SPDX-License-Identifier: EUPL-1.2
"""The traces of the system, for its keeper and for the analytics. No page of the site asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from ruimbaan.core.handoff.receipts import InOneWeek, Trace, by_week
from ruimbaan.core.handoff.states import State
from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.queries import names_of
from ruimbaan.parts.handoff.models import Receipt


def raw_weeks(since: date, until: date) -> tuple[InOneWeek, ...]:
    """Of what ended on `since <= week < until`, not made safe to publish."""
    rows = Receipt.objects.filter(ended__gte=since, ended__lt=until).order_by("id")
    return by_week(_trace(row) for row in rows)


def names_in(weeks: Iterable[InOneWeek], now: datetime) -> dict[UUID, str]:
    """Of the organisations in it, as far as they are still here."""
    ids = {one for week in weeks for one in (week.pair.sender, week.pair.receiver) if one}
    called = names_of({Party(PartyKind.ORGANISATION, one) for one in ids}, now)
    return {party.id: one.name for party, one in called.items()}


def _trace(row: Receipt) -> Trace:
    return Trace(
        sender=row.sender,
        receiver=row.receiver,
        ask=Ask(row.ask),
        service_type=row.service_type,
        asked=row.asked,
        ended=row.ended,
        outcome=State(row.outcome),
    )
