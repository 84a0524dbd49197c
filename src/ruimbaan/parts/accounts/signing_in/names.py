# SPDX-License-Identifier: EUPL-1.2
"""Code names: proposed by us, so that a taken name never shows that somebody has an account."""

from __future__ import annotations

import secrets

from django.core import signing

from ruimbaan.parts.accounts.models import Account

FIRST = (
    *("blauwe", "groene", "gele", "witte", "zachte", "stille", "vlugge", "kleine", "grote"),
    *("vrije", "frisse", "heldere", "ronde", "lichte", "rustige", "sterke", "warme", "nieuwe"),
)
SECOND = (
    *("reiger", "meeuw", "zwaluw", "egel", "otter", "bever", "vlinder", "kikker", "eend"),
    *("appel", "tulp", "klaver", "linde", "wilg", "varen", "berk", "vlier", "roos"),
)
NUMBERS = range(1000, 10_000)
PROPOSED = 3
SALT = "ruimbaan.code-name"
LASTS = 3600  # seconds


def propose() -> list[tuple[str, str]]:
    """Free names, each with the seal that says that we proposed it."""
    names: list[str] = []
    while len(names) < PROPOSED:
        name = f"{secrets.choice(FIRST)}-{secrets.choice(SECOND)}-{secrets.choice(NUMBERS)}"
        if name not in names and not Account.objects.filter(code_name=name).exists():
            names.append(name)
    return [(name, signing.dumps(name, salt=SALT)) for name in names]


def proposed(sealed: str) -> str | None:
    """The name under this seal, when we proposed it within the last hour."""
    try:
        return str(signing.loads(sealed, salt=SALT, max_age=LASTS))
    except signing.BadSignature:
        return None
