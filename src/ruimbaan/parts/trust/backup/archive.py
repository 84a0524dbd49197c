# SPDX-License-Identifier: EUPL-1.2
"""Pieces and manifest as one sealed file: a tar in sealed_stream.

It gets its name when it is whole and on disk; another file is never overwritten.
"""

from __future__ import annotations

import io
import os
import shutil
import tarfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import IO

from ruimbaan.parts.trust.backup.errors import BackupDamaged, BackupUnreadable
from ruimbaan.parts.trust.backup.manifest import Manifest, read_manifest
from ruimbaan.parts.trust.backup.sealed_stream import CHUNK_BYTES, read_sealed, write_sealed

MANIFEST = "manifest.json"


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        hashed = sha256()
        while piece := file.read(CHUNK_BYTES):
            hashed.update(piece)
    return hashed.hexdigest()


def pack(folder: Path, manifest: Manifest, target: Path, key: bytes) -> None:
    """Raises BackupUnreadable."""
    draft = target.with_name(f"{target.name}.part")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            try:
                write_sealed(_tar(folder, manifest), file, key)
                file.flush()
                os.fsync(file.fileno())
                target.hardlink_to(draft)
            finally:
                draft.unlink()
        sync_folder(target.parent)
    except OSError as error:
        raise BackupUnreadable(path=target.name, reason=error.strerror) from error


def unpack(source: Path, folder: Path, keys: Sequence[bytes]) -> Manifest:
    """Into this folder, checked to the last byte. Raises BackupUnreadable, BackupDamaged,
    NoBackupKey, NewerVersion."""
    spool = folder / "tar"
    try:
        with source.open("rb") as file, spool.open("wb") as plain:
            plain.writelines(read_sealed(file, keys))
        with tarfile.open(spool, "r:") as tar:
            _lay_out(tar, folder)
        spool.unlink()
    except OSError as error:
        raise BackupUnreadable(path=source.name, reason=error.strerror) from error
    except tarfile.TarError as error:
        raise BackupDamaged(reason="what is in it cannot be told apart") from error
    manifest = _manifest_in(folder)
    for piece in manifest.pieces:
        if not (folder / piece.name).is_file() or digest_of(folder / piece.name) != piece.sha256:
            raise BackupDamaged(reason=piece.name)
    return manifest


def _lay_out(tar: tarfile.TarFile, folder: Path) -> None:
    """By hand, as the filters of tarfile are not in every Python 3.11: plain files, beside each
    other, none twice; whatever else stands in it was never put there by us."""
    for member in tar:
        content = tar.extractfile(member) if member.isreg() else None
        if content is None or Path(member.name).name != member.name:
            raise BackupDamaged(reason="there is more in it than files")
        with content, (folder / member.name).open("xb") as file:
            shutil.copyfileobj(content, file, CHUNK_BYTES)


def sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _manifest_in(folder: Path) -> Manifest:
    path = folder / MANIFEST
    if not path.is_file():
        raise BackupDamaged(reason=f"{MANIFEST} is not in it")
    return read_manifest(path.read_bytes())


def _tar(folder: Path, manifest: Manifest) -> Iterator[bytes]:
    yield from _member(MANIFEST, io.BytesIO(manifest.as_json()), len(manifest.as_json()))
    for piece in manifest.pieces:
        with (folder / piece.name).open("rb") as file:
            yield from _member(piece.name, file, piece.bytes)
    yield bytes(2 * tarfile.BLOCKSIZE)  # the end of a tar


def _member(name: str, content: IO[bytes], size: int) -> Iterator[bytes]:
    info = tarfile.TarInfo(name)
    info.size = size
    yield info.tobuf()
    while piece := content.read(CHUNK_BYTES):
        yield piece
    yield bytes(-size % tarfile.BLOCKSIZE)
