# SPDX-License-Identifier: EUPL-1.2
"""Organisations of a region, and where to write to those who act for one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation


def organisations_in(region: str, now: datetime) -> dict[UUID, str]:
    """The names of those that run, by name; one without a region works in every region."""
    rows = Organisation.objects.filter(Q(ended=None) | Q(ended__gt=now), region__in=("", region))
    return dict(rows.order_by("name", "id").values_list("id", "name"))


def regions_of(organisations: Collection[UUID]) -> dict[UUID, str]:
    """Of those that work in one region; also of those that ended."""
    rows = Organisation.objects.filter(id__in=organisations).exclude(region="")
    return dict(rows.values_list("id", "region"))


def addresses_in_roles(
    organisations: Collection[UUID], roles: Collection[Role], now: datetime
) -> tuple[str, ...]:
    """Of everybody who has one of these roles there now. Who gave no address gets no letter."""
    works = MembershipRecord.objects.filter(
        organisation__in=organisations, role__in=roles, starts__lte=now
    ).exclude(ends__lte=now)
    rows = Account.objects.filter(memberships__in=works, is_active=True).exclude(email=None)
    return tuple(sorted(one for one in rows.values_list("email", flat=True).distinct() if one))
