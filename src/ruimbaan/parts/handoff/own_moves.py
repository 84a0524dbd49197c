# SPDX-License-Identifier: EUPL-1.2
"""What the person does with a handoff after sending it. Each is a change in the own file: decided,
logged, and only for its owner."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ruimbaan.core.handoff import handoffs
from ruimbaan.core.handoff.handoffs import Handoff, Step, move
from ruimbaan.core.handoff.owners import stand_in
from ruimbaan.core.handoff.states import ASK_MEETING, ENDED, By, State, Verdict
from ruimbaan.core.handoff.terms import answer_day
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor, Party, PartyKind
from ruimbaan.parts.contributing.services import Step as Counts
from ruimbaan.parts.contributing.services import note as count_step
from ruimbaan.parts.handoff import letters, receipts, words
from ruimbaan.parts.handoff.errors import ActedMeanwhile
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.presence import present
from ruimbaan.parts.handoff.records import as_handoff, put, receiver_of
from ruimbaan.parts.handoff.sending import give_to, kind_of
from ruimbaan.parts.handoff.stopping import is_shown, said_yes, stop_showing
from ruimbaan.parts.trust.services import open_file

HANDOFF = frozenset({Part.HANDOFF})


def we_met(actor: Actor, row: HandoffRecord, at: datetime) -> Handoff:
    """From now on the receiver answers for it. Saying it twice changes nothing."""
    with transaction.atomic():
        _own(actor, row, at)
        was = _locked(row)
        row, after = put(row.id, lambda one: handoffs.confirm_meeting(one, at))
        if was.met is None:
            receipts.note(row, after)
            count_step(row.journey_id, Counts.BEGAN, kind_of(row), timezone.localdate(at))
            letters.met(row, at)
    return after


def not_yet(actor: Actor, row: HandoffRecord, at: datetime) -> None:
    """Nothing changes, and who stays hears it today. Raises ActedMeanwhile when they are not to meet."""
    with transaction.atomic():
        _own(actor, row, at)
        row = _locked(row)
        if row.state not in ASK_MEETING:
            raise ActedMeanwhile
        letters.not_met(row, at)


def show_to(actor: Actor, row: HandoffRecord, form: UUID, at: datetime) -> None:
    """The person says yes to who stepped forward: the question itself, and nothing beside it. Saying
    it twice changes nothing. Raises Refused, and ActedMeanwhile when it was stopped meanwhile."""
    with transaction.atomic():
        _own(actor, row, at)
        row = _locked(row)
        receiver = receiver_of(row)
        if receiver is None or row.state in ENDED:
            raise ActedMeanwhile
        if is_shown(row, at):
            return
        if said_yes(row):
            raise ActedMeanwhile
        with open_file(actor, row.journey_id, HANDOFF, action=Action.SHARE, now=at) as opening:
            give_to(opening, receiver, (Part.HANDOFF,), form, at)
        HandoffRecord.objects.filter(pk=row.pk).update(parts=[Part.HANDOFF])


def something_else(actor: Actor, row: HandoffRecord, at: datetime) -> Handoff:
    """The person stops it, without a reason. The receiver sees nothing from the next request."""
    with transaction.atomic():
        _own(actor, row, at)
        row = _locked(row)
        if row.state == State.CANCELLED_BY_PERSON:
            return as_handoff(row)
        stop_showing(actor, row, at)
        step = Step(State.CANCELLED_BY_PERSON, By.PERSON, at)
        row, after = put(row.id, lambda one: move(one, step))
        receipts.note(row, after)
        letters.withdrawn(row, at)
    return after


def another_day_is_fine(actor: Actor, row: HandoffRecord, steps: int, at: datetime) -> Handoff:
    """The receiver asked for time: it is asked again, for the day that was named or the usual one.
    `steps`: how many there were on the page that the person read. Raises ActedMeanwhile when the
    receiver named another day since then: nobody agrees to a day that was never read."""
    today = timezone.localdate(at)

    def change(one: Handoff) -> Handoff:
        if one.state is State.REQUESTED:
            return one
        if len(one.steps) != steps:
            raise ActedMeanwhile
        named = one.steps[-1].day if one.steps else None
        day = max(named or today, answer_day(one.ask, today))
        return move(one, Step(State.REQUESTED, By.PERSON, at, day=day))

    with transaction.atomic():
        _own(actor, row, at)
        _row, after = put(row.id, change)
    return after


def another_stays(actor: Actor, row: HandoffRecord, stays: Party, form: UUID, at: datetime) -> None:
    """Everybody who answered for it left, and the person says who stays instead: who that is sees the
    words too. Raises Refused, and SomebodyIsThere."""
    with transaction.atomic():
        _own(actor, row, at)
        before = HandoffRecord.objects.select_for_update().get(pk=row.pk)
        if before.sender == stays.id:
            return
        stand_in(as_handoff(before), stays.id, present([before], at))
        kinds = {"sender_kind": stays.kind, "named_kind": stays.kind}
        HandoffRecord.objects.filter(pk=row.pk, sender=before.sender).update(
            sender=stays.id, named=stays.id, **kinds
        )
        if stays.kind is PartyKind.MEMBERSHIP:
            with open_file(actor, row.journey_id, HANDOFF, action=Action.SHARE, now=at) as opening:
                give_to(opening, stays, (Part.HANDOFF,), form, at)


def someone_along(actor: Actor, row: HandoffRecord, along: str, where: str, at: datetime) -> None:
    """Who goes along to the first meeting, and where that is."""
    with open_file(actor, row.journey_id, HANDOFF, action=Action.CHANGE, now=at) as opening:
        said = words.read(opening, row.id)
        if said is not None:
            words.change(opening, row.id, replace(said, along=along, where=where), at)


def judge(
    actor: Actor, row: HandoffRecord, verdict: Verdict, afterwards: str, at: datetime
) -> Handoff:
    """The person has the last word; it closes the loop. It can be said again with other words."""
    with transaction.atomic():
        with open_file(actor, row.journey_id, HANDOFF, action=Action.CHANGE, now=at) as opening:
            said = words.read(opening, row.id)
            if said is not None:
                told = replace(said, verdict=verdict.value, afterwards=afterwards)
                words.change(opening, row.id, told, at)
        if row.state == State.COMPLETED:
            return as_handoff(row)
        _row, after = put(row.id, lambda one: move(one, Step(State.COMPLETED, By.PERSON, at)))
    return after


def seen(actor: Actor, row: HandoffRecord, at: datetime) -> None:
    """The person read that it ended. Nothing else changes: who answers for it still does."""
    if not handoffs.has_ended(as_handoff(row)):
        return
    with open_file(actor, row.journey_id, HANDOFF, action=Action.CHANGE, now=at) as opening:
        said = words.read(opening, row.id)
        if said is not None and not said.seen:
            words.change(opening, row.id, replace(said, seen=True), at)


def _own(actor: Actor, row: HandoffRecord, at: datetime) -> None:
    with open_file(actor, row.journey_id, HANDOFF, action=Action.CHANGE, now=at):
        pass


def _locked(row: HandoffRecord) -> HandoffRecord:
    """As it is now, for this change alone. First the row, then what is shown: the same order as an
    answer that comes at this moment."""
    return HandoffRecord.objects.select_for_update().get(pk=row.pk)


def mine(journey: UUID, handoff: UUID) -> HandoffRecord | None:
    """When it belongs to this file."""
    rows = HandoffRecord.objects.filter(pk=handoff, journey=journey)
    return rows.prefetch_related("steps").first()
