# SPDX-License-Identifier: EUPL-1.2
"""The keys of the site; those of a demo are made once, and readable by their owner only."""

from __future__ import annotations

import base64
import binascii
import contextlib
import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 48
MASTER_KEY_BYTES = 32


def demo_key(folder: Path) -> str:
    return _kept(folder / "secret_key", secrets.token_urlsafe(KEY_BYTES))


def master_keys(text: str, folder: Path, *, demo: bool) -> tuple[bytes, ...]:
    """Those of RUIMBAAN_MASTER_KEY, the newest first; a demo makes its own.

    Raises ImproperlyConfigured."""
    if demo and not text:
        text = _kept(folder / "master_key", _base64(secrets.token_bytes(MASTER_KEY_BYTES)))
    return many("RUIMBAAN_MASTER_KEY", text)


def many(setting: str, text: str) -> tuple[bytes, ...]:
    """Keys of 32 bytes in base64, white space between them. Raises ImproperlyConfigured, which
    never repeats the text."""
    return tuple(_read(setting, word) for word in text.split())


def _read(setting: str, word: str) -> bytes:
    try:
        key = base64.b64decode(word, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != MASTER_KEY_BYTES:
        raise ImproperlyConfigured(
            f"{setting} is not 32 bytes in base64. `openssl rand -base64 32` makes one."
        )
    return key


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _kept(path: Path, fresh: str) -> str:
    """The key in this file; `fresh` when there is none. Two processes that start at the same
    moment get the same one: it is written in full before it gets its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _make(path, fresh)
    return path.read_text(encoding="ascii").strip()


def _make(path: Path, fresh: str) -> None:
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(fresh)
    try:
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        draft.unlink()
