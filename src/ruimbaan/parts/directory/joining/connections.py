# SPDX-License-Identifier: EUPL-1.2
"""A coordinator proposes that two places work together; both agree by a mailed link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from ruimbaan.core.directory.joining.becoming import gifts_of
from ruimbaan.core.directory.joining.connecting import connected
from ruimbaan.core.directory.joining.offer import kind_of_type
from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.parts.directory.by import COMMAND_LINE, By
from ruimbaan.parts.directory.joining import links
from ruimbaan.parts.directory.joining.errors import (
    AlreadyProposed,
    NoAddress,
    NotAnAddress,
    SamePlace,
    UnknownFact,
)
from ruimbaan.parts.directory.joining.kinds import kinds
from ruimbaan.parts.directory.joining.links import locked
from ruimbaan.parts.directory.joining.models import Connection, Keeper, MailLink
from ruimbaan.parts.directory.joining.models.letters import Purpose
from ruimbaan.parts.directory.joining.outbox import post
from ruimbaan.parts.directory.joining.services import LinkEnded
from ruimbaan.parts.directory.joining.writing import entry, get_uid, write
from ruimbaan.parts.directory.regions import list_regions
from ruimbaan.parts.directory.upkeep import deeds
from ruimbaan.parts.directory.upkeep.models import Deed, What


@dataclass(frozen=True, slots=True)
class Terms:
    """Who sends people, who goes along the first time, whom one can call: roles, never names.
    `gives` is the fact that is so of somebody while they come there; without it, what such a kind
    of place gives."""

    sends: str
    goes_along: str = ""
    call: str = ""
    gives: str = ""


@transaction.atomic
def propose(
    region: str, sender: str, receiver: str, terms: Terms, at: datetime, by: By = COMMAND_LINE
) -> Deed:
    """Both places (by code) get a letter with a link to agree.

    Raises UnknownEntry, SamePlace, NoAddress, AlreadyProposed, UnknownFact.
    """
    if sender == receiver:
        raise SamePlace(name=sender)
    if terms.gives and terms.gives not in list_regions()[region].world.facts:
        raise UnknownFact(fact=terms.gives, region=region)
    ends = [(code, get_uid(region, code)) for code in (sender, receiver)]
    keepers = [_keeper(region, code, uid) for code, uid in ends]
    (_one, sending), (_other, taking) = ends
    if Connection.objects.filter(sender=sending, receiver=taking, declined_at=None).exists():
        raise AlreadyProposed(sender=sender, receiver=receiver)
    connection = Connection.objects.create(
        region=region,
        sender=sending,
        receiver=taking,
        sends=terms.sends,
        goes_along=terms.goes_along,
        call=terms.call,
        gives=terms.gives,
        proposed_at=at,
    )
    for keeper in keepers:
        post(keeper, Purpose.CONNECT, at, connection)
    key: dict[str, Json] = {"connection": connection.pk}
    return deeds.note(What.PROPOSED, region, at=at, by=by, place=sender, other=receiver, key=key)


def withdraw(region: str, number: int, at: datetime) -> bool:
    """A proposal that is not in force yet is taken back; its links end. False when it is too late."""
    open_ones = Connection.objects.select_for_update().filter(region=region, declined_at=None)
    connection = open_ones.filter(pk=number).first()
    if connection is None or connection.in_force:
        return False
    connection.declined_at = at
    connection.save()
    links.end(MailLink.objects.filter(connection=connection))
    return True


@transaction.atomic
def agree(link: MailLink, at: datetime) -> Connection:
    """One side says yes. When the other side did so as well, the planner counts on it.

    Raises LinkEnded, DoesNotFit.
    """
    held, connection = _held(link, at)
    if held.keeper.service == connection.sender:
        connection.sender_agreed_at = connection.sender_agreed_at or at
    else:
        connection.receiver_agreed_at = connection.receiver_agreed_at or at
    connection.save()
    if connection.in_force:
        _bring_into_force(connection, at)
    return connection


@transaction.atomic
def decline(link: MailLink, at: datetime) -> Connection:
    """One side says no, without a reason. Not once it is in force: then a coordinator undoes it.

    Raises LinkEnded.
    """
    _link, connection = _held(link, at)
    if connection.in_force:
        raise LinkEnded
    connection.declined_at = at
    connection.save()
    MailLink.objects.filter(connection=connection).update(ended=True)
    return connection


@transaction.atomic
def set_address(region: str, code: str, address: str, language: str, at: datetime) -> Keeper:
    """Who keeps this entry right from now on: they get a letter with their link, and links to who
    did so before end.

    Raises UnknownEntry, NotAnAddress.
    """
    try:
        validate_email(address)
    except ValidationError:
        raise NotAnAddress from None
    uid = get_uid(region, code)
    known = Keeper.objects.filter(service=uid).first()
    if known and known.address == address:
        return known
    if known:
        links.end(MailLink.objects.filter(keeper=known))
    keeper, _made = Keeper.objects.update_or_create(
        service=uid,
        defaults={
            "region": region,
            "address": address,
            "language": language,
            "proved_on": None,
            "reminders": 0,
        },
    )
    post(keeper, Purpose.UPKEEP, at)
    return keeper


def _keeper(region: str, code: str, uid: str) -> Keeper:
    found = Keeper.objects.filter(service=uid).first()
    if found is None:
        raise NoAddress(region=region, name=code)
    return found


def _held(link: MailLink, at: datetime) -> tuple[MailLink, Connection]:
    held = locked(link, at)
    if held is None or held.purpose != Purpose.CONNECT:
        raise LinkEnded
    return held, Connection.objects.select_for_update().get(links=held)


def _bring_into_force(connection: Connection, at: datetime) -> None:
    _around, sender = entry(connection.sender)
    _around, receiver = entry(connection.receiver)
    changed = connected(sender, receiver, _gives(connection, receiver))
    origin = Origin(Source.COORDINATOR, timezone.localdate(at), "connection")
    write(connection.region, changed, origin, at)


def _gives(connection: Connection, receiver: Record) -> Sequence[Json]:
    if connection.gives:
        return [{"fact": connection.gives, "while_receiving": True}]
    known = kinds()
    kind = known.get(kind_of_type(known, profile_of(receiver).planning.get("type")))
    return gifts_of(kind) if kind else ()
