# SPDX-License-Identifier: EUPL-1.2
"""The secret in the address and the code that is said aloud: made once, shown once, kept as what
only the key of the site can make again."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

BYTES = 24  # 192 bits of chance: trying addresses does not help
LONGEST = 64  # signs of an address that are looked at
DIGITS = 6
PASS_LASTS = timedelta(minutes=30)
_PASS = "ruimbaan.links.pass"  # noqa: S105 -- what the signature is for, no secret


def new_token() -> str:
    return secrets.token_urlsafe(BYTES)


def new_code() -> str:
    """Six digits, in two groups as one says them."""
    digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    return f"{digits[:3]} {digits[3:]}"


def digest_of(token: str) -> str:
    return salted_hmac("ruimbaan.links.token", token[: LONGEST + 1], algorithm="sha256").hexdigest()


def code_digest(link: UUID, code: str) -> str:
    """However it was typed; bound to its link, so that equal codes do not look equal."""
    digits = "".join(sign for sign in code[:LONGEST] if sign in "0123456789")
    return salted_hmac("ruimbaan.links.code", f"{link}:{digits}", algorithm="sha256").hexdigest()


def is_code(link: UUID, code: str, digest: str) -> bool:
    return bool(digest) and constant_time_compare(code_digest(link, code), digest)


def new_pass(link: UUID, digest: str, at: datetime) -> str:
    """For who said the right code: stands in the forms of the next pages, instead of a cookie."""
    told = [str(link), digest[:16], int(at.timestamp())]
    return signing.dumps(told, salt=_PASS)


def is_pass(link: UUID, digest: str, text: str, at: datetime) -> bool:
    """Good for half an hour, for this link, as long as it has this code."""
    try:
        whose, code, since = signing.loads(text, salt=_PASS)
    except (signing.BadSignature, ValueError, TypeError):
        return False
    age = at.timestamp() - since
    mine = bool(digest) and [whose, code] == [str(link), digest[:16]]
    return mine and -1 <= age < PASS_LASTS.total_seconds()
