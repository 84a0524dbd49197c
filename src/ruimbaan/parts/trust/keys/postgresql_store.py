# SPDX-License-Identifier: EUPL-1.2
"""Wrapped keys in a PostgreSQL database of their own. One connection for each thread and process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
from psycopg.conninfo import conninfo_to_dict

from ruimbaan.integrations.postgresql_lines import NOTICED, connecting
from ruimbaan.parts.trust.keys.errors import KeysAmongData, KeyStoreDown
from ruimbaan.parts.trust.keys.per_thread import PerThread
from ruimbaan.parts.trust.keys.wrapping import Wrapped

SWITCHES = "-c synchronous_commit=on -c statement_timeout=20000"  # milliseconds
OPENING_LOCK = 2_026_040  # two processes that both make the table would trip over each other
TABLE = (
    "CREATE TABLE IF NOT EXISTS data_keys (owner uuid PRIMARY KEY, master text, secret bytea, "
    "CHECK ((master IS NULL) = (secret IS NULL)))"
)
Connection = psycopg.Connection[tuple[Any, ...]]


class PostgresqlKeyStore:
    def __init__(self, address: str) -> None:
        self._address = address
        self._mine = PerThread(self._open)

    def find(self, owner: UUID) -> Wrapped | None:
        rows = self._rows(
            "SELECT master, secret FROM data_keys WHERE owner = %s AND secret IS NOT NULL", owner
        )
        return Wrapped(*rows[0]) if rows else None

    def add(self, owner: UUID, wrapped: Wrapped) -> None:
        self._count(
            "INSERT INTO data_keys VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
            owner,
            wrapped.master,
            wrapped.secret,
        )

    def replace(self, owner: UUID, old: Wrapped, new: Wrapped) -> bool:
        done = self._count(
            "UPDATE data_keys SET master = %s, secret = %s WHERE owner = %s AND secret = %s",
            new.master,
            new.secret,
            owner,
            old.secret,
        )
        return done == 1

    def destroy(self, owner: UUID) -> None:
        """Vacuums too: the old row would stay longer. Disk and write-ahead log may hold it until
        they are overwritten; once the master key was rotated it opens nothing."""
        self._count(
            "INSERT INTO data_keys VALUES (%s, NULL, NULL) "
            "ON CONFLICT (owner) DO UPDATE SET master = NULL, secret = NULL",
            owner,
        )
        self._count("VACUUM data_keys")

    def list_not_under(self, master: str, after: UUID | None, limit: int) -> Sequence[UUID]:
        rows = self._rows(
            "SELECT owner FROM data_keys WHERE master <> %s AND (%s::uuid IS NULL OR owner > %s) "
            "ORDER BY owner LIMIT %s",
            master,
            after,
            after,
            limit,
        )
        return [owner for (owner,) in rows]

    def list_destroyed(self) -> Sequence[UUID]:
        return [
            owner for (owner,) in self._rows("SELECT owner FROM data_keys WHERE secret IS NULL")
        ]

    def list_keys(
        self, master: str | None = None, limit: int | None = None
    ) -> Sequence[tuple[UUID, Wrapped]]:
        rows = self._rows(
            "SELECT owner, master, secret FROM data_keys WHERE secret IS NOT NULL "
            "AND (%s::text IS NULL OR master = %s) ORDER BY owner LIMIT %s",
            master,
            master,
            limit,
        )
        return [(owner, Wrapped(master, secret)) for owner, master, secret in rows]

    def count_by_master(self) -> dict[str, int]:
        return dict(
            self._rows(
                "SELECT master, count(*) FROM data_keys WHERE secret IS NOT NULL GROUP BY master"
            )
        )

    def close(self) -> None:
        self._mine.close()

    def _rows(self, statement: str, *values: object) -> list[Any]:
        with self._connection() as connection:
            return connection.execute(statement.encode(), values or None).fetchall()

    def _count(self, statement: str, *values: object) -> int:
        with self._connection() as connection:
            return connection.execute(statement.encode(), values or None).rowcount

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        """Every statement commits by itself. A connection that broke is opened anew."""
        try:
            if self._mine.get().closed:
                self._mine.close()
            yield self._mine.get()
        except psycopg.Error as error:
            raise KeyStoreDown(reason=type(error).__name__) from error

    def _open(self) -> Connection:
        """Raises KeysAmongData in the database of the data."""
        told: dict[str, Any] = {**NOTICED, **conninfo_to_dict(self._address), "options": SWITCHES}
        with connecting(self._address):
            connection = psycopg.connect(autocommit=True, **told)
        row = connection.execute("SELECT to_regclass('django_migrations')").fetchone()
        if row and row[0] is not None:
            connection.close()
            raise KeysAmongData
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", [OPENING_LOCK])
            connection.execute(TABLE)
        return connection
