# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask about accounts."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from ruimbaan.core.trust.parties import MAY_BE_SHOWN, Actor
from ruimbaan.parts.accounts.acting import actor_for
from ruimbaan.parts.accounts.closing import closed_accounts, open_accounts
from ruimbaan.parts.accounts.in_region import addresses_in_roles, organisations_in, regions_of
from ruimbaan.parts.accounts.models import MembershipRecord
from ruimbaan.parts.accounts.office import Work, works_of
from ruimbaan.parts.accounts.parties import (
    Called,
    account_behind,
    addresses_of,
    is_running,
    name_of,
    names_of,
    organisation_of,
    places_on_map,
    running_organisations,
    works_at,
)
from ruimbaan.parts.accounts.recoveries import Helped, recoveries_of
from ruimbaan.parts.accounts.signing_in.other_site.client import answers as other_site_answers
from ruimbaan.parts.accounts.whole import whole_account

__all__ = [
    "Called",
    "Helped",
    "Work",
    "account_behind",
    "actor_for",
    "actor_of",
    "addresses_in_roles",
    "addresses_of",
    "closed_accounts",
    "is_running",
    "name_of",
    "names_of",
    "open_accounts",
    "organisation_of",
    "organisations_in",
    "organisations_that_see_files",
    "other_site_answers",
    "places_on_map",
    "recoveries_of",
    "regions_of",
    "running_organisations",
    "whole_account",
    "works_at",
    "works_of",
]


def actor_of(request: HttpRequest) -> Actor:
    """Who sent this request. Read anew for each request, so that work that ended ends at the very
    next one; where the guard read it for this request, that is it."""
    signed_in = getattr(request, "signed_in", None)
    if signed_in is not None:
        found: Actor = signed_in.actor
        return found
    return actor_for(request.user.pk) if request.user.is_authenticated else Actor()


def organisations_that_see_files(now: datetime) -> int:
    """How many organisations have somebody to whom a part of a file can be shown."""
    return (
        MembershipRecord.objects.filter(role__in=MAY_BE_SHOWN, starts__lte=now)
        .exclude(ends__lte=now)
        .values("organisation")
        .distinct()
        .count()
    )
