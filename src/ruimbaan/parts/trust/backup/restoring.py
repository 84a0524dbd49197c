# SPDX-License-Identifier: EUPL-1.2
"""Putting a backup back: looked at to the last byte before anything is touched, then the tables of
this version, then what was erased since. The log only grows: rows that are here stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from ruimbaan.parts.trust.backup import (
    erasures,
    log_rows,
    places,
    postgresql_pieces,
    sqlite_pieces,
)
from ruimbaan.parts.trust.backup.archive import sync_folder, unpack
from ruimbaan.parts.trust.backup.checking import check_pieces
from ruimbaan.parts.trust.backup.errors import (
    ContentsDiffer,
    NotEmpty,
    OtherDatabase,
    RowsHidden,
    SeveralDatabases,
)
from ruimbaan.parts.trust.backup.manifest import Manifest
from ruimbaan.parts.trust.files.erased_keys import destroy_again
from ruimbaan.parts.trust.log import services as log
from ruimbaan.parts.trust.log.auditing import look_through


@dataclass(frozen=True, slots=True)
class Restored:
    """`erased_again`: files in the backup that were erased after it was made. `log_faults`: places
    where the log is not whole, by itself or against the anchors that stand here."""

    manifest: Manifest
    erased_again: int
    log_rows: int
    log_faults: int


def restore_backup(source: Path, at: datetime, *, replace: bool) -> Restored:
    """The site must not run. Raises what `unpack` raises, OtherDatabase, SeveralDatabases,
    RowsHidden, NotEmpty, DatabaseTool, ContentsDiffer."""
    with places.workroom() as folder:
        manifest = unpack(source, folder, settings.BACKUP_KEYS)
        if manifest.database != places.kind():
            raise OtherDatabase(of=manifest.database, here=places.kind())
        if manifest.database == "postgresql":
            _check_roles()
        check_pieces(folder, manifest)
        _put_back(folder, manifest, replace=replace)
    call_command("migrate", database=places.owning_alias(), interactive=False, verbosity=0)
    erasures.close_again(at)
    erased = erasures.erase_again(at)
    destroy_again()
    report = look_through(())
    return Restored(manifest, erased, report.rows, len(report.faults))


def _check_roles() -> None:
    """What is emptied is what the site stands on, and what came back can be counted."""
    found = places.addresses()
    if len(set(found.values())) > 1:
        raise SeveralDatabases(addresses=", ".join(f"{name} {at}" for name, at in found.items()))
    reader, owner = places.reading_entry(), places.owning_entry()
    if not postgresql_pieces.reads_everything(reader, owner["USER"]):
        raise RowsHidden(role=reader["USER"])


def _put_back(folder: Path, manifest: Manifest, *, replace: bool) -> None:
    log.close()
    connections.close_all()
    if places.kind() == "postgresql":
        _put_back_postgresql(folder, manifest, replace=replace)
    else:
        _put_back_sqlite(folder, manifest, replace=replace)


def _put_back_sqlite(folder: Path, manifest: Manifest, *, replace: bool) -> None:
    target = places.data_file()
    if sqlite_pieces.has_tables(target) and not replace:
        raise NotEmpty(name=target)
    target.parent.mkdir(parents=True, exist_ok=True)
    sqlite_pieces.copy(folder / places.DATA["sqlite"], target)
    sync_folder(target.parent)
    expected = _rows(manifest, places.DATA["sqlite"])
    if sqlite_pieces.rows_of(target) != expected:
        raise ContentsDiffer(reason=target.name)
    if (folder / places.LOG).exists():
        log_rows.add_from(folder / places.LOG)


def _put_back_postgresql(folder: Path, manifest: Manifest, *, replace: bool) -> None:
    entry = places.owning_entry()
    if postgresql_pieces.has_tables(entry):
        if not replace:
            raise NotEmpty(name=places.address(entry))
        postgresql_pieces.empty(entry, keep=log_rows.TABLES)
    name = places.DATA["postgresql"]
    postgresql_pieces.restore(entry, folder / name)
    found = postgresql_pieces.rows_of(places.reading_entry())
    postgresql_pieces.put_kept(entry, log_rows.TABLES, log_rows.TAKE_AWAY)
    if found != _rows(manifest, name):
        raise ContentsDiffer(reason=name)


def _rows(manifest: Manifest, name: str) -> dict[str, int]:
    return next(dict(piece.rows) for piece in manifest.pieces if piece.name == name)
