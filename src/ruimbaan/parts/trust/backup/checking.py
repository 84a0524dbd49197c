# SPDX-License-Identifier: EUPL-1.2
"""Looking a backup through without putting it back."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from ruimbaan.parts.trust.backup import places, postgresql_pieces, sqlite_pieces
from ruimbaan.parts.trust.backup.archive import unpack
from ruimbaan.parts.trust.backup.errors import ContentsDiffer
from ruimbaan.parts.trust.backup.manifest import Manifest


def check_backup(source: Path) -> Manifest:
    """Opens it to the last byte and counts its rows. Raises what `unpack` raises, DatabaseTool,
    ContentsDiffer."""
    with places.workroom() as folder:
        manifest = unpack(source, folder, settings.BACKUP_KEYS)
        check_pieces(folder, manifest)
    return manifest


def check_pieces(folder: Path, manifest: Manifest) -> None:
    for piece in manifest.pieces:
        if piece.name == places.DATA["postgresql"]:
            postgresql_pieces.check(folder / piece.name)
        elif sqlite_pieces.rows_of(folder / piece.name) != piece.rows:
            raise ContentsDiffer(reason=piece.name)
