# SPDX-License-Identifier: EUPL-1.2
"""From rows to the core's handoff, and the one way in which a step gets written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from ruimbaan.core.handoff.handoffs import Handoff, Step
from ruimbaan.core.handoff.states import By, Profile, Reason, State
from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.handoff.errors import ActedMeanwhile
from ruimbaan.parts.handoff.models import HandoffRecord, StepRecord
from ruimbaan.parts.trust.services import seal, unseal

Change = Callable[[Handoff], Handoff]


def find(handoff: UUID) -> HandoffRecord | None:
    return HandoffRecord.objects.filter(pk=handoff).prefetch_related("steps").first()


def as_handoff(row: HandoffRecord, steps: Iterable[StepRecord] | None = None) -> Handoff:
    """`goal` is empty: the words stand in the file, and nobody opened it for this."""
    return Handoff(
        id=row.id,
        profile=Profile(row.profile),
        goal="",
        sender=row.sender,
        receiver=row.receiver,
        state=State(row.state),
        steps=tuple(_step(one) for one in (row.steps.all() if steps is None else steps)),
        answer_by=row.answer_by,
        meeting=row.meeting,
        met=row.met,
        after=row.after_id,
        ask=Ask(row.ask),
        named=row.named,
        via=row.via,
    )


def sender_of(row: HandoffRecord) -> Party:
    return Party(PartyKind(row.sender_kind), row.sender)


def named_of(row: HandoffRecord) -> Party:
    return Party(PartyKind(row.named_kind), row.named)


def receiver_of(row: HandoffRecord) -> Party | None:
    """None as long as nobody has claimed it."""
    return Party(PartyKind(row.receiver_kind), row.receiver) if row.receiver else None


def put(handoff: UUID, change: Change, *, said: str = "") -> tuple[HandoffRecord, Handoff]:
    """The row and the handoff after this change, in the caller's transaction. Of two at once one
    is first; the other gets ActedMeanwhile, or what the core says of it. A change without a step,
    such as the same thing twice, writes nothing. `said` goes to the person."""
    with transaction.atomic():
        row = HandoffRecord.objects.select_for_update().get(pk=handoff)
        before = as_handoff(row, row.steps.order_by("number"))
        after = change(before)
        if after == before:
            return row, before
        for step in after.steps[len(before.steps) :]:
            _write(row, step, said)
        _store(row, before, after)
    return row, after


def _write(row: HandoffRecord, step: Step, said: str) -> None:
    row.number += 1
    number = uuid4()
    try:
        with transaction.atomic():
            StepRecord.objects.create(
                id=number,
                handoff=row,
                number=row.number,
                end=step.end,
                by=step.by,
                at=step.at,
                reason=step.reason or "",
                day=step.day,
                sealed=seal(row.journey_id, StepRecord.place(number), said) if said else None,
            )
    except IntegrityError:
        raise ActedMeanwhile from None


def _store(row: HandoffRecord, before: Handoff, after: Handoff) -> None:
    if after.receiver != row.receiver:
        row.receiver = after.receiver
        row.receiver_kind = PartyKind.ORGANISATION if after.receiver else ""
    row.state = after.state
    row.answer_by = after.answer_by
    row.meeting = after.meeting
    row.met = after.met
    done = HandoffRecord.objects.filter(pk=row.pk, number=len(before.steps), met=before.met).update(
        state=row.state,
        answer_by=row.answer_by,
        meeting=row.meeting,
        met=row.met,
        number=row.number,
        receiver=row.receiver,
        receiver_kind=row.receiver_kind,
    )
    if not done:
        raise ActedMeanwhile


def said_by_receiver(row: HandoffRecord, step: StepRecord) -> str:
    """What the receiver told the person with this step; empty when nothing."""
    if not step.sealed:
        return ""
    return unseal(row.journey_id, StepRecord.place(step.id), bytes(step.sealed))


def _step(row: StepRecord) -> Step:
    return Step(
        State(row.end), By(row.by), row.at, Reason(row.reason) if row.reason else None, row.day
    )
