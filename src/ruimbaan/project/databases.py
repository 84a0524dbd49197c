# SPDX-License-Identifier: EUPL-1.2
"""One database address becomes Django's DATABASES entry: SQLite in durable mode, or PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from ruimbaan.integrations.postgresql_lines import NOTICED

# Measured under process kills and simulated power cuts: an acknowledged write stays written.
SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;"
        "PRAGMA synchronous=FULL;"
        "PRAGMA foreign_keys=ON;"
        "PRAGMA trusted_schema=OFF;"
        "PRAGMA mmap_size=134217728;"  # bytes
        "PRAGMA journal_size_limit=67108864;"  # bytes
        "PRAGMA cache_size=-20000;"  # kibibytes when negative
    ),
}
POSTGRESQL_PORT = 5432
SHAPES = "sqlite:///absolute/path or postgresql://user:password@host:port/name"


def parse(address: str) -> dict[str, Any]:
    """Raises ImproperlyConfigured; the message never repeats the address, it may hold a password."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return _sqlite(parts)
    if parts.scheme == "postgresql":
        return _postgresql(parts)
    raise ImproperlyConfigured(f"RUIMBAAN_DATABASE has an unknown shape. Use {SHAPES}.")


def beside(entry: dict[str, Any], name: str) -> str:
    """The path of a file next to that of SQLite; none when the database is no file."""
    return str(Path(entry["NAME"]).with_name(name)) if "sqlite3" in entry["ENGINE"] else ""


def _sqlite(parts: SplitResult) -> dict[str, Any]:
    path = unquote(parts.path)
    if parts.netloc or not path.startswith("/") or path.endswith("/"):
        raise ImproperlyConfigured("RUIMBAAN_DATABASE needs a full path: sqlite:///absolute/path.")
    return {
        "ENGINE": "ruimbaan.project.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": SQLITE_OPTIONS,
        "TEST": {
            "NAME": ":memory:"
        },  # said out loud: pytest-django guesses by the name of the engine
    }


def _postgresql(parts: SplitResult) -> dict[str, Any]:
    name = parts.path.removeprefix("/")
    try:
        port = parts.port or POSTGRESQL_PORT
    except ValueError:
        raise ImproperlyConfigured("RUIMBAAN_DATABASE has a port that is no number.") from None
    if not name or not parts.hostname:
        raise ImproperlyConfigured(f"RUIMBAAN_DATABASE lacks a host or a name. Use {SHAPES}.")
    return {
        "ENGINE": "ruimbaan.project.postgresql",
        "NAME": unquote(name),
        "HOST": parts.hostname,
        "PORT": str(port),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "CONN_MAX_AGE": 60,  # seconds
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**NOTICED, **dict(parse_qsl(parts.query))},  # for libpq: sslmode and the like
    }
