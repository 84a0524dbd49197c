# SPDX-License-Identifier: EUPL-1.2
"""The code on paper: made once, shown once, kept as a hash only."""

from __future__ import annotations

import re
import secrets
from datetime import datetime

from django.contrib.auth.hashers import make_password

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in.models import PaperCode

LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"  # no vowels: no words; nothing that looks like another
LENGTH, GROUP = 12, 4  # 28 ** 12: more than 2 ** 57 codes


def new_code(account: Account, now: datetime) -> str:
    """A new code for this account, in groups; the old one is worth nothing from now on."""
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    PaperCode.objects.update_or_create(
        account=account, defaults={"hashed": make_password(code), "made": now}
    )
    return "-".join(code[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def plain(written: str) -> str:
    """As it was made, however somebody typed it: small letters, spaces, no dashes."""
    return re.sub(r"[^A-Z0-9]", "", written.upper())


def drop(account: Account) -> None:
    PaperCode.objects.filter(account=account).delete()
