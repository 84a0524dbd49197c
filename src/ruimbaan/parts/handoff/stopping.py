# SPDX-License-Identifier: EUPL-1.2
"""Ending what a receiver sees: the person stops it, or the receiver says no and needs it no longer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from ruimbaan.core.handoff.handoffs import Handoff, has_ended
from ruimbaan.core.handoff.states import ENDED, State
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Grant
from ruimbaan.core.trust.parties import Actor, Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.handoff import letters, reaching, words
from ruimbaan.parts.handoff.errors import ActedMeanwhile
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.records import as_handoff, receiver_of
from ruimbaan.parts.handoff.sending import about_of, show_by_link
from ruimbaan.parts.trust.queries import grants_on, running_grants
from ruimbaan.parts.trust.services import LinkMade, end_link, give_back, open_file, revoke

HANDOFF = frozenset({Part.HANDOFF})
WAITS = (State.REQUESTED, State.RECEIVED, State.ON_HOLD)


class Sharing(StrEnum):
    """How it is with the person's yes to showing one question."""

    NOT_YET = "not_yet"  # an open one: nobody sees it, also not who stepped forward
    SHOWN = "shown"
    STOPPED = "stopped"  # by the person, or it ran out, while an answer is waited for


def shown_now(row: HandoffRecord, now: datetime) -> tuple[Part, ...]:
    """What the receiver sees for this purpose."""
    receiver = receiver_of(row)
    return tuple(
        grant.part
        for grant in running_grants(row.journey_id, now)
        if grant.party == receiver and grant.purpose is Purpose.HANDOFF
    )


def said_yes(row: HandoffRecord) -> bool:
    """Whether the person showed this one to anybody yet: not so for who just stepped forward."""
    return row.parts != []


def is_shown(row: HandoffRecord, now: datetime) -> bool:
    """Whether the receiver may read this one. What another question shows to the same place opens
    none to which the person did not say yes yet, and none that the person stopped."""
    if not said_yes(row) or Part.HANDOFF not in shown_now(row, now):
        return False
    receiver = receiver_of(row)
    if receiver is None or receiver.kind is PartyKind.LINK:  # a link is of one question only
        return True
    return Part.HANDOFF in _stayed_open(as_handoff(row), row, receiver, now)


def sharing_of(row: HandoffRecord, now: datetime) -> Sharing:
    """What was shown and closed is no open question again: that one waits for no yes."""
    if not said_yes(row):
        return Sharing.NOT_YET
    return Sharing.STOPPED if row.state in WAITS and not is_shown(row, now) else Sharing.SHOWN


def stop_showing(actor: Actor, row: HandoffRecord, at: datetime) -> None:
    """By the person. An organisation that is asked for something else too keeps what belongs to
    that. Raises Refused."""
    receiver = receiver_of(row)
    if receiver is None:
        return
    whole, kept = frozenset(Part), _of_others(row, receiver, at)
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
        kept = _of_others(row, receiver, at)
        give_back(row.journey_id, receiver, Purpose.HANDOFF, at, keep=kept)


def new_link(actor: Actor, row: HandoffRecord, form: UUID, at: datetime) -> LinkMade:
    """The old address and code open nothing from now on, and a letter with them that still waits does
    not leave. Raises Refused, and ActedMeanwhile when it ended, they met, or nobody has a link."""
    with transaction.atomic():
        # before what is shown, as an answer
        row = HandoffRecord.objects.select_for_update().get(pk=row.pk)
        if row.state in ENDED or row.met is not None or row.receiver_kind != PartyKind.LINK:
            raise ActedMeanwhile
        parts = shown_now(row, at) or (Part.HANDOFF,)
        mail = reaching.mail_of(row)
        letters.take_back(row, at)
        stop_showing(actor, row, at)
        with open_file(actor, row.journey_id, HANDOFF, now=at) as opening:
            said = words.read(opening, row.id)
        wanted, about = frozenset(parts), about_of(said) if said else {}
        with open_file(actor, row.journey_id, wanted, action=Action.SHARE, now=at) as opening:
            made = show_by_link(opening, parts, form, at, about)
        reaching.receive_by(row, made.link.id, mail, made.token)
        letters.ask(row, as_handoff(row), at, token=made.token)
    return made


def _of_others(row: HandoffRecord, receiver: Party, at: datetime) -> frozenset[Part]:
    """What belongs to the other handoffs of this person to the same organisation: those that run, and
    those in which they met, for that organisation answers for the person now."""
    others = HandoffRecord.objects.filter(
        journey=row.journey_id, receiver=receiver.id, receiver_kind=receiver.kind
    ).exclude(pk=row.pk)
    return frozenset(
        part for one in others.prefetch_related("steps") for part in _belongs(one, receiver, at)
    )


def _belongs(row: HandoffRecord, receiver: Party, at: datetime) -> frozenset[Part]:
    """Of one from before its parts were kept that is the question itself, and no part beside it. Only
    what stayed open."""
    handoff = as_handoff(row)
    if has_ended(handoff) and handoff.met is None:
        return frozenset()
    parts = HANDOFF if row.parts is None else frozenset(Part(part) for part in row.parts)
    return parts & _stayed_open(handoff, row, receiver, at)


def _stayed_open(
    handoff: Handoff, row: HandoffRecord, receiver: Party, at: datetime
) -> frozenset[Part]:
    """What the person stopped since, or what ran out, does not stay open by what was given for a later
    question. When the yes came to who stepped forward is not kept: then from the answer on."""
    grants = [
        grant
        for grant in grants_on(row.journey_id)
        if grant.party == receiver and grant.purpose is Purpose.HANDOFF
    ]
    as_asked = any(grant.starts == handoff.asked for grant in grants)
    begin = handoff.asked if as_asked else handoff.accepted
    return frozenset(Part) if begin is None else _open_since(begin, grants, at)


def _open_since(begin: datetime, grants: Iterable[Grant], at: datetime) -> frozenset[Part]:
    """What this receiver saw without a gap until now, from then or from the first yes after it. A
    grant that takes the place of another begins at the very moment at which that one ends."""
    until: dict[Part, datetime] = {}
    for grant in sorted(grants, key=lambda grant: grant.starts):
        ended = min(grant.revoked or grant.ends, grant.ends)
        last = until.get(grant.part, grant.starts)
        if ended > begin and grant.starts <= last:
            until[grant.part] = max(last, ended)
    return frozenset(part for part, last in until.items() if last > at)
