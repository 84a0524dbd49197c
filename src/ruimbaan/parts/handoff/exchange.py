# SPDX-License-Identifier: EUPL-1.2
"""One handoff as a FHIR Bundle for another system, and the news that comes back in one.

Nothing comes in that could not be done on a page: the person begins every handoff, and a file only
answers what was asked of the organisation of who brings it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from ruimbaan.core.handoff.handoffs import Step
from ruimbaan.core.handoff.states import By, State
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Grant
from ruimbaan.core.trust.parties import Actor, Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.integrations.fhir import (
    Document,
    Found,
    Outgoing,
    Shown,
    bundle_of,
    check_way,
    follow,
    meeting_in,
    read_document,
    read_referrals,
    referral_id,
    tasks_in,
)
from ruimbaan.parts.accounts.queries import names_of, organisation_of
from ruimbaan.parts.handoff import answering, words
from ruimbaan.parts.handoff.errors import NotAskedHere, NothingInIt
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.over import is_over_for
from ruimbaan.parts.handoff.presentation.people import person_of
from ruimbaan.parts.handoff.records import as_handoff, find, receiver_of, sender_of
from ruimbaan.parts.handoff.wording import SOMEWHERE
from ruimbaan.parts.journey.queries import sentence_of
from ruimbaan.parts.trust.queries import grants_on
from ruimbaan.parts.trust.services import Refused, open_file
from ruimbaan.parts.trust.walls import Opening

HANDOFF = frozenset({Part.HANDOFF})
SITE = "Ruimbaan, voor de persoon zelf"  # who asks, when nobody but the person does


@dataclass(frozen=True, slots=True)
class Taken:
    """What one Task of the file came to."""

    handoff: UUID
    state: State
    changed: bool


def as_bundle(opening: Opening, row: HandoffRecord, now: datetime, today: date) -> Document | None:
    """None when the opening does not cover its words. Of workers only their organisation goes out,
    and nothing that ties this handoff to another one of the same person. Raises NotInGravity,
    NothingHappened and NameMissing."""
    said = words.read(opening, row.id)
    if said is None:
        return None
    ours = as_handoff(row)
    parties = {ours.sender: _asking(row), **_asked(row, said.place)}
    called = names_of({Party(PartyKind.ORGANISATION, one) for one in _places(row)}, now)
    names = {party.id: one.name for party, one in called.items()} | {
        party: name for party, name in parties.values() if name
    }
    handoff = replace(
        ours,
        goal=said.goal,
        sender=parties[ours.sender][0],
        receiver=parties[ours.receiver][0] if ours.receiver else None,
        after=None,
        named=None,
    )
    shown = tuple(_shown(row, now, today))
    return bundle_of(Outgoing(handoff, names, person_of(row), shown), now)


def for_worker(actor: Actor, row: HandoffRecord, now: datetime, today: date) -> Document | None:
    """For who was asked, or stays, as long as their page shows the words too. Raises Refused, and
    what `as_bundle` raises."""
    if not _may(actor, row, now):
        raise Refused
    if is_over_for(actor, row, now):
        raise Refused
    with open_file(actor, row.journey_id, HANDOFF, purpose=Purpose.HANDOFF, now=now) as opening:
        return as_bundle(opening, row, now, today)


def take_in(actor: Actor, raw: bytes, file: str, now: datetime, today: date) -> tuple[Taken, ...]:
    """Every Task of the file, or none of them. An answer that is known changes nothing; once it is over
    for who brings it, a file of it is of nothing. Raises a FhirFault, NotInGravity, NotAskedHere,
    NothingInIt, and what the core says of a step that is not possible or not theirs to take."""
    news = tasks_in(read_document(raw, file))
    if not news:
        raise NothingInIt
    with transaction.atomic():
        return tuple(_take(actor, one, now, today) for one in news)


def _take(actor: Actor, news: Found, now: datetime, today: date) -> Taken:
    row = find(referral_id(news))
    if row is None or not answering.is_receiver(actor, row, now):
        raise NotAskedHere
    try:
        document = for_worker(actor, row, now, today)
    except Refused:
        raise NotAskedHere from None
    if document is None:
        raise NotAskedHere
    (known,) = read_referrals(document)
    after = follow(known, news, By.RECEIVER).handoff
    if after.steps == known.handoff.steps:
        return Taken(row.id, after.state, changed=False)
    check_way(after)
    last = after.steps[-1]
    step = Step(last.end, By.RECEIVER, now, last.reason, _day(news, last.end, today))
    done = answering.answer(actor, row.id, step)
    return Taken(row.id, done.state, changed=True)


def _day(news: Found, end: State, today: date) -> date | None:
    """The day of the first meeting, when the other system knows one that is still to come."""
    found = meeting_in(news)
    if end not in {State.ACCEPTED, State.IN_PROGRESS} or found is None or found < today:
        return None
    return found


def _may(actor: Actor, row: HandoffRecord, now: datetime) -> bool:
    stays = any(one.id == row.sender and one.in_force(now) for one in actor.memberships)
    return stays or answering.is_receiver(actor, row, now)


def _asking(row: HandoffRecord) -> tuple[UUID, str]:
    """Who asks: where the worker works who stays; without one this site, for the person."""
    place = organisation_of(sender_of(row))
    return (place, "") if place else (uuid5(row.id, "site"), SITE)


def _asked(row: HandoffRecord, place: str) -> Mapping[UUID, tuple[UUID, str]]:
    receiver = receiver_of(row)
    if receiver is None:
        return {}
    if receiver.kind is PartyKind.LINK:
        return {receiver.id: (uuid5(row.id, "place"), place or SOMEWHERE.nl)}
    return {receiver.id: (receiver.id, "")}


def _places(row: HandoffRecord) -> set[UUID]:
    receiver = receiver_of(row)
    found = {organisation_of(sender_of(row))}
    if receiver is not None and receiver.kind is PartyKind.ORGANISATION:
        found.add(receiver.id)
    return {one for one in found if one is not None}


def _shown(row: HandoffRecord, now: datetime, today: date) -> list[Shown]:
    receiver = receiver_of(row)
    called = names_of({receiver}, now) if receiver else {}
    return [
        Shown(grant, sentence_of(grant, called.get(grant.party), today))
        for grant in grants_on(row.journey_id)
        if _is_theirs(grant, receiver, now)
    ]


def _is_theirs(grant: Grant, receiver: Party | None, now: datetime) -> bool:
    mine = grant.party == receiver and grant.purpose is Purpose.HANDOFF
    return mine and grant.in_force(now)
