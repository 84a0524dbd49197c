# SPDX-License-Identifier: EUPL-1.2
"""A code by mail: eight digits, ten minutes, five tries, for the browser that asked for it."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import pending
from ruimbaan.parts.outbox import services as outbox

KEY = "signing_in.mailed"
DIGITS = 8
LASTS = 600  # seconds
TRIES = 5


class For(StrEnum):
    """A code that was asked for one thing is worth nothing for another."""

    SIGNING_IN = "in"
    NEW_ADDRESS = "address"


def send(
    request: HttpRequest, address: str, now: datetime, why: For, *, account: Account | None
) -> None:
    """Without an account nothing is sent, and all else is the same, the work too."""
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    request.session[KEY] = {
        "why": why,
        "account": str(account.pk) if account else "",
        "address": address,
        "digest": _digest(code),
        "at": now.timestamp(),
        "tries": 0,
    }
    pending.shorten(request)
    _post(address, code, now, leaves=account is not None)


def asked(request: HttpRequest, why: For) -> bool:
    return bool(request.session.get(KEY, {}).get("why") == why)


def whose(request: HttpRequest) -> UUID | None:
    """The account that the code was sent to; None when there is none, and nothing was sent."""
    kept = request.session.get(KEY, {}).get("account", "")
    return UUID(kept) if kept else None


def check(request: HttpRequest, code: str, now: datetime, why: For) -> tuple[Account, str] | None:
    """The account and the address that the code was sent to. Each code is good for one time."""
    if not asked(request, why):
        return None
    kept = request.session[KEY]
    kept["tries"] += 1
    request.session[KEY] = kept
    digits = "".join(sign for sign in code if sign.isdigit())
    fresh = now.timestamp() - kept["at"] <= LASTS and kept["tries"] <= TRIES
    right = constant_time_compare(_digest(digits), kept["digest"])
    account = Account.objects.filter(pk=kept["account"] or uuid.uuid4(), is_active=True).first()
    if not (fresh and right and account):
        return None
    del request.session[KEY]
    return account, kept["address"]


def _digest(code: str) -> str:
    return salted_hmac("ruimbaan.mailed-code", code, algorithm="sha256").hexdigest()


@transaction.atomic
def _post(address: str, code: str, now: datetime, *, leaves: bool) -> None:
    """Whoever sees this letter learns that somebody asked for a code, and not for what. One that does
    not leave is written and taken back at once, so that time does not tell either."""
    key, other = (f"accounts.code:{uuid.uuid4()}" for _ in range(2))
    outbox.post(
        "accounts.code",
        address,
        _("Je code"),
        _(
            "Je code is {code}\n\n"
            "De code werkt 10 minuten. Geef hem aan niemand.\n"
            "Vroeg je geen code? Dan hoef je niets te doen.\n"
        ).format(code=f"{code[:4]} {code[4:]}"),
        key=key,
        at=now,
    )
    outbox.withdraw([other if leaves else key])
