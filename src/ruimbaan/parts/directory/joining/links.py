# SPDX-License-Identifier: EUPL-1.2
"""The links in letters: signed, for one purpose and one entry, for a while. A link stands nowhere
but in its letter; the database only knows that it was handed out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation

from ruimbaan.parts.directory.joining.models import Connection, Keeper, MailLink
from ruimbaan.parts.directory.joining.models.letters import Purpose
from ruimbaan.parts.outbox import services as outbox

KEY = "sleutel"  # the name of the token in an address; what follows a question mark is not logged
LONGEST = 120  # characters of a token; a real one has about 60
LIVES = {
    Purpose.LIST: timedelta(days=7),
    Purpose.UPKEEP: timedelta(days=120),
    Purpose.CONNECT: timedelta(days=30),
}


class Condition(StrEnum):
    LIVING = "living"
    OLD = "old"  # ours, and too late or replaced by a newer one
    UNKNOWN = "unknown"  # not ours, or not whole


@dataclass(frozen=True, slots=True)
class Opened:
    """`link` is None when the token is not ours."""

    condition: Condition
    link: MailLink | None = None


def hand_out(
    keeper: Keeper, purpose: Purpose, at: datetime, connection: Connection | None = None
) -> MailLink:
    """A new link; the older ones for the same end, and letters with those do not leave any more.
    Must be called in a transaction."""
    end(MailLink.objects.filter(keeper=keeper, purpose=purpose, connection=connection))
    return MailLink.objects.create(
        keeper=keeper,
        purpose=purpose,
        connection=connection,
        made_at=at,
        expires_at=at + LIVES[purpose],
    )


def end(links: QuerySet[MailLink]) -> None:
    """These links do nothing any more, and letters with them do not leave."""
    living = links.filter(ended=False)
    outbox.withdraw([key_of(link) for link in living.select_related("keeper")])
    living.update(ended=True)


def token_of(link: MailLink) -> str:
    return _signer().sign(f"{link.purpose}-{link.pk}")


def key_of(link: MailLink) -> str:
    """Of its letter in the outbox: says which region, and nobody."""
    return f"directory.{link.keeper.region}.link:{link.pk}"


def address_of(link: MailLink) -> str:
    """The whole address, in the language of who gets it."""
    with translation.override(link.keeper.language):
        return f"{settings.SITE}{reverse('joining:link')}?{KEY}={token_of(link)}"


def open_link(token: str, at: datetime) -> Opened:
    """What this token may do now. Changes nothing."""
    found = _read(token)
    if found is None:
        return Opened(Condition.UNKNOWN)
    purpose, number = found
    link = (
        MailLink.objects.filter(pk=number, purpose=purpose)
        .select_related("keeper", "connection")
        .first()
    )
    if link is None:
        return Opened(Condition.UNKNOWN)
    living = not link.ended and at < link.expires_at
    return Opened(Condition.LIVING if living else Condition.OLD, link)


def locked(link: MailLink, at: datetime) -> MailLink | None:
    """The same link, held until the transaction ends; None when it ended in the meantime. Must be
    called in a transaction."""
    return (
        MailLink.objects.select_for_update(of=("self",))
        .select_related("keeper")
        .filter(pk=link.pk, ended=False, expires_at__gt=at)
        .first()
    )


def _read(token: str) -> tuple[str, int] | None:
    if len(token) > LONGEST:
        return None
    try:
        purpose, _, number = _signer().unsign(token).partition("-")
        return purpose, int(number)
    except (BadSignature, ValueError):
        return None


def _signer() -> Signer:
    return Signer(salt="ruimbaan.directory.joining.link")
