# SPDX-License-Identifier: EUPL-1.2
"""Who of a handoff is still there: works there, or runs. A place without account has no end that we
would hear of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from ruimbaan.core.handoff.owners import Present, without_owner
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.queries import names_of
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.records import as_handoff, named_of, receiver_of, sender_of
from ruimbaan.parts.trust.queries import is_closed, known_to


def present(rows: Iterable[HandoffRecord], now: datetime) -> Present:
    """Looked up once for all of these rows."""
    parties = {party for row in rows for party in _parties(row)}
    called = names_of(parties, now)
    there = {party.id for party, one in called.items() if not one.ended}
    there |= {party.id for party in parties if party.kind is PartyKind.LINK}
    return lambda party: party in there


def nobody_answers(rows: Iterable[HandoffRecord], now: datetime) -> tuple[HandoffRecord, ...]:
    """Those of these that are open, were not followed, and of which everybody is gone."""
    found = tuple(rows)
    ids = [row.id for row in found]
    followed = set(HandoffRecord.objects.filter(after__in=ids).values_list("after_id", flat=True))
    running = [as_handoff(row) for row in found if row.id not in followed]
    lost = {one.id for one in without_owner(running, present(found, now))}
    return tuple(row for row in found if row.id in lost)


def may_call(row: HandoffRecord) -> bool:
    """Whether who was named may read whose question it is: the person knows that one still, and did
    not close the file. The person may always read it."""
    if row.named_kind == PartyKind.ACCOUNT:
        return True
    return not is_closed(row.journey_id) and named_of(row) in known_to(row.journey_id)


def _parties(row: HandoffRecord) -> tuple[Party, ...]:
    receiver = receiver_of(row)
    known = (sender_of(row), named_of(row))
    return known if receiver is None else (*known, receiver)
