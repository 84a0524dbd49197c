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


def server() -> str:
    """The PostgreSQL that these tests run on, without a database; empty on SQLite."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return ""
    return f"postgresql://{given['USER']}:{given['PASSWORD']}@{given['HOST']}:{given['PORT']}"


def empty_address(folder: Path) -> str:
    """Of the kind of database that these tests run on."""
    if not server():
        return sqlite_address(folder)
    name = f"keys_{secrets.token_hex(4)}"
    with psycopg.connect(f"{server()}/postgres", autocommit=True) as opened:
        opened.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"{server()}/{name}"


def empty_store(folder: Path) -> KeyStore:
    return open_store(empty_address(folder))


def ring(store: KeyStore, *masters: bytes) -> Keyring:
    return Keyring(store, MasterKeys(masters or (NEW,)))
