# SPDX-License-Identifier: EUPL-1.2
"""pg_dump and pg_restore: the copy is of one moment, and nobody waits.

Owners and rights stay out: walls and rights are put up anew by `migrate`, on any server.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from ruimbaan.parts.trust.backup.errors import DatabaseTool

_KEPT = sql.Identifier("ruimbaan_kept")  # schema of what must outlive a restore
PATIENCE = 10  # seconds, to connect
Entry = Mapping[str, Any]  # one of Django's DATABASES
PASSES = """SELECT rolsuper OR rolbypassrls AND EXISTS (
    SELECT FROM pg_roles other
    WHERE other.rolname IN (%(owner)s, 'pg_read_all_data') AND pg_has_role(other.oid, 'USAGE'))
    FROM pg_roles WHERE rolname = current_user"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"


def dump(entry: Entry, to: Path) -> dict[str, int]:
    """How many rows each table had at the moment of the dump. Raises DatabaseTool."""
    try:
        with _connect(entry) as connection:
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            row = connection.execute("SELECT pg_export_snapshot()").fetchone()
            snapshot = row[0] if row else ""
            _run(
                entry,
                ["pg_dump", "--format=custom", "--no-owner", "--no-privileges"],
                [f"--snapshot={snapshot}", f"--file={to}"],
            )
            return _rows(connection)
    except psycopg.Error as error:
        raise DatabaseTool(tool="pg_dump", reason=type(error).__name__) from error


def restore(entry: Entry, source: Path) -> None:
    """Into a database without tables, whole or not at all. Raises DatabaseTool."""
    _run(
        entry,
        ["pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"],
        [f"--dbname={entry['NAME']}", str(source)],
    )


def rows_of(entry: Entry) -> dict[str, int]:
    with _connect(entry) as connection:
        return _rows(connection)


def has_tables(entry: Entry) -> bool:
    with _connect(entry) as connection:
        return connection.execute(TABLES).fetchone() is not None


def reads_everything(entry: Entry, owner: str) -> bool:
    """Whether this role passes the walls and may read the tables of the owner. Raises
    DatabaseTool."""
    try:
        with _connect(entry) as connection:
            row = connection.execute(PASSES, {"owner": owner}).fetchone()
    except psycopg.Error as error:
        raise DatabaseTool(tool="pg_restore", reason=type(error).__name__) from error
    return bool(row and row[0])


def empty(entry: Entry, keep: Collection[str]) -> None:
    """Every table goes, in one transaction; those to keep wait in a schema of their own. What waits
    there already, as a restore stopped halfway, stays and is added to."""
    with _connect(entry) as connection, connection.transaction():
        connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(_KEPT))
        for (table,) in connection.execute(TABLES).fetchall():
            name = sql.Identifier(table)
            if table not in keep:
                connection.execute(sql.SQL("DROP TABLE {} CASCADE").format(name))
            elif _waits(connection, table):
                _add_rows(connection, name, _waiting(table))
                connection.execute(sql.SQL("DROP TABLE {} CASCADE").format(name))
            else:
                connection.execute(sql.SQL("ALTER TABLE {} SET SCHEMA {}").format(name, _KEPT))


def put_kept(entry: Entry, tables: Collection[str], afterwards: str) -> None:
    """Adds the rows that waited to those that came back, and then runs a statement."""
    with _connect(entry) as connection, connection.transaction():
        for table in tables:
            if _waits(connection, table):
                _add_rows(connection, _waiting(table), sql.Identifier(table))
        connection.execute(afterwards.encode())
        connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(_KEPT))


def _waiting(table: str) -> sql.Composed:
    return sql.SQL("{}.{}").format(_KEPT, sql.Identifier(table))


def _waits(connection: psycopg.Connection[Any], table: str) -> bool:
    name = _waiting(table).as_string(connection)
    row = connection.execute("SELECT to_regclass(%s)", [name]).fetchone()
    return bool(row and row[0] is not None)


def _add_rows(
    connection: psycopg.Connection[Any], source: sql.Composable, target: sql.Composable
) -> None:
    query = sql.SQL("INSERT INTO {} SELECT * FROM {} ON CONFLICT DO NOTHING")
    connection.execute(query.format(target, source))


def check(source: Path) -> None:
    """That pg_restore can read it to the end. Raises DatabaseTool."""
    _run({}, ["pg_restore", "--file=/dev/null"], [str(source)])


def _rows(connection: psycopg.Connection[Any]) -> dict[str, int]:
    tables = [table for (table,) in connection.execute(TABLES).fetchall()]
    return {table: _count(connection, table) for table in tables}


def _count(connection: psycopg.Connection[Any], table: str) -> int:
    query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0


def _connect(entry: Entry) -> psycopg.Connection[Any]:
    options = {"connect_timeout": PATIENCE, **entry.get("OPTIONS", {})}
    return psycopg.connect(
        dbname=entry["NAME"],
        host=entry["HOST"],
        port=entry["PORT"],
        user=entry["USER"],
        password=entry["PASSWORD"],
        autocommit=True,
        **options,
    )


def _run(entry: Entry, command: list[str], arguments: list[str]) -> None:
    """The password goes through the environment of the program, where other users cannot see it."""
    names = {
        "PGDATABASE": "NAME",
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
    }
    variables = {name: str(entry[key]) for name, key in names.items() if key in entry}
    ssl = {f"PG{name.upper()}": str(value) for name, value in entry.get("OPTIONS", {}).items()}
    try:
        subprocess.run(  # noqa: S603 -- our own words; the names are the settings of the site
            [*command, *arguments],
            env=os.environ | variables | ssl,
            check=True,
            capture_output=True,
            text=True,
        )
    except subprocess.CalledProcessError as error:
        lines = error.stderr.strip().splitlines() or ["?"]
        raise DatabaseTool(tool=command[0], reason=lines[0]) from error
    except OSError as error:
        raise DatabaseTool(tool=command[0], reason=error.strerror) from error
