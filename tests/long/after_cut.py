# SPDX-License-Identifier: EUPL-1.2
"""The files of a site after a cut, opened as SQLite opens them after a restart."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass, fields
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from ruimbaan.core.trust.access_entries import read
from ruimbaan.core.trust.chain import Row
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.verifying import verify
from ruimbaan.parts.journey.models import Wish
from ruimbaan.parts.trust.keys.errors import KeyGone, KeyStoreDown, SealBroken
from ruimbaan.parts.trust.keys.keyring import Keyring
from ruimbaan.parts.trust.keys.store import open_store
from ruimbaan.parts.trust.keys.wrapping import MasterKeys
from ruimbaan.parts.trust.log.tables import LOG
from tests.site_of_its_own import MASTER_KEY

FIVE_YEARS = timedelta(days=5 * 365)
COLUMNS = ", ".join(field.name for field in fields(Row))


@dataclass(frozen=True, slots=True)
class Found:
    words: frozenset[str]
    changes: int  # rows in the log
    damage: str = ""


def look_at(folder: Path) -> Found:
    try:
        for path in sorted(folder.rglob("*.sqlite3")):
            with closing(sqlite3.connect(path)) as file:
                said = file.execute("PRAGMA integrity_check(1)").fetchone()[0]
                if said != "ok":
                    return Found(frozenset(), 0, f"{path.name}: {said}")
        return Found(_words(folder), _changes(folder))
    except (sqlite3.DatabaseError, KeyGone, KeyStoreDown, SealBroken, AssertionError) as error:
        return Found(frozenset(), 0, f"{type(error).__name__}: {error}")


def _words(folder: Path) -> frozenset[str]:
    """Every wish, opened with the key that the key store has after the cut."""
    ring = Keyring(
        open_store(f"sqlite://{folder / 'apart' / 'keys.sqlite3'}"), MasterKeys([MASTER_KEY])
    )
    with closing(sqlite3.connect(folder / "ruimbaan.sqlite3")) as file, closing(ring.store):
        rows = file.execute(
            f"SELECT id, journey_id, sealed FROM {Wish._meta.db_table}"  # noqa: S608 -- own name
        ).fetchall()
        return frozenset(
            json.loads(ring.unseal(UUID(journey), Wish.place(UUID(row)), sealed))["words"]
            for row, journey, sealed in rows
        )


def _changes(folder: Path) -> int:
    path = folder / "access.sqlite3"
    with closing(sqlite3.connect(path)) as file:
        if not file.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [LOG]).fetchone():
            return 0
        found = file.execute(f"SELECT {COLUMNS} FROM {LOG} ORDER BY writer, seq")  # noqa: S608
        rows = [Row(*values) for values in found.fetchall()]
    assert verify(rows, keep_for=FIVE_YEARS).faults == ()
    return sum(read(row.body).action is Action.CHANGE for row in rows)
