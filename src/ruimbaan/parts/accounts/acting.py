# SPDX-License-Identifier: EUPL-1.2
"""Who an account is to `decide`: with its work, as it stands in the database now."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from ruimbaan.core.trust.parties import Actor, Membership, Role
from ruimbaan.integrations.prepared_rows import PreparedRows
from ruimbaan.parts.accounts.models import MembershipRecord


def _works_of(account: UUID) -> QuerySet[MembershipRecord]:
    return MembershipRecord.objects.filter(account=account).order_by("starts", "id")


_works = PreparedRows(_works_of)


def actor_for(account: UUID) -> Actor:
    """With every membership there ever was: whether one is in force now is for `decide`."""
    return Actor(
        account=account,
        memberships=tuple(
            Membership(row.id, row.organisation_id, Role(row.role), row.starts, row.ends)
            for row in _works(account)
        ),
    )


def roles_in_force(actor: Actor, now: datetime) -> frozenset[Role]:
    return frozenset(one.role for one in actor.memberships if one.in_force(now))


def roles_now(account: UUID, now: datetime) -> frozenset[Role]:
    """The roles of this account that are in force."""
    return roles_in_force(actor_for(account), now)
