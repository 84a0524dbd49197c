# SPDX-License-Identifier: EUPL-1.2
"""Secrets of second steps are sealed in the database: a copy of it gives nobody a code."""

from __future__ import annotations

import base64
import os
from functools import cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"ruimbaan.second-step"
NONCE = 12  # bytes


def seal(text: str) -> str:
    nonce = os.urandom(NONCE)
    sealed = AESGCM(_key(settings.SECRET_KEY)).encrypt(nonce, text.encode(), PURPOSE)
    return base64.urlsafe_b64encode(nonce + sealed).decode("ascii")


def unseal(sealed: str) -> str:
    """Raises InvalidTag when it was changed, or sealed under another secret key."""
    data = base64.urlsafe_b64decode(sealed)
    return AESGCM(_key(settings.SECRET_KEY)).decrypt(data[:NONCE], data[NONCE:], PURPOSE).decode()


@cache
def _key(secret: str) -> bytes:
    return HKDF(SHA256(), 32, None, PURPOSE).derive(secret.encode())
