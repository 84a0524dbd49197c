# SPDX-License-Identifier: EUPL-1.2
"""The ways in which an account can come in, all at once."""

from __future__ import annotations

from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in.models import PaperCode


@transaction.atomic
def forget_all(account: UUID) -> None:
    """Password, passkeys, app and paper: none of them works any more. The mail address stays, and
    so does the code that can be mailed to it."""
    row = Account.objects.get(id=account)
    row.set_unusable_password()
    row.save(update_fields=["password"])
    Authenticator.objects.filter(user=account).delete()
    PaperCode.objects.filter(account=account).delete()
