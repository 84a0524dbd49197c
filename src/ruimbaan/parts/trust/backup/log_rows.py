# SPDX-License-Identifier: EUPL-1.2
"""The access log in a restore: what is in the backup is added, what is here stays."""

from __future__ import annotations

from pathlib import Path

from ruimbaan.parts.trust.log.connecting import own_connection
from ruimbaan.parts.trust.log.tables import ADDED_ONLY, CUTS, LOG

TABLES = ADDED_ONLY
TOO_OLD = f"SELECT 1 FROM {CUTS} cut WHERE cut.writer = old.writer AND cut.seq >= old.seq"  # noqa: S608
TAKE_AWAY = f"DELETE FROM {LOG} old WHERE EXISTS ({TOO_OLD})"  # noqa: S608


def add_from(path: Path) -> None:
    """From a copy of the log's SQLite file. What was removed here as too old is not brought back."""
    connection = own_connection()
    try:
        with connection.cursor() as cursor:
            cursor.execute("ATTACH DATABASE %s AS backup", [str(path)])
            for table in TABLES:
                there = "SELECT 1 FROM backup.sqlite_master WHERE name = %s"
                if cursor.execute(there, [table]).fetchone():
                    kept = f"WHERE NOT EXISTS ({TOO_OLD})" if table == LOG else ""
                    cursor.execute(
                        f"INSERT OR IGNORE INTO main.{table} SELECT * FROM backup.{table} old {kept}"  # noqa: S608
                    )
            cursor.execute("DETACH DATABASE backup")
    finally:
        connection.close()
