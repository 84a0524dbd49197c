# SPDX-License-Identifier: EUPL-1.2
"""Copies of the key store, for when its disk breaks. Short-lived: while a copy is kept, what was
erased after it could be read again. So old ones are removed, and a copy goes nowhere near a backup
of the data.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from uuid import UUID

from django.conf import settings

from ruimbaan.parts.trust.backup import erasures
from ruimbaan.parts.trust.backup.archive import sync_folder
from ruimbaan.parts.trust.backup.errors import BackupDamaged, BackupUnreadable
from ruimbaan.parts.trust.backup.making import newest_key
from ruimbaan.parts.trust.backup.sealed_stream import read_sealed, write_sealed
from ruimbaan.parts.trust.files.erased_keys import destroy_again
from ruimbaan.parts.trust.keys.services import keyring
from ruimbaan.parts.trust.keys.wrapping import Wrapped

NAME, ENDING = "keys-", ".ruimbaan"
SHAPE = f"{NAME}%Y%m%dT%H%M%SZ{ENDING}"


@dataclass(frozen=True, slots=True)
class Copied:
    path: Path
    keys: int
    removed: int  # older copies


@dataclass(frozen=True, slots=True)
class PutBack:
    """`destroyed_again`: keys of files that the data say were erased. `erased_again`: files in the
    data whose key the copy says was destroyed."""

    keys: int
    destroyed_again: int
    erased_again: int


def copy_keys(folder: Path, at: datetime, keep: timedelta) -> Copied:
    """Raises NoBackupKey, BackupUnreadable, KeyStoreDown."""
    path, key = folder / at.astimezone(UTC).strftime(SHAPE), newest_key()
    store = keyring().store
    keys, destroyed = store.list_keys(), store.list_destroyed()
    lines = chain(
        (_line(owner, wrapped) for owner, wrapped in keys),
        (_line(owner, None) for owner in destroyed),
    )
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            write_sealed(lines, file, key)
            file.flush()
            os.fsync(file.fileno())
        sync_folder(folder)
        old = list(_older(folder, at - keep))
        for one in old:
            one.unlink()
    except OSError as error:
        raise BackupUnreadable(path=path.name, reason=error.strerror) from error
    return Copied(path, len(keys), len(old))


def put_keys_back(source: Path, at: datetime) -> PutBack:
    """Adds what is not there; destroyed there or here is destroyed, and erased in data that were put
    back before. Raises BackupUnreadable, BackupDamaged, NoBackupKey, KeyStoreDown."""
    try:
        with source.open("rb") as file:
            content = b"".join(read_sealed(file, settings.BACKUP_KEYS))
    except OSError as error:
        raise BackupUnreadable(path=source.name, reason=error.strerror) from error
    found = [_read(line) for line in content.splitlines()]
    store = keyring().store
    before = sum(store.count_by_master().values())
    for owner, wrapped in found:
        if wrapped is None:
            store.destroy(owner)
        else:
            store.add(owner, wrapped)
    added = sum(store.count_by_master().values()) - before
    if not erasures.data_are_there():
        return PutBack(added, 0, 0)
    erasures.close_again(at)
    erased = erasures.erase_again(at)
    return PutBack(added, destroy_again(), erased)


def _older(folder: Path, limit: datetime) -> Iterator[Path]:
    for path in folder.glob(f"{NAME}*{ENDING}"):
        try:
            made = datetime.strptime(path.name, SHAPE).replace(tzinfo=UTC)
        except ValueError:  # not one of ours
            continue
        if made < limit:
            yield path


def _line(owner: UUID, wrapped: Wrapped | None) -> bytes:
    """Without a key for one that was destroyed."""
    kept = [wrapped.master, base64.b64encode(wrapped.secret).decode("ascii")] if wrapped else []
    return json.dumps([str(owner), *kept]).encode() + b"\n"


def _read(line: bytes) -> tuple[UUID, Wrapped | None]:
    try:
        owner, *kept = json.loads(line)
        if not kept:
            return UUID(owner), None
        master, secret = kept
        return UUID(owner), Wrapped(master, base64.b64decode(secret, validate=True))
    except (ValueError, TypeError) as error:
        raise BackupDamaged(reason="it holds no keys") from error
