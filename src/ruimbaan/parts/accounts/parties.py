# SPDX-License-Identifier: EUPL-1.2
"""Who is behind a party of a grant, and how the screen calls it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from ruimbaan.core.trust.parties import Party, PartyKind, Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation


@dataclass(frozen=True, slots=True)
class Called:
    """`name` is what somebody wants to be called; `organisation` and `role` only of a worker, or
    just `organisation` for an organisation itself. `ended`: the work or organisation ended."""

    party: Party
    account: UUID | None
    name: str
    organisation: str = ""
    role: Role | None = None
    ended: bool = False


def account_behind(party: Party) -> UUID | None:
    """None for an organisation, a link, and for who is no longer there."""
    if party.kind is PartyKind.ACCOUNT:
        return party.id
    if party.kind is PartyKind.MEMBERSHIP:
        found = MembershipRecord.objects.filter(id=party.id)
        return found.values_list("account_id", flat=True).first()
    return None


def names_of(parties: Iterable[Party], now: datetime) -> dict[Party, Called]:
    """Who is gone for good is missing from the answer."""
    asked = tuple(parties)
    wanted = {kind: [one.id for one in asked if one.kind is kind] for kind in PartyKind}
    found: dict[Party, Called] = {}
    for account in Account.objects.filter(id__in=wanted[PartyKind.ACCOUNT]):
        party = Party(PartyKind.ACCOUNT, account.id)
        found[party] = Called(party, account.id, account.get_short_name())
    works = MembershipRecord.objects.filter(id__in=wanted[PartyKind.MEMBERSHIP])
    for work in works.select_related("account", "organisation"):
        party = Party(PartyKind.MEMBERSHIP, work.id)
        found[party] = Called(
            party,
            work.account_id,
            work.name or work.account.get_short_name(),
            work.organisation.name,
            Role(work.role),
            ended=work.ends is not None and work.ends <= now,
        )
    for one in Organisation.objects.filter(id__in=wanted[PartyKind.ORGANISATION]):
        party = Party(PartyKind.ORGANISATION, one.id)
        found[party] = Called(party, None, one.name, one.name, ended=not _runs(one, now))
    return found


def name_of(account: UUID) -> str:
    """How somebody wants to be called; empty for who is no longer there."""
    found = Account.objects.filter(id=account).first()
    return found.get_short_name() if found else ""


def running_organisations(now: datetime) -> tuple[Called, ...]:
    """By name. These are public: the map shows them too."""
    rows = _running(now).order_by("name", "id")
    parties = [(Party(PartyKind.ORGANISATION, row.id), row.name) for row in rows]
    return tuple(Called(party, None, name, name) for party, name in parties)


def is_running(organisation: UUID, now: datetime) -> bool:
    return _running(now).filter(id=organisation).exists()


def _running(now: datetime) -> QuerySet[Organisation]:
    return Organisation.objects.filter(Q(ended=None) | Q(ended__gt=now))


def _runs(organisation: Organisation, now: datetime) -> bool:
    return organisation.ended is None or organisation.ended > now
