# SPDX-License-Identifier: EUPL-1.2
"""Codes that stand in a letter or on paper: easy to read aloud and to type, impossible to guess.

Sixteen signs of 32 are 80 bits of chance, so trying them does not help, not even unhindered. The
database keeps a digest that only the key of the site can make.
"""

from __future__ import annotations

import secrets

from django.utils.crypto import salted_hmac

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O and U: they look like others
LENGTH = 16
GROUP = 4
MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})


def new_code() -> str:
    """As it is shown: four groups of four."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    return "-".join(signs[first : first + GROUP] for first in range(0, LENGTH, GROUP))


def digest_of(code: str, what_for: str) -> str:
    """However it was typed. Empty when this cannot be a code of ours."""
    signs = "".join(sign for sign in code.upper() if sign not in " -\t\r\n").translate(MISREAD)
    if len(signs) != LENGTH or any(sign not in SIGNS for sign in signs):
        return ""
    return keyed_digest(signs, what_for)


def keyed_digest(text: str, what_for: str) -> str:
    """Says "the same as before" to who has the key of the site, and nothing to others."""
    return salted_hmac(f"ruimbaan.accounts.{what_for}", text, algorithm="sha256").hexdigest()


def normal_name(code_name: str) -> str:
    """However it was typed: "Blauwe merel 4821" is the same code name."""
    return "-".join(code_name.replace("-", " ").lower().split())
