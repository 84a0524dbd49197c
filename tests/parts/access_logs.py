# SPDX-License-Identifier: EUPL-1.2
"""An empty access log for one test. Rows are on disk before a test ends, so unlike those of other
tables they do not go away with it."""

from __future__ import annotations

from pathlib import Path

from django.conf import LazySettings
from django.db import connection

from ruimbaan.parts.trust.log import connecting, services


def begin_empty(settings: LazySettings, folder: Path) -> None:
    services.close()
    settings.ACCESS_LOG = str(folder / "access.sqlite3")
    if connection.vendor == "postgresql":
        run("TRUNCATE trust_access, trust_anchor, trust_anchor_head, trust_access_cut")


def run(*statements: str) -> None:
    """As somebody who owns the database."""
    own = connecting.own_connection()
    with own.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    own.close()


def unguarded(statement: str) -> None:
    """As one who first takes the guards of SQLite away."""
    guards = ("access_unchanged", "access_kept", "access_cut_unchanged", "anchor_kept")
    sqlite = connection.vendor == "sqlite"
    drops = [f"DROP TRIGGER trust_{guard}" for guard in guards] if sqlite else []
    run(*drops, statement)
