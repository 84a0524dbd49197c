# SPDX-License-Identifier: EUPL-1.2
"""What a letter says, sealed with the key of the site: a copy of the database reads nothing.

Links in letters open things, so they may not stand in a backup for as long as a letter waits.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.crypto import salted_hmac

NONCE = 12  # bytes, as AES-GCM asks
SALT = "ruimbaan.outbox.letter"


class Unreadable(Exception):
    """Sealed with another key of the site, moved to another row, or damaged."""


@dataclass(frozen=True, slots=True)
class Content:
    """`html` is empty for a letter of plain text only."""

    to: str
    subject: str
    text: str
    html: str = ""


def seal(content: Content, key: str) -> bytes:
    """`key` is that of the letter; it only opens there."""
    nonce = secrets.token_bytes(NONCE)
    plain = json.dumps(asdict(content), ensure_ascii=False).encode()
    return nonce + _cipher(settings.SECRET_KEY).encrypt(nonce, plain, key.encode())


def unseal(sealed: bytes, key: str) -> Content:
    """Also with an earlier key of the site (SECRET_KEY_FALLBACKS). Raises Unreadable."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            plain = _cipher(secret).decrypt(sealed[:NONCE], sealed[NONCE:], key.encode())
        except (InvalidTag, ValueError):
            continue
        return Content(**json.loads(plain))
    raise Unreadable


def _cipher(secret: str | bytes) -> AESGCM:
    return AESGCM(salted_hmac(SALT, "", secret=secret, algorithm="sha256").digest())
