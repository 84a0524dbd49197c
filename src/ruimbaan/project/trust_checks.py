# SPDX-License-Identifier: EUPL-1.2
"""Start-up checks on who could walk round the walls: a role with too many rights, a table without
its wall, two organisations on a database that has no third wall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import OperationalError, ProgrammingError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from ruimbaan.parts.accounts.queries import organisations_that_see_files
from ruimbaan.parts.trust.queries import tables_without_wall

ROLE = """
SELECT rolsuper OR rolbypassrls,
       EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relname = 'trust_files_journey')
FROM pg_roles r WHERE rolname = current_user
"""


def check_walls(
    app_configs: Sequence[AppConfig] | None,
    *,
    databases: Sequence[str] | None = None,
    **kwargs: Any,
) -> list[CheckMessage]:
    """Nothing is said of a database without tables yet: then nothing can be seen in it either."""
    if "default" not in (databases or ()) or settings.ENVIRONMENT.demo:
        return []
    connection = connections["default"]
    try:
        if connection.vendor == "sqlite":
            return several_organisations()
        return [*role_faults(connection), *wall_faults(connection)]
    except (OperationalError, ProgrammingError):
        return []


def several_organisations() -> list[CheckMessage]:
    if organisations_that_see_files(timezone.now()) < 2:
        return []
    return [
        Error(
            "Two organisations that can be shown files share one SQLite database.",
            hint="Move to PostgreSQL: there the database itself guards each file. "
            "See docs/how-to/move-to-postgresql.md.",
            id="ruimbaan.E014",
        )
    ]


def role_faults(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    with connection.cursor() as cursor:
        cursor.execute(ROLE)
        walks_round, owns = cursor.fetchone()
    faults: list[CheckMessage] = []
    if walks_round:
        faults.append(
            Error(
                "The role in RUIMBAAN_DATABASE is a superuser or has BYPASSRLS.",
                hint="Use a role of its own: CREATE ROLE ruimbaan_site LOGIN NOSUPERUSER NOBYPASSRLS.",
                id="ruimbaan.E015",
            )
        )
    if owns:
        faults.append(
            Error(
                "The role in RUIMBAAN_DATABASE owns the tables, so it could take down their walls.",
                hint="Migrate as another role with RUIMBAAN_DATABASE_OWNER and --database owner.",
                id="ruimbaan.E016",
            )
        )
    return faults


def wall_faults(connection: BaseDatabaseWrapper) -> list[CheckMessage]:
    return [
        Error(
            f"The table {table} has no row-level security.",
            hint="Run `python -m django migrate --database owner` once more.",
            id="ruimbaan.E017",
        )
        for table in tables_without_wall(connection)
    ]
