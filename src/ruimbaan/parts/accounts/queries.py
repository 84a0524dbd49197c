# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask about accounts."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest

from ruimbaan.core.trust.parties import MAY_BE_SHOWN, Actor, Membership, Role
from ruimbaan.parts.accounts.closing import closed_accounts, open_accounts
from ruimbaan.parts.accounts.models import MembershipRecord
from ruimbaan.parts.accounts.office import Work, works_of
from ruimbaan.parts.accounts.parties import (
    Called,
    account_behind,
    is_running,
    name_of,
    names_of,
    running_organisations,
)
from ruimbaan.parts.accounts.recoveries import Helped, recoveries_of
from ruimbaan.parts.accounts.whole import whole_account

__all__ = [
    "Called",
    "Helped",
    "Work",
    "account_behind",
    "actor_for",
    "actor_of",
    "closed_accounts",
    "is_running",
    "name_of",
    "names_of",
    "open_accounts",
    "organisations_that_see_files",
    "recoveries_of",
    "running_organisations",
    "whole_account",
    "works_of",
]


def actor_of(request: HttpRequest) -> Actor:
    """Who sent this request, with every membership there ever was: whether one is in force now is
    for `decide`. Read anew each time, so that an ended one ends at the very next request."""
    user = request.user
    if not user.is_authenticated:
        return Actor()
    return actor_for(user.pk)


def actor_for(account: UUID) -> Actor:
    rows = MembershipRecord.objects.filter(account=account).order_by("starts", "id")
    return Actor(
        account=account,
        memberships=tuple(
            Membership(row.id, row.organisation_id, Role(row.role), row.starts, row.ends)
            for row in rows
        ),
    )


def organisations_that_see_files(now: datetime) -> int:
    """How many organisations have somebody to whom a part of a file can be shown."""
    return (
        MembershipRecord.objects.filter(role__in=MAY_BE_SHOWN, starts__lte=now)
        .exclude(ends__lte=now)
        .values("organisation")
        .distinct()
        .count()
    )
