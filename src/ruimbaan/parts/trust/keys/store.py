# SPDX-License-Identifier: EUPL-1.2
"""Where the wrapped keys stand: a database of their own, outside the data and its backups.

One row for each owner. A destroyed key leaves its row behind without the key, so that it is never
made anew and so that an old backup of the data can be told what was erased.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from urllib.parse import unquote, urlsplit
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured

from ruimbaan.parts.trust.keys.wrapping import Wrapped

SHAPES = "sqlite:///absolute/path or postgresql://user:password@host:port/name"


class KeyStore(Protocol):
    """Every change is on disk when its function returns. All raise KeyStoreDown."""

    def find(self, owner: UUID) -> Wrapped | None: ...

    def add(self, owner: UUID, wrapped: Wrapped) -> None:
        """Does nothing when this owner has a row, also one without a key."""

    def replace(self, owner: UUID, old: Wrapped, new: Wrapped) -> bool:
        """False when `old` is no longer what stands there: destroyed meanwhile stays destroyed."""

    def destroy(self, owner: UUID) -> None:
        """Leaves the row without its key, also when there was no row."""

    def list_not_under(self, master: str, after: UUID | None, limit: int) -> Sequence[UUID]:
        """Owners whose key is wrapped with another master key, in order of owner."""

    def list_destroyed(self) -> Sequence[UUID]: ...

    def list_keys(
        self, master: str | None = None, limit: int | None = None
    ) -> Sequence[tuple[UUID, Wrapped]]:
        """Every key, or only some of those under one master key."""

    def count_by_master(self) -> dict[str, int]: ...

    def close(self) -> None:
        """Ends the connection of this thread; the next question opens one again."""


def open_store(address: str) -> KeyStore:
    """Raises ImproperlyConfigured; the message never repeats the address, it may hold a password."""
    parts = urlsplit(address)
    path = unquote(parts.path)
    if parts.scheme == "sqlite" and path.startswith("/") and not parts.netloc:
        from ruimbaan.parts.trust.keys.sqlite_store import SqliteKeyStore

        return SqliteKeyStore(path)
    if parts.scheme == "postgresql" and parts.hostname and path.strip("/"):
        from ruimbaan.parts.trust.keys.postgresql_store import PostgresqlKeyStore

        return PostgresqlKeyStore(address)
    raise ImproperlyConfigured(f"RUIMBAAN_KEYS has an unknown shape. Use {SHAPES}.")
