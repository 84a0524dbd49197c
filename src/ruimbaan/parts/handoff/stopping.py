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
from ruimbaan.parts.handoff import letters, reaching
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.records import as_handoff, receiver_of
from ruimbaan.parts.handoff.sending import show_by_link
from ruimbaan.parts.trust.queries import running_grants
from ruimbaan.parts.trust.services import LinkMade, end_link, give_back, open_file, revoke


def shown_now(row: HandoffRecord, now: datetime) -> tuple[Part, ...]:
    """What the receiver sees for this purpose."""
    receiver = receiver_of(row)
    return tuple(
        grant.part
        for grant in running_grants(row.journey_id, now)
        if grant.party == receiver and grant.purpose is Purpose.HANDOFF
    )


def stop_showing(actor: Actor, row: HandoffRecord, at: datetime) -> None:
    """By the person. An organisation that is asked for something else too keeps what belongs to
    that. Raises Refused."""
    receiver = receiver_of(row)
    if receiver is None or _asked_more(row, receiver):
        return
    whole = frozenset(Part)
    with open_file(actor, row.journey_id, whole, action=Action.SHARE, now=at) as opening:
        if receiver.kind is PartyKind.LINK:
            end_link(opening, receiver.id, at)
        for grant in running_grants(row.journey_id, at):
            if grant.party == receiver and grant.purpose is Purpose.HANDOFF:
                revoke(opening, grant.id, at)


def hand_back(row: HandoffRecord, at: datetime) -> None:
    """By the receiver, who said no."""
    receiver = receiver_of(row)
    if receiver is not None and not _asked_more(row, receiver):
        give_back(row.journey_id, receiver, Purpose.HANDOFF, at)


def new_link(actor: Actor, row: HandoffRecord, form: UUID, at: datetime) -> LinkMade:
    """The old address and code open nothing from now on. Raises Refused."""
    parts = shown_now(row, at) or (Part.HANDOFF,)
    mail = reaching.mail_of(row)
    with transaction.atomic():
        stop_showing(actor, row, at)
        wanted = frozenset(parts)
        with open_file(actor, row.journey_id, wanted, action=Action.SHARE, now=at) as opening:
            made = show_by_link(opening, parts, form, at)
        reaching.receive_by(row, made.link.id, mail, made.token)
        letters.ask(row, as_handoff(row), at, token=made.token)
    return made


def _asked_more(row: HandoffRecord, receiver: Party) -> bool:
    """Whether another handoff of this person runs to the same organisation."""
    others = HandoffRecord.objects.filter(
        journey=row.journey_id, receiver=receiver.id, receiver_kind=receiver.kind
    ).exclude(pk=row.pk)
    return any(not has_ended(as_handoff(one)) for one in others)
