# SPDX-License-Identifier: EUPL-1.2
"""The key with which a site signs what it tells, and whose keys it knows. Ed25519 (RFC 8032)."""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from ruimbaan.core.advice.exchange.errors import KeyNotRight

BYTES = 32
MINE = 0o600


@dataclass(frozen=True, slots=True)
class Signer:
    """A site whose key somebody here compared with the other side."""

    name: str
    key: str


def own_key(file: Path) -> Ed25519PrivateKey:
    """That of this site, made the first time. Only its owner can read the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, MINE)
    except FileExistsError:
        return Ed25519PrivateKey.from_private_bytes(base64.b64decode(file.read_bytes()))
    made = Ed25519PrivateKey.generate()
    with os.fdopen(handle, "wb") as target:
        target.write(base64.b64encode(made.private_bytes_raw()) + b"\n")
    return made


def written_key(key: Ed25519PrivateKey) -> str:
    """The half that others may have."""
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return base64.b64encode(raw).decode()


def public_key(written: str) -> Ed25519PublicKey:
    """Raises KeyNotRight."""
    try:
        raw = base64.b64decode(written, validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != BYTES:
        raise KeyNotRight(given=written[:60])
    return Ed25519PublicKey.from_public_bytes(raw)


def read_signers(file: Path) -> tuple[Signer, ...]:
    """Whom we know; nobody when there is no file."""
    if not file.is_file():
        return ()
    lines = (line.rpartition(" ") for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(Signer(name, key) for name, _sign, key in lines if name and key)


def trust(file: Path, signer: Signer) -> None:
    """From now on what this key signed is taken in. Raises KeyNotRight."""
    public_key(signer.key)
    name = " ".join(signer.name.split())
    others = [one for one in read_signers(file) if one.key != signer.key]
    _put(file, [*others, Signer(name or "?", signer.key)])


def _put(file: Path, signers: Iterable[Signer]) -> None:
    made = file.with_name(f".{file.name}")
    made.write_text("".join(f"{one.name} {one.key}\n" for one in signers), encoding="utf-8")
    made.replace(file)
