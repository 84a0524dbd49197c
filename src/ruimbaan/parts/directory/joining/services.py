# SPDX-License-Identifier: EUPL-1.2
"""What an initiative may do: list itself, and with a mailed link say that it is right, change it,
stop, or begin again."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from ruimbaan.core.directory.joining.becoming import (
    SEEN,
    STOPPED,
    changed_listing,
    new_listing,
    with_status,
)
from ruimbaan.core.directory.joining.offer import Offer
from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.looking import THE_PLACE_ITSELF, looked_at
from ruimbaan.core.directory.records.profile import made_id
from ruimbaan.core.directory.records.record import Record
from ruimbaan.parts.directory.joining.kinds import kinds
from ruimbaan.parts.directory.joining.limits import LETTER, may_send
from ruimbaan.parts.directory.joining.links import LIVES, locked
from ruimbaan.parts.directory.joining.models import Connection, Keeper, MailLink
from ruimbaan.parts.directory.joining.models.letters import Purpose
from ruimbaan.parts.directory.joining.outbox import post
from ruimbaan.parts.directory.joining.writing import SERVICE, entry, write

SELF_LISTED = "self-listed"
DAYS_TO_CONFIRM = LIVES[Purpose.LIST].days
LONGEST_SLUG = 40


class LinkEnded(Exception):
    """The link was used up or replaced while its page was open."""


def code_of(name: str, fresh: str) -> str:
    """The name of a new entry in addresses: what it is called, and something of its own."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_SLUG].strip("-")
    return "-".join(part for part in ("i", slug, fresh) if part)


@transaction.atomic
def list_initiative(
    offer: Offer, *, region: str, address: str, language: str, fresh: str, at: datetime
) -> bool:
    """Keep the entry unseen, and send a link to this address. False when this address got too many
    letters today; then nothing is kept. The same form sent twice (`fresh` is the same) is one."""
    code = code_of(offer.name, fresh)
    uid = made_id(region, SERVICE, code)
    if Keeper.objects.filter(service=uid).exists():
        return True
    if not may_send(LETTER, address, at):
        return False
    becomes = new_listing(offer, kinds()[offer.kind], region=region, code=code)
    write(region, becomes.records, Origin(Source.INITIATIVE, _day(at), SELF_LISTED), at)
    keeper = Keeper.objects.create(region=region, service=uid, address=address, language=language)
    post(keeper, Purpose.LIST, at)
    return True


@transaction.atomic
def put_on_map(link: MailLink, at: datetime) -> None:
    """The address is proved: everybody may see the entry. The link of the first letter has done its
    work; a letter with the link to keep follows. Raises LinkEnded, DoesNotFit."""
    held = _held(link, Purpose.LIST, at)
    _say_right(held.keeper, at, Source.INITIATIVE)
    MailLink.objects.filter(pk=held.pk).update(ended=True)
    post(held.keeper, Purpose.UPKEEP, at)


@transaction.atomic
def still_right(link: MailLink, at: datetime) -> None:
    """One tap: everything is right. Also for who stopped and begins again.

    Raises LinkEnded, DoesNotFit.
    """
    _say_right(_held(link, Purpose.UPKEEP, at).keeper, at, Source.LINK)


@transaction.atomic
def change(link: MailLink, offer: Offer, at: datetime) -> None:
    """Raises LinkEnded, DoesNotFit."""
    keeper = _held(link, Purpose.UPKEEP, at).keeper
    package, service = entry(keeper.service)
    known = kinds()
    becomes = changed_listing(offer, known.get(offer.kind), package, service, known)
    seen = _verified(becomes.service, at)
    others = [record for record in becomes.records if record.key != seen.key]
    origin = Origin(Source.LINK, _day(at))
    write(keeper.region, [*others, seen], origin, at, removed=becomes.removed)
    _answered(keeper, at)


@transaction.atomic
def stop(link: MailLink, at: datetime) -> None:
    """Off the map; nothing is thrown away. Raises LinkEnded, DoesNotFit."""
    keeper = _held(link, Purpose.UPKEEP, at).keeper
    _package, service = entry(keeper.service)
    gone = with_status(service, STOPPED)
    write(keeper.region, [gone], Origin(Source.LINK, _day(at)), at)
    _answered(keeper, at)


@transaction.atomic
def send_new_link(link: MailLink, at: datetime) -> bool:
    """For who comes with an old link: a new one, to the same address. False: too many today."""
    if link.purpose == Purpose.LIST and link.keeper.proved_on:
        return _post_again(link.keeper, Purpose.UPKEEP, at)
    return _post_again(link.keeper, Purpose(link.purpose), at, link.connection)


def _post_again(
    keeper: Keeper, purpose: Purpose, at: datetime, connection: Connection | None = None
) -> bool:
    if not may_send(LETTER, keeper.address, at):
        return False
    post(keeper, purpose, at, connection)
    return True


def _held(link: MailLink, purpose: Purpose, at: datetime) -> MailLink:
    held = locked(link, at)
    if held is None or held.purpose != purpose:
        raise LinkEnded
    return held


def _say_right(keeper: Keeper, at: datetime, source: Source) -> None:
    _package, service = entry(keeper.service)
    write(keeper.region, [_verified(service, at)], Origin(source, _day(at)), at)
    _answered(keeper, at)


def _verified(service: Record, at: datetime) -> Record:
    return with_status(looked_at(service, THE_PLACE_ITSELF, _day(at)), SEEN)


def _answered(keeper: Keeper, at: datetime) -> None:
    proved = keeper.proved_on or _day(at)
    Keeper.objects.filter(pk=keeper.pk).update(proved_on=proved, reminders=0)


def _day(at: datetime) -> date:
    return timezone.localdate(at)
