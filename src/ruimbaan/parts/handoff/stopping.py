# SPDX-License-Identifier: EUPL-1.2
"""Ending what a receiver sees: the person stops it, or the receiver says no and needs it no longer."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ruimbaan.core.handoff.handoffs import has_ended
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor, Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.handoff import letters, reaching, words
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.records import as_handoff, receiver_of
from ruimbaan.parts.handoff.sending import about_of, show_by_link
from ruimbaan.parts.trust.queries import running_grants
from ruimbaan.parts.trust.services import LinkMade, end_link, give_back, open_file, revoke

HANDOFF = frozenset({Part.HANDOFF})


def shown_now(row: HandoffRecord, now: datetime) -> tuple[Part, ...]:
    """What the receiver sees for this purpose."""
    receiver = receiver_of(row)
    return tuple(
        grant.part
        for grant in running_grants(row.journey_id, now)
        if grant.party == receiver and grant.purpose is Purpose.HANDOFF
    )


def is_shown(row: HandoffRecord, now: datetime) -> bool:
    """Whether the receiver may read this one. What another question shows to the same place opens
    none to which the person did not say yes yet."""
    return row.parts != [] and Part.HANDOFF in shown_now(row, now)


def stop_showing(actor: Actor, row: HandoffRecord, at: datetime) -> None:
    """By the person. An organisation that is asked for something else too keeps what belongs to
    that. Raises Refused."""
    receiver = receiver_of(row)
    if receiver is None:
        return
    whole, kept = frozenset(Part), _of_others(row, receiver)
    with open_file(actor, row.journey_id, whole, action=Action.SHARE, now=at) as opening:
        if receiver.kind is PartyKind.LINK:
            end_link(opening, receiver.id, at)
        for grant in running_grants(row.journey_id, at):
            mine = grant.party == receiver and grant.purpose is Purpose.HANDOFF
            if mine and grant.part not in kept:
                revoke(opening, grant.id, at)


def hand_back(row: HandoffRecord, at: datetime) -> None:
    """By the receiver, who said no, and keeps what belongs to another question."""
    receiver = receiver_of(row)
    if receiver is not None:
        kept = _of_others(row, receiver)
        give_back(row.journey_id, receiver, Purpose.HANDOFF, at, keep=kept)


def new_link(actor: Actor, row: HandoffRecord, form: UUID, at: datetime) -> LinkMade:
    """The old address and code open nothing from now on. Raises Refused."""
    parts = shown_now(row, at) or (Part.HANDOFF,)
    mail = reaching.mail_of(row)
    with transaction.atomic():
        stop_showing(actor, row, at)
        with open_file(actor, row.journey_id, HANDOFF, now=at) as opening:
            said = words.read(opening, row.id)
        wanted, about = frozenset(parts), about_of(said) if said else {}
        with open_file(actor, row.journey_id, wanted, action=Action.SHARE, now=at) as opening:
            made = show_by_link(opening, parts, form, at, about)
        reaching.receive_by(row, made.link.id, mail, made.token)
        letters.ask(row, as_handoff(row), at, token=made.token)
    return made


def _of_others(row: HandoffRecord, receiver: Party) -> frozenset[Part]:
    """What belongs to the other handoffs of this person that run to the same organisation. Of one
    from before this was kept that is the question itself, and no part beside it."""
    others = HandoffRecord.objects.filter(
        journey=row.journey_id, receiver=receiver.id, receiver_kind=receiver.kind
    ).exclude(pk=row.pk)
    running = [one for one in others if not has_ended(as_handoff(one))]
    return frozenset(
        Part(part)
        for one in running
        for part in ((Part.HANDOFF,) if one.parts is None else one.parts)
    )
