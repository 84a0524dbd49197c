# SPDX-License-Identifier: EUPL-1.2
"""How to reach a receiver without account: a mail address and the address of the link, sealed with
the key of the file, so that a reminder can say where to answer."""

from __future__ import annotations

import json
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.queries import addresses_of
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.records import receiver_of
from ruimbaan.parts.trust.services import seal, unseal


def address_of(token: str) -> str:
    """The whole address of a link, for a letter or a page."""
    return f"{settings.SITE}{reverse('handoff:link', args=[token])}"


def keep(row: HandoffRecord, mail: str, token: str) -> None:
    text = json.dumps({"mail": mail, "token": token})
    row.sealed = seal(row.journey_id, HandoffRecord.place(row.id), text)
    HandoffRecord.objects.filter(pk=row.pk).update(sealed=row.sealed)


def receive_by(row: HandoffRecord, link: UUID, mail: str, token: str) -> None:
    """From now on this link is the receiver."""
    row.receiver, row.receiver_kind = link, PartyKind.LINK
    HandoffRecord.objects.filter(pk=row.pk).update(receiver=link, receiver_kind=PartyKind.LINK)
    keep(row, mail, token)


def mail_of(row: HandoffRecord) -> str:
    return _kept(row)["mail"]


def token_of(row: HandoffRecord) -> str:
    """Empty for a receiver with an account."""
    return _kept(row)["token"]


def addresses(row: HandoffRecord, now: datetime) -> tuple[str, ...]:
    """Of the receiver; none when the person gave the link away by hand, or nobody has claimed it."""
    receiver = receiver_of(row)
    if receiver is None:
        return ()
    if receiver.kind is PartyKind.LINK:
        mail = mail_of(row)
        return (mail,) if mail else ()
    return addresses_of([receiver], now)


def addresses_of_party(party: Party, now: datetime) -> tuple[str, ...]:
    return addresses_of([party], now)


def _kept(row: HandoffRecord) -> dict[str, str]:
    if not row.sealed:
        return {"mail": "", "token": ""}
    found: dict[str, str] = json.loads(
        unseal(row.journey_id, HandoffRecord.place(row.id), bytes(row.sealed))
    )
    return found
