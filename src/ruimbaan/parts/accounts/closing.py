# SPDX-License-Identifier: EUPL-1.2
"""Closing an account for good. An empty row stays, so that the log and what was given still fit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction

from ruimbaan.parts.accounts import memberships, sessions
from ruimbaan.parts.accounts.models import (
    Account,
    Invitation,
    MembershipRecord,
    RecoveryRecord,
)
from ruimbaan.parts.accounts.signing_in.models import OtherSiteLink, PaperCode

GONE = "gone-"  # begins the code name of a closed account; nobody can sign in with it


@transaction.atomic
def close_account(account: UUID, journey: UUID | None, at: datetime) -> None:
    """Nothing to sign in with, no name and no address is left; every session ends. Closing again
    does no harm. Raises LastAdministrator, and then nothing has changed."""
    for work in MembershipRecord.objects.filter(account=account, ends=None):
        memberships.end(work.id, at)
    for kept in (PaperCode, OtherSiteLink, RecoveryRecord):
        kept.objects.filter(account=account).delete()
    Authenticator.objects.filter(user=account).delete()
    if journey is not None:
        Invitation.objects.filter(journey=journey).delete()
    row = Account.objects.select_for_update().get(id=account)
    row.code_name, row.email, row.called = f"{GONE}{row.id.hex}", None, ""
    row.is_active, row.last_login = False, None
    row.set_unusable_password()
    row.save()
    sessions.end_all(account)


def closed_accounts() -> tuple[UUID, ...]:
    rows = Account.objects.filter(code_name__startswith=GONE, is_active=False).order_by("id")
    return tuple(rows.values_list("id", flat=True))


def open_accounts(among: Iterable[UUID]) -> tuple[UUID, ...]:
    rows = Account.objects.filter(id__in=among).exclude(code_name__startswith=GONE).order_by("id")
    return tuple(rows.values_list("id", flat=True))
