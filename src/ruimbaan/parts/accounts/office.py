# SPDX-License-Identifier: EUPL-1.2
"""What an administrator sees: organisations, who works there under which name, and what is open.
Never an account, a code name or a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import (
    Invitation,
    InvitationKind,
    MembershipRecord,
    Organisation,
)


@dataclass(frozen=True, slots=True)
class Work:
    """`name`: how somebody is called there, as the administrator wrote it; may be empty. `region`:
    of the organisation; empty for none, or more than one."""

    membership: UUID
    organisation: str
    region: str
    role: Role
    name: str
    starts: datetime
    ends: datetime | None


@dataclass(frozen=True, slots=True)
class Asked:
    """An open invitation to work there."""

    id: UUID
    role: Role
    name: str
    ends: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """`works` are those in force. Whether it stands on the Kaart is said by `on_map`."""

    id: UUID
    name: str
    region: str
    on_map: bool
    legal_form: bool
    works: tuple[Work, ...]
    asked: tuple[Asked, ...] = ()


def works_of(account: UUID, now: datetime) -> tuple[Work, ...]:
    """In force, the oldest first."""
    return tuple(_work(row) for row in _running(now).filter(account=account))


def list_places(now: datetime) -> tuple[Place, ...]:
    """Organisations that have not ended, by name."""
    works: dict[UUID, list[Work]] = {}
    for row in _running(now):
        works.setdefault(row.organisation_id, []).append(_work(row))
    rows = Organisation.objects.filter(ended=None).order_by("name", "id")
    return tuple(_place(row, works.get(row.id, ())) for row in rows)


def find_place(organisation: UUID, now: datetime) -> Place | None:
    row = Organisation.objects.filter(id=organisation, ended=None).first()
    if row is None:
        return None
    asked = Invitation.objects.filter(
        kind=InvitationKind.WORK, organisation=row, ends__gt=now
    ).order_by("made", "id")
    return _place(
        row,
        [_work(one) for one in _running(now).filter(organisation=row)],
        [Asked(one.id, Role(one.role), one.name, one.ends) for one in asked],
    )


def _running(now: datetime) -> QuerySet[MembershipRecord]:
    rows = MembershipRecord.objects.filter(Q(ends=None) | Q(ends__gt=now), starts__lte=now)
    return rows.select_related("organisation").order_by("starts", "id")


def _work(row: MembershipRecord) -> Work:
    return Work(
        membership=row.id,
        organisation=row.organisation.name,
        region=row.organisation.region,
        role=Role(row.role),
        name=row.name,
        starts=row.starts,
        ends=row.ends,
    )


def _place(row: Organisation, works: Iterable[Work], asked: Iterable[Asked] = ()) -> Place:
    return Place(
        row.id,
        row.name,
        row.region,
        bool(row.directory_code),
        row.legal_form,
        tuple(works),
        tuple(asked),
    )
