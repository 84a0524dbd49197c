# SPDX-License-Identifier: EUPL-1.2
"""What is due is told once, to whom it is for; and the check that no goal is without an owner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from ruimbaan.core.handoff.handoffs import Handoff
from ruimbaan.core.handoff.owners import without_owner
from ruimbaan.core.handoff.reminding import Due, due
from ruimbaan.core.handoff.states import State
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.queries import names_of
from ruimbaan.parts.handoff import letters
from ruimbaan.parts.handoff.models import HandoffRecord, NudgeRecord
from ruimbaan.parts.handoff.records import as_handoff, named_of, receiver_of, sender_of

OVER = (State.CANCELLED_BY_PERSON, State.ENTERED_IN_ERROR, State.MET, State.COMPLETED)


@dataclass(slots=True)
class Told:
    """`letters`: how many were posted. `without_owner`: handoffs whose goal has nobody today."""

    looked_at: int = 0
    told: dict[str, int] = field(default_factory=dict)
    letters: int = 0
    without_owner: tuple[UUID, ...] = ()


def tell(now: datetime) -> Told:
    """Can be run as often as one likes, and several at once; what was missed is made up for."""
    rows = running()
    handoffs = {row.id: as_handoff(row) for row in rows}
    followed = {row.after_id for row in HandoffRecord.objects.exclude(after=None).only("after")}
    done = Told(looked_at=len(rows))
    for row in rows:
        for one in due(
            handoffs[row.id],
            timezone.localdate(now),
            timezone.localdate,
            followed=row.id in followed,
        ):
            _tell_once(row, one, now, done)
    nobody = nobody_answers(rows, handoffs.values(), now)
    done.without_owner = tuple(row.id for row in nobody)
    return done


def running() -> tuple[HandoffRecord, ...]:
    """Those in which somebody still has to do something, the oldest first."""
    rows = HandoffRecord.objects.filter(met=None, journey__erased=None).exclude(state__in=OVER)
    return tuple(rows.prefetch_related("steps").order_by("made", "pk"))


def nobody_answers(
    rows: Iterable[HandoffRecord], handoffs: Iterable[Handoff], now: datetime
) -> tuple[HandoffRecord, ...]:
    """Rows of which sender and named person are both gone."""
    found = tuple(rows)
    parties = {party.id: party for row in found for party in _parties(row)}
    called = names_of(parties.values(), now)
    there = {party.id for party, one in called.items() if not one.ended}
    lost = {one.id for one in without_owner(handoffs, lambda party: party in there)}
    return tuple(row for row in found if row.id in lost)


def _tell_once(row: HandoffRecord, one: Due, now: datetime, done: Told) -> None:
    asked = {"handoff": row, "nudge": one.nudge, "round": one.round}
    if NudgeRecord.objects.filter(**asked).exists():
        return
    try:
        with transaction.atomic():
            note = NudgeRecord.objects.create(**asked, day=one.day, at=now, letters=0)
            note.letters = letters.remind(row, one, now)
            note.save(update_fields=["letters"])
    except IntegrityError:
        return  # another run was first
    done.told[one.nudge.value] = done.told.get(one.nudge.value, 0) + 1
    done.letters += note.letters


def _parties(row: HandoffRecord) -> tuple[Party, ...]:
    receiver = receiver_of(row)
    known = (sender_of(row), named_of(row))
    if receiver is None or receiver.kind is PartyKind.LINK:
        return known
    return (*known, receiver)
