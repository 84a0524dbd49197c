# SPDX-License-Identifier: EUPL-1.2
"""Which account belongs to who signed in at the other site."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ruimbaan.parts.accounts.acting import roles_now
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in.models import OtherSiteLink

STRONG = frozenset({"mfa", "otp", "hwk", "sc"})  # RFC 8176: more than something one knows


def is_strong(claims: Mapping[str, Any]) -> bool:
    """That site says that it asked for a second step."""
    said = claims.get("amr")
    return isinstance(said, list) and any(one in STRONG for one in said if isinstance(one, str))


def account_of(claims: Mapping[str, Any], now: datetime) -> Account | None:
    """The account that was linked before. The first time: the one that works somewhere now and has
    the mail address of which that site says that it is theirs. A person is never found this way."""
    issuer, subject = str(claims["iss"]), str(claims["sub"])
    link = OtherSiteLink.objects.filter(issuer=issuer, subject=subject).first()
    if link is not None:
        return link.account if link.account.is_active else None
    address = claims.get("email")
    if claims.get("email_verified") is not True or not isinstance(address, str):
        return None
    account = Account.objects.filter(email=address.strip().lower(), is_active=True).first()
    if account is None or not roles_now(account.pk, now):
        return None
    OtherSiteLink.objects.create(issuer=issuer, subject=subject, account=account, made=now)
    return account
