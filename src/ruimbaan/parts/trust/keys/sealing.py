# SPDX-License-Identifier: EUPL-1.2
"""AES-256-GCM. A sealed text opens only with its key, for its owner and in its place.

One sealed text: a version byte, a nonce of 12 random bytes, the ciphertext with its tag of 16.
"""

from __future__ import annotations

import hmac
import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ruimbaan.parts.trust.keys.errors import SealBroken

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
VERSION = b"\x01"
SHORTEST = len(VERSION) + NONCE_BYTES + TAG_BYTES


def new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, owner: UUID, place: str, content: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, content, _bound(owner, place))


def unseal(key: bytes, owner: UUID, place: str, sealed: bytes) -> bytes:
    """Raises SealBroken when one bit, the owner or the place differs from when it was sealed."""
    if len(sealed) < SHORTEST or sealed[:1] != VERSION:
        raise SealBroken
    nonce, secret = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, secret, _bound(owner, place))
    except InvalidTag:
        raise SealBroken from None


def tag(key: bytes, owner: UUID, place: str) -> str:
    """A name that only this key makes: who has the rows and not the key cannot tell whose one is,
    nor that two are of the same owner. 64 signs."""
    own = hmac.digest(key, b"ruimbaan.keys.tag", "sha256")
    return hmac.digest(own, _bound(owner, place), "sha256").hex()


def _bound(owner: UUID, place: str) -> bytes:
    """What the tag vouches for besides the text. A UUID has no "|", so two never read alike."""
    return VERSION + f"{owner}|{place}".encode()
