# SPDX-License-Identifier: EUPL-1.2
"""Making a backup while people work. The key store stays out: it has backups of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

import ruimbaan
from ruimbaan.parts.trust.backup import age, places, postgresql_pieces, sqlite_pieces
from ruimbaan.parts.trust.backup.archive import digest_of, pack
from ruimbaan.parts.trust.backup.errors import BackupUnreadable, NoBackupKey, NothingThere
from ruimbaan.parts.trust.backup.manifest import Manifest, Piece

ENDING = ".ruimbaan"


@dataclass(frozen=True, slots=True)
class Made:
    path: Path
    bytes: int
    manifest: Manifest


def make_backup(target: Path, at: datetime) -> Made:
    """In `target`, or in a new file there when it is a folder.

    Raises NoBackupKey, BackupUnreadable, NothingThere, DatabaseTool, ContentsDiffer.
    """
    path = target / f"{at:%Y%m%dT%H%M%SZ}{ENDING}" if target.is_dir() else target
    if path.exists():
        raise BackupUnreadable(path=path.name, reason="File exists")
    key = newest_key()
    with places.workroom() as folder:
        pieces = tuple(_pieces(folder))
        _require_tables(pieces)
        manifest = Manifest(
            version=ruimbaan.__version__, at=at, database=places.kind(), pieces=pieces
        )
        pack(folder, manifest, path, key)
    age.note(at)
    return Made(path, path.stat().st_size, manifest)


def newest_key() -> bytes:
    if not settings.BACKUP_KEYS:
        raise NoBackupKey
    key: bytes = settings.BACKUP_KEYS[0]
    return key


def _require_tables(pieces: Iterable[Piece]) -> None:
    """A place without any is not that of the site, and its copy would look like a backup each night."""
    data = places.DATA[places.kind()]
    if not any(piece.name == data and piece.rows for piece in pieces):
        raise NothingThere(name=places.shown())


def _pieces(folder: Path) -> Iterator[Piece]:
    """The log comes after the data: a change has its row there before it happens, so the copy of
    the log knows every change that is in the copy of the data."""
    data = folder / places.DATA[places.kind()]
    if places.kind() == "postgresql":
        yield _piece(data, postgresql_pieces.dump(places.reading_entry(), data))
        return
    for path, source in ((data, places.data_file()), (folder / places.LOG, places.log_file())):
        if source.exists():
            sqlite_pieces.copy(source, path)
            yield _piece(path, sqlite_pieces.rows_of(path))


def _piece(path: Path, rows: Mapping[str, int]) -> Piece:
    return Piece(path.name, path.stat().st_size, digest_of(path), rows)
