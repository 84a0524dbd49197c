# SPDX-License-Identifier: EUPL-1.2
"""Key rings for tests: each with an empty store of its own, in SQLite and where it is there in
PostgreSQL."""

from __future__ import annotations

import secrets
from pathlib import Path

import psycopg
from django.db import connection
from psycopg import sql

from ruimbaan.parts.trust.keys.keyring import Keyring
from ruimbaan.parts.trust.keys.store import KeyStore, open_store
from ruimbaan.parts.trust.keys.wrapping import MasterKeys

OLD, NEW = b"o" * 32, b"n" * 32


def sqlite_address(folder: Path) -> str:
    return f"sqlite://{folder / 'keys.sqlite3'}"


def postgresql_address(name: str) -> str:
    """A new, empty database on the server that these tests run on."""
    given = connection.settings_dict
    server = f"{given['USER']}:{given['PASSWORD']}@{given['HOST']}:{given['PORT']}"
    with psycopg.connect(f"postgresql://{server}/postgres", autocommit=True) as server_connection:
        server_connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )
        server_connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"postgresql://{server}/{name}"


def empty_address(folder: Path) -> str:
    """Of the kind of database that these tests run on."""
    if connection.vendor == "postgresql":
        return postgresql_address(f"keys_{secrets.token_hex(4)}")
    return sqlite_address(folder)


def empty_store(folder: Path) -> KeyStore:
    return open_store(empty_address(folder))


def ring(store: KeyStore, *masters: bytes) -> Keyring:
    return Keyring(store, MasterKeys(masters or (NEW,)))
