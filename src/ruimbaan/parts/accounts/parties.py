# SPDX-License-Identifier: EUPL-1.2
"""Who is behind a party of a grant, and how the screen calls it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from ruimbaan.core.trust.parties import MAY_BE_SHOWN, Party, PartyKind, Role
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
    wanted: dict[PartyKind, list[UUID]] = {}
    for party in parties:
        wanted.setdefault(party.kind, []).append(party.id)
    found: list[Called] = []
    if accounts := wanted.get(PartyKind.ACCOUNT):
        found += map(_person, Account.objects.filter(id__in=accounts))
    if works := wanted.get(PartyKind.MEMBERSHIP):
        rows = MembershipRecord.objects.filter(id__in=works)
        found += (_worker(row, now) for row in rows.select_related("account", "organisation"))
    if organisations := wanted.get(PartyKind.ORGANISATION):
        found += (_place(row, now) for row in Organisation.objects.filter(id__in=organisations))
    return {called.party: called for called in found}


def _person(account: Account) -> Called:
    return Called(Party(PartyKind.ACCOUNT, account.id), account.id, account.get_short_name())


def _worker(work: MembershipRecord, now: datetime) -> Called:
    return Called(
        Party(PartyKind.MEMBERSHIP, work.id),
        work.account_id,
        work.name or work.account.get_short_name(),
        work.organisation.name,
        Role(work.role),
        ended=work.ends is not None and work.ends <= now,
    )


def _place(organisation: Organisation, now: datetime) -> Called:
    party = Party(PartyKind.ORGANISATION, organisation.id)
    name = organisation.name
    return Called(party, None, name, name, ended=not _runs(organisation, now))


def name_of(account: UUID) -> str:
    """How somebody wants to be called; empty for who is no longer there."""
    found = Account.objects.filter(id=account).first()
    return found.get_short_name() if found else ""


def addresses_of(parties: Iterable[Party], now: datetime) -> tuple[str, ...]:
    """Where to write to: of an organisation, everybody there to whom something can be shown. Who
    gave no address, or works there no longer, gets no letter."""
    asked = tuple(parties)
    wanted = {kind: [one.id for one in asked if one.kind is kind] for kind in PartyKind}
    works = MembershipRecord.objects.filter(
        Q(id__in=wanted[PartyKind.MEMBERSHIP])
        | Q(organisation__in=wanted[PartyKind.ORGANISATION], role__in=MAY_BE_SHOWN),
        starts__lte=now,
    ).exclude(ends__lte=now)
    rows = Account.objects.filter(
        Q(id__in=wanted[PartyKind.ACCOUNT]) | Q(memberships__in=works), is_active=True
    )
    found = rows.exclude(email=None).values_list("email", flat=True).distinct()
    return tuple(sorted(email for email in found if email))


def organisation_of(party: Party) -> UUID | None:
    """Where a worker works; an organisation itself. None for anybody else."""
    if party.kind is PartyKind.ORGANISATION:
        return party.id
    if party.kind is not PartyKind.MEMBERSHIP:
        return None
    found = MembershipRecord.objects.filter(id=party.id)
    return found.values_list("organisation_id", flat=True).first()


def works_at(organisations: Iterable[UUID]) -> frozenset[UUID]:
    """Every membership of these organisations, also what ended."""
    rows = MembershipRecord.objects.filter(organisation__in=tuple(organisations))
    return frozenset(rows.values_list("id", flat=True))


def places_on_map(organisations: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
    """The region of each, and its code on the Kaart; without those that do not stand there."""
    rows = Organisation.objects.filter(id__in=tuple(organisations)).exclude(directory_code="")
    return {row.id: (row.region, row.directory_code) for row in rows}


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
