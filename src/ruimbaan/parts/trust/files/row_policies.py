# SPDX-License-Identifier: EUPL-1.2
"""The third wall, outside: PostgreSQL itself shows no row of a file that was not opened.

Put up after every migration, for every table of a part of a file, so that no table can be
forgotten. `FORCE` holds for the owner of the tables too; only a superuser or a role with
BYPASSRLS walks round it, and the start-up check refuses those.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from ruimbaan.parts.trust.walls import PartRecord

OPENED = """{journey} = nullif(current_setting('rb.journey', true), '')::uuid
  AND '{part}' = ANY (string_to_array(current_setting('rb.parts', true), ','))"""
FOR_WRITING = OPENED + "\n  AND current_setting('rb.writing', true) = '1'"


def part_tables() -> tuple[type[PartRecord], ...]:
    """Every table that holds something of a file, in a steady order."""
    found = (model for model in apps.get_models() if issubclass(model, PartRecord))
    return tuple(sorted(found, key=lambda model: model._meta.db_table))


def put_up(connection: BaseDatabaseWrapper, models: Iterable[type[PartRecord]]) -> None:
    """Can be repeated: it leaves the same wall. Of each table in one go: who reads meanwhile never meets
    it without a wall, nor with one that shows nothing, and what fails leaves the wall as it was."""
    if connection.vendor != "postgresql":
        return
    for model in models:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            for statement in _statements(connection, model):
                cursor.execute(statement)


def _statements(connection: BaseDatabaseWrapper, model: type[PartRecord]) -> tuple[str, ...]:
    table = connection.ops.quote_name(model._meta.db_table)
    names = {
        "journey": connection.ops.quote_name("journey_id"),
        "part": model.part.value,
    }
    looking, writing = OPENED.format(**names), FOR_WRITING.format(**names)
    return (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS opened_to_look ON {table}",
        f"DROP POLICY IF EXISTS opened_to_write ON {table}",
        f"CREATE POLICY opened_to_look ON {table} FOR SELECT USING ({looking})",
        f"CREATE POLICY opened_to_write ON {table} USING ({writing}) WITH CHECK ({writing})",
    )


def without_wall(connection: BaseDatabaseWrapper) -> tuple[str, ...]:
    """The tables of parts of files whose rows PostgreSQL would show without an opening."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid "
            "WHERE c.relrowsecurity AND c.relforcerowsecurity "
            "AND pg_table_is_visible(c.oid) "
            "GROUP BY c.relname "
            "HAVING count(*) = 2 AND bool_and(p.polname IN ('opened_to_look', 'opened_to_write'))"
        )
        walled = {name for (name,) in cursor.fetchall()}
    tables = (model._meta.db_table for model in part_tables())
    return tuple(table for table in tables if table not in walled)
