# SPDX-License-Identifier: EUPL-1.2
"""Wrapped keys in a SQLite file of their own. One connection for each thread and process."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from ruimbaan.parts.trust.keys.errors import KeysAmongData, KeyStoreDown
from ruimbaan.parts.trust.keys.per_thread import PerThread
from ruimbaan.parts.trust.keys.wrapping import Wrapped

PATIENCE = 20  # seconds, for another writer
TURN = 0.01  # seconds between two tries
ALL = -1  # as a LIMIT
TABLE = (
    "CREATE TABLE IF NOT EXISTS data_keys (owner BLOB PRIMARY KEY, master TEXT, secret BLOB, "
    "CHECK ((master IS NULL) = (secret IS NULL))) WITHOUT ROWID"
)
OPENING = (
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",  # a destroyed key is overwritten, not only forgotten
    "PRAGMA trusted_schema=OFF",
    TABLE,
)
_making = threading.Lock()


class SqliteKeyStore:
    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._mine = PerThread(self._open)

    def find(self, owner: UUID) -> Wrapped | None:
        with self._connection() as connection:
            row = connection.execute(
                "SELECT master, secret FROM data_keys WHERE owner = ? AND secret IS NOT NULL",
                [owner.bytes],
            ).fetchone()
        return Wrapped(*row) if row else None

    def add(self, owner: UUID, wrapped: Wrapped) -> None:
        with self._connection() as connection:
            connection.execute(
                "INSERT INTO data_keys VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                [owner.bytes, wrapped.master, wrapped.secret],
            )

    def replace(self, owner: UUID, old: Wrapped, new: Wrapped) -> bool:
        with self._connection() as connection:
            done = connection.execute(
                "UPDATE data_keys SET master = ?, secret = ? WHERE owner = ? AND secret = ?",
                [new.master, new.secret, owner.bytes, old.secret],
            )
            return done.rowcount == 1

    def destroy(self, owner: UUID) -> None:
        """Empties the write-ahead log too: the key would stand in it a while longer."""
        with self._connection() as connection:
            connection.execute(
                "INSERT INTO data_keys VALUES (?, NULL, NULL) "
                "ON CONFLICT (owner) DO UPDATE SET master = NULL, secret = NULL",
                [owner.bytes],
            )
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def list_not_under(self, master: str, after: UUID | None, limit: int) -> Sequence[UUID]:
        with self._connection() as connection:
            rows = connection.execute(
                "SELECT owner FROM data_keys WHERE master <> ? AND owner > ? ORDER BY owner LIMIT ?",
                [master, after.bytes if after else b"", limit],
            ).fetchall()
        return [UUID(bytes=owner) for (owner,) in rows]

    def list_destroyed(self) -> Sequence[UUID]:
        with self._connection() as connection:
            rows = connection.execute("SELECT owner FROM data_keys WHERE secret IS NULL").fetchall()
        return [UUID(bytes=owner) for (owner,) in rows]

    def list_keys(
        self, master: str | None = None, limit: int | None = None
    ) -> Sequence[tuple[UUID, Wrapped]]:
        with self._connection() as connection:
            rows = connection.execute(
                "SELECT owner, master, secret FROM data_keys "
                "WHERE secret IS NOT NULL AND (?1 IS NULL OR master = ?1) ORDER BY owner LIMIT ?2",
                [master, ALL if limit is None else limit],
            ).fetchall()
        return [(UUID(bytes=owner), Wrapped(master, secret)) for owner, master, secret in rows]

    def count_by_master(self) -> dict[str, int]:
        with self._connection() as connection:
            return dict(
                connection.execute(
                    "SELECT master, count(*) FROM data_keys WHERE secret IS NOT NULL GROUP BY master"
                ).fetchall()
            )

    def close(self) -> None:
        self._mine.close()

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Every statement commits by itself."""
        try:
            yield self._mine.get()
        except (sqlite3.Error, OSError) as error:
            raise KeyStoreDown(reason=type(error).__name__) from error

    def _open(self) -> sqlite3.Connection:
        """Made readable for its owner only. Raises KeysAmongData in the file of the data."""
        _make_private(self._path)
        connection = sqlite3.connect(
            self._path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        data = "SELECT 1 FROM sqlite_master WHERE name = 'django_migrations'"
        if connection.execute(data).fetchone():
            connection.close()
            raise KeysAmongData
        _write_ahead(connection)
        for statement in OPENING:
            connection.execute(statement)
        return connection


def _make_private(path: Path) -> None:
    """An empty file for its owner only, unless there is one. What is there is never opened beside
    SQLite: closing it would drop every lock that this process has on it, and then another process
    that leaves takes away the journal we write in (sqlite.org/howtocorrupt.html, 2.2)."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _making:  # so that no thread uses it before it is closed here
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            return


def _write_ahead(connection: sqlite3.Connection) -> None:
    """The file stays so. SQLite waits for nobody when it changes this, so when several open a new
    file at once, we wait. Raises sqlite3.OperationalError."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(TURN)
        else:
            return
