# SPDX-License-Identifier: EUPL-1.2
"""A file sealed in chunks, so that it may be larger than memory.

Head: the magic line, the name of the key, 16 random bytes. Every file has a key of its own, derived
from the backup key and those bytes. The nonce of a chunk is its number and whether it is the last:
a chunk that is changed, left out, moved, added or taken from another file does not open, and a file
that was cut off misses its last one. Nothing may be used before `read_all` came to the end.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain, pairwise
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ruimbaan.parts.trust.backup.errors import BackupDamaged, NoBackupKey

MAGIC = b"ruimbaan backup 1\n"
NAME_BYTES = 8
SALT_BYTES = 16
HEAD_BYTES = len(MAGIC) + NAME_BYTES + SALT_BYTES
CHUNK_BYTES = 1_048_576  # of what goes in
TAG_BYTES = 16
NUMBER_BYTES = 11
MORE, LAST = b"\x00", b"\x01"


def write_sealed(pieces: Iterable[bytes], to: IO[bytes], key: bytes) -> None:
    """Raises OSError."""
    head = MAGIC + _name(key) + secrets.token_bytes(SALT_BYTES)
    to.write(head)
    cipher = _cipher(key, head)
    for number, (chunk, flag) in enumerate(_with_last(_even(pieces))):
        to.write(cipher.encrypt(_nonce(number, flag), chunk, head))


def read_sealed(source: IO[bytes], keys: Sequence[bytes]) -> Iterator[bytes]:
    """Raises NoBackupKey, BackupDamaged and OSError; what came before the error may not be used."""
    head = source.read(HEAD_BYTES)
    if len(head) < HEAD_BYTES or not head.startswith(MAGIC):
        raise BackupDamaged(reason="it does not begin as one")
    cipher = _cipher(_find(head[len(MAGIC) : len(MAGIC) + NAME_BYTES], keys), head)
    chunks = iter(lambda: source.read(CHUNK_BYTES + TAG_BYTES), b"")
    number = -1
    for number, (chunk, flag) in enumerate(_with_last(chunks)):
        try:
            yield cipher.decrypt(_nonce(number, flag), chunk, head)
        except InvalidTag:
            raise BackupDamaged(reason=f"chunk {number}") from None
    if number < 0:
        raise BackupDamaged(reason="it is cut off")


def _cipher(key: bytes, head: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt=head[-SALT_BYTES:], info=MAGIC).derive(key))


def _name(key: bytes) -> bytes:
    return sha256(b"ruimbaan backup key" + key).digest()[:NAME_BYTES]


def _find(name: bytes, keys: Sequence[bytes]) -> bytes:
    by_name: Mapping[bytes, bytes] = {_name(key): key for key in keys}
    if name not in by_name:
        raise NoBackupKey
    return by_name[name]


def _nonce(number: int, flag: bytes) -> bytes:
    return number.to_bytes(NUMBER_BYTES, "big") + flag


def _even(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in chunks of one size; the last one is shorter, and may be empty."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) > CHUNK_BYTES:
            yield bytes(waiting[:CHUNK_BYTES])
            del waiting[:CHUNK_BYTES]
    yield bytes(waiting)


def _with_last(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk, and whether it is the last."""
    for chunk, following in pairwise(chain(chunks, [None])):
        if chunk is not None:
            yield chunk, LAST if following is None else MORE
