# SPDX-License-Identifier: EUPL-1.2
"""Keeping what was filled in for an hour, sealed with a key that only the code gives.

The database holds a digest of the code and what was sealed; the key is made from the code and the key
of the site. So neither of them opens it alone, and who made it is written nowhere.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ruimbaan.parts.accounts.services import digest_of_code, new_code
from ruimbaan.parts.journey.starting.errors import TooManyDrafts
from ruimbaan.parts.journey.starting.models import Draft

LASTS = timedelta(hours=1)
MOST_OPEN = 2_000  # of the whole site
NONCE = 12  # bytes
FIND, OPEN = "together", "together-key"


def keep(text: str, at: datetime) -> str:
    """The code. Raises TooManyDrafts."""
    forget_ended(at)
    if Draft.objects.count() >= MOST_OPEN:
        raise TooManyDrafts
    code = new_code()
    keep_under(code, text, at + LASTS)
    return code


def keep_under(code: str, text: str, ends: datetime) -> None:
    """Raises IntegrityError when something is kept under this code already."""
    digest, nonce = digest_of_code(code, FIND), os.urandom(NONCE)
    sealed = nonce + AESGCM(_key(code)).encrypt(nonce, text.encode(), digest.encode())
    Draft.objects.create(digest=digest, sealed=sealed, ends=ends)


def find(code: str, at: datetime) -> str | None:
    """What was filled in. None for a code of nothing, and for one that was used or is too old.
    Changes nothing: programs that check links look as well."""
    digest = digest_of_code(code, FIND)
    row = Draft.objects.filter(digest=digest, ends__gt=at).first() if digest else None
    if row is None:
        return None
    sealed = bytes(row.sealed)
    try:
        return AESGCM(_key(code)).decrypt(sealed[:NONCE], sealed[NONCE:], digest.encode()).decode()
    except InvalidTag:  # sealed under another key of the site
        return None


def is_code(code: str) -> bool:
    return bool(digest_of_code(code, FIND))


def use(code: str) -> bool:
    """Of two who come at once only one gets it."""
    return bool(Draft.objects.filter(digest=digest_of_code(code, FIND)).delete()[0])


def forget_ended(at: datetime) -> int:
    return Draft.objects.filter(ends__lte=at).delete()[0]


def _key(code: str) -> bytes:
    return bytes.fromhex(digest_of_code(code, OPEN))
