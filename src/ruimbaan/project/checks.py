# SPDX-License-Identifier: EUPL-1.2
"""Start-up checks: an unsafe configuration gets an error with advice, and the site stays shut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from ruimbaan.project import trust_checks

SYNCHRONOUS_FULL = 2
MINIMUM_KEY_LENGTH = 50
MINIMUM_DIFFERENT = 5
SQLITE_SWITCHES = ("journal_mode", "synchronous")
POSTGRES_SWITCHES = ("fsync", "synchronous_commit", "full_page_writes")


def register_all() -> None:
    register(check_configuration, Tags.security)
    register(check_databases, Tags.database)
    register(trust_checks.check_walls, Tags.database)


def check_configuration(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    environment = settings.ENVIRONMENT
    if environment.demo:
        return []
    faults: list[CheckMessage] = []
    if settings.DEBUG:
        faults.append(
            Error(
                "RUIMBAAN_DEBUG shows the inside of the site to everybody.",
                hint="Leave RUIMBAAN_DEBUG out, or set RUIMBAAN_DEMO=1 on your own machine.",
                id="ruimbaan.E001",
            )
        )
    if not _strong_key():
        faults.append(
            Error(
                "RUIMBAAN_SECRET_KEY is missing or easy to guess.",
                hint="Set it to at least 50 random characters, or give a file in RUIMBAAN_SECRET_KEY_FILE.",
                id="ruimbaan.E002",
            )
        )
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        faults.append(
            Error(
                "RUIMBAAN_ALLOWED_HOSTS does not say which host names are yours.",
                hint="Set it to the names of this site, separated by commas.",
                id="ruimbaan.E003",
            )
        )
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        faults.append(
            Error(
                "The style sheet and pictures are not in their place.",
                hint="Run: python -m django collectstatic --no-input --settings ruimbaan.project.settings",
                id="ruimbaan.E005",
            )
        )
    if not settings.ENVIRONMENT.neutral_site.startswith("https://"):
        faults.append(
            Error(
                "RUIMBAAN_NEUTRAL_SITE is not an https address.",
                hint="Choose an ordinary public page, for example a weather page.",
                id="ruimbaan.E004",
            )
        )
    return faults


def _strong_key() -> bool:
    try:
        key = settings.SECRET_KEY
    except ImproperlyConfigured:  # Django's answer to an empty key
        return False
    return len(key) >= MINIMUM_KEY_LENGTH and len(set(key)) >= MINIMUM_DIFFERENT


def check_databases(
    app_configs: Sequence[AppConfig] | None,
    *,
    databases: Sequence[str] | None = None,
    **kwargs: Any,
) -> list[CheckMessage]:
    return [fault for alias in databases or () for fault in database_faults(connections[alias])]


def database_faults(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    """Asks the database itself; what the settings hope for does not count."""
    try:
        state = durability(connection)
    except OperationalError:
        return [
            Error(
                "The database of RUIMBAAN_DATABASE does not open.",
                hint="Check that it runs, and that its folder exists and may be written to.",
                id="ruimbaan.E013",
            )
        ]
    return sqlite_faults(state) if connection.vendor == "sqlite" else postgresql_faults(state)


def require_tables(connection: BaseDatabaseWrapper) -> None:
    """Raises ImproperlyConfigured when the tables are not those of this version."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise ImproperlyConfigured(
            "The database lacks tables of this version. Make a copy of it, and then run "
            "`python -m django migrate --settings ruimbaan.project.settings` "
            "(on PostgreSQL with --database owner)."
        )


def durability(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """How the database says it writes, by the name of each switch."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            return {
                name: str(cursor.execute(f"PRAGMA {name}").fetchone()[0])
                for name in SQLITE_SWITCHES
            }
        cursor.execute(
            "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(POSTGRES_SWITCHES)]
        )
        return dict(cursor.fetchall())


def sqlite_faults(state: Mapping[str, str]) -> list[CheckMessage]:
    faults: list[CheckMessage] = []
    if state["journal_mode"] != "wal":
        faults.append(
            Error(
                f"SQLite writes in mode {state['journal_mode']}, not WAL: readers would block writers.",
                hint="Keep the SQLite options of ruimbaan.project.databases and a disk that can lock files.",
                id="ruimbaan.E010",
            )
        )
    if int(state["synchronous"]) < SYNCHRONOUS_FULL:
        faults.append(
            Error(
                "SQLite says 'saved' before the disk has it: a power cut would lose answers.",
                hint="Keep PRAGMA synchronous=FULL.",
                id="ruimbaan.E011",
            )
        )
    return faults


def postgresql_faults(state: Mapping[str, str]) -> list[CheckMessage]:
    return [
        Error(
            f"PostgreSQL runs with {name}=off: a power cut would lose answers.",
            hint=f"Set {name} = on in postgresql.conf.",
            id="ruimbaan.E012",
        )
        for name in POSTGRES_SWITCHES
        if state[name] == "off"
    ]
