# SPDX-License-Identifier: EUPL-1.2
"""Secrets of second steps are sealed in the database: a copy of it gives nobody a code."""

from __future__ import annotations

import base64
import os
from contextlib import suppress
from functools import cache

from cryptography.exceptions import InvalidTag
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
    """Also with an earlier key of the site (SECRET_KEY_FALLBACKS). Raises InvalidTag when it was
    changed, or sealed under another one."""
    data = base64.urlsafe_b64decode(sealed)
    *others, last = settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS
    for secret in others:
        with suppress(InvalidTag):
            return _opened(data, secret)
    return _opened(data, last)


def renew(sealed: str) -> str:
    """The same under the newest key of the site; as it is when it was so already. Raises InvalidTag
    like `unseal`."""
    with suppress(InvalidTag):
        _opened(base64.urlsafe_b64decode(sealed), settings.SECRET_KEY)
        return sealed
    return seal(unseal(sealed))


def _opened(data: bytes, secret: str) -> str:
    return AESGCM(_key(secret)).decrypt(data[:NONCE], data[NONCE:], PURPOSE).decode()


@cache
def _key(secret: str) -> bytes:
    return HKDF(SHA256(), 32, None, PURPOSE).derive(secret.encode())
