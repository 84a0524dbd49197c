# SPDX-License-Identifier: EUPL-1.2
"""Who works where as what. Ending that ends every session of the account at once."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts import sessions
from ruimbaan.parts.accounts.errors import LastAdministrator, OrganisationEnded
from ruimbaan.parts.accounts.models import MembershipRecord, Organisation


@transaction.atomic
def start(account: UUID, organisation: UUID, role: Role, name: str, at: datetime) -> UUID:
    """The same role twice in one organisation is one membership. Raises OrganisationEnded."""
    if not Organisation.objects.filter(id=organisation, ended=None).exists():
        raise OrganisationEnded
    row = running(at).filter(account=account, organisation=organisation, role=role).first()
    if row is None:
        row = MembershipRecord.objects.create(
            account_id=account, organisation_id=organisation, role=role, name=name, starts=at
        )
    return row.id


@transaction.atomic
def end(membership: UUID, at: datetime) -> None:
    """From `at` on; what has ended stays ended. Raises LastAdministrator."""
    administrators = _held_administrators()
    row = MembershipRecord.objects.select_for_update().filter(id=membership, ends=None).first()
    if row is None:
        return
    if row.role == Role.ADMINISTRATOR and not _others_administer(administrators, row, at):
        raise LastAdministrator
    MembershipRecord.objects.filter(id=row.id).update(ends=max(at, row.starts))
    sessions.end_all(row.account_id)


def running(at: datetime) -> QuerySet[MembershipRecord]:
    return MembershipRecord.objects.filter(Q(ends=None) | Q(ends__gt=at), starts__lte=at)


def _held_administrators() -> list[MembershipRecord]:
    """All that have no end, held until the transaction ends: of two who end each other at once, one
    waits and then sees that it is the last. Before any other membership and always in the same order,
    so that nobody waits for who waits for them."""
    rows = MembershipRecord.objects.filter(
        role=Role.ADMINISTRATOR, ends=None, account__is_active=True
    )
    return list(rows.select_for_update(of=("self",)).order_by("id"))


def _others_administer(
    administrators: list[MembershipRecord], row: MembershipRecord, at: datetime
) -> bool:
    """By another account: without one nobody could invite anybody ever again."""
    return any(one.account_id != row.account_id and one.starts <= at for one in administrators)
