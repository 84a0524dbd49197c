# SPDX-License-Identifier: EUPL-1.2
"""What a receiver does, with an account or by a link. Each of these is a logged look first: who may
not see it any more cannot answer it either."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from ruimbaan.core.handoff.handoffs import Handoff, Step, claim, has_ended, move
from ruimbaan.core.handoff.states import By, State
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import MAY_BE_SHOWN, Actor, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.handoff import letters, receipts
from ruimbaan.parts.handoff.able import able
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.records import as_handoff, find, put
from ruimbaan.parts.handoff.stopping import hand_back, is_shown
from ruimbaan.parts.trust.services import Refused, open_file

HANDOFF = frozenset({Part.HANDOFF})
Steps = Callable[[Handoff], Handoff]


def is_receiver(actor: Actor, row: HandoffRecord, now: datetime) -> bool:
    if row.receiver is None:
        return False
    if row.receiver_kind == PartyKind.LINK:
        return actor.link == row.receiver
    return row.receiver in works_with_people(actor, now)


def works_with_people(actor: Actor, now: datetime) -> frozenset[UUID]:
    """The organisations in which this actor can be shown something now."""
    return frozenset(
        one.organisation
        for one in actor.memberships
        if one.role in MAY_BE_SHOWN and one.in_force(now)
    )


def seen(actor: Actor, row: HandoffRecord, at: datetime) -> Handoff:
    """Seen is not yet a yes, but the person may know. Seeing it again changes nothing."""
    if row.state != State.REQUESTED or not is_receiver(actor, row, at):
        return as_handoff(row)
    step = Step(State.RECEIVED, By.RECEIVER, at)
    try:
        return put(row.id, _once(step, State.REQUESTED))[1]
    except DomainError:  # somebody answered at this very moment: that says more
        return as_handoff(HandoffRecord.objects.get(pk=row.pk))


def answer(actor: Actor, handoff: UUID, step: Step, *, said: str = "") -> Handoff:
    """A yes, a no with its reason, another day, or that there was contact. The same answer twice is
    one answer. Raises Refused, ActedMeanwhile and what the core says of it."""
    row = find(handoff)
    if row is None or not is_receiver(actor, row, step.at):
        raise Refused
    if _was_said(as_handoff(row), step):
        return as_handoff(row)
    with transaction.atomic():
        with open_file(actor, row.journey_id, HANDOFF, purpose=Purpose.HANDOFF, now=step.at):
            if not is_shown(row, step.at):  # what is open is another question of the same person
                raise Refused
        row, after = put(handoff, lambda one: move(one, step), said=said)
        if has_ended(after):
            hand_back(row, step.at)
            receipts.note(row, after)
        letters.answered(row, step.at)
    return after


def take(actor: Actor, handoff: UUID, organisation: UUID, at: datetime) -> Handoff:
    """An able organisation steps forward for an open request; the first one is the one. It sees
    nothing until the person says yes. Raises Refused, NotPossible, ActedMeanwhile."""
    row = find(handoff)
    if row is None or organisation not in works_with_people(actor, at):
        raise Refused
    if row.receiver == organisation:
        return as_handoff(row)
    if organisation not in able(row, [organisation]):
        raise Refused
    with transaction.atomic():
        row, after = put(handoff, lambda one: claim(one, organisation, at))
        letters.news(row, at)
    return after


def _once(step: Step, only_from: State) -> Steps:
    """Between looking and writing somebody else may have opened it: that is fine too."""

    def change(handoff: Handoff) -> Handoff:
        return move(handoff, step) if handoff.state is only_from else handoff

    return change


def _was_said(handoff: Handoff, step: Step) -> bool:
    """The same by the same side, as the last thing that happened."""
    if not handoff.steps:
        return False
    last = handoff.steps[-1]
    return (last.end, last.by, last.reason, last.day) == (step.end, step.by, step.reason, step.day)
