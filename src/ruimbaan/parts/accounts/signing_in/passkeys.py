# SPDX-License-Identifier: EUPL-1.2
"""Passkeys: made on a device of the reader, asked for without a name. The ceremony is allauth's."""

from __future__ import annotations

import json
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError

from ruimbaan.parts.accounts.models import Account

MOST = 10  # per account
# what a browser that was tampered with can send; all of it is a wrong answer and nothing more
WRONG = (ValidationError, ValueError, TypeError, KeyError, AttributeError, LookupError)


def ask_new(account: Account) -> dict[str, Any]:
    """What the browser needs for making one. `account` need not be saved yet."""
    return dict(auth.begin_registration(account, passwordless=True))


def add(account: Account, answer: str, name: str) -> bool:
    """False when the answer is not one to what was asked."""
    try:
        credential = json.loads(answer)
        auth.parse_registration_response(credential)
        auth.complete_registration(credential)
    except WRONG:
        return False
    auth.WebAuthn.add(account, name, credential)
    return True


def ask() -> dict[str, Any]:
    """What the browser needs for showing one, of whomever."""
    return dict(auth.begin_authentication(None))


def whose(answer: str) -> Account | None:
    """Whose passkey gave this answer; None when it is no right one."""
    try:
        response = json.loads(answer)
        auth.parse_authentication_response(response)
        account = auth.extract_user_from_response(response)
        key = auth.complete_authentication(account, response)
    except WRONG:
        return None
    key.record_usage()
    return account if account.is_active else None


def list_keys(account: Account) -> list[Authenticator]:
    rows = Authenticator.objects.filter(user=account, type=Authenticator.Type.WEBAUTHN)
    return list(rows.order_by("created_at", "id"))


def remove(account: Account, key: int) -> bool:
    rows = Authenticator.objects.filter(user=account, type=Authenticator.Type.WEBAUTHN, id=key)
    return bool(rows.delete()[0])
